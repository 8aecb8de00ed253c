"""Dated steps that bear on a country, and the series that they are set beside."""

import pandas as pd
import pytest
from hypothesis import strategies as st

from components.views.countries.filters import SIX
from data.areas import FIVE
from data.measures.catalogue import BESIDE_EVENTS as SERIES
from data.measures.country_series import READ as READ_BESIDE
from data.measures.country_series import shared_year, values
from data.measures.events import PANDEMIC, READ, bearing
from tests.support import table

VALUES = st.dictionaries(st.integers(1990, 2024), st.floats(-1e7, 1e7), min_size=2)


def steps(country):
    return bearing({name: table(name) for name in READ}, country, SIX)


def tables():
    return {name: table(name) for name in {"population", *READ_BESIDE}}


def days(country, name):
    found = steps(country)
    return [
        str(date.date()) for date in found.loc[found["name"].eq(name), "date"] if pd.notna(date)
    ]


def test_steps_stand_where_their_sources_date_them():
    assert days("KAZ", "EAEU") == ["2015-01-01"]
    assert days("KAZ", "IOM") == ["2002-12-02"]
    assert days("UZB", "IOM") == ["2018-11-27"]
    assert days("RUS", "IOM") == ["2021-04-19"]
    assert days("TJK", "ICRMW 1990") == ["2002-01-08"]
    assert set(steps("TKM").loc[lambda rows: rows["name"].eq("A/RES/73/195"), "status"]) == {
        "not_voting"
    }


@pytest.mark.parametrize("country", SIX)
def test_steps_come_in_the_order_of_time_and_none_twice(country):
    found = steps(country)
    assert found["year"].is_monotonic_increasing
    assert not found.duplicated(["name", "status", "partner"]).any()
    assert set(found["country"]) == {country}


def test_a_signature_gives_way_to_the_act_that_binds_and_stays_where_there_is_none():
    kept = steps("KGZ")
    assert set(kept.loc[kept["name"].eq("Palermo Smuggling Protocol 2000"), "status"]) == {
        "ratified"
    }
    only = steps("UZB")
    assert set(only.loc[only["name"].eq("Palermo Smuggling Protocol 2000"), "status"]) == {"signed"}


def test_readmission_is_with_neighbours_only_and_what_is_no_readmission_is_left_out():
    found = steps("KAZ").loc[lambda rows: rows["kind"].eq("readmission")]
    assert set(found["partner"]) == {"RUS", "KGZ", "TJK", "UZB"}
    assert not found["name"].str.contains("not readmission").any()


def test_talks_and_meetings_are_no_steps():
    for country in FIVE:
        assert not set(steps(country)["status"]) & {"negotiating", "held", "participant"}


def test_the_pandemic_is_there_only_where_a_table_has_it():
    seen = {code: set(steps(code).loc[steps(code)["kind"].eq(PANDEMIC), "name"]) for code in SIX}
    assert seen["KGZ"] == seen["KAZ"] == {"covid_repatriation", "covid_ban"}
    assert seen["TJK"] == seen["UZB"] == {"covid_repatriation"}
    assert seen["RUS"] == seen["TKM"] == {"covid_ban"}


def test_events_have_the_day_that_their_page_gives_or_only_the_year():
    assert days("TJK", "peace_accord") == ["1997-06-27"]
    assert days("RUS", "rouble_float") == days("TJK", "rouble_float") == ["2014-11-10"]
    assert days("KAZ", "mobilisation") == ["2022-09-21"]
    war = steps("TJK").loc[lambda rows: rows["name"].eq("civil_war")]
    assert war["date"].isna().all()
    assert war["year"].to_list() == [1992]
    assert "civil_war" not in set(steps("UZB")["name"])


def test_series_are_what_the_sources_published():
    assert values(tables(), SERIES["abroad"], "KGZ", False)[2024] > 500_000
    assert values(tables(), SERIES["here"], "KAZ", False)[2024] == 2_089_797
    assert values(tables(), SERIES["remittances"], "KGZ", False)[2024] == pytest.approx(3.10e9)


@pytest.mark.parametrize("measure", SERIES)
def test_a_relative_series_has_the_years_of_the_absolute_one(measure):
    for country in FIVE:
        absolute = values(tables(), SERIES[measure], country, False)
        assert set(values(tables(), SERIES[measure], country, True)) == set(absolute)


def test_money_per_head_is_in_dollars():
    people = {
        int(row.year): row.value
        for row in table("population").itertuples()
        if row.country == "KGZ" and row.indicator == "population"
    }
    expected = 3.10e9 / people[2024]
    assert values(tables(), SERIES["remittances"], "KGZ", True)[2024] == pytest.approx(expected)


def test_a_country_without_rows_has_an_empty_series():
    assert values(tables(), SERIES["remittances"], "RUS", False) == {}
    assert values(tables(), SERIES["refugees"], "RUS", False) == {}
    assert values(tables(), SERIES["refugees"], "RUS", True) == {}


def test_the_shared_year_is_the_latest_that_most_countries_have():
    assert shared_year({"A": {2020: 1.0, 2024: 1.0}, "B": {2020: 1.0}, "C": {1996: 1.0}}) == 2020
    assert shared_year({"A": {2020: 1.0, 2024: 1.0}, "B": {2020: 1.0, 2024: 1.0}}) == 2024
