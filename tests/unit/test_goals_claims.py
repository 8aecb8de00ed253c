"""What the pages on SDG 10.7, policy, readiness and drivers claim, walked over every choice."""

import re
from collections.abc import Iterator

import pandas as pd
import pytest

from components.context import RenderContext
from components.language import language
from components.view import View
from components.views.drivers.filters import DriversFilters
from components.views.drivers.words import KIND_NAMES
from components.views.policy.citizenship import DOUBTED
from components.views.policy.filters import PolicyFilters
from components.views.readiness.filters import ReadinessFilters
from components.views.sdg.filters import SdgFilters
from data.areas import FIVE
from data.measures import sdg
from data.measures.drivers import BESIDE, MEMBERS
from data.measures.readiness import COUNTRY, Lookup, Rule, evidence
from data.measures.readiness_factors import FACTORS
from data.measures.readiness_rules import CHAIN, OBSTACLES
from data.paths import TABLES
from tests.cases import all_cases
from tests.support import built, table

PAGES = ("sdg-", "policy-", "readmission-", "readiness-", "drivers-")
CASES = [
    (name, filters)
    for name, cases in sorted(all_cases().items())
    if name.startswith(PAGES)
    for filters in cases
]
NUMBER = r"\d[\d\u00a0,.]*(?:\u00a0?%)?"
SAME_ENDS = re.compile(rf"(?<![\d.,])({NUMBER})\s*(?:to|–|до|—)\s*\1(?![\d.,])")
YEAR_WITH_POINT = re.compile(r"\b(?:19|20)\d\d[.,]0\b")
ZERO = re.compile(r"(?<![\d.,:\u00a0])0(?![\d.,:\u00a0]*[%\d])")
EN = language("en")


def sentences(shown: View) -> Iterator[str]:
    yield from (shown.title, shown.subtitle, shown.missing, *shown.notes)


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_no_sentence_has_a_range_with_equal_ends_or_a_year_with_a_point(lang):
    for name, filters in CASES:
        shown = built(name, filters, RenderContext(lang))
        for text in sentences(shown):
            assert not SAME_ENDS.search(text), (name, filters, text)
            assert not YEAR_WITH_POINT.search(text), (name, filters, text)
        for column in shown.table.columns:
            if column.digits is None:
                told = shown.table.rows[column.name].dropna().astype(str)
                assert not told.str.contains(YEAR_WITH_POINT.pattern).any(), (name, column.name)


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_no_headline_counts_zero_of_anything(lang):
    for name, filters in CASES:
        title = built(name, filters, RenderContext(lang)).title
        assert not ZERO.search(title), (name, filters, title)


def test_people_found_are_the_sum_of_the_members_in_each_year_and_nobody_only_without_any():
    movement = table("irregular_movement")
    rows = movement.loc[movement["indicator"].eq("found_illegally_present")]
    rows = rows.loc[rows["destination"].isin(MEMBERS)]
    for year in sorted(set(rows["year"])):
        for countries in (FIVE, *((code,) for code in FIVE)):
            own = rows.loc[rows["year"].eq(year) & rows["origin"].isin(countries)]
            title = built("drivers-found", DriversFilters(countries, year=int(year))).title
            people = float(own["value"].sum())
            said = f"{EN.compact(people)} people " if people else "Nobody "
            assert title.startswith(said), title
            assert "most of them" not in title, title


def test_a_value_in_doubt_leads_no_headline():
    indicators = table("sdg_indicators")
    for countries in (FIVE, *((code,) for code in FIVE), ("KAZ", "TJK"), ("TJK", "UZB")):
        doubted = [
            code
            for code in countries
            for point in sdg.points(sdg.indicator_rows(indicators, "sdg_10_7_3", code))
            if point.status == sdg.DISPUTED
        ]
        told = (
            built("sdg-deaths", SdgFilters(countries)).title,
            built("sdg-scorecard", SdgFilters(countries, word="safe")).title,
        )
        for title in told:
            assert not any(re.search(rf"\d+ {EN.place(code, 'in')}", title) for code in doubted)


def test_deaths_of_one_accident_are_told_as_one_accident():
    shown = built("sdg-deaths", SdgFilters(("KAZ",)))
    assert "one accident" in shown.title
    assert any(EN.place("UZB") in note for note in shown.notes)


def test_a_rule_of_citizenship_in_doubt_is_not_told_as_a_fact():
    rules = table("citizenship_rules")
    doubted = set(rules.loc[rules["note_id"].eq(DOUBTED), "country"]) & set(FIVE)
    assert doubted
    every = built("policy-citizenship", PolicyFilters()).title
    for code in doubted:
        assert EN.place(code) not in every
        assert "in doubt" in built("policy-citizenship", PolicyFilters((code,))).title


NEVER_COMPARED = (
    "Barred from",
    "register of controlled",
    "Passports",
    "10.7.3",
    "16.2.2",
    "Voluntary returns",
    "Average cost",
    "Costliest",
)


