"""What a sentence says of a figure is no more than its source says: who counted, paid, answered."""

import re

import pandas as pd
import pytest

from components.language import language
from components.views.avrr.filters import AvrrFilters
from components.views.avrr.kazakhstan_known import hosts
from components.views.drivers.filters import DriversFilters
from components.views.policy.filters import PolicyFilters
from components.views.readiness.filters import ReadinessFilters
from components.views.returns.filters import ReturnFilters
from components.views.sdg.filters import SdgFilters
from data.areas import FIVE
from data.measures.avrr_known import known_of, state_of
from data.measures.drivers import KINDS, MEMBERS
from data.measures.known_figures import latest
from data.measures.readiness import evidence
from data.measures.readiness_rules import CHAIN, STATE_PAID_ABROAD
from data.measures.readmission import agreements
from data.measures.returns_known import LINES
from data.measures.us_returns import REMOVED, us_rows
from tests.support import built, table

RULES = {rule.id: rule for rule in CHAIN}
TABLES = ("returns", "avrr", "forced_displacement")


@pytest.mark.parametrize("code", FIVE)
def test_help_of_the_state_is_found_wherever_the_table_has_any(code):
    rows = table("returns")
    own = rows["origin"].eq(code) & rows["indicator"].isin(STATE_PAID_ABROAD.where["indicator"])
    found = evidence({"returns": rows}, RULES["state_paid"], code)
    assert found.found == bool(own.any())
    newest = rows.loc[own & rows["indicator"].ne("covid_repatriation"), "year"].max()
    assert found.year == newest or found.rows["period_type"].eq("calendar_year").all()


@pytest.mark.parametrize("code", FIVE)
def test_no_count_of_people_who_came_by_themselves_too_stands_for_the_help_of_a_state(code):
    found = evidence({"returns": table("returns")}, RULES["state_paid"], code)
    assert not set(found.rows["note_id"].dropna()) & {"avf_on_own", "avf_all_ways"}


@pytest.mark.parametrize("code", FIVE)
def test_readiness_and_the_overview_of_returns_have_one_figure_of_iom(code):
    tables = {name: table(name) for name in TABLES}
    told = latest(tables, (code,), [line for line in LINES if line.name == "iom"])
    found = evidence(tables, RULES["avrr"], code)
    assert found.value == (None if told.empty else float(told["value"].iloc[0]))


@pytest.mark.parametrize("kind", ["state", "covid"])
@pytest.mark.parametrize("code", FIVE)
def test_nobody_is_said_to_have_paid_for_an_evacuation(code, kind):
    title = built("returns-dated", ReturnFilters((code,), kind=kind)).title
    assert "cost of the State" not in title
    assert "brought home by the State" not in title


def test_people_of_a_report_came_before_its_day():
    rows = table("avrr")
    rows = rows.loc[rows["indicator"].eq("returns_and_reintegration_assisted")]
    assert len(rows) == 3
    assert set(rows["period_end"]) == {pd.Timestamp(2021, 2, 1)}
    assert rows["period_start"].isna().all()
    cells = built("readiness-chain", ReadinessFilters(country="KGZ")).table.rows["time"]
    assert "before 1 February 2021, host not named" in set(cells)


def test_several_years_of_one_host_are_told_with_both():
    rows = built("readiness-chain", ReadinessFilters(country="KAZ")).table.rows
    assert "2018–2019, from Lithuania" in set(rows["time"])


@pytest.mark.parametrize("code", FIVE)
@pytest.mark.parametrize("role", ["origin", "host"])
def test_a_count_of_a_national_agency_or_its_partner_is_not_of_iom(code, role):
    known = known_of({"avrr": table("avrr"), "returns": table("returns")}, code, role)
    national = known["indicator"].astype(str).str.contains("national|partner")
    told = [state_of([row], role) for row in known.loc[national].itertuples()]
    assert set(told) <= {"other", "named"}


def test_the_largest_figure_of_iom_is_not_of_belgium():
    assert "Belgium" not in built("avrr-known", AvrrFilters(countries=("KAZ",))).title


def test_the_one_count_of_iom_for_kazakhstan_is_named_beside_the_hosts():
    rows = table("avrr")
    own = rows.loc[rows["origin"].eq("KAZ") & rows["indicator"].eq("avrr_returns")]
    others = set(own.loc[own["host"].ne("WLD"), "host"]) - set(hosts())
    shown = built("avrr-kazakhstan-hosts")
    assert others == {"LTU"}
    assert any("Lithuania" in note for note in shown.notes)
    assert "Lithuania" in set(shown.table.rows["host"])
    sixty = shown.table.rows.loc[shown.table.rows["value"].eq(60), "status"]
    assert list(sixty) == [language("en").label("obs_statuses", "lower_bound")]


@pytest.mark.parametrize("code", FIVE)
def test_a_share_that_rests_on_doubted_sexes_is_marked(code):
    stocks = table("migrant_stocks")
    doubted = stocks["origin"].eq(code) & stocks["note_id"].eq("ims2024_kaz_sexes")
    rows = built("readiness-factors", ReadinessFilters((code,))).table.rows
    time = rows.loc[rows["evidence"].str.startswith("Women"), "time"].iloc[0]
    assert ("doubt" in time) == bool(doubted.any())


