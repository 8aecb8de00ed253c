"""Which figure of assisted voluntary return bears on which word of target 10.7, and why."""

from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.states import State
from components.documents.words import meanings
from components.language import Language
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.sdg.filters import WORD_NAMES, WORDS
from components.views.spec import Tables
from data.areas import FIVE
from data.texts import texts

HAVE = "have"
STRENGTHS: dict[str, State] = {"yes": "yes", "part": "part", "none": "no"}


def avrr_links(tables: Tables, filters: object, context: RenderContext) -> View:
    """Return the links between figures of assisted return and the words of the target.

    They are the judgement of this atlas, and the view says so.
    """
    lang = context.language
    links = texts("sdg_terms")["links"]
    known = tables["avrr"].loc[tables["avrr"]["origin"].isin([*FIVE, "WLD"])]
    columns = [*WORDS, HAVE]
    heads = [*(lang.text(WORD_NAMES[w]) for w in WORDS), lang.text("What is known")]
    lines = [
        Row(lang.pick(link["title"]), tuple(_cell(lang, link, column) for column in columns))
        for link in links
    ]
    key: dict[State, str] = {
        "yes": lang.text("bears on it directly"),
        "part": lang.text("bears on it in part"),
        "no": lang.text("does not bear on it"),
    }
    return assemble(
        context,
        "sdg-avrr-links",
        _title(lang, links),
        lang.text("How each figure bears on each word of target 10.7, as judged by this atlas"),
        _table(lang, links),
        lang.text("Table of short statements"),
        sources_of(known),
        one_grid(heads, (Group(tuple(lines)),), meanings(lang, key), lang.text("Figure on return")),
        remarks=caveats_of(lang, "avrr", known),
        notes=(
            lang.text(
                "No SDG indicator counts assisted voluntary return. Where a figure would bear on "
                "the target but is not published for the five countries, IOM has it."
            ),
        ),
    )


def _title(lang: Language, links: list[dict[str, Any]]) -> str:
    """Name the words that most and fewest figures bear on directly."""
    direct = {w: sum(link[w]["strength"] == "yes" for link in links) for w in WORDS}
    most = max(WORDS, key=lambda w: direct[w])
    least = min(WORDS, key=lambda w: direct[w])
    return lang.text(
        "Figures on assisted return (AVRR) bear most on “{most}” and least on “{least}”",
        most=lang.text(WORD_NAMES[most]).lower(),
        least=lang.text(WORD_NAMES[least]).lower(),
    )


def _cell(lang: Language, link: dict[str, Any], column: str) -> Cell:
    if column == HAVE:
        told = lang.pick(link[HAVE])
        return Cell(words=told)
    why = lang.pick(link[column]["why"])
    return Cell(STRENGTHS[link[column]["strength"]], words=why)


def _table(lang: Language, links: list[dict[str, Any]]) -> Table:
    names = {
        "yes": lang.text("directly"),
        "part": lang.text("in part"),
        "none": lang.text("not"),
    }
    rows = [
        (
            lang.pick(link["title"]),
            lang.text(WORD_NAMES[word]),
            names[link[word]["strength"]],
            lang.pick(link[word]["why"]),
            lang.pick(link[HAVE]),
        )
        for link in links
        for word in WORDS
    ]
    return Table(
        pd.DataFrame(rows, columns=["figure", "word", "bears", "why", "have"]),
        (
            column(lang, "return_figure", "figure"),
            column(lang, "target_word", "word"),
            column(lang, "bears"),
            column(lang, "why"),
            column(lang, "known", "have"),
        ),
    )
