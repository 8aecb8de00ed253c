"""The scorecard: five countries by the four words of target 10.7, without any composite."""

import pandas as pd

from components.context import RenderContext
from components.documents.model import InGroup, Row, grouped, one_grid
from components.documents.states import State
from components.documents.words import meanings
from components.language import Language
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import (
    assemble,
    caveats_of,
    sources_of,
    warnings_first,
)
from components.views.sdg.filters import WORD_NAMES, WORDS, SdgFilters
from components.views.sdg.orderly_safe import orderly, safe
from components.views.sdg.regular_responsible import regular, responsible
from components.views.sdg.scores import COMPARATORS, DIRECTIONS, ScoreRow, age, cell
from components.views.sdg.titles import headline
from components.views.spec import Tables

ROWS = {"orderly": orderly, "safe": safe, "regular": regular, "responsible": responsible}
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
    else the value and how it has changed are shown, and where there is none, that there is none.
    Nothing is added up over indicators.
    """
    lang = context.language
    places = (*filters.countries, *COMPARATORS)
    rows = _rows(lang, tables, filters)
    table, used = score_table(lang, tables, filters)
    return assemble(
        context,
        "sdg-scorecard",
        _title(lang, tables, filters, rows),
        lang.text(
            "Latest value; a small line shows the change since 2015 where the two can be compared"
        ),
        table,
        lang.text("Table of figures and marks"),
        sources_of(*(part for _, part in used)),
        one_grid(
            [lang.place(code) for code in places],
            grouped(_lines(lang, rows, places)),
            meanings(lang, _key(lang)),
            lang.text("Indicator"),
            parted=True,
        ),
        remarks=warnings_first(*(caveats_of(lang, name, part) for name, part in used)),
        notes=_notes(lang),
    )


def score_table(
    lang: Language, tables: Tables, filters: SdgFilters
) -> tuple[Table, list[tuple[str, pd.DataFrame]]]:
    """Return all that is known by word, indicator and place, and the rows that it rests on."""
    rows = _rows(lang, tables, filters)
    used = [(table, part) for row in rows for table, part in row.used if len(part)]
    return _table(lang, rows, (*filters.countries, *COMPARATORS)), used


def _rows(lang: Language, tables: Tables, filters: SdgFilters) -> list[ScoreRow]:
    places = (*filters.countries, *COMPARATORS)
    return [row for word in _words(filters) for row in ROWS[word](lang, tables, places)]


def _title(lang: Language, tables: Tables, filters: SdgFilters, rows: list[ScoreRow]) -> str:
    """Return the finding of a word; of all four how many figures there are of those looked for."""
    if filters.word != "all":
        return headline(lang, tables, filters)
    asked = [row.scores[code] for row in rows for code in filters.countries if code in row.scores]
    found = sum(score.state != "none" or score.year is not None for score in asked)
    return lang.plural(
        "{n} of {total} figures on safe, orderly and regular migration was found",
        "{n} of {total} figures on safe, orderly and regular migration were found",
        found,
        n=lang.number(found),
        total=lang.number(len(asked)),
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
                row.years,
            ),
        )
        for row in rows
    ]


def _key(lang: Language) -> dict[State, str]:
    return {
        "yes": lang.text("the official target of 10.c.1 is met; voted for; review published"),
        "part": lang.text("review in preparation"),
        "no": lang.text("the official target of 10.c.1 is missed"),
        "unknown": lang.text("the official value appears to be wrong"),
        "none": lang.text("no figure or no vote"),
    }


def _notes(lang: Language) -> tuple[str, ...]:
    return (
        lang.text(
            "This atlas chose which indicator belongs to which word; the UN framework does "
            "not divide the target in this way."
        ),
        lang.text(
            "The age of a figure runs to the year in which the sources were read. Sums over "
            "European countries leave out the United Kingdom, whose figures end earlier, "
            "and are compared only between years with the same countries. No trend is given "
            "for lists of people barred from Russia, visa rules read by another compiler, "
            "and counts of few people. An empty place means that the indicator is not "
            "counted for that area."
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
