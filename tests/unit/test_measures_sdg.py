"""Measures on target 10.7: by hand, against published figures, and for any series."""

import datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.areas import FIVE
from data.measures import sdg
from tests.support import table

points = st.builds(sdg.Point, st.floats(0, 1e6), st.one_of(st.none(), st.integers(1990, 2030)))


def made(**columns: list) -> pd.DataFrame:
    return pd.DataFrame(columns)


def test_a_reading_compares_the_latest_value_with_that_of_2015():
    found = sdg.reading(
        [sdg.Point(3, 2010), sdg.Point(5, 2015), sdg.Point(9, 2018), sdg.Point(4, 2020)]
    )
    assert found == sdg.Reading(sdg.Point(4, 2020), sdg.Point(5, 2015))
    assert found.direction == "down"


def test_where_2015_has_no_value_the_first_after_it_is_taken_and_none_from_before():
    assert sdg.reading([sdg.Point(1, 2014), sdg.Point(2, 2017), sdg.Point(2, 2019)]) == sdg.Reading(
        sdg.Point(2, 2019), sdg.Point(2, 2017)
    )
    only_before = sdg.reading([sdg.Point(1, 2012), sdg.Point(2, 2014)])
    assert only_before == sdg.Reading(sdg.Point(2, 2014), None)
    assert only_before.direction is None


def test_nothing_dated_is_no_reading():
    assert sdg.reading([]) is None
    assert sdg.reading([sdg.Point(607, None)]) is None


@given(st.lists(points, max_size=12))
def test_a_reading_never_invents_a_value(series):
    found = sdg.reading(series)
    dated = [p for p in series if p.year is not None]
    if not dated:
        assert found is None
        return
    assert found.latest in dated
    assert found.latest.year == max(p.year for p in dated)
    if found.earlier is not None:
        assert found.earlier in dated
        assert sdg.BASE_YEAR <= found.earlier.year < found.latest.year


@pytest.mark.parametrize(
    ("cost", "status"),
    [
        (0, "under_target"),
        (2.99, "under_target"),
        (3, "under_limit"),
        (5, "under_limit"),
        (5.01, "over_limit"),
    ],
)
def test_less_than_three_per_cent_is_the_target_and_over_five_is_over_the_limit(cost, status):
    assert sdg.cost_status(cost) == status


def test_returns_are_added_over_quarters_and_refused_entry_is_left_out():
    kinds = [
        "return_voluntary_assisted",
        "return_voluntary_controlled",
        "return_voluntary_other_verified",
        "return_enforced",
        "refused_entry_departed",
        "return_enforced_by_destination",
        "return_enforced",
    ]
    rows = made(
        source_id=["uk_home_office_returns"] * 7,
        origin=["UZB"] * 6 + ["KAZ"],
        indicator=kinds,
        year=[2023] * 7,
        value=[1.0, 2.0, 4.0, 3.0, 50.0, 3.0, 9.0],
    )
    found = sdg.returned_from_uk(rows, "UZB")
    assert found == {2023: sdg.Returned(voluntary=7, assisted=1, enforced=3)}


def test_published_returns_of_uzbeks_from_the_united_kingdom():
    assert sdg.returned_from_uk(table("returns"), "UZB")[2023] == sdg.Returned(305, 8, 15)


def test_the_newest_dated_total_is_taken_and_nothing_added_up():
    returns = table("returns")
    home = ["humanitarian_returns", "humanitarian_returns_women_children"]
    told = {
        code: sdg.brought_home(returns, code, home)["value"].tolist()
        for code in ("KAZ", "KGZ", "TKM", "UZB")
    }
    assert told == {"KAZ": [524], "KGZ": [551], "TKM": [], "UZB": [438]}


def test_a_single_flight_is_no_total():
    returns = table("returns")
    flights = returns.loc[returns["period_type"].eq("event")]
    assert sdg.brought_home(flights, "KAZ", ["humanitarian_returns"]).empty


def test_returns_that_the_source_does_not_split_have_no_assisted_part():
    assert sdg.returned_from_uk(table("returns"), "UZB")[2025] == sdg.Returned(427, None, 14)


def test_permits_are_compared_only_between_years_of_the_same_countries():
    rows = made(
        destination=["DEU", "POL", "DEU", "POL", "DNK", "DEU", "POL", "DNK", "GBR"],
        year=[2015, 2015, 2021, 2021, 2021, 2023, 2023, 2023, 2023],
        value=[100.0, 200.0, 300.0, 400.0, 500.0, 600.0, 700.0, 800.0, 9000.0],
    )
    sums = sdg.summed(rows, ("DEU", "POL", "DNK"))
    assert sums[2023] == (2100, frozenset({"DEU", "POL", "DNK"}))
    assert sdg.like_for_like(sums) == sdg.Reading(sdg.Point(2100, 2023), sdg.Point(1200, 2021))
    assert sdg.like_for_like({}) is None


