"""Flows by year: hand-worked agreement, spans, ranks and net migration of several sources."""

import pandas as pd
import pytest

from data.areas import FIVE
from data.measures.yearly import (
    EDITIONS,
    META,
    Agreement,
    agreement,
    apart,
    beside_counts,
    flows_by_year,
    is_largest,
    larger_way,
    model_years,
    one_way,
    pair_rows,
    pairs_of_year,
    ranked_pairs,
    ratios_by_year,
    signs,
)
from data.measures.yearly_net import COUNTED, READ, RESIDUAL, Nets, nets
from tests.support import table

FIRST, LATEST = EDITIONS
NOBODY = pd.DataFrame(columns=["source_id", "year", "stream", "counter", "ratio"])


def flows(*rows: tuple) -> pd.DataFrame:
    """Rows of the table: origin, destination, year, edition or Meta, persons."""
    return pd.DataFrame(
        [
            {
                "origin": o,
                "destination": d,
                "year": y,
                "series": None if told == META else told,
                "source_id": META if told == META else "gaskin_abel_flows",
                "indicator": "flow_1y",
                "value": float(v),
            }
            for o, d, y, told, v in rows
        ]
    )


BOTH = flows(
    ("KAZ", "RUS", 2000, FIRST, 300),
    ("KAZ", "RUS", 2000, LATEST, 600),
    ("RUS", "KAZ", 2000, FIRST, 100),
    ("RUS", "KAZ", 2000, LATEST, 200),
    ("KAZ", "RUS", 2001, FIRST, 1000),
    ("KAZ", "RUS", 2001, LATEST, 1000),
    ("RUS", "KAZ", 2001, FIRST, 1050),
    ("RUS", "KAZ", 2001, LATEST, 2000),
    ("KAZ", "RUS", 2002, FIRST, 40),
    ("RUS", "KAZ", 2002, FIRST, 90),
    ("RUS", "KAZ", 2002, LATEST, 60),
    ("KAZ", "RUS", 2002, META, 70),
    ("RUS", "KAZ", 2002, META, 60),
)


def test_a_flow_has_both_editions_their_ends_and_meta():
    found = one_way(flows_by_year(BOTH), "KAZ", "RUS").set_index("year")
    assert (found.loc[2000, "low"], found.loc[2000, "high"]) == (300, 600)
    assert pd.isna(found.loc[2002, "low"])  # fewer than 50 in the later edition: no lower end
    assert found.loc[2002, META] == 70


@pytest.mark.parametrize(
    ("stream", "counter", "sign"),
    [(111, 100, 1), (110, 100, 0), (100, 111, -1), (None, 5, None), (0, 0, 0)],
)
def test_a_way_is_the_larger_by_more_than_a_tenth(stream, counter, sign):
    assert larger_way(stream, counter) == sign


def test_years_are_agreed_only_where_every_source_names_one_way():
    told = signs(flows_by_year(BOTH), NOBODY, "KAZ", "RUS")
    assert told[2000] == {FIRST: 1, LATEST: 1}
    assert told[2001] == {FIRST: 0, LATEST: -1}
    assert told[2002] == {FIRST: -1, LATEST: -1, META: 1}  # at most 50 against 60
    assert agreement(told) == Agreement((2000, 2001, 2002), (2000,), ())
    turned = agreement(signs(flows_by_year(BOTH), NOBODY, "RUS", "KAZ"))
    assert (turned.there, turned.back) == ((), (2000,))


def test_a_count_of_both_ways_can_break_an_agreement():
    counted = pd.DataFrame([("an_office", 2000, 10.0, 90.0, 9.0)], columns=list(NOBODY.columns))
    told = signs(flows_by_year(BOTH), counted, "KAZ", "RUS")
    assert told[2000]["an_office"] == -1
    assert agreement(told).agreed == 0


def test_editions_are_so_many_times_apart_in_the_median_year():
    found = flows_by_year(BOTH)
    assert apart(one_way(found, "KAZ", "RUS")) == 1.5  # of 2 and 1
    assert apart(found.iloc[:0]) is None


