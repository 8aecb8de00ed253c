"""The rules of the subject that are easy to break, as far as the tables can show them."""

import pandas as pd
import pytest

from data.paths import TABLES
from tests.contract.conftest import Part

FIVE = ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
LUMPED = ["USA", "GBR", "FRA", "SWE", "ARE", "SAU"]
METHODS = {
    "da_pb_closed",
    "da_min_closed",
    "da_min_open",
    "mig_rate",
    "sd_drop_neg",
    "sd_rev_neg",
}
PARTS = sorted((path.parent.name, path.stem) for path in TABLES.glob("*/*.csv"))


def chosen(frame: pd.DataFrame, **wanted: str) -> pd.DataFrame:
    for column, value in wanted.items():
        frame = frame.loc[frame[column] == value]
    return frame


# Seven measures
def test_an_indicator_measures_one_thing_in_one_unit(code_lists) -> None:
    indicators = code_lists["indicators"]
    assert indicators.index.is_unique
    assert set(indicators["measure"]) == set(code_lists["measures"].index)
    assert set(indicators["flow_type"]) <= set(code_lists["flow_types"].index)


def test_border_crossings_and_detections_are_events_and_documents_are_not_people(
    code_lists,
) -> None:
    indicators = code_lists["indicators"]
    for unit in ("crossings", "detections", "trips"):
        assert set(indicators.loc[indicators["unit"] == unit, "measure"]) <= {"event"}, unit
    documents = indicators["unit"].isin(["permits", "patents", "visas"])
    assert set(indicators.loc[documents, "measure"]) <= {"permit", "flow", "rate"}
    money = indicators["unit"].isin(["usd", "million_usd", "eur", "uzs"])
    assert set(indicators.loc[money, "measure"]) == {"money"}
    assert set(indicators.loc[indicators["unit"] == "percent", "measure"]) <= {"rate"}


def test_every_indicator_is_used(part: Part, code_lists) -> None:
    used = {code for where in PARTS for code in part(*where).get("indicator", [])}
    assert used == set(code_lists["indicators"].index)


# Two revisions of the United Nations
@pytest.mark.parametrize("source", ["un_desa_ims2020", "un_desa_ims2024"])
def test_a_revision_is_whole_in_itself(part: Part, source: str) -> None:
    """Each has every year from 1990 on, so that nothing has to be joined from the other."""
    frame = part("migrant_stocks", source)
    assert {"1990", "1995", "2000", "2005", "2010", "2015", "2020"} <= set(frame["year"])
    assert set(frame["period_type"]) == {"mid_year"}


def test_a_pair_and_year_stands_in_both_revisions_under_two_sources(part: Part) -> None:
    where = {"origin": "UZB", "destination": "RUS", "year": "2020", "sex": "total"}
    found = {s: part("migrant_stocks", s) for s in ("un_desa_ims2020", "un_desa_ims2024")}
    rows = {s: chosen(frame, **where, series="pairs") for s, frame in found.items()}
    assert [len(frame) for frame in rows.values()] == [1, 1]
    assert len({frame["value"].item() for frame in rows.values()}) == 2


# A missing pair is not a zero
@pytest.mark.parametrize("destination", LUMPED)
def test_the_2024_revision_names_no_central_asian_origin_for(part: Part, destination: str) -> None:
    frame = chosen(part("migrant_stocks", "un_desa_ims2024"), destination=destination)
    assert not frame["origin"].isin(FIVE).any()
    assert "WLD" in set(frame["origin"])


def test_the_2024_revision_names_only_kazakhstan_for_germany(part: Part) -> None:
    frame = chosen(part("migrant_stocks", "un_desa_ims2024"), destination="DEU")
    assert set(frame["origin"]) & set(FIVE) == {"KAZ"}


# Refugees and people in a similar situation
def test_moved_groups_of_unhcr_are_there_to_be_added_to_refugees(part: Part) -> None:
    frame = part("forced_displacement", "unhcr_refugee_statistics")
    moved = chosen(frame, indicator="other_in_need_of_protection")
    assert set(moved["year"]) == {"2025"}
    assert (moved["note_id"] != "").all()


# Modelled flows
EDITIONS = pytest.mark.parametrize("edition", ["abel_cohen_flows_ims2024", "abel_cohen_flows"])


@EDITIONS
def test_every_modelled_flow_names_its_method(part: Part, edition: str) -> None:
    frame = part("migration_flows", edition)
    totals = chosen(frame, indicator="flow_5y")
    assert set(totals["method"]) == METHODS
    assert set(frame["obs_status"]) == {"modelled"}


def test_only_the_edition_on_the_2020_stocks_tells_returns_apart(part: Part) -> None:
    frame = part("migration_flows", "abel_cohen_flows")
    kinds = frame.loc[frame["indicator"] != "flow_5y"]
    assert set(kinds["method"]) == {"da_pb_closed", "da_min_closed", "da_min_open"}
    assert set(kinds["sex"]) == {"total"}
    newer = part("migration_flows", "abel_cohen_flows_ims2024")
    assert set(newer["indicator"]) == {"flow_5y"}


@EDITIONS
def test_all_methods_cover_the_same_pairs(part: Part, edition: str) -> None:
    frame = chosen(part("migration_flows", edition), indicator="flow_5y", sex="total")
    assert frame.groupby("method").size().nunique() == 1


# Returns after an order
def test_series_of_eurostat_keep_their_years_and_are_never_one(part: Part) -> None:
    frame = part("returns", "eurostat_enforcement")
    years = frame.groupby("indicator")["year"].agg(["min", "max"]).T.to_dict("list")
    assert years == {
        "ordered_to_leave": ["2012", "2016"],
        "returned_after_order_all_destinations": ["2012", "2016"],
        "returned_after_order_third_country": ["2014", "2023"],
    }


