"""What the atlas holds and what it does not: rows of every table by year, holes marked."""

import math
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Document, Grid, Group, Row
from components.documents.states import State
from components.documents.words import meanings
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import years
from components.phrases.references import source_name
from components.phrases.tables import FAMILIES
from components.phrases.tables import TABLES as TABLE_NAMES
from components.view import Table, View
from components.views.assemble import assemble
from components.views.sources.catalogue import capital
from components.views.sources.filters import ALL, SourceFilters
from components.views.spec import Tables
from data.citation import last_read
from data.measures.census import Holding, census

FIRST, STEP = 1990, 5  # of the columns; what is older stands in one
EARLIEST = 1950  # as the dictionary of columns allows
BEHIND, TEN = 2, 10  # years that publishers are behind, and that a headline tells of
Years = Mapping[int, int]


def source_coverage(tables: Tables, filters: SourceFilters, context: RenderContext) -> View:
    """Return the rows of every table by year, of all sources or of one."""
    lang = context.language
    held = [one for one in census(tables) if filters.source in (ALL, one.source)]
    by_table = {name: [one for one in held if one.table == name] for name in tables}
    by_table = {name: own for name, own in by_table.items() if own}
    dated = {name: own for name, own in by_table.items() if any(one.years for one in own)}
    return assemble(
        context,
        "sources-coverage",
        _title(lang, filters.source, held),
        lang.text("Rows of each table of the data, by year"),
        _table(lang, by_table),
        lang.text("Grid of tables and years"),
        tuple(dict.fromkeys(one.source for one in sorted(held, key=lambda one: one.source))),
        _document(lang, dated, _spans(held), context.narrow) if dated else None,
        notes=(
            lang.text(
                "A hole is a time of which no source of the table has a row: nobody counted, it "
                "was not published, or it was not found. It is not a zero."
            ),
            lang.text(
                "Rows of a period of several years stand under its last year; projections, and "
                "plans for years to come, are among them."
            ),
            lang.text("Tables without years are listed under “Table” only."),
        ),
        missing=_missing(lang, bool(by_table), bool(dated)),
    )


def _missing(lang: Language, known: bool, dated: bool) -> str:
    if not known:
        return lang.text("No such source is in the atlas.")
    return "" if dated else lang.text("None of its rows has a year.")


def _title(lang: Language, name: str, held: Sequence[Holding]) -> str:
    if name != ALL and held:
        dated = {year for one in held for year in one.years}
        if not dated:
            return lang.text("The rows of {source} have no year", source=source_name(lang, name))
        return lang.plural(
            "{source} has rows of {n} year",
            "{source} has rows of {n} different years",
            len(dated),
            source=source_name(lang, name),
            n=lang.number(len(dated)),
        )
    first, last = recent()
    counted = {one.table for one in held if one.measure}
    whole = [
        name
        for name in counted
        if set(range(first, last + 1)) <= set(together(o for o in held if o.table == name))
    ]
    return lang.text(
        "{n} of {m} tables of figures have rows for every year of {years}",
        n=lang.number(len(whole)),
        m=lang.number(len(counted)),
        years=years(first, last),
    )


def recent() -> tuple[int, int]:
    """Return the ten years that most publishers have told of by the day the data were read.

    They end two years before the newest reading: censuses, registers and models are told late.
    """
    last = last_read().year - BEHIND
    return last - TEN + 1, last


def _spans(held: Iterable[Holding]) -> list[tuple[int, int]]:
    """Return the columns: years before the first, then five by five, then all that follow."""
    last = max((year for one in held for year in one.years), default=FIRST)
    starts = range(FIRST, recent()[1] + 1, STEP)
    found = [(start, start + STEP - 1) for start in starts]
    after = found[-1][1] + 1
    rest = [(after, max(last, after))] if last >= after else []
    return [(EARLIEST, FIRST - 1), *found, *rest]


def _head(lang: Language, start: int, end: int) -> str:
    if start == EARLIEST:
        return lang.text("before {year}", year=FIRST)
    if end > recent()[1]:
        return lang.text("from {year}", year=start)
    return years(start, end)


def _document(
    lang: Language,
    by_table: Mapping[str, Sequence[Holding]],
    spans: Sequence[tuple[int, int]],
    newest_first: bool,
) -> Document:
    """Return the grid; on a phone, which shows one column, the newest is the first."""
    most = max((sum(one.years.values()) for own in by_table.values() for one in own), default=1)
    names = [name for _, own in FAMILIES.values() for name in own if name in by_table]
    order = list(reversed(spans)) if newest_first else list(spans)
    heads = (*(_head(lang, *one) for one in order), lang.text("no year"))
    rows = tuple(_row(lang, name, by_table[name], order, max(most, 1)) for name in names)
    said: dict[State, str] = {
        "plain": "",
        "part": lang.text("some of the years have no row"),
        "hole": lang.text("no row in these years"),
    }
    grid = Grid(heads, (Group(rows),), lang.text("Table"), narrow="one")
    return Document((grid,), tuple(meanings(lang, said).items()))


def _row(
    lang: Language,
    name: str,
    held: Sequence[Holding],
    spans: Sequence[tuple[int, int]],
    most: int,
) -> Row:
    dated = together(held)
    cells = [_cell(lang, dated, *one, most) for one in spans]
    undated = sum(one.undated for one in held)
    cells.append(Cell(value=lang.number(undated)) if undated else Cell("away"))
    return Row(capital(lang.text(TABLE_NAMES[name])), tuple(cells))


def together(held: Iterable[Holding]) -> Years:
    """Return rows by year over several holdings."""
    found: dict[int, int] = {}
    for one in held:
        for year, count in one.years.items():
            found[year] = found.get(year, 0) + count
    return dict(sorted(found.items()))


def _cell(lang: Language, dated: Years, start: int, end: int, most: int) -> Cell:
    inside = {year: count for year, count in dated.items() if start <= year <= end}
    is_open = start == EARLIEST or end > recent()[1]
    if not inside:
        return Cell("away" if is_open else "hole")
    rows = sum(inside.values())
    whole = is_open or len(inside) == end - start + 1
    return Cell(
        "plain" if whole else "part",
        value=lang.number(rows),
        tip=", ".join(f"{year}: {lang.number(count)}" for year, count in inside.items()),
        magnitude=math.log1p(rows) / math.log1p(most),
    )


def _table(lang: Language, by_table: Mapping[str, Sequence[Holding]]) -> Table:
    rows = [
        {"table": lang.text(TABLE_NAMES[name]), "source": source_name(lang, one.source)}
        | {"year": year, "rows": count}
        for name, held in by_table.items()
        for one in held
        for year, count in (
            *((str(year), count) for year, count in one.years.items()),
            *([(lang.text("no year"), one.undated)] if one.undated else []),
        )
    ]
    columns = (
        column(lang, "in_table", "table"),
        column(lang, "source_id", "source"),
        column(lang, "year"),
        column(lang, "rows"),
    )
    return Table(pd.DataFrame(rows, columns=[one.name for one in columns]), columns)
