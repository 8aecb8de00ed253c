"""What is known of assisted return: hand-worked rows, and figures typed in from the sources."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.measures.avrr import (
    STATES,
    assisted_from_uk,
    best_known_year,
    coverage,
    host_totals,
    report_of,
    report_years,
    returns_of,
    yearly_totals,
)
from data.measures.corridors import FIVE
from data.texts import texts
from tests.support import table

YEARS = range(2010, 2025)


def made(**values):
    """A row of the table ``avrr``: a whole year of people helped to go from Germany to KGZ."""
    row = {
        "host": "DEU", "origin": "KGZ", "indicator": "avrr_returns", "year": 2019,
        "period_start": pd.Timestamp(2019, 1, 1), "period_end": pd.Timestamp(2019, 12, 31),
        "period_type": "calendar_year", "sex": "total", "age": "total", "value": 40.0,
        "unit": "persons", "obs_status": "normal", "confidence": "official_text",
        "note_id": None, "source_id": "avrr", "reference": "made", "programme": "avrr",
    }  # fmt: skip
    return row | values


def rows(*several):
    return pd.DataFrame([made(**one) for one in several])


def states(frame, country="KGZ", role="origin"):
    found = coverage(frame, (country,), YEARS, role)
    return {int(r.year): r.state for r in found.itertuples() if r.state != "none"}


# Coverage of the real table, as the sources print it


def test_tajikistan_has_parts_of_two_years_and_kazakhstan_nothing_as_country_of_origin():
    assert states(table("avrr"), "TJK") == {2020: "part", 2021: "part"}
    assert states(table("avrr"), "KAZ") == {}
    assert states(table("avrr"), "TKM") == {}


def test_uzbekistan_is_only_mentioned_in_2022():
    assert states(table("avrr"), "UZB") == {2021: "part", 2022: "named"}


def test_kazakhstan_as_host_has_the_journeys_of_2020_and_not_the_report_that_names_no_host():
    assert states(table("avrr"), "KAZ", "host") == {2020: "part"}


def test_people_passing_through_uzbekistan_are_not_returns_from_it():
    assert states(table("avrr"), "UZB", "host") == {}


def test_no_whole_year_is_known_for_any_of_the_five():
    assert yearly_totals(table("avrr"), FIVE, "origin").empty
    assert yearly_totals(table("avrr"), FIVE, "host").empty


# Coverage of made rows


def test_a_whole_year_counts_more_than_a_part_and_a_part_more_than_a_mention():
    mention = {"indicator": "avrr_top_ten_rank_listed", "obs_status": "flag", "host": "WLD"}
    part = {"period_type": "part_year"}
    assert states(rows(mention)) == {2019: "named"}
    assert states(rows(mention, part)) == {2019: "part"}
    assert states(rows(mention, part, {"host": "WLD"})) == {2019: "figure"}


def test_the_figure_of_one_host_is_a_part_of_the_countrys_year():
    assert states(rows({})) == {2019: "part"}
    assert states(rows({"origin": "WLD", "host": "KAZ"}), "KAZ", "host") == {2019: "figure"}


def test_a_figure_of_women_alone_fills_no_hole():
    assert states(rows({"sex": "female"})) == {}


@given(st.lists(st.integers(2000, 2030), max_size=8), st.sampled_from(["origin", "host"]))
def test_every_pair_of_country_and_year_has_exactly_one_state(years, role):
    frame = rows({}, *({"year": year} for year in years))
    found = coverage(frame, FIVE, YEARS, role)
    assert len(found) == len(FIVE) * len(YEARS)
    assert set(found["state"]) <= set(STATES)


# Yearly totals


def test_the_hosts_at_hand_are_added_and_counted():
    frame = rows({}, {"host": "POL", "value": 3.0}, {"host": "R_EEA", "value": 99.0})
    found = yearly_totals(frame, ("KGZ",), "origin")
    assert found.to_dict("records") == [
        {"country": "KGZ", "indicator": "avrr_returns", "year": 2019, "value": 43.0, "partners": 2}
    ]


def test_a_published_total_stands_alone():
    frame = rows({}, {"host": "WLD", "value": 50.0})
    found = yearly_totals(frame, ("KGZ",), "origin")
    assert list(found["value"]) == [50.0]
    assert list(found["partners"]) == [0]


def test_two_programmes_are_never_added():
    frame = rows({}, {"indicator": "vhr_returns", "value": 7.0})
    found = yearly_totals(frame, ("KGZ",), "origin")
    assert dict(zip(found["indicator"], found["value"], strict=True)) == {
        "avrr_returns": 40.0,
        "vhr_returns": 7.0,
    }


def test_of_two_figures_for_one_pair_the_better_confirmed_one_is_used():
    frame = rows({"confidence": "press", "value": 41.0}, {})
    assert list(yearly_totals(frame, ("KGZ",), "origin")["value"]) == [40.0]


def test_parts_of_years_and_mentions_are_in_no_total():
    frame = rows({"period_type": "part_year"}, {"obs_status": "flag"})
    assert yearly_totals(frame, ("KGZ",), "origin").empty


def test_a_host_sees_the_people_who_left_it():
    found = yearly_totals(rows({"host": "KAZ"}), FIVE, "host")
    assert list(found["country"]) == ["KAZ"]


# Hosts and reports


def test_germany_greece_and_austria_led_in_2016():
    found = host_totals(table("avrr"))
    first = found.loc[found["year"].eq(2016)].head(3)
    assert list(first["host"]) == ["DEU", "GRC", "AUT"]
    assert list(first["value"]) == [54000.0, 6153.0, 4812.0]


def test_the_year_with_most_hosts_is_the_later_of_two():
    assert best_known_year(rows({"year": 2015}, {"year": 2016})) == 2016
    assert best_known_year(rows({}).head(0)) is None


@pytest.mark.parametrize(
    ("year", "title"),
    [
        (2010, "AVRR Annual Report of Activities 2010"),
        (2013, ""),
        (2016, "AVRR 2016 Key Highlights"),
        (2019, "Return and Reintegration Key Highlights 2019"),
    ],
)
def test_each_year_has_the_report_that_iom_published_for_it(year, title):
    assert report_of(texts("avrr_terms")["reports"], year) == title


def test_reports_run_from_2010_to_2024():
    assert report_years(texts("avrr_terms")["reports"]) == YEARS


@pytest.mark.parametrize(("origin", "year", "value"), [("UZB", 2023, 8), ("TJK", 2022, 5)])
def test_the_home_office_counts_assisted_returns_by_citizenship(origin, year, value):
    found = assisted_from_uk(table("returns"), origin)
    assert found.loc[found["year"].eq(year), "value"].sum() == value


def test_a_mention_says_nothing_of_a_host():
    frame = rows({"indicator": "avrr_reintegration_first", "host": "KAZ", "obs_status": "flag"})
    assert returns_of(frame, "KAZ", "host").empty