@pytest.mark.parametrize("where", PARTS, ids=["/".join(pair) for pair in PARTS])
def test_groups_of_countries_can_be_told_from_countries(part: Part, where, code_lists) -> None:
    """Codes of three letters are places; only longer ones, WLD, OTH and the like are not."""
    kinds = code_lists["countries"]["kind"]
    frame = part(*where)
    columns = {"origin", "destination", "host", "country", "sender", "receiver"}
    for column in columns & set(frame.columns):
        groups = {code for code in frame[column].unique() if len(code) > 3}
        assert not set(kinds.loc[sorted(groups)]) & {"country", "area"}


# British returns and assisted return
def test_british_returns_are_not_iom_returns(part: Part) -> None:
    british = chosen(part("avrr", "avrr"), host="GBR")
    assert set(british["programme"]) == {"uk_assisted"}
    assert set(british["origin"]) == {"WLD"}
    assert "avrr" not in set(part("returns", "uk_home_office_returns")["programme"])


def test_assisted_and_humanitarian_return_are_two_programmes(part: Part) -> None:
    frame = part("avrr", "avrr")
    for indicator, programme in [("avrr_returns", "avrr"), ("vhr_returns", "vhr")]:
        assert set(chosen(frame, indicator=indicator)["programme"]) == {programme}
    assert set(chosen(frame, indicator="avrr_vhr_returns")["programme"]) == {"avrr_vhr"}


def test_running_totals_of_assisted_return_say_that_they_overlap(part: Part) -> None:
    running = chosen(part("avrr", "avrr"), period_type="cumulative")
    running = running.loc[running["indicator"] == "avrr_returns"]
    assert len(running) > 0
    assert (running["note_id"] == "avrr_cumulative").all()


def test_enforced_operations_of_frontex_are_not_voluntary(part: Part) -> None:
    codes = set(part("returns", "frontex_return_operations")["indicator"])
    assert codes == {"frontex_operation_enforced", "frontex_humanitarian_voluntary"}


# Goals of sustainable development
def test_governments_answered_in_these_years_only(part: Part) -> None:
    frame = part("policy_domains", "un_sdg_database")
    five = frame.loc[frame["country"].isin(FIVE), ["country", "year"]].drop_duplicates()
    assert sorted(five.itertuples(index=False, name=None)) == [
        ("KAZ", "2019"),
        ("KAZ", "2021"),
        ("KGZ", "2019"),
        ("TJK", "2019"),
        ("TKM", "2021"),
    ]


def test_deaths_that_were_counted_in_the_wrong_country_are_disputed(part: Part) -> None:
    frame = chosen(part("sdg_indicators", "un_sdg_database"), indicator="sdg_10_7_3", year="2014")
    disputed = frame.loc[frame["country"].isin(["TJK", "R_CENTRAL_ASIA"])]
    assert disputed["value"].tolist() == ["2", "2"]
    assert set(disputed["obs_status"]) == {"disputed"}
    assert (disputed["note_id"] != "").all()


def test_kazakhstan_lost_fifty_two_in_one_accident_of_2018(part: Part) -> None:
    frame = part("sdg_indicators", "un_sdg_database")
    deaths = chosen(frame, indicator="sdg_10_7_3", country="KAZ", year="2018")
    assert deaths["value"].tolist() == ["52"]
    incidents = part("missing_migrants", "iom_missing_migrants")
    accident = incidents.loc[
        incidents["date"].str.startswith("2018") & (incidents["country"] == "KAZ")
    ]
    assert accident["value"].tolist() == ["52"]
    assert accident["origin"].tolist() == ["UZB"]


def test_no_corridor_sends_money_to_turkmenistan(part: Part) -> None:
    for source in ("rpw_corridor_costs", "un_sdg_database"):
        frame = part("remittance_costs", source)
        assert not chosen(frame, receiver="TKM")["sender"].ne("WLD").any()


# Nothing invented
@pytest.mark.parametrize("where", PARTS, ids=["/".join(pair) for pair in PARTS])
def test_no_row_is_interpolated_or_carried_forward(part: Part, where) -> None:
    """No status or method says so, and there is none in the lists that could."""
    frame = part(*where)
    for column in {"obs_status", "method"} & set(frame.columns):
        assert not frame[column].str.contains("interpol|carried|imput|guess").any()


# Labels
def test_every_indicator_says_what_was_counted_in_both_languages(code_lists) -> None:
    indicators = code_lists["indicators"]
    for language in ("en", "ru"):
        letters = indicators[f"definition_{language}"].str.contains("[а-яё]")
        assert letters.all() if language == "ru" else not letters.any()
        assert indicators[f"name_{language}"].str.len().between(3, 90).all()
        assert (indicators[f"definition_{language}"] != "").all()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_names_in_a_list_tell_codes_apart(code_lists, language: str) -> None:
    named = {
        name: entries[f"name_{language}"]
        for name, entries in code_lists.items()
        if f"name_{language}" in entries and name not in {"indicators", "sources", "countries"}
    }
    assert named
    for name, names in named.items():
        assert (names != "").all(), name
        assert names.is_unique, (name, names[names.duplicated()].tolist())


def test_indicators_of_a_table_have_names_of_their_own(code_lists) -> None:
    for table, listed in code_lists["indicators"].groupby("table"):
        for language in ("en", "ru"):
            names = listed[f"name_{language}"]
            assert names.is_unique, (table, names[names.duplicated()].tolist())
