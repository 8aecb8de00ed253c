"""On which corridors of the five sources of the same thing are the farthest apart."""

from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Document, Group, Link, Row, one_grid
from components.documents.slopes import Bar
from components.language import N_, Language
from components.phrases.columns import column
from components.phrases.figures import rate
from components.phrases.headlines import fitting
from components.phrases.periods import five_years
from components.phrases.places import corridor
from components.view import Table, View
from components.views.assemble import assemble
from components.views.compare.filters import CompareFilters
from components.views.compare.rows import row_name
from components.views.compare.sentences import times_sentence
from components.views.compare.words import SUBJECT_NAMES, heading, what
from components.views.spec import Tables
from data.measures.source_ranking import LEAST, SINCE, widest

HEADS = (N_("Smallest"), N_("Largest"), N_("Times"), N_("All sources"))
NBSP = "\u00a0"  # holds words together
MOST, FEW = 10, 6  # corridors that are shown, and on a phone


def compare_widest(tables: Tables, filters: CompareFilters, context: RenderContext) -> View:
    """Return the corridors on which sources of one kind and year differ the most."""
    lang, found = context.language, widest(tables, filters.subject)
    named = lang.text(SUBJECT_NAMES[filters.subject])
    sources = tuple(dict.fromkeys((*found["low_source"], *found["high_source"])))
    return assemble(
        context,
        "compare-widest",
        _title(lang, found),
        lang.text(
            "{what}: corridors of the five on which two current sources count the same thing in "
            "the same year, {since} or later, each at least {least}",
            what=named,
            since=SINCE,
            least=lang.number(LEAST),
        ),
        _table(lang, found),
        lang.text("Ranked table"),
        sources,
        _document(context, found, filters) if len(found) else None,
        notes=_notes(lang, found),
        missing=""
        if len(found)
        else lang.text("Two statistical offices that publish the same count would fill this list."),
    )


def _title(lang: Language, found: pd.DataFrame) -> str:
    if found.empty:
        return lang.text("No corridor has two sources that count this in the same year")
    first: Any = next(found.itertuples())
    ways = [what(lang, first.kind, first.home, first.away), corridor(lang, first.home, first.away)]
    return fitting(lang, *(times_sentence(lang, first.times, one) for one in ways))


def _when(row: Any) -> str:
    return five_years(row.year) if row.kind.startswith("flow_5y") else str(row.year)


def _end(row: Any, end: str) -> Any:
    """Return one end of a range as a row that `row_name` can name."""
    told = {"source_id": f"{end}_source", "series": f"{end}_series", "method": f"{end}_method"}
    return pd.Series({name: getattr(row, own) for name, own in told.items()})


def _document(context: RenderContext, found: pd.DataFrame, filters: CompareFilters) -> Document:
    """Return the first corridors as rows: the smallest figure, the largest, how far apart."""
    lang, largest = context.language, float(found["times"].iloc[0])

    def whose(row: Any, end: str) -> str:  # a phone has no room for names beside numbers
        return "" if context.narrow else row_name(lang, _end(row, end), False)

    rows, shown = [], list[Any](found.head(FEW if context.narrow else MOST).itertuples())
    for row in shown:
        address = (
            f"/compare?corridor={row.home}-{row.away}&subject={filters.subject}"
            f"&in_year={row.year}&lang={lang.code}"
        )
        cells = (
            Cell(value=lang.number(row.low), words=whose(row, "low")),
            Cell(value=lang.number(row.high), words=whose(row, "high")),
            Cell(
                value=lang.text("× {n}", n=rate(lang, row.times)),
                inline=Bar(row.times / largest),
            ),
            Cell(link=Link(lang.text("Compare sources").replace(" ", NBSP), address)),
        )
        told = lang.text(
            "{what}, {when}", what=heading(lang, row.kind, row.home, row.away), when=_when(row)
        )
        rows.append(Row(corridor(lang, row.home, row.away), cells, told))
    heads = tuple(map(lang.text, HEADS))
    return one_grid(heads, (Group(tuple(rows)),), {}, lang.text("Corridor"), narrow="stack")


def _notes(lang: Language, found: pd.DataFrame) -> tuple[str, ...]:
    if found.empty:
        return ()
    return (
        lang.plural(
            "{n} corridor has two such figures; of each the newest year is taken. Editions of "
            "stocks that were replaced, and methods that the atlas does not show, are left out.",
            "{n} corridors have two such figures; of each the newest year is taken. Editions of "
            "stocks that were replaced, and methods that the atlas does not show, are left out.",
            len(found),
            n=len(found),
        ),
        lang.text(
            "Counts that by the caution of their source leave people out are not among them: those "
            "by country of birth for Belgium, Italy from 2019 and the Netherlands up to 2020."
        ),
    )


def _table(lang: Language, found: pd.DataFrame) -> Table:
    every = list[Any](found.itertuples())
    rows = pd.DataFrame(
        {
            "origin": [lang.place(row.home) for row in every],
            "destination": [lang.place(row.away) for row in every],
            "counted": [heading(lang, row.kind, row.home, row.away) for row in every],
            "period": [_when(row) for row in every],
            "low": [float(row.low) for row in every],
            "low_source": [row_name(lang, _end(row, "low"), False) for row in every],
            "high": [float(row.high) for row in every],
            "high_source": [row_name(lang, _end(row, "high"), False) for row in every],
            "unit": [lang.label("units", row.unit) for row in every],
            "gap": [float(row.high - row.low) for row in every],
            "gap_percent": [100 * (float(row.times) - 1) for row in every],
        }
    )
    return Table(
        rows,
        (
            column(lang, "origin"),
            column(lang, "destination"),
            column(lang, "what", "counted"),
            column(lang, "period"),
            column(lang, "smallest", "low"),
            column(lang, "smallest_source", "low_source"),
            column(lang, "largest", "high"),
            column(lang, "largest_source", "high_source"),
            column(lang, "unit"),
            column(lang, "range", "gap"),
            column(lang, "range_percent", "gap_percent"),
        ),
    )