def test_few_people_are_not_compared():
    sums = {2015: (88.0, frozenset({"DEU"})), 2023: (700.0, frozenset({"DEU"}))}
    assert sdg.like_for_like(sums) == sdg.Reading(sdg.Point(700, 2023))


@given(
    st.floats(0, 1e6),
    st.floats(0, 1e6),
)
def test_higher_or_lower_is_by_more_than_a_tenth(now, then):
    way = sdg.Reading(sdg.Point(now, 2023), sdg.Point(then, 2015)).direction
    assert (way == "up") == (now > 1.1 * then)
    assert (way == "down") == (then > 1.1 * now)
    assert (way == "same") == (now == then and way not in ("up", "down"))


def test_a_value_in_doubt_is_no_value_to_lead_with():
    sure, doubted = sdg.Point(52, 2018), sdg.Point(2, 2014, sdg.DISPUTED)
    assert sdg.undisputed([doubted, sure]) == (sure,)


def test_a_value_that_cannot_be_compared_stands_alone():
    assert sdg.alone([sdg.Point(1, 2015), sdg.Point(9, 2020)]) == sdg.Reading(sdg.Point(9, 2020))
    assert sdg.alone([]) is None


def test_a_snapshot_without_a_visa_free_passport_counts_zero_and_the_pandemic_is_left_out():
    day, closed = pd.Timestamp("2025-01-12"), pd.Timestamp("2020-11-19")
    rows = made(
        series=["passports_by_category"] * 3,
        destination=["TKM"] * 3,
        date=[day, closed, closed],
        status=["visa_required", "covid_ban", "visa_free"],
        value=[198.0, 100.0, 98.0],
    )
    assert sdg.admitted_without_visa(rows, "TKM") == {datetime.date(2025, 1, 12): 0}


def test_uzbekistan_alone_has_not_answered_and_kazakhstan_alone_answered_twice():
    rounds = {c: sdg.policy_rounds(table("policy_domains"), c) for c in FIVE}
    assert rounds == {
        "KAZ": (2019, 2021),
        "KGZ": (2019,),
        "TJK": (2019,),
        "TKM": (2021,),
        "UZB": (),
    }


@pytest.mark.parametrize(
    ("receiver", "cost"), [("KAZ", 1.34), ("KGZ", 1.35), ("TJK", 1.59), ("UZB", 1.67)]
)
def test_published_costs_of_2017_from_russia(receiver, cost):
    rows = sdg.corridor_rows(table("remittance_costs"), "RUS", receiver, "sdg_10_c_1_corridor")
    value = next(p.value for p in sdg.points(rows) if p.year == 2017)
    assert value == pytest.approx(cost, abs=0.006)


def test_the_quarterly_survey_ends_with_the_third_quarter_of_2020():
    rows = sdg.corridor_rows(table("remittance_costs"), "RUS", "UZB")
    last = rows.iloc[-1]
    assert sdg.quarter(last["period_start"]) == 2020 * 4 + 2
    assert len(rows) == 35
    year = rows.loc[rows["year"].eq(2020), "value"]
    assert year.mean() == pytest.approx(1.75, abs=0.005)


def test_kyrgyzstan_has_a_corridor_over_the_limit_and_turkmenistan_none_surveyed():
    sender, point = sdg.costliest(table("remittance_costs"), "KGZ")
    assert sender == "DEU"
    assert sdg.cost_status(point.value) == "over_limit"
    assert sdg.costliest(table("remittance_costs"), "TKM") is None


def test_published_deaths_and_world_values():
    indicators = table("sdg_indicators")
    deaths = sdg.points(sdg.indicator_rows(indicators, "sdg_10_7_3", "KAZ"))
    assert deaths == (sdg.Point(52, 2018),)
    disputed = sdg.points(sdg.indicator_rows(indicators, "sdg_10_7_3", "TJK"))
    assert disputed == (sdg.Point(2, 2014, "disputed"),)
    world = sdg.points(sdg.indicator_rows(indicators, "sdg_10_c_1_receiving", "WLD"))
    known = {p.year: p.value for p in world}
    assert (known[2011], known[2015], known[2017]) == (9.30, 7.52, 7.21)


def test_the_series_of_the_un_is_never_mixed_with_a_national_one():
    rows = sdg.indicator_rows(table("sdg_indicators"), "sdg_16_2_2_all", "KGZ")
    assert set(rows["source_id"]) == {"un_sdg_database"}
    assert int(rows["year"].max()) == 2020


def test_kyrgyzstans_own_platform_as_published():
    rows = table("sdg_indicators")
    own = rows.loc[rows["source_id"].eq("kgz_national_sdg")]
    level = own.loc[own["indicator"].eq("sdg_10_7_2_national")]
    assert level[["year", "value"]].to_numpy().tolist() == [[2019, 3]]
    assert own.loc[own["indicator"].eq("sdg_10_7_4"), "year"].agg(["min", "max"]).tolist() == [
        2000,
        2024,
    ]
    part = own.loc[own["indicator"].eq("sdg_16_2_2_all") & own["year"].eq(2025)]
    assert part["value"].tolist() == [1]
