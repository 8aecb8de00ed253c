"""A grid of cells on a canvas: columns by the real width of their words, rows by their height."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from components.documents.model import Cell, Grid, Group, Row
from components.documents.states import QUIET
from components.pictures.canvas import DATA, Room
from components.pictures.marks import ink as colour_of
from components.pictures.marks import inline, mark, takes, tall
from components.pictures.sheet import Sheet
from components.style.fonts import ASCENT, DESCENT, Face, fold, longest_word, text_width
from components.style.theme import Palette, rgba

PAD, LEADING = 10.0, 1.22
HEADS = 0.3  # of the width, at most, for the heads of rows
SWATCH = 16.0


AIRY = 1.1  # of the type size: what rows may be higher where there is room
_Told = tuple[str, float, Face, bool]  # a text, its size, face, and whether it stands back


@dataclass(frozen=True)
class _Text:
    """Lines of one size, as they stand in a cell."""

    lines: list[str]
    size: float
    face: Face
    quiet: bool

    def colour(self, colours: Palette) -> str:
        return colours.quiet if self.quiet else colours.ink

    @property
    def height(self) -> float:
        return LEADING * self.size * len(self.lines)


@dataclass(frozen=True)
class Section:
    """Part of a grid that stands on one slide: rows under a heading."""

    group: Group
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Laid:
    """A grid laid out for a width and a type size.

    Attributes
    ----------
    grid : Grid
        What is drawn.
    width : float
        Pixels.
    size : float
        Type size of its words.
    air : float
        Pixels that each row is higher than its words need.
    """

    grid: Grid
    width: float
    size: float
    air: float = 0.0

    @property
    def small(self) -> float:
        """Size of units and of small words."""
        return max(DATA, round(0.76 * self.size))

    @cached_property
    def columns(self) -> tuple[float, ...]:
        """Widths: of the heads of rows, then of each column."""
        rows = list(self.grid.rows)
        names = [row.head for row in rows if row.head] + [self.grid.corner]
        aside = SWATCH if any(row.ink for row in rows) else 0.0
        widest = max((text_width(name, self.size, "strong") for name in names), default=0.0)
        word = max((longest_word(name, self.size, "strong") for name in names), default=0.0)
        first = max(word, min(widest, HEADS * self.width)) + aside + 2 * PAD
        if not any(row.head for row in rows):
            first = 0.0
        count = len(self.grid.heads)
        least = [self._least(index) for index in range(count)]
        even = (self.width - first) / max(count, 1)
        if all(one <= even for one in least):
            return (first, *(even for _ in least))
        spare = max(0.0, self.width - first - sum(least)) / count
        return (first, *(one + spare for one in least))

    def _least(self, index: int) -> float:
        """Return the width that a column needs so that no word of it is cut."""
        needed = longest_word(self.grid.heads[index], self.small, "strong")
        for row in self.grid.rows:
            cell = row.cells[index]
            widest = max(
                longest_word(cell.value, self._value, "strong"),
                longest_word(cell.unit, self.small),
                longest_word(cell.words, self.size),
            )
            needed = max(needed, widest + takes(cell.state, self.size))
        return needed + 2 * PAD + 1

    @property
    def _value(self) -> float:
        return round(1.15 * self.size)

    @property
    def fits(self) -> bool:
        """Whether no word has to be cut."""
        return sum(self.columns) <= self.width + 1

    def _cell(self, cell: Cell, width: float) -> list[_Text]:
        """Return the texts of a cell from top to bottom, all beside its mark."""
        back = cell.state in QUIET
        room = width - 2 * PAD - takes(cell.state, self.size)
        value: _Told = (cell.value, self._value, "strong", back)
        unit: _Told = (cell.unit, self.small, "sans", True)
        words: _Told = (cell.words, self.size, "sans", back)
        order = (value, unit, words) if cell.value else (words, unit)
        return [
            _Text(fold(text, room, size, face), size, face, quiet)
            for text, size, face, quiet in order
            if text
        ]

    def row_height(self, row: Row) -> float:
        """Return the height of a row."""
        heights = [self._name_height(row)]
        for cell, width in zip(row.cells, self.columns[1:], strict=True):
            told = sum(text.height for text in self._cell(cell, width))
            told = told or LEADING * self.size
            heights.append(told + tall(cell.inline, self.size))
        return max(heights) + 2 * PAD + self.air

    def _name(self, row: Row) -> tuple[list[str], list[str]]:
        room = self.columns[0] - 2 * PAD - (SWATCH if row.ink else 0.0)
        if not self.columns[0]:
            return [], []
        words = fold(row.words, room, self.small) if row.words else []
        return fold(row.head, room, self.size, "strong"), words

    def _name_height(self, row: Row) -> float:
        head, words = self._name(row)
        return LEADING * (self.size * len(head) + self.small * len(words))

    def heads_height(self) -> float:
        """Return the height of the headings of the columns."""
        most = max((len(lines) for lines in self._heads()), default=0)
        return LEADING * self.small * most + PAD + 4 if any(self.grid.heads) else 0.0

    def _heads(self) -> list[list[str]]:
        corner = fold(self.grid.corner, max(self.columns[0] - 2 * PAD, 1.0), self.small, "strong")
        return [
            corner if self.columns[0] and self.grid.corner else [],
            *(
                fold(head, width - 2 * PAD, self.small, "strong")
                for head, width in zip(self.grid.heads, self.columns[1:], strict=True)
            ),
        ]

    def group_height(self, group: Group) -> float:
        """Return the height of a group's heading."""
        head, words = self._group(group)
        told = LEADING * (self.size * len(head) + self.small * len(words))
        return told + 2 * PAD if told else 0.0

    def _group(self, group: Group) -> tuple[list[str], list[str]]:
        return (
            fold(group.head, self.width, self.size, "strong") if group.head else [],
            fold(group.words, self.width, self.small) if group.words else [],
        )

    def height(self, sections: Sequence[Section]) -> float:
        """Return the height of parts of the grid with the headings of the columns."""
        return self.heads_height() + sum(
            self.group_height(part.group) + sum(self.row_height(row) for row in part.rows)
            for part in sections
        )

    def airy(self, spare: float, rows: int) -> "Laid":
        """Return the grid with higher rows, where pixels are to spare."""
        return replace(self, air=min(spare / rows, AIRY * self.size)) if rows else self

    def draw(self, sheet: Sheet, room: Room, sections: Sequence[Section]) -> float:
        """Draw parts of the grid from the top of a room on; return where they end."""
        y = self._draw_heads(sheet, room)
        for part in sections:
            y = self._draw_group(sheet, part.group, room, y)
            for row in part.rows:
                y = self._draw_row(sheet, row, room, y)
        return y

    def _draw_heads(self, sheet: Sheet, room: Room) -> float:
        below = room.y + self.heads_height()
        if below == room.y:
            return below
        x = room.x
        for lines, width in zip(self._heads(), self.columns, strict=True):
            top = below - PAD - LEADING * self.small * len(lines)
            sheet.lines(
                x + (PAD if x > room.x else 0),
                top,
                lines,
                self.small,
                sheet.colours.quiet,
                "strong",
                LEADING,
            )
            x += width
        sheet.path([(room.x, below - 4), (room.x + self.width, below - 4)], sheet.colours.ink, 2)
        return below

    def _draw_group(self, sheet: Sheet, group: Group, room: Room, y: float) -> float:
        head, words = self._group(group)
        if not head and not words:
            return y
        below = sheet.lines(
            room.x, y + PAD, head, self.size, sheet.colours.primary, "strong", LEADING
        )
        below = (
            sheet.lines(room.x, below, words, self.small, sheet.colours.quiet, "sans", LEADING)
            + PAD
        )
        sheet.path([(room.x, below), (room.x + self.width, below)], sheet.colours.rule, 1.5)
        return below

    def _draw_row(self, sheet: Sheet, row: Row, room: Room, y: float) -> float:
        high, pad = self.row_height(row), PAD + self.air / 2
        head, words = self._name(row)
        x = room.x
        if row.ink:
            sheet.rect(
                x, y + pad + 3, 7, LEADING * self.size - 6, colour_of(row.ink, sheet.colours)
            )
            x += SWATCH
        below = sheet.lines(x, y + pad, head, self.size, sheet.colours.ink, "strong", LEADING)
        sheet.lines(x, below, words, self.small, sheet.colours.quiet, "sans", LEADING)
        x = room.x + self.columns[0]
        for cell, width in zip(row.cells, self.columns[1:], strict=True):
            self._draw_cell(sheet, cell, (x, y, width, high))
            x += width
        sheet.path([(room.x, y + high), (room.x + self.width, y + high)], sheet.colours.rule, 1)
        return y + high

    def _draw_cell(self, sheet: Sheet, cell: Cell, box: tuple[float, float, float, float]) -> None:
        x, y, width, high = box
        if cell.magnitude is not None:
            fill = rgba(sheet.colours.primary, 0.06 + 0.34 * cell.magnitude)
            sheet.rect(x + 2, y + 2, width - 4, high - 4, fill)
        if cell.state == "hole":
            sheet.rect(x + 3, y + 3, width - 6, high - 6, "none", sheet.colours.quiet, "5 4")
        texts = self._cell(cell, width)
        top, left = y + PAD + self.air / 2, x + PAD
        beside = left + takes(cell.state, self.size)
        first = texts[0].size if texts else self.size
        mark(sheet, cell.state, left, top + (LEADING + ASCENT - DESCENT) * first / 2, self.size)
        for text in texts:
            top = sheet.lines(
                beside, top, text.lines, text.size, text.colour(sheet.colours), text.face, LEADING
            )
        if cell.inline:
            drawn = tall(cell.inline, self.size)
            wide = min(width - 2 * PAD, 220)
            inline(sheet, cell.inline, left, y + high - PAD - self.air / 2 - drawn, wide, drawn)


def fitting(grid: Grid, width: float) -> list[Grid]:
    """Return a grid, or parts of it with fewer columns, so that no word has to be cut."""
    for count in range(1, len(grid.heads) + 1):
        each = -(-len(grid.heads) // count)
        parts = [_columns(grid, i, i + each) for i in range(0, len(grid.heads), each)]
        if all(Laid(part, width, DATA).fits for part in parts):
            return parts
    return [grid]


def _columns(grid: Grid, first: int, last: int) -> Grid:
    """Return a grid with some of its columns."""
    if (first, last) == (0, len(grid.heads)):
        return grid
    groups = tuple(
        replace(
            group,
            rows=tuple(replace(row, cells=row.cells[first:last]) for row in group.rows),
        )
        for group in grid.groups
    )
    return replace(grid, heads=grid.heads[first:last], groups=groups)
