"""What one table holds of each country, year by year: rows or none."""

from dataclasses import replace

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Document, Group, Row, one_grid
from components.documents.words import meanings
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import years
from components.phrases.tables import TABLES
from components.view import Table, View
from components.views.assemble import assemble, sources_of
from components.views.explore.coverage import explore_coverage
from components.views.explore.filters import ExploreFilters
from components.views.explore.shapes import is_place
from components.views.explore.words import column_title, dates_of, rows_said, table_title
from components.views.spec import Tables
from data.areas import FIVE
from data.schema import tables as schema

NAME = "explore-places"
MOST_YEARS = 15  # latest years that are drawn one by one
OTHERS = 7  # places beside the five that are drawn, those with most rows


def explore_places(tables: Tables, filters: ExploreFilters, context: RenderContext) -> View:
    """Return which years a table has rows of, for each of the five countries and others.

    All tables where none is chosen.
    """
    lang = context.language
    if not filters.data:
        return _named(explore_coverage(tables, filters, context))
    rows, dates = tables[filters.data], dates_of(tables[filters.data])
    counted = _counted(filters.data, rows, dates)
    drawn = _years(counted)
    held = {p for p in counted["place"] if p in FIVE}
    table = lang.text(TABLES[filters.data])
    return assemble(
        context,
        NAME,
        _title(lang, table, len(held)),
        _subtitle(lang, filters.data, drawn),
        _table(lang, counted),
        lang.text("Table of counts of rows"),
        sources_of(rows),
        _figure(lang, counted, drawn) if len(counted) else None,
        notes=_notes(lang, counted, drawn, dates),
        missing="" if len(held) == len(FIVE) else _hole(lang, held),
        period=years(min(drawn), max(drawn)) if drawn else "",
    )


def _title(lang: Language, table: str, held: int) -> str:
    if held == len(FIVE):
        return lang.text("The table “{table}” has rows of all five countries", table=table)
    if not held:
        return lang.text("The table “{table}” has rows of none of the five countries", table=table)
    return lang.text(
        "The table “{table}” has rows of {n} of the five countries",
        table=table,
        n=lang.number(held),
    )


def _named(view: View) -> View:
    return replace(view, name=NAME)


def _counted(table: str, rows: pd.DataFrame, dates: pd.Series | None) -> pd.DataFrame:
    """Return the number of rows that name each place, by year; 0 stands for no year."""
    names = [name for name in schema()[table].columns if is_place(name)]
    told = pd.Series(0, index=rows.index) if dates is None else dates.fillna(0).astype(int)
    parts = [
        pd.DataFrame({"place": rows[name].astype(object), "year": told, "row": rows.index})
        for name in names
    ]
    every = pd.concat(parts).dropna(subset=["place"]).drop_duplicates()
    return every.groupby(["place", "year"]).size().rename("rows").reset_index()


def _years(counted: pd.DataFrame) -> list[int]:
    known = sorted({int(y) for y in counted["year"] if y})
    return known[-MOST_YEARS:]


def _subtitle(lang: Language, table: str, drawn: list[int]) -> str:
    names = [column_title(lang, name).lower() for name in schema()[table].columns if is_place(name)]
    told = lang.text(
        "{table}: rows that name the place as {columns}",
        table=table_title(lang, table),
        columns=lang.listing(names),
    )
    return told


def _figure(lang: Language, counted: pd.DataFrame, drawn: list[int]) -> Document:
    known = {(r.place, int(r.year)): int(r.rows) for r in counted.itertuples()}
    totals = counted.groupby("place")["rows"].sum().sort_values(ascending=False, kind="stable")
    others = [p for p in totals.index if p not in FIVE][:OTHERS]
    columns: list[int] = drawn or [0]
    most = max((known.get((p, y), 0) for p in (*FIVE, *others) for y in columns), default=1) or 1
    heads = [str(y) if y else lang.text("All rows") for y in columns]

    def row(place: str) -> Row:
        cells = tuple(_cell(lang, known.get((place, y), 0), most) for y in columns)
        return Row(lang.place(place), cells, rows_said(lang, int(totals.get(place, 0))))

    groups = [Group(tuple(row(p) for p in FIVE), lang.text("The five countries"))]
    if others:
        groups.append(
            Group(tuple(row(p) for p in others), lang.text("Other places with most rows"))
        )
    key = meanings(lang, {"none": lang.text("no row")})
    return one_grid(heads, groups, key, corner=lang.text("Place"), narrow="tiles")


def _cell(lang: Language, n: int, most: int) -> Cell:
    if not n:
        return Cell("none")
    return Cell(value=lang.short(n), tip=rows_said(lang, n), magnitude=(n / most) ** 0.5)


def _notes(
    lang: Language, counted: pd.DataFrame, drawn: list[int], dates: pd.Series | None
) -> tuple[str, ...]:
    notes = []
    earlier = sorted({int(y) for y in counted["year"] if y} - set(drawn))
    if earlier:
        notes.append(lang.text("Earlier years stand in the table: from {year}.", year=earlier[0]))
    undated = 0 if dates is None else int(dates.isna().sum())
    if undated and drawn:
        notes.append(
            lang.text("Rows without a year: {n}; they stand in no column.", n=lang.number(undated))
        )
    return tuple(notes)


def _hole(lang: Language, held: set[str]) -> str:
    names = lang.listing([lang.place(code) for code in FIVE if code not in held])
    return lang.text("No row names {places}.", places=names)


def _table(lang: Language, counted: pd.DataFrame) -> Table:
    frame = pd.DataFrame(
        {
            "place": [lang.place(str(code)) for code in counted["place"]],
            "year": [str(y) if y else "" for y in counted["year"]],
            "rows": counted["rows"].astype(float),
        }
    )
    return Table(frame, (column(lang, "place"), column(lang, "year"), column(lang, "rows")))
