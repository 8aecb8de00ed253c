"""Yardsticks of the flow types, against hand-worked tables and against published figures."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.codelists import code_list, codes
from data.measures import flow_types
from data.measures.corridors import FIVE
from data.measures.flow_holdings import all_figures
from data.measures.flow_types import (
    best,
    figures,
    latest,
    rows_behind,
    searched,
    series,
)
from data.measures.grades import GRADES, OFFICIAL_VIA_PRESS, grade
from data.measures.yardsticks import TYPES, YARDSTICKS, Yardstick, of_type, yardstick
from data.provenance import source
from tests.support import table

TABLES = {name: table(name) for name in flow_types.TABLES}
SUM = Yardstick("x", "forced", "t", ("a", "b"), "origin", "sum", "stock", "persons")


def a_table(*rows: dict) -> dict[str, pd.DataFrame]:
    base = {
        "origin": "KAZ", "destination": "DEU", "indicator": "a", "year": 2020, "sex": "total",
        "age": "total", "period_type": "end_year", "period_start": pd.NaT,
        "period_end": pd.Timestamp("2020-12-31"), "value": 1.0, "obs_status": "normal",
        "confidence": "machine_checked", "method": "", "source_id": "s", "note_id": "",
        "reference": "",
    }  # fmt: skip
    return {"t": pd.DataFrame([base | row for row in rows])}


def said(name: str, country: str, year: int) -> list[float]:
    found = figures(TABLES, yardstick(name), country)
    whole = found.loc[found["year"].eq(year) & found["coverage"].eq("full")]
    return list(whole["value"])


def test_every_yardstick_reads_what_the_code_lists_know():
    for one in YARDSTICKS:
        assert one.flow_type in TYPES
        assert one.table in flow_types.TABLES
        assert set(one.indicators) <= set(codes("indicators"))
        assert one.unit in codes("units") and one.measure in codes("measures")
        listed = code_list("indicators").loc[list(one.indicators)]
        assert set(listed["unit"]) == {one.unit}
    assert len({one.id for one in YARDSTICKS}) == len(YARDSTICKS)
    assert {one.flow_type for one in YARDSTICKS} == set(TYPES)


def test_every_source_that_is_graded_by_hand_exists():
    for name in OFFICIAL_VIA_PRESS:
        assert source(name).id == name


def test_partners_and_parts_of_one_whole_are_added_but_never_a_sum_of_countries():
    tables = a_table(
        {"value": 10.0}, {"value": 5.0, "indicator": "b"}, {"value": 7.0, "destination": "POL"},
        {"value": 100.0, "destination": "EU27_2020"}, {"value": 200.0, "destination": "WLD"},
        {"value": 3.0, "destination": "UNK"},
    )  # fmt: skip
    [row] = figures(tables, SUM, "KAZ").to_dict("records")
    assert row["value"] == 25
    assert row["partners"] == 2  # Germany and Poland; people in an unknown country have none


def test_a_sum_is_as_sure_as_its_least_sure_part():
    tables = a_table(
        {}, {"destination": "POL", "confidence": "machine_single", "obs_status": "rounded"}
    )
    [row] = figures(tables, SUM, "KAZ").to_dict("records")
    assert (row["confidence"], row["obs_status"], row["grade"]) == (
        "machine_single", "rounded", "official",
    )  # fmt: skip


def test_rows_without_a_year_and_parts_of_a_year_never_make_a_history():
    tables = a_table(
        {"year": None, "value": 9.0},
        {"year": 2021, "period_type": "part_year", "period_end": pd.Timestamp("2021-05-31")},
        {"year": 2019, "period_end": pd.Timestamp("2019-12-31"), "value": 4.0},
    )
    found = figures(tables, SUM, "KAZ")
    assert list(found["coverage"]) == ["full", "part"]
    assert list(series(found)["year"]) == [2019]
    assert latest(found)["year"] == 2019  # a whole year goes before a later part of a year


def test_months_make_only_the_years_that_the_source_covers():
    by_month = Yardstick(
        "x", "transit", "t", ("a",), "origin", "DEU", "event", "detections", years=(2020, 2020)
    )
    tables = a_table(
        *(
            {"period_type": "month", "period_end": pd.Timestamp(2020, month, 28)}
            for month in (1, 7, 12)
        ),
        {"year": 2021, "period_type": "month", "period_end": pd.Timestamp("2021-01-31")},
    )
    [row] = figures(tables, by_month, "KAZ").to_dict("records")
    assert (row["value"], row["period_type"], row["coverage"]) == (3, "calendar_year", "full")


@given(st.lists(st.floats(0, 1e7, allow_nan=False), min_size=1, max_size=6))
def test_a_sum_of_partners_is_the_sum_and_says_how_many(values):
    hosts = ("DEU", "POL", "AUT", "BEL", "CZE", "FRA")
    tables = a_table(*({"destination": h, "value": v} for h, v in zip(hosts, values, strict=False)))
    [row] = figures(tables, SUM, "KAZ").to_dict("records")
    assert row["value"] == pytest.approx(sum(values))
    assert row["partners"] == len(values)


@pytest.mark.parametrize(
    ("confidence", "method", "source_id", "expected"),
    [
        ("machine_checked", "", "unhcr_refugee_statistics", "official"),
        ("machine_single", "da_pb_closed", "abel_cohen_flows", "modelled"),
        ("machine_single", "sd_rev_neg", "abel_cohen_flows_ims2024", "modelled"),
        ("official_text", "key_informant", "iom_dtm_return_migrants", "modelled"),
        ("official_text", "register", "uzb_official_press", "official"),
        ("press", "press", "kaz_kandas", "official_press"),
        ("press", "press", "humanitarian_returns", "press"),
    ],
)
def test_a_grade_says_how_a_figure_is_known(confidence, method, source_id, expected):
    assert grade(confidence, method, source_id) == expected
    assert expected in GRADES


@pytest.mark.parametrize(
    ("name", "country", "year", "published"),
    [
        # Ministry of Labour of Tajikistan: 652,014 people left to work in 2023.
        ("labour_migrants_left", "TJK", 2023, 652_014),
        # Ministry of Labour of Kazakhstan: 16,805 kandas in 2025; 17,540 in 2021.
        ("kandas", "KAZ", 2025, 16_805),
        ("kandas", "KAZ", 2021, 17_540),
        # Kyrgyzstan: 935 kairylman in 2025, of them 837 from Tajikistan.
        ("kairylman", "KGZ", 2025, 935),
        ("kairylman_from", "TJK", 2025, 837),
        # Home Office, Uzbekistan 2023: 305 voluntary returns, 15 enforced.
        ("uk_voluntary", "UZB", 2023, 305),
        ("uk_enforced", "UZB", 2023, 15),
        # Uzbekistan's authorities: 12.8 million trips abroad in 2019.
        ("departures_all", "UZB", 2019, 12_800_000),
        # Interior Ministry of Russia: 1,316,569 patents to citizens of Uzbekistan in 2021.
        ("patents_russia", "UZB", 2021, 1_316_569),
        # Agency of Uzbekistan: 3,709 citizens brought home in 2025.
        ("state_paid", "UZB", 2025, 3_709),
    ],
)
def test_a_yardstick_gives_the_published_figure(name, country, year, published):
    assert said(name, country, year)[-1] == published


def test_refugees_and_others_in_need_of_protection_are_one_whole_with_a_break():
    """UNHCR 2025: Kazakhstan hosts 4,377 refugees and 48,391 others in need of protection."""
    chosen = yardstick("refugees_in")
    assert said("refugees_in", "KAZ", 2025) == [4_377 + 48_391]
    assert chosen.breaks == (2023,)


def test_a_part_of_a_year_at_the_border_is_marked():
    shown = best(TABLES, "frontier", "UZB")
    assert shown.row["value"] == 1_598_656  # 1 January to 10 May 2024
    assert not shown.whole
    assert shown.row["coverage"] == "part"


def test_years_of_students_with_holes_are_not_the_latest_figure():
    shown = best(TABLES, "educational", "KAZ")
    assert shown.row["year"] == 2019
    found = figures(TABLES, yardstick("students_abroad"), "KAZ")
    holes = set(found.loc[found["coverage"].eq("incomplete"), "year"])
    assert holes == {1998, 1999, 2010, 2013, 2020, 2021}
    assert not holes & set(series(found)["year"])


def test_two_series_of_the_eu_are_never_one():
    reads = [one.indicators for one in of_type("return") if one.id == "eu_returned"]
    assert reads == [("returned_after_order_third_country",)]


@pytest.mark.parametrize("country", FIVE)
@pytest.mark.parametrize("flow_type", TYPES)
def test_the_best_figure_is_one_of_the_figures_of_its_cell(flow_type, country):
    shown = best(TABLES, flow_type, country)
    behind = rows_behind(TABLES, shown.yardstick, (country,))
    everything = all_figures(TABLES, flow_type, country)
    assert len(behind)
    assert set(behind["indicator"]) <= set(everything["indicator"])
    assert shown.yardstick.table in searched(flow_type)
    assert everything["partner"].notna().all()


def test_everything_on_a_cell_names_the_country_and_nothing_twice():
    found = all_figures(TABLES, "forced", "KGZ")
    at_home = found["indicator"].eq("idps") & found["partner"].eq("KGZ")
    assert set(found.loc[at_home, "side"]) == {"origin"}
    assert found.duplicated(["table", "side", "partner", "indicator", "series", "year",
                             "period_type", "period_end", "sex", "age", "source_id",
                             "method"]).sum() == 0  # fmt: skip
