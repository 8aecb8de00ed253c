"""Flows by year stand in the table as the two files of each edition, and Meta's, print them."""

from functools import cache

import pandas as pd
import pytest

from data.areas import FIVE
from data.curation.yearly_steps import LEAST, of_size
from data.paths import TABLES

FIRST, LATEST = "edition_2025", "edition_2026"
GASKIN_ABEL, META = "gaskin_abel_flows", "meta_flows"
PRINTED = [  # year, origin, destination, indicator, edition or source, value in the raw file
    ("1990", "KAZ", "RUS", "flow_1y", FIRST, "80912"),
    ("1990", "KAZ", "RUS", "flow_1y", LATEST, "254886"),
    ("2008", "TJK", "RUS", "flow_1y", FIRST, "18751"),
    ("2008", "TJK", "RUS", "flow_1y", LATEST, "14690"),
    ("2022", "RUS", "UZB", "flow_1y", FIRST, "47263"),
    ("2022", "RUS", "UZB", "flow_1y", LATEST, "38800"),
    ("2022", "RUS", "UZB", "flow_1y", META, "85753"),
    ("2021", "TJK", "RUS", "flow_1y", META, "55126"),
    ("2023", "WLD", "KAZ", "net_1y", FIRST, "76609"),
    ("2023", "WLD", "KAZ", "net_1y_deviation", FIRST, "52852"),
    ("2023", "WLD", "KAZ", "net_1y", LATEST, "57481"),
    ("2023", "WLD", "UZB", "net_1y", FIRST, "-65854"),
    ("2023", "WLD", "UZB", "net_1y", LATEST, "-34351"),
    ("2015", "WLD", "RUS", "net_1y", FIRST, "-412368"),
    ("2015", "WLD", "RUS", "net_1y", LATEST, "-581256"),
    ("2022", "WLD", "RUS", "net_1y", META, "-864962"),
]


@cache
def yearly() -> pd.DataFrame:
    parts = sorted((TABLES / "yearly_flows").glob("*.csv"))
    return pd.concat(pd.read_csv(path, dtype=str, keep_default_na=False) for path in parts)


def rows(year: str, origin: str, destination: str, indicator: str, told: str) -> pd.DataFrame:
    found = yearly()
    column = "source_id" if told == META else "series"
    return found.loc[
        found["year"].eq(year)
        & found["origin"].eq(origin)
        & found["destination"].eq(destination)
        & found["indicator"].eq(indicator)
        & found[column].eq(told)
    ]


@pytest.mark.parametrize("case", PRINTED, ids=lambda case: "-".join(case[:3]) + case[4])
def test_a_printed_figure_stands_in_the_table(case) -> None:
    *where, value = case
    assert rows(*where)["value"].tolist() == [value]


def test_each_row_of_the_model_names_its_edition_and_those_of_meta_none() -> None:
    own = yearly().groupby("source_id")["series"].unique().map(set)
    assert own[GASKIN_ABEL] == {FIRST, LATEST}
    assert own[META] == {""}


def test_a_pair_that_is_kept_has_both_ways_and_all_years_of_the_first_edition() -> None:
    found = yearly().loc[lambda f: f["indicator"].eq("flow_1y") & f["series"].eq(FIRST)]
    own = found.loc[found["origin"].eq("KAZ") & found["destination"].eq("RUS")]
    assert sorted(map(int, own["year"])) == list(range(1990, 2024))
    ways = set(zip(found["origin"], found["destination"], strict=True))
    assert {(b, a) for a, b in ways} == ways


def test_small_pairs_are_left_out_but_among_the_five() -> None:
    frame = pd.DataFrame(
        [("AUS", "TKM", "999"), ("TKM", "AUS", "5"), ("POL", "UZB", "1000"), ("UZB", "POL", "1")],
        columns=["origin", "destination", "value"],
    )
    frame.loc[len(frame)] = ["KGZ", "TKM", "1"]
    kept = of_size(frame)
    assert list(zip(kept["origin"], kept["destination"], strict=True)) == [
        ("POL", "UZB"),
        ("UZB", "POL"),
        ("KGZ", "TKM"),
    ]
    assert LEAST == 1_000


def test_83_pairs_of_the_model_are_kept_as_its_provenance_says() -> None:
    found = yearly().loc[lambda f: f["indicator"].eq("flow_1y") & f["source_id"].eq(GASKIN_ABEL)]
    ends = {frozenset(p) for p in zip(found["origin"], found["destination"], strict=True)}
    assert len(ends) == 83
    assert sum(pair <= set(FIVE) for pair in ends) == 10


def test_the_latest_edition_has_no_pair_below_50_and_russia_lacks_one_deviation() -> None:
    found = yearly()
    latest = found.loc[found["indicator"].eq("flow_1y") & found["series"].eq(LATEST)]
    assert latest["value"].astype(int).min() >= 50
    deviations = found.loc[found["indicator"].eq("net_1y_deviation")]
    known = set(zip(deviations["destination"], deviations["year"], strict=True))
    every = {(c, str(y)) for c in (*FIVE, "RUS") for y in range(1990, 2024)}
    assert every - known == {("RUS", "1994")}
