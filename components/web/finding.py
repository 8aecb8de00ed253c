"""What the server answers to the field of the search: what was found, as JSON."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TypedDict

from components.context import RenderContext
from components.controls.finding import ready
from components.controls.places import Place, built
from components.find.entry import Goal, Hit
from components.find.search import Index
from components.find.words import LONGEST
from components.language import Language, language
from components.session.links import address_of
from components.session.paths import static_root
from data.errors import report

ANSWERS = 1000  # that are kept
WITH_FINDING = 3  # of the first is told what they say


class Told(TypedDict):
    """One thing that was found: its name, what leads to it, what it says, its address."""

    title: str
    where: str
    finding: str
    href: str


class Answer(TypedDict):
    """What was found, how many that is in words, and whether it is what was asked for."""

    said: str
    hits: list[Told]
    sure: bool


def answer(question: str, lang: Language) -> Answer:
    """Return what was found, in a language.

    Parameters
    ----------
    question : str
        Anything at all; of a long one the beginning counts.
    lang : Language
        The reader's.
    """
    return _answer(" ".join(question[:LONGEST].split()), lang.code, ready(lang.data_code))


@lru_cache(maxsize=ANSWERS)
def _answer(question: str, code: str, index: Index) -> Answer:
    lang = language(code)
    if not question:
        return {"said": "", "hits": [], "sure": False}
    found = index.find(question)
    hits = [_told(hit, lang, at < WITH_FINDING) for at, hit in enumerate(found.hits)]
    said = _said(question, lang, found.hits, found.sure)
    return {"said": said, "hits": hits, "sure": found.sure}


def _said(question: str, lang: Language, hits: Sequence[Hit], sure: bool) -> str:
    if sure:
        n = lang.number(len(hits))
        return lang.plural("{n} result", "{n} results", len(hits), n=n)
    nothing = lang.text("Nothing found for “{question}”.", question=question)
    return f"{nothing} {lang.text('The nearest:')}" if hits else nothing


def _told(hit: Hit, lang: Language, whole: bool) -> Told:
    return {
        "title": hit.title,
        "where": hit.where,
        "finding": _finding(hit.goal, lang) if whole else "",
        "href": address_of(hit.goal, lang.code),
    }


def _finding(goal: Goal, lang: Language) -> str:
    """Return what the view says that something leads to; nothing where there is none."""
    place = Place(goal.page, goal.view, goal.query)
    try:
        return built(place, RenderContext(lang.code, static=static_root())).title
    except LookupError:
        return ""
    except Exception as error:  # whatever the data are like, the page will say so
        report(error)
        return ""