@pytest.mark.parametrize("countries", [FIVE, ("UZB",)])
@pytest.mark.parametrize("name", ["sdg-blocks", "sdg-scorecard", "sdg-policies"])
def test_who_has_no_answer_in_an_edition_is_not_said_to_have_given_none(name, countries):
    title = built(name, SdgFilters(countries)).title
    assert "has not" not in title
    assert "Uzbekistan" not in title or "was found" in title


@pytest.mark.parametrize("name", ["sdg-trafficking", "sdg-refugees"])
def test_the_later_years_of_the_national_platform_are_told(name):
    shown = built(name, SdgFilters(("KGZ",)))
    assert "kgz_national_sdg" in shown.sources
    indicator = {"sdg-trafficking": "sdg_16_2_2_all", "sdg-refugees": "sdg_10_7_4"}[name]
    rows = table("sdg_indicators")
    rows = rows.loc[rows["indicator"].eq(indicator) & rows["source_id"].eq("kgz_national_sdg")]
    whole = rows.loc[rows["note_id"].ne("kgz_sdg_2025") | rows["note_id"].isna(), "year"]
    assert any(str(int(whole.max())) in note for note in shown.notes)


def test_all_countries_are_said_to_be_all_only_of_those_counted():
    alone, beside = (built("policy-memberships", PolicyFilters(beside=b)).title for b in (0, 1))
    assert alone == beside
    assert "shown" not in beside


@pytest.mark.parametrize("code", FIVE)
@pytest.mark.parametrize("name", ["returns-usa", "returns-usa-found"])
def test_the_yearbooks_are_said_to_have_nobody_of_one_count_only(code, name):
    title = built(name, ReturnFilters((code,))).title
    assert "nobody" not in title
    rows = us_rows(table("returns"), (code,))
    removed = rows.loc[
        rows["origin"].eq(code) & rows["indicator"].eq(REMOVED) & rows["value"].gt(0)
    ]
    assert name != "returns-usa" or ("no number above zero" in title) == removed.empty


@pytest.mark.parametrize("code", FIVE)
def test_a_part_of_russia_is_not_said_to_be_no_figure(code):
    rows = table("returns")
    mine = rows["origin"].eq(code) & rows["host"].eq("RUS")
    part = (mine & rows["indicator"].eq("removals_part")).any()
    whole = (mine & rows["indicator"].isin(KINDS["enforced"])).any()
    shown = built("drivers-bans", DriversFilters((code,), kind="enforced"))
    assert bool(re.search("no dated figure was found", shown.title)) <= (not part or whole)
    labels = set(shown.table.rows["what"])
    assert (language("en").label("indicators", "removals_part") in labels) == part


def test_an_approval_that_is_reported_is_no_ratification():
    agreed = table("readmission_agreements")
    reported = agreed.loc[agreed["series"].eq("ratified") & agreed["status"].eq("reported")]
    steps = agreements(agreed).set_index(["country", "partner", "name"])["step"]
    told = [
        steps[row.country, row.partner, row.name_]
        for row in reported.rename(columns={"name": "name_"}).itertuples()
    ]
    assert told
    assert "ratified" not in told


@pytest.mark.parametrize("code", FIVE)
def test_a_part_that_is_the_whole_is_called_all(code):
    title = built("returns-uk-arrivals", ReturnFilters((code,))).title
    numbers = re.findall(r"\d[\d,]*", title)
    assert "of them" not in title or "all of them" in title or numbers[0] != numbers[-1]
    assert f"{numbers[0]} of them" not in title


def test_members_without_anybody_in_any_year_are_named_too():
    shown = built("returns-eu-hosts", ReturnFilters(year=2023))
    told = " ".join([shown.missing, *map(str, shown.table.rows["host"])])
    assert not [code for code in MEMBERS if language("en").place(code) not in told]


def test_the_overview_says_where_sources_differ():
    assert any("Kazakhstan" in note for note in built("returns-overview", ReturnFilters()).notes)


@pytest.mark.parametrize("code", FIVE)
def test_the_newest_year_of_the_axis_is_named_where_a_gap_keeps_it_from_the_headline(code):
    shown = built("returns-uk-years", ReturnFilters((code,)))
    newest = int(pd.to_numeric(shown.table.rows["year"]).max())
    assert any(str(newest) in text for text in (shown.title, *shown.notes))


@pytest.mark.parametrize("code", FIVE)
@pytest.mark.parametrize("kind", ["conflict", "state", "assisted", "enforced"])
def test_a_figure_lies_in_the_years_that_it_is_the_largest_of(code, kind):
    title = built("returns-dated", ReturnFilters((code,), kind=kind)).title
    one, told, several = title.partition(", the largest of ")
    years = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", several)] or [0, 9999]
    mine = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", one)] or years
    assert min(years) <= min(mine) <= max(mine) <= max(years), (title, told)
