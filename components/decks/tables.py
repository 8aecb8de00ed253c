"""Tables of a presentation: grids of a document and the numbers of a view, shared over slides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from components.documents.model import Cell, Document, Grid
from components.documents.states import MARKS
from components.exports.tables import cells
from components.language import Language
from components.style.fonts import fold, longest_word, text_width
from components.view import View

ROWS, COLUMNS, SLIDES = 9, 7, 2  # at most: rows on a slide, columns, slides of numbers
SIZE = 14.0  # points; no letter of a table is smaller
WIDER = 1.12  # than the atlas' own letters are those of a presentation
PAD, LEADING = 12.0, 1.22


@dataclass(frozen=True)
class Laid:
    """One table on one slide: headings, rows, and the widths of its columns in points."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    right: tuple[bool, ...]  # which columns are numbers
    words: str = ""  # below it


def of_document(document: Document, width: float, height: float) -> list[Laid] | None:
    """Return the grids of a document as tables; None where it is no table or has no room as one."""
    found: list[Laid] = []
    legend = ", ".join(f"{MARKS[state]} {words}" for state, words in document.legend)
    for block in document.blocks:
        if not isinstance(block, Grid) or block.look != "words":
            return None
        heads = (block.corner, *block.heads)
        rows = list(_rows(block, len(heads)))
        made = _shared(heads, rows, width, height, (False,) * len(heads), legend)
        if made is None:
            return None
        found += made
    return found


def of_view(view: View, lang: Language, width: float, height: float) -> list[Laid] | None:
    """Return the exact numbers of a view as tables, as many rows as two slides hold."""
    table = view.table
    shown = [i for i, one in enumerate(table.columns) if one.kind in ("text", "place", "period")]
    shown = shown[:COLUMNS]
    columns = [table.columns[i] for i in shown]
    rows = [
        tuple(
            ""
            if row[i] is None
            else str(row[i])
            if c.digits is None
            else lang.number(float(row[i]), c.digits)
            for i, c in zip(shown, columns, strict=True)
        )
        for row in cells(table)
    ]
    right = tuple(c.digits is not None for c in columns)
    heads = tuple(c.label for c in columns)
    first = rows[: ROWS * SLIDES]
    made = _shared(heads, first, width, height, right, _said(lang, len(rows), len(rows) + 1))
    if made is None:
        return None
    made = made[:SLIDES]
    words = _said(lang, sum(len(one.rows) for one in made), len(rows))
    return [replace(one, words=words) for one in made]


def _said(lang: Language, told: int, all_rows: int) -> str:
    """Say of how many rows a table has the first ones, where it has not all."""
    if told == all_rows:
        return lang.text("The numbers of the chart; the chart itself is in the atlas.")
    return lang.text(
        "The first {n} of {all} rows behind the chart; the chart and all rows are in the atlas.",
        n=lang.number(told),
        all=lang.number(all_rows),
    )


def _rows(grid: Grid, columns: int) -> Iterator[tuple[str, ...]]:
    """Return the rows of a grid, headings of the grid and of its groups as rows of their own."""
    heads = ("",) * (columns - 1)
    if grid.head:
        yield (grid.head, *heads)
    for group in grid.groups:
        if group.head:
            yield (_head(group.head, group.words), *heads)
        for row in group.rows:
            yield (_head(row.head, row.words), *map(_cell, row.cells))


def _head(head: str, words: str) -> str:
    return f"{head}\n{words}" if words else head


def _cell(cell: Cell) -> str:
    first = " ".join(filter(None, (MARKS[cell.state], cell.value)))
    return "\n".join(filter(None, (first, cell.unit, cell.words)))


def _shared(
    heads: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    width: float,
    height: float,
    right: tuple[bool, ...],
    words: str,
) -> list[Laid] | None:
    """Return a table shared over slides; None where a word or a row has no room."""
    if not rows or len(heads) > COLUMNS:
        return None
    widths = _widths(heads, rows, width)
    if widths is None:
        return None
    room = height - _height(heads, widths)
    if words:
        room -= LEADING * SIZE * len(fold(words, width / WIDER, SIZE)) + 8
    pages: list[list[tuple[str, ...]]] = [[]]
    used = 0.0
    for row in rows:
        high = _height(row, widths)
        if high > room:
            return None
        if used + high > room or len(pages[-1]) == ROWS:
            pages.append([])
            used = 0.0
        pages[-1].append(row)
        used += high
    return [Laid(heads, tuple(page), widths, right, words) for page in pages]


def _widths(
    heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], width: float
) -> tuple[float, ...] | None:
    """Return widths in which no word is cut, the rest shared by how much there is to read."""
    columns = list(zip(heads, *rows, strict=True))
    least = [
        max(WIDER * longest_word(text, SIZE, "strong") for text in texts) + 2 * PAD
        for texts in columns
    ]
    if sum(least) > width:
        return None
    wanted = [
        max(WIDER * text_width(line, SIZE) for text in texts for line in text.split("\n"))
        for texts in columns
    ]
    more = [max(0.0, one + 2 * PAD - low) ** 0.6 for one, low in zip(wanted, least, strict=True)]
    spare = width - sum(least)
    total = sum(more) or 1.0
    return tuple(low + spare * one / total for low, one in zip(least, more, strict=True))


def _height(row: Sequence[str], widths: Sequence[float]) -> float:
    lines = max(
        len(fold(text, (wide - 2 * PAD) / WIDER, SIZE, "strong"))
        for text, wide in zip(row, widths, strict=True)
    )
    return LEADING * SIZE * lines + 8
