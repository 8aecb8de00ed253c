"""What is special about the views on readiness: holes, claims, and what follows the choices."""

import re

import pandas as pd
import pytest

from components.context import RenderContext
from components.phrases.tables import TABLES
from components.view import View
from components.views.readiness.filters import ReadinessFilters
from components.views.readiness.titles import tables_of
from components.views.readiness.words import RULES
from components.views.registry import SPECS
from data.areas import FIVE
from data.measures.readiness_factors import FACTORS
from data.measures.readiness_rules import CHAIN, OBSTACLES
from tests.support import built, drawn, table


def rows(shown: View, **wanted: str) -> pd.DataFrame:
    frame = shown.table.rows
    for column, value in wanted.items():
        frame = frame.loc[frame[column] == value]
    return frame


def test_every_rule_and_every_table_has_a_name():
    assert {rule.id for rule in (*CHAIN, *FACTORS, *OBSTACLES)} == set(RULES)
    assert set(tables_of(CHAIN, FACTORS, OBSTACLES)) <= set(TABLES)


def test_the_headline_says_that_no_regional_mechanism_was_found():
    shown = built("readiness-mechanisms", ReadinessFilters())
    assert shown.title == "All five states share forums; no shared mechanism for return was found"
    name = "A mechanism for return that covers all five"
    assert set(rows(shown, name=name)["status"]) == {"none found"}
    [grid] = shown.figure.blocks
    first = next(grid.rows)
    assert (first.head, {cell.state for cell in first.cells}) == (name, {"hole"})


def test_what_most_of_the_five_lack_stands_above_what_all_have():
    [grid] = built("readiness-mechanisms", ReadinessFilters()).figure.blocks
    missing = [sum(cell.state != "yes" for cell in row.cells) for row in grid.rows]
    assert missing == sorted(missing, reverse=True)
    assert missing[0] == 5 and missing[-1] == 0


def test_forums_are_shown_as_forums():
    shown = built("readiness-mechanisms", ReadinessFilters())
    [grid] = shown.figure.blocks
    everybody = grid.groups[-1]
    assert everybody.head == "All five, but none of these is a mechanism for return"
    names = [row.head for row in everybody.rows]
    assert names[:4] == ["IOM", "Prague Process", "CAREC", "EU Strategy for Central Asia"]


def test_a_mechanism_that_all_five_join_changes_the_headline(monkeypatch):
    monkeypatch.setattr("data.measures.mechanisms.NOT_ON_RETURN", frozenset())
    spec = SPECS["readiness-mechanisms"]  # not the view that other tests share
    shown = spec.view(table, ReadinessFilters(), RenderContext("en"))
    assert re.fullmatch(r"All five states share \d+ mechanisms for return", shown.title)
    assert rows(shown, name="A mechanism for return that covers all five").empty


def test_an_agreement_between_two_of_the_five_tells_force_from_signature():
    row = rows(
        built("readiness-mechanisms", ReadinessFilters()),
        codes="KAZ",
        name="Readmission agreements in force, with others of the five",
    ).iloc[0]
    assert row["status"] == "2 in force"
    assert row["date"] == "Kyrgyzstan, Tajikistan; not confirmed in force: Uzbekistan"


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("name", ["readiness-factors", "readiness-obstacles"])
def test_each_claim_stands_beside_its_evidence_and_is_called_unverified(name, lang):
    shown = built(name, ReadinessFilters(), RenderContext(lang))
    said = {
        "en": "Claim in the regional literature, not verified",
        "ru": "Тезис региональной литературы, не проверен",
    }[lang]
    assert set(shown.table.rows["basis"]) == {said}
    words = " ".join(drawn(shown.figure)).replace("<br>", " ")
    assert words.count(said) == 5
    for claim in shown.table.rows["claim"].unique():
        assert claim.rstrip(".").split(";")[0] in words


def test_a_hole_names_the_tables_that_were_searched():
    shown = built("readiness-factors", ReadinessFilters(countries=("TJK",)))
    hole = rows(shown, evidence="Growth of cities").iloc[0]
    assert hole["said"] == "no evidence found"
    assert hole["searched"] == "population, economy"
    assert pd.isna(hole["value"])


def test_the_table_has_the_exact_number_and_the_cell_the_rounded_one():
    row = rows(
        built("readiness-chain", ReadinessFilters(country="TJK")),
        evidence="Born here, living abroad, people",
    )
    assert row.iloc[0][["said", "value", "time"]].tolist() == ["510 thousand", 514478, "2024"]


def test_an_absent_vote_is_not_counted_as_something_lacking():
    shown = built("readiness-peers", ReadinessFilters(country="TKM"))
    assert shown.title.startswith("Turkmenistan lacks 2 instruments")
    votes = rows(shown, group="Did not vote, which says nothing about support")
    assert len(votes["name"].unique()) == 2


def test_every_row_of_the_comparison_begins_with_the_country_itself():
    for country in FIVE:
        frame = built("readiness-peers", ReadinessFilters(country=country)).table.rows
        assert list(frame["codes"][::5]) == [country] * (len(frame) // 5)


def test_a_country_with_every_evidence_is_told_so(monkeypatch):
    found = tuple(rule for rule in FACTORS if rule.id in ("women_abroad", "destinations"))
    monkeypatch.setattr("components.views.readiness.claims.FACTORS", found)
    made = SPECS["readiness-factors"].view(table, ReadinessFilters(), RenderContext("en"))
    assert "Every question" in made.title