def test_a_count_is_so_many_times_apart_from_the_nearer_edition():
    columns = ["start", "end", "year", "indicator", "value", "drawn"]
    counts = pd.DataFrame(
        [
            ("KAZ", "RUS", 2000, "departures_for_residence", 100.0, True),  # 300 to 600
            ("RUS", "KAZ", 2000, "arrivals_for_residence", 150.0, True),  # 100 to 200
            ("RUS", "KAZ", 2001, "arrivals_for_residence", 4000.0, True),  # 1,050 to 2,000
            ("RUS", "KAZ", 2001, "immigration_counted", 1.0, True),  # by citizenship
            ("RUS", "KAZ", 2001, "arrivals_for_residence", 9.0, False),  # part of a year
        ],
        columns=columns,
    )
    found = beside_counts(flows_by_year(BOTH), counts)
    assert list(found["times"]) == [3, 2, 1]
    assert list(found["value"]) == [100, 4000, 150]


def test_a_ratio_is_told_of_enough_people_and_known_of_fewer():
    found = ratios_by_year(flows_by_year(BOTH), "KAZ", "RUS").set_index(["year", "source"])
    assert found.loc[(2000, LATEST), "ratio"] == pytest.approx(200 / 600)
    assert found.loc[(2000, LATEST), "told"] == pytest.approx(200 / 600)
    assert found.loc[(2000, FIRST), "ratio"] == pytest.approx(100 / 300)
    assert pd.isna(found.loc[(2000, FIRST), "told"])  # of 300 people


def test_pairs_are_ranked_by_the_lower_edition_and_small_ones_not_at_all():
    rows = flows(
        *(("KAZ", "RUS", 2000, one, v) for one, v in zip(EDITIONS, (5000, 1500), strict=True)),
        *(("RUS", "KAZ", 2000, one, v) for one, v in zip(EDITIONS, (900, 1600), strict=True)),
        *(("UZB", "RUS", 2000, one, v) for one, v in zip(EDITIONS, (2000, 2500), strict=True)),
        *(("TJK", "RUS", 2000, one, v) for one, v in zip(EDITIONS, (999, 9000), strict=True)),
    )
    found = ranked_pairs(rows, 2000, FIVE)
    assert list(found["start"] + found["end"]) == ["UZBRUS", "KAZRUS"]
    assert list(found["low"]) == [2000, 1500]
    assert list(found["sign"]) == [1, 0]  # the later edition has more people coming from Russia
    assert pairs_of_year(rows, 2000, FIVE) == 3
    assert not is_largest(rows, 2000, FIVE, "KAZ", "RUS")


def test_the_real_table_has_34_years_and_what_the_sources_say_of_one_pair():
    yearly = table("yearly_flows")
    assert model_years(yearly) == tuple(range(1990, 2024))
    agreed = agreement(signs(flows_by_year(pair_rows(yearly, "KAZ", "RUS")), NOBODY, "KAZ", "RUS"))
    assert agreed.there == tuple(range(1990, 2010))
    assert agreed.back == (*range(2010, 2019), 2022, 2023)


def test_net_migration_has_one_sign_only_where_all_sources_give_it():
    found = Nets({"a": {1: 5.0, 2: 5.0, 3: 1.0}, "b": {1: 9.0, 2: -7.0}, FIRST: {2: 1.0}}, {2: 3.0})
    assert (found.compared, found.agreed) == ((1, 2), (1,))
    assert found.widest() == 2
    assert found.unsure(2) and not found.unsure(1)


@pytest.mark.parametrize(
    ("country", "agreed"),
    [("KAZ", 16), ("KGZ", 24), ("TJK", 28), ("TKM", 8), ("UZB", 30), ("RUS", 16)],
)
def test_in_how_many_of_34_years_the_sources_agree(country, agreed):
    found = nets({name: table(name) for name in READ}, country)
    assert len(found.compared) == 34
    assert len(found.agreed) == agreed


def test_net_migration_of_russia_in_2009_was_counted_above_zero_and_modelled_below():
    found = nets({name: table(name) for name in READ}, "RUS").of_year(2009)
    assert found == {RESIDUAL: 350206, FIRST: -65083, LATEST: -81749, COUNTED: 247449}
