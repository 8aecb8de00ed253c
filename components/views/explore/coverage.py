"""What exists: every curated table by the years of its rows, and one table by place and year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlencode

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Document, Group, Row, one_grid
from components.documents.states import State
from components.documents.words import meanings
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import years
from components.phrases.tables import FAMILIES
from components.view import Table, View
from components.views.assemble import assemble
from components.views.explore.words import dates_of, rows_said, table_title
from components.views.spec import Tables
from data.errors import DataError, report

# Subjects in the order of reading, each with its tables; together they are all (tested).
ALL = tuple(name for _, names in FAMILIES.values() for name in names)
FIRST, STEP, LAST = 1990, 5, 2020  # first year of a column of its own, years of each, the last
STARTS = tuple(range(FIRST, LAST + 1, STEP))


@dataclass(frozen=True)
class Extent:
    """What a table holds.

    Attributes
    ----------
    name : str
        Name of the table.
    rows : pandas.DataFrame or None
        Its rows; None where they cannot be had.
    """

    name: str
    rows: pd.DataFrame | None

    @cached_property
    def dates(self) -> pd.Series | None:
        """The year of each row, missing where none is told; None where the table has no times."""
        return None if self.rows is None else dates_of(self.rows)

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """First and last year that is told."""
        known = pd.Series(dtype=int) if self.dates is None else self.dates.dropna()
        return (int(known.min()), int(known.max())) if len(known) else None

    @property
    def count(self) -> int:
        """How many rows it has."""
        return 0 if self.rows is None else len(self.rows)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources that its rows are from."""
        return () if self.rows is None else tuple(map(str, self.rows["source_id"].unique()))

    def by_period(self) -> tuple[int, ...]:
        """Return the rows before the first column's year, then those of each column."""
        if self.dates is None:
            return ()
        edges = [-(10**4), *STARTS, 10**4]
        at = pd.cut(self.dates.dropna().astype(int), edges, right=False, labels=False)
        counted = at.value_counts()
        return tuple(int(counted.get(one, 0)) for one in range(len(edges) - 1))


def extents(tables: Tables, names: Sequence[str] = ALL) -> Iterator[Extent]:
    """Yield what each table holds; one that cannot be read is logged and told as such."""
    for name in names:
        try:
            yield Extent(name, tables[name])
        except DataError as error:
            report(error)
            yield Extent(name, None)


def explore_coverage(tables: Tables, filters: object, context: RenderContext) -> View:
    """Return all tables by the years of their rows."""
    lang, found = context.language, {one.name: one for one in extents(tables)}
    there = [one for one in found.values() if one.rows is not None]
    n, every = len(found), sum(one.count for one in there)
    spans = [one.span for one in there if one.span]
    view = assemble(
        context,
        "explore-coverage",
        lang.plural(
            "All figures of the atlas stand in {n} table",
            "All figures of the atlas stand in {n} tables",
            n,
            n=lang.number(n),
        ),
        lang.text(
            "Rows of each table by the year that they are about; {rows} in all",
            rows=rows_said(lang, every),
        ),
        _table(lang, found),
        lang.text("Table of counts of rows"),
        sorted({name for one in there for name in one.sources}),
        _figure(context, found),
        notes=(
            lang.text(
                "A row is one figure, or one fact, of one source. More rows mean finer splits, "
                "not more people."
            ),
        ),
        period=years(min(a for a, _ in spans), max(b for _, b in spans)) if spans else "",
    )
    return replace(view, partial=len(there) < n)


def _figure(context: RenderContext, found: dict[str, Extent]) -> Document:
    lang = context.language
    groups = [
        Group(tuple(_row(lang, found[name]) for name in names), lang.text(head))
        for head, names in FAMILIES.values()
    ]
    said: dict[State, str] = {
        "none": lang.text("no row"),
        "away": lang.text("its rows have no time"),
    }
    return one_grid(
        _heads(lang),
        groups,
        meanings(lang, said),
        corner=lang.text("Table"),
        narrow="tiles",
        parted=context.narrow,
    )


def _heads(lang: Language) -> list[str]:
    told = [lang.text("to {year}", year=FIRST - 1)]
    told += [years(start, start + STEP - 1) for start in STARTS[:-1]]
    return [*told, lang.text("from {year}", year=LAST)]


def _row(lang: Language, one: Extent) -> Row:
    title = table_title(lang, one.name)
    if one.rows is None:
        words = lang.text("The table cannot be read now.")
        return Row(title, (Cell("unknown"),) * (len(STARTS) + 1), words)
    counts = one.by_period()
    if not counts:
        cells = (Cell("away"),) * (len(STARTS) + 1)
    else:
        most = max(counts) or 1
        cells = tuple(_cell(lang, n, most) for n in counts)
    address = f"explore?{urlencode({'data': one.name, 'lang': lang.code})}"
    return Row(title, cells, extent_said(lang, one), address=address)


def _cell(lang: Language, n: int, most: int) -> Cell:
    if not n:
        return Cell("none")
    return Cell(value=lang.short(n), tip=rows_said(lang, n), magnitude=n / most)


def extent_said(lang: Language, one: Extent) -> str:
    """Say how many rows a table has, from which years and how many sources."""
    if one.rows is None:
        return lang.text("The table cannot be read now.")
    told = [rows_said(lang, len(one.rows))]
    if one.span:
        told.append(years(*one.span))
    undated = 0 if one.dates is None else int(one.dates.isna().sum())
    if undated and one.span:
        told.append(lang.text("{n} without a year", n=lang.number(undated)))
    n = len(one.sources)
    told.append(lang.plural("{n} source", "{n} sources", n, n=lang.number(n)))
    return " · ".join(told)


def _table(lang: Language, found: dict[str, Extent]) -> Table:
    heads = _heads(lang)
    rows = []
    for name in ALL:
        one = found[name]
        counts = one.by_period() if one.rows is not None else ()
        row: dict[str, object] = {
            "table": table_title(lang, name),
            "table_name": lang.verbatim(name),
            "rows": None if one.rows is None else float(len(one.rows)),
            "sources": float(len(one.sources)) if one.rows is not None else None,
            "years": years(*one.span) if one.span else "",
        }
        row |= {f"p{at}": float(n) for at, n in enumerate(counts)}
        rows.append(row)
    names = [f"p{at}" for at in range(len(heads))]
    frame = pd.DataFrame(rows).reindex(
        columns=["table", "table_name", "rows", "sources", "years", *names]
    )
    columns = [
        column(lang, "in_table", "table"),
        column(lang, "table_name"),
        column(lang, "rows"),
        column(lang, "source_count", "sources"),
        column(lang, "years_covered", "years"),
    ]
    columns += [
        column(lang, "rows", name, label=_rows_of(lang, head))
        for name, head in zip(names, heads, strict=True)
    ]
    return Table(frame.astype(dict.fromkeys((*names, "rows", "sources"), float)), tuple(columns))


def _rows_of(lang: Language, period: str) -> str:
    return lang.text("Rows, {period}", period=period)