def test_a_direction_needs_one_series_and_one_set_of_reporters():
    rows = built("sdg-scorecard", SdgFilters()).table.rows
    for name in NEVER_COMPARED:
        own = rows.loc[rows["indicator"].str.contains(name, regex=False)]
        assert len(own), name
        assert set(own["direction"]) == {""}, name
    areas = rows.loc[rows["codes"].isin(["R_CENTRAL_ASIA", "WLD"])]
    assert set(areas["direction"]) == {""}
    assert rows["direction"].ne("").any()


def test_what_is_compared_is_not_of_few_people():
    rows = built("sdg-scorecard", SdgFilters()).table.rows
    people = rows["indicator"].str.contains("people|permits") & rows["direction"].ne("")
    for row in rows.loc[people].itertuples():
        assert row.value >= 500, row.indicator


# What a list could be called in any table, whatever its indicator.
SYNONYMS = {
    "banned": r"ban(ned)?_|barred",
    "register": r"controlled_persons|register_of",
    "lifted": r"lifted",
    "enforced": r"remov|deport|expul",
}
TYPED = ("removals_part", "deportation_decisions")  # of one place only; decisions are no people


def everything() -> dict[str, pd.DataFrame]:
    return {path.name: table(path.name) for path in sorted(TABLES.iterdir()) if path.is_dir()}


@pytest.mark.parametrize("kind", SYNONYMS)
def test_a_list_without_a_figure_has_none_in_any_table(kind):
    beside = {name for names in BESIDE.values() for name in names}
    for code in FIVE:
        shown = built("drivers-bans", DriversFilters((code,), kind))
        if EN.text(KIND_NAMES[kind]) not in shown.title:
            continue
        for name, frame in everything().items():
            host = next((c for c in ("host", "destination") if c in frame), None)
            if host is None or "origin" not in frame:
                continue
            rows = frame.loc[frame[host].eq("RUS") & frame["origin"].eq(code)]
            rows = rows.loc[rows["year"].notna()] if "year" in rows else rows
            names = {str(one) for one in rows.get("indicator", ())}
            found = {one for one in names if re.search(SYNONYMS[kind], one)}
            assert not found - beside - set(TYPED) - {"readmission"}, (code, name, found)


RULES = tuple({rule.id: rule for rule in (*CHAIN, *FACTORS, *OBSTACLES)}.values())


def asked_for(lookup: Lookup) -> tuple[set[str], str]:
    """The indicators that a lookup reads, and the column that holds the country."""
    wanted = lookup.where.get("indicator", ())
    names = {wanted} if isinstance(wanted, str) else set(wanted)
    side = next((c for c, one in lookup.where.items() if one == COUNTRY), "country")
    return names, side


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_evidence_that_is_not_found_stands_in_no_other_table(rule: Rule):
    tables = everything()
    for code in FIVE:
        if evidence(tables, rule, code).found:
            continue
        for lookup in rule.lookups:
            names, side = asked_for(lookup)
            for name, frame in tables.items():
                if not names or side not in frame or "indicator" not in frame:
                    continue
                rows = frame.loc[frame[side].eq(code) & frame["indicator"].isin(names)]
                dated = rows.loc[rows["year"].notna()]
                whole = (
                    dated
                    if "period_type" not in dated
                    else dated.loc[dated["period_type"].ne("part_year")]
                )
                other = [c for c in ("origin", "destination", "host") if c in rows and c != side]
                total = whole
                for column in other:
                    wanted = lookup.where.get(column)
                    if isinstance(wanted, str) and wanted != COUNTRY:
                        total = total.loc[total[column].eq(wanted)]
                assert total.empty, (code, name, sorted(names))


def test_every_hole_of_the_scorecard_is_a_hole_of_its_table():
    """“Not surveyed”, “not reported” and “none found” are claimed only where no row is."""
    rows = built("sdg-scorecard", SdgFilters()).table.rows
    holes = rows.loc[rows["value"].isna() & rows["year"].eq("") & rows["codes"].isin(FIVE)]
    costs, indicators = table("remittance_costs"), table("sdg_indicators")
    kinds = {"10.7.3": "sdg_10_7_3", "16.2.2": "sdg_16_2_2_all"}
    seen = 0
    for row in holes.itertuples():
        if row.indicator.startswith("10.c.1"):
            seen += 1
            assert costs.loc[costs["receiver"].eq(row.codes)].empty, row
        for start, name in kinds.items():
            if row.indicator.startswith(start):
                seen += 1
                own = indicators["country"].eq(row.codes) & indicators["indicator"].eq(name)
                assert indicators.loc[own & indicators["value"].notna()].empty, row
    assert seen


def test_the_page_of_one_country_shows_the_chain_of_that_country():
    for code in FIVE:
        assert EN.place(code) in built("readiness-chain", ReadinessFilters(country=code)).title
