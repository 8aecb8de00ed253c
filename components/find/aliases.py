"""What people type for what the atlas has: ``aliases.yml``, read and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from components.find.entry import Goal
from data.shapes import WORDS, expect
from data.yamlfile import read_yaml

PATH = Path(__file__).with_name("aliases.yml")
_BY_NAME = {"*": [str]}
SHAPE: dict[str, Any] = {
    "skip": [str],
    "views": _BY_NAME,
    "measures": _BY_NAME,
    "series": _BY_NAME,
    "places": _BY_NAME,
    "people": [str],
    "questions": [{**WORDS, "to": str}],
}
ByName = Mapping[str, list[str]]


@dataclass(frozen=True)
class Question:
    """A question as readers ask it.

    Attributes
    ----------
    texts : mapping of str to str
        The question in each language.
    goal : Goal
        Where it is answered.
    """

    texts: Mapping[str, str]
    goal: Goal


@dataclass(frozen=True)
class Aliases:
    """What people type.

    Attributes
    ----------
    skip : list of str
        Words that say nothing of what is looked for.
    views, measures, series, places : mapping of str to list of str
        What else views (or pages), measures, series and places are called, by their names.
    people : list of str
        Beginnings of words that ask for people as such.
    questions : tuple of Question
        Questions and where they are answered.
    """

    skip: list[str]
    views: ByName
    measures: ByName
    series: ByName
    places: ByName
    people: list[str]
    questions: tuple[Question, ...]


@cache
def aliases(path: Path = PATH) -> Aliases:
    """Return what people type.

    Raises
    ------
    data.errors.DataError
        When the file is missing, or lacks what has to be in it.
    """
    found = read_yaml(path)
    expect(path, found, SHAPE)
    asked = tuple(Question(_texts(one), goal_of(one["to"])) for one in found["questions"])
    return Aliases(**{**found, "questions": asked})


def _texts(one: Mapping[str, str]) -> dict[str, str]:
    return {code: text for code, text in one.items() if code != "to"}


def goal_of(address: str) -> Goal:
    """Return where an address such as ``countries?part=money`` leads."""
    page, _, query = address.partition("?")
    return Goal(page, tuple(parse_qsl(query)))
