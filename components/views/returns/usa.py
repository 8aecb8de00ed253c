"""Removals and returns from the United States, and people found, by fiscal year."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.places import nationality
from components.style.marks import US_SYMBOLS
from components.style.theme import FLOW_COLOURS
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.returns.filters import ReturnFilters
from components.views.returns.gaps import mark_hole
from components.views.returns.usa_words import (
    NAMES,
    absent,
    book_words,
    headline,
    later_words,
    newest_words,
    subtitle,
)
from components.views.spec import Tables
from data.codelists import code_list
from data.measures.us_returns import (
    ALL,
    APPREHENDED,
    BY_AGENCY,
    INADMISSIBLE,
    REMOVED,
    RETURNED,
    USA,
    us_agency,
    us_hole,
    us_rows,
    us_years,
)


def usa_returns(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return removals on an order, and departures without one, of each nationality."""
    lang = context.language
    return _view(
        tables,
        "returns",
        (REMOVED, RETURNED),
        filters,
        context,
        "returns-usa",
        (
            lang.text(
                "In US terms a removal rests on an order; a “return” is any confirmed "
                "departure without one, some of them at the border. Neither is assisted "
                "voluntary return."
            ),
            lang.text(
                "The Yearbooks that were found end in 2014; removals of later years are those "
                "that the US enforcement agency counts, and no line joins the two."
            ),
        ),
    )


def usa_found(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return people apprehended, and people found inadmissible, of each nationality."""
    note = context.language.text(
        "People found are not people returned: the figures do not say what became of them."
    )
    return _view(
        tables,
        "irregular_movement",
        (APPREHENDED, INADMISSIBLE),
        filters,
        context,
        "returns-usa-found",
        (note,),
    )


def _view(
    tables: Tables,
    table: str,
    kinds: tuple[str, str],
    filters: ReturnFilters,
    context: RenderContext,
    name: str,
    notes: Sequence[str],
) -> View:
    lang, countries = context.language, filters.countries
    rows = us_rows(tables[table], countries)
    rows = rows.loc[rows["indicator"].isin(kinds)]
    found = us_years(rows)
    later = us_agency(tables[table], countries)
    own = found.loc[found["origin"].ne(ALL)]
    return assemble(
        context,
        name,
        newest_words(lang, later, found) or headline(lang, own, kinds, countries),
        subtitle(lang, pd.concat([own, later[found.columns]]), kinds),
        _table(lang, pd.concat([found, later[found.columns]])),
        lang.text("Small line charts"),
        (USA, *sources_of(later)),
        _chart(context, pd.concat([own, later[found.columns]]), kinds, countries)
        if len(own) or len(later)
        else None,
        remarks=caveats_of(lang, table, pd.concat([rows, later])),
        notes=(
            *notes,
            lang.text(
                "A year without a mark is not a zero: the source hides very "
                "small numbers. Each country has its own scale."
            ),
        ),
        missing=" ".join(
            filter(None, (absent(lang, own, kinds, countries), later_words(lang, own, kinds)))
        ),
    )


def _chart(
    context: RenderContext, own: pd.DataFrame, kinds: tuple[str, str], countries: tuple[str, ...]
) -> go.Figure:
    """Draw the counts of each nationality, on a scale of its own; the agency’s stand apart."""
    lang, colours = context.language, context.colours
    inks = (colours.into, FLOW_COLOURS["return"], colours.into)
    marks = tuple(zip((*kinds, BY_AGENCY), inks, US_SYMBOLS, strict=True))
    panels, until = [], int(own["year"].max())
    for code in countries:
        rows = own.loc[own["origin"].eq(code)]
        drawn = [
            _line(lang, rows.loc[rows["indicator"].eq(kind)], kind, colour, symbol, until)
            for kind, colour, symbol in marks
            if own["indicator"].eq(kind).any()
        ]
        panels.append((lang.place(code), drawn))
    columns = 1 if context.narrow else min(3, len(panels))
    chart = multiples(panels, lang, colours, columns, context.width(), shared=False)
    for index, code in enumerate(countries):
        hole = us_hole(own.loc[own["origin"].eq(code)], until)
        if hole:
            mark_hole(chart, lang, colours, index, *hole)
    return chart


def _line(
    lang: Language, rows: pd.DataFrame, kind: str, colour: str, symbol: str, until: int
) -> Line:
    by_year = {int(row.year): row for row in rows.itertuples()}
    years = list(range(min(by_year), until + 1)) if by_year else []
    tips = [_tip(lang, by_year[year]) if year in by_year else "" for year in years]
    values = [float(by_year[year].value) if year in by_year else None for year in years]
    return Line(lang.text(NAMES[kind]), years, values, tips, colour, "solid", symbol)


def _tip(lang: Language, row: Any) -> str:
    return lang.text(
        "{place}, fiscal year {year}. {what}: {n} ({series})",
        place=lang.place(row.origin),
        year=row.year,
        what=lang.text(NAMES[row.indicator]),
        n=lang.number(row.value),
        series=book_words(lang, row.series),
    )


def _table(lang: Language, found: pd.DataFrame) -> Table:
    units = code_list("indicators")["unit"]
    shown = pd.DataFrame(
        {
            "place": [nationality(lang, code) for code in found["origin"]],
            "what": [lang.label("indicators", kind) for kind in found["indicator"]],
            "year": [lang.text("FY {year}", year=year) for year in found["year"]],
            "value": found["value"].astype(float).to_list(),
            "unit": [lang.label("units", units[kind]) for kind in found["indicator"]],
            "book": [book_words(lang, series) for series in found["series"]],
        }
    )
    return Table(
        shown,
        (
            column(lang, "citizenship", "place"),
            column(lang, "what"),
            column(lang, "fiscal_year", "year"),
            column(lang, "value", digits=0),
            column(lang, "unit"),
            column(lang, "reference", "book"),
        ),
    )
