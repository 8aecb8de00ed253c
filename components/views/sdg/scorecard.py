"""The scorecard: five countries by the four words of target 10.7, without any composite."""

import pandas as pd

from components.context import RenderContext
from components.documents.model import InGroup, Row, grouped, one_grid
from components.documents.states import State
from components.language import Language
from components.language.language import N_
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import (
    assemble,
    caveats_of,
    sources_of,
    warnings_first,
)
from components.views.sdg.filters import WORDS, SdgFilters
from components.views.sdg.orderly_safe import orderly, safe
from components.views.sdg.regular_responsible import regular, responsible
from components.views.sdg.scores import COMPARATORS, DIRECTIONS, ScoreRow, age, cell
from components.views.sdg.titles import headline
from components.views.spec import Tables

ROWS = {"orderly": orderly, "safe": safe, "regular": regular, "responsible": responsible}
WORD_NAMES = {
    "all": N_("All four words"),
    "orderly": N_("Orderly"),
    "safe": N_("Safe"),
    "regular": N_("Regular"),
    "responsible": N_("Responsible"),
}
COLUMNS = (
    "word",
    "indicator",
    "codes",
    "place",
    "told",
    "value",
    "year",
    "age",
    "earlier",
    "earlier_year",
    "direction",
    "target",
    "more",
)


def scorecard(tables: Tables, filters: SdgFilters, context: RenderContext) -> View:
    """Return what is known of each country by the words of the target.

    Only the cost of sending money has an official target and is told to meet it or not; for all
    else the value, its direction and its age are told, and where there is none, that there is
    none. Nothing is added up over indicators.
    """
    lang = context.language
    places = (*filters.countries, *COMPARATORS)
    rows = [row for word in _words(filters) for row in ROWS[word](lang, tables, places)]
    heads = [lang.place(code) for code in places]
    lines = _lines(lang, rows, places)
    key = _key(lang)
    title = headline(lang, tables, filters)
    subtitle = lang.text(
        "Latest value and year; a direction since 2015, when the goals were adopted, only where "
        "the same reporters counted the same thing; no composite, and a judgement only where "
        "there is an official target"
    )
    used = [(table, part) for row in rows for table, part in row.used if len(part)]
    sources = sources_of(*(part for _, part in used))
    return assemble(
        context,
        "sdg-scorecard",
        title,
        subtitle,
        _table(lang, rows, places),
        lang.text("Table of short statements"),
        sources,
        one_grid(heads, grouped(lines), key, lang.text("Indicator")),
        remarks=warnings_first(*(caveats_of(lang, table, part) for table, part in used)),
        notes=_notes(lang),
    )


def _words(filters: SdgFilters) -> tuple[str, ...]:
    return WORDS if filters.word == "all" else (filters.word,)


def _lines(lang: Language, rows: list[ScoreRow], places: tuple[str, ...]) -> list[InGroup]:
    return [
        (
            lang.text(WORD_NAMES[row.word]),
            "",
            Row(
                row.name,
                tuple(cell(lang, row.scores.get(place), place, row) for place in places),
            ),
        )
        for row in rows
    ]


def _key(lang: Language) -> dict[State, str]:
    return {
        "plain": lang.text(
            "value; ↑ higher, ↓ lower, ≈ about the same, = unchanged, ≠ changed since the year "
            "named, which says nothing of good or bad"
        ),
        "yes": lang.text("official target met (10.c.1 only)"),
        "no": lang.text("official target not met (10.c.1 only)"),
        "unknown": lang.text("official value that appears to be wrong"),
        "none": lang.text("no figure"),
    }


def _notes(lang: Language) -> tuple[str, ...]:
    return (
        lang.text(
            "Which indicator speaks to which word is the choice of this atlas; the UN framework "
            "does not divide the target so."
        ),
        lang.text(
            "Ages are counted to the year in which the sources were read. Sums over European "
            "countries leave out the United Kingdom, whose figures end earlier, and are compared "
            "only between years with the same countries. Lists of people barred from Russia, "
            "visa rules read by another compiler and counts of few people have no direction. A "
            "place left empty: the indicator is not counted for that area."
        ),
    )


def _scores(lang: Language, rows: list[ScoreRow], places: tuple[str, ...]) -> pd.DataFrame:
    """Return a row for each indicator and place that has a score."""
    told = [
        (
            lang.text(WORD_NAMES[row.word]),
            row.name,
            place,
            lang.place(place),
            score.text,
            score.value,
            score.year,
            age(score, row.read),
            score.earlier,
            score.earlier_year,
            lang.text(DIRECTIONS[score.direction]) if score.direction else "",
            score.target,
            "; ".join(p for p in (score.aside, score.more) if p),
        )
        for row in rows
        for place in places
        if (score := row.scores.get(place))
    ]
    frame = pd.DataFrame(told, columns=list(COLUMNS))
    frame = frame.astype({"value": float, "age": float})
    for year in ("year", "earlier_year"):
        frame[year] = ["" if pd.isna(y) else str(int(y)) for y in frame[year]]
    return frame


def _table(lang: Language, rows: list[ScoreRow], places: tuple[str, ...]) -> Table:
    return Table(
        _scores(lang, rows, places),
        (
            column(lang, "target_word", "word"),
            column(lang, "indicator", kind="unit"),
            column(lang, "place"),
            column(lang, "shown_as", "told"),
            column(lang, "value", digits=3),
            column(lang, "year"),
            column(lang, "figure_age", "age"),
            column(lang, "earlier_value", "earlier"),
            column(lang, "earlier_year"),
            column(lang, "trend", "direction"),
            column(lang, "target"),
            column(lang, "note_id", "more"),
        ),
    )
