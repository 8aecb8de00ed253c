"""Catalogues and stories follow the glossary: one term for one thing, none of those set aside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from components.stories.model import stories
from tests.opening import ROOT
from tests.unit.test_catalogues import forms, ids, messages

PLACE = re.compile(r"\{\w+\}")
CYRILLIC = re.compile(r"[А-Яа-яЁё]")
SHORTEST, ENDING = 3, 2  # letters of a stem, and of what may change after it


@dataclass(frozen=True)
class Entry:
    """One row of the glossary."""

    english: str
    russian: tuple[str, ...]
    not_english: tuple[str, ...]
    not_russian: tuple[str, ...]


def several(cell: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in cell.split("\\|") if one.strip())


@cache
def entries() -> tuple[Entry, ...]:
    lines = (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()
    rows = [line.replace("\\|", "\0").strip("| ").split("|") for line in lines if line[:2] == "| "]
    cells = [[cell.replace("\0", "\\|").strip() for cell in row] for row in rows]
    return tuple(
        Entry(row[0], several(row[1]), *(several(cell) for cell in (*row[2:], "", "")[:2]))
        for row in cells
        if row[0] not in ("English", "---")
    )


def pattern(term: str) -> re.Pattern[str]:
    """Return what finds a term whatever the endings of its words."""
    words = [_russian(word) if CYRILLIC.search(word) else _english(word) for word in term.split()]
    return re.compile(r"\b" + r"[\s\u00a0]+".join(words), re.IGNORECASE)


def _english(word: str) -> str:
    if word.isupper():
        return re.escape(word) + r"\b"
    return re.escape(word.removesuffix("y")) + (r"(?:y|ies)\b" if word[-1] == "y" else r"s?\b")


def _russian(word: str) -> str:
    if word.isupper() or len(word) < SHORTEST:
        return re.escape(word) + r"\b"
    return re.escape(word[: max(SHORTEST, len(word) - ENDING)]) + r"\w*"


@cache
def catalogue() -> tuple[tuple[str, str], ...]:
    """Every message in English and in Russian, all its forms together; and what stories say."""
    found = ((" / ".join(ids(one)), " / ".join(forms(one))) for one in messages("ru"))
    told = (*found, *in_stories())
    return tuple((PLACE.sub(" ", english), PLACE.sub(" ", russian)) for english, russian in told)


def in_stories() -> Iterator[tuple[str, str]]:
    for story in stories()[0].values():
        for words in (story.title, story.lede, *(step.title for step in story.steps)):
            yield words["en"], words["ru"]
        for step in story.steps:
            yield from zip(step.words["en"], step.words["ru"], strict=True)


@cache
def framework() -> str:
    """The claims of the literature in both languages."""
    return (ROOT / "data" / "texts" / "framework.yml").read_text("utf-8")


def english_ones() -> list[str]:
    return [english for english, _ in catalogue()]


def russian_ones() -> list[str]:
    return [russian for _, russian in catalogue()]


TERMS = [pytest.param(one, id=one.english) for one in entries()]


@pytest.mark.parametrize("entry", TERMS)
def test_a_term_stands_in_both_languages(entry):
    assert any(pattern(entry.english).search(english) for english in (framework(), *english_ones()))
    for form in entry.russian:
        assert any(pattern(form).search(told) for told in (framework(), *russian_ones())), form


def untrue(entry: Entry) -> list[tuple[str, str]]:
    """Messages that have the English term and another word for it in Russian."""
    return [
        (english, russian)
        for english, russian in catalogue()
        if pattern(entry.english).search(english)
        and not any(pattern(form).search(russian) for form in entry.russian)
    ]


@pytest.mark.parametrize("entry", TERMS)
def test_a_message_with_the_english_term_has_the_russian_one(entry):
    assert untrue(entry) == []


@pytest.mark.parametrize("entry", TERMS)
def test_what_the_glossary_sets_aside_stands_in_neither_catalogue(entry):
    for term in entry.not_english:
        assert not [text for text, _ in catalogue() if pattern(term).search(text)], term
    for term in entry.not_russian:
        assert not [text for _, text in catalogue() if pattern(term).search(text)], term


def test_a_term_is_found_in_any_of_its_forms_and_not_in_another_word():
    assert pattern("встречный поток").search("два встречных потока")
    assert not pattern("ПДВР").search("ПДВРы")
    assert not pattern("встречный поток").search("встреча")


def test_the_glossary_says_each_term_once():
    english = [one.english for one in entries()]
    assert len(english) == len(set(english)) > 40
