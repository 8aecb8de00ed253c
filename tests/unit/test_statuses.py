"""Marks have one meaning on every page, and a fact has one mark wherever it is shown."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest

from components.context import RenderContext
from components.documents.model import Document, Grid
from components.documents.states import MARKS, State
from components.documents.words import STATE_NAMES
from components.language import language
from components.views.policy.filters import PolicyFilters
from components.views.readiness.filters import ReadinessFilters
from components.views.sdg.filters import SdgFilters
from data.areas import FIVE
from tests.cases import all_cases
from tests.support import built

CASES = all_cases()
USUAL = sorted(CASES)
EN = language("en")


@cache
def document(name: str, lang: str) -> Document | None:
    figure = built(name, CASES[name][0], RenderContext(lang)).figure
    return figure if isinstance(figure, Document) else None


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_what_a_mark_means_begins_with_the_name_that_it_has_everywhere(lang):
    strange = defaultdict(list)
    for name in USUAL:
        shown = document(name, lang)
        for state, words in shown.key if shown else ():
            told = language(lang).text(STATE_NAMES[state]) if STATE_NAMES[state] else ""
            if told and not (words == told or words.startswith(f"{told}:")):
                strange[name].append((state, words))
    assert not strange


def test_marks_that_look_alike_have_one_name():
    by_mark: dict[str, set[str]] = defaultdict(set)
    for state, mark in MARKS.items():
        if mark:
            by_mark[mark].add(STATE_NAMES[state])
    assert all(len(names) == 1 for names in by_mark.values())


def facts(name: str, filters: object) -> Iterator[tuple[str, str, State]]:
    """The country, instrument and state of each cell of a grid with the five as columns."""
    for block in built(name, filters).figure.blocks:
        if isinstance(block, Grid):
            for row in block.rows:
                for head, cell in zip(block.heads, row.cells, strict=True):
                    yield head, row.head, cell.state


def shown_facts() -> dict[tuple[str, str], dict[str, set[str]]]:
    """Every fact that a page marks, by the view that shows it."""
    views = [
        *((f"policy-{one}", PolicyFilters()) for one in ("treaties", "memberships", "votes")),
        ("readiness-mechanisms", ReadinessFilters()),
        *(("readiness-peers", ReadinessFilters(country=code)) for code in FIVE),
        ("sdg-scorecard", SdgFilters()),
    ]
    found: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name, filters in views:
        for place, instrument, state in facts(name, filters):
            if MARKS[state]:
                found[place, instrument][name].add(MARKS[state])
    return found


def test_a_fact_that_two_views_show_has_one_mark():
    several = 0
    for fact, marks in shown_facts().items():
        assert len(set().union(*marks.values())) == 1, (fact, dict(marks))
        several += len(marks) > 1
    assert several > 60


def test_the_convention_on_forced_labour_has_the_same_mark_on_policy_and_readiness():
    marks = shown_facts()[EN.place("KAZ"), "ILO Forced Labour Convention (No. 29)"]
    assert marks["policy-treaties"] == marks["readiness-peers"] == {MARKS["part"]}


@pytest.mark.parametrize("code", FIVE)
def test_readmission_in_force_is_one_number_on_three_pages(code):
    place = EN.place(code)
    [grid] = built("readmission-matrix", PolicyFilters()).figure.blocks
    column = grid.heads.index(place)
    on_policy = sum(row.cells[column].state == "yes" for row in grid.rows)
    told = {}
    for name, filters, head in (
        ("readiness-mechanisms", ReadinessFilters(), "Readmission agreements in force, with any"),
        ("sdg-scorecard", SdgFilters(), "Readmission agreements known to be in force"),
    ):
        [grid] = built(name, filters).figure.blocks
        row = next(one for one in grid.rows if one.head.startswith(head))
        told[name] = row.cells[grid.heads.index(place)].value or "0"
    assert told == dict.fromkeys(told, str(on_policy))
