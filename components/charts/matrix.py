"""A matrix of short statements: rows by columns, told apart by fill, mark and words."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import plotly.graph_objects as go

from components.charts.base import (
    PRINT_WIDTH,
    annotate,
    figure,
    fold,
    for_print,
    largest,
    print_room,
    shared_words,
    text_width,
)
from components.charts.plain import SharedFigure
from components.charts.sparklines import HISTORY, strokes
from components.documents.slopes import Segments
from components.documents.states import MARKS, QUIET, State
from components.language import Language
from components.style.theme import FLOW_COLOURS, Palette, rgba

Words = tuple[list[str], float]  # lines, and the size of their type
SIZE, SMALL = 13.0, 11.5
LINE, SMALL_LINE = 17.0, 15.0
GAP, PAD, TIGHT = 4.0, 7.0, 3.0
HEADS = (SIZE, 11.5, 10.5, 9.5, 9.0)  # sizes of a heading; the largest in which its words fit
SIZES = (SIZE, 12.0, 11.5, 10.5, 9.5, 9.0, 8.5)  # sizes of the words in a cell, likewise
FEWEST = 6  # characters that must fit in a cell before words are written in it
PRINT_SCALES = (1.45, 1.3, 1.15, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5)


@dataclass(frozen=True)
class Cell:
    """One cell.

    Attributes
    ----------
    state : State
        Decides fill, edge and mark.
    text : str
        Short words or a number; left out where a phone has no room, so `tip` says it too.
    note : str
        Smaller words below, such as a year.
    tip : str
        What the pointer says, whole.
    history : tuple
        A small line below the words (see `components.documents.slopes`).
    """

    state: State
    text: str = ""
    note: str = ""
    tip: str = ""
    history: Segments = ()


@dataclass(frozen=True)
class Line:
    """One row of the matrix.

    Attributes
    ----------
    name : str
        What the row is about.
    cells : tuple of Cell
        One for each column.
    group : str
        Heading written above the first row of a group.
    words : str
        Smaller words below that heading.
    ink : str
        Colour of the small lines in its cells.
    """

    name: str
    cells: tuple[Cell, ...]
    group: str = ""
    words: str = ""
    ink: str = ""


def matrix(
    columns: Sequence[str],
    rows: Sequence[Line],
    lang: Language,
    colours: Palette,
    width: int,
    key: Mapping[State, str],
    dense: bool = False,
) -> SharedFigure:
    """Return a matrix as a figure whose coordinates are pixels at `width`.

    Parameters
    ----------
    columns : sequence of str
        Headings; broken over two lines where they must be.
    rows : sequence of Line
        The rows from top to bottom.
    width : int
        Pixels to lay it out for. Below 560, and where words would have to be broken, the names
        stand above their rows.
    key : mapping
        What each state means here, for the legend; states that do not occur are left out.
    dense : bool
        Whether the rows stand close, with more room for their names.
    """
    above = width < 560 or _crowded(columns, rows, width, dense)
    names = 0.0 if above else _names(rows, width, dense)
    step = (width - names) / max(len(columns), 1)
    drawing = _Drawing(colours, names, step, above, TIGHT if dense else PAD)
    y = drawing.heads(columns)
    group = ""
    for row in rows:
        if row.group and row.group != group:
            y = drawing.title(row.group, row.words, y, width)
            group = row.group
        y = drawing.row(row, y)
    y = drawing.legend({s: t for s, t in key.items() if _occurs(s, rows)}, y, width)
    chart = figure(lang, colours, round(y), hovermode="closest", template=shared_words("center"))
    chart.add_scatter(
        x=drawing.xs,
        y=drawing.ys,
        mode="markers",
        customdata=drawing.tips,
        hovertemplate="%{customdata}<extra></extra>",
        marker={"size": max(14.0, min(step - 8, 44.0)), "opacity": 0, "symbol": "square"},
    )
    chart.layout.shapes = drawing.shapes
    annotate(chart, drawing.words)
    chart.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0})
    chart.update_xaxes(visible=False, range=[0, width])
    chart.update_yaxes(visible=False, range=[y, 0])
    return chart


def _names(rows: Sequence[Line], width: float, dense: bool) -> float:
    """Return the pixels that the names beside the rows have."""
    longest = max((text_width(row.name, SIZE) for row in rows), default=0.0) + 28
    return min(0.4 * width, longest) if dense else min(0.3 * width, 330.0)


def _crowded(columns: Sequence[str], rows: Sequence[Line], width: float, dense: bool) -> bool:
    """Say whether a word would have to be broken if the names stood beside the rows."""
    room = (width - _names(rows, width, dense)) / max(len(columns), 1) - GAP
    said = list(columns)
    if room - 8 >= FEWEST * SIZE * 0.53:  # else the cells show their marks alone
        said += [text for row in rows for cell in row.cells for text in (cell.text, cell.note)]
    return any(text_width(word, SIZES[-1]) > room for text in said for word in text.split(" "))


def _occurs(state: State, rows: Iterable[Line]) -> bool:
    return any(cell.state == state for row in rows for cell in row.cells)


def matrix_print(
    columns: Sequence[str],
    rows: Sequence[Line],
    lang: Language,
    colours: Palette,
    key: Mapping[State, str],
    title: str,
    subtitle: str,
    foot: Sequence[str],
) -> go.Figure:
    """Return the matrix as a picture: laid out anew, with type as large as its rows allow."""
    room = print_room(title, subtitle, foot)
    chart, scale = SharedFigure(), 1.0
    for scale, dense in product(PRINT_SCALES, (False, True)):
        width = round((PRINT_WIDTH - 88) / scale)
        chart = matrix(columns, rows, lang, colours, width, key, dense)
        crowded = _crowded(columns, rows, width, dense)
        if float(chart.layout.height) * scale <= room and not crowded:
            break
    return for_print(chart, title, subtitle, foot, colours, scale)


class _Drawing:
    """Shapes, words and tips, collected from top to bottom."""

    def __init__(
        self, colours: Palette, names: float, step: float, above: bool, pad: float
    ) -> None:
        self.colours, self.names, self.step, self.above = colours, names, step, above
        self.pad = pad
        self.shapes: list[dict[str, object]] = []
        self.words: list[dict[str, object]] = []
        self.xs: list[float] = []
        self.ys: list[float] = []
        self.tips: list[str] = []

    def write(
        self,
        text: str,
        x: float,
        y: float,
        size: float = SIZE,
        anchor: str = "left",
        colour: str | None = None,
    ) -> None:
        aligned = {} if anchor == "center" else {"xanchor": anchor, "align": anchor}
        self.words.append(
            {
                "text": text,
                "x": round(x, 1),
                "y": round(y, 1),
                **aligned,
                "font": {"size": size, "color": colour or self.colours.ink},
            }
        )

    def heads(self, columns: Sequence[str]) -> float:
        size = largest(" ".join(columns), HEADS, self.step - 2)
        wrapped = [fold(c, self.step, size) for c in columns]
        for index, told in enumerate(wrapped):
            self.write(f"<b>{'<br>'.join(told)}</b>", self.middle(index), 4, size, "center")
        return 12 + LINE * max((len(told) for told in wrapped), default=1)

    def middle(self, index: int) -> float:
        return self.names + (index + 0.5) * self.step

    def title(self, text: str, words: str, y: float, width: float) -> float:
        lines = fold(text, 0.94 * width, SIZE)  # bold letters are wider
        self.write(f"<b>{'<br>'.join(lines)}</b>", 0, y + 8, SIZE, colour=self.colours.primary)
        y += 12 + LINE * len(lines)
        if not words:
            return y
        told = fold(words, width, SMALL)
        self.write("<br>".join(told), 0, y - 2, SMALL, colour=self.colours.quiet)
        return y + 4 + SMALL_LINE * len(told)

    def row(self, row: Line, y: float) -> float:
        room = (self.names - 14) if not self.above else self.step * len(row.cells)
        name = fold(row.name, room, SIZE)
        if self.above:
            self.write("<br>".join(name), 0, y + 4)
            y += LINE * len(name) + 6
        told = [self.said(cell) for cell in row.cells]
        tallest = max(
            (LINE * len(a) + SMALL_LINE * len(b) for (a, _), (b, _) in told), default=LINE
        )
        height = max(tallest, LINE * len(name) if not self.above else 0) + 2 * self.pad
        past = HISTORY if any(cell.history for cell in row.cells) else 0.0
        if not self.above:
            top = y + (height - LINE * len(name)) / 2
            self.write("<br>".join(name), 0, top)
        for index, (cell, words) in enumerate(zip(row.cells, told, strict=True)):
            self.cell(cell, *words, index, y, height, past)
            at = (self.names + index * self.step + 14, y + height - 3, self.step - 28)
            self.shapes += strokes(cell.history, *at, row.ink or self.colours.primary)
        return y + height + past + GAP

    def said(self, cell: Cell) -> tuple[Words, Words]:
        """Return the lines of a cell; where there is no room for words, its mark alone."""
        room = self.step - GAP - 8
        mark = MARKS[cell.state]
        long = self.above and len(cell.text) * SIZE * 0.53 > 2 * room
        if room < FEWEST * SIZE * 0.53 or (long and mark):
            return ([mark or cell.text[:4]], SIZE), ([], SMALL)
        room += 6  # letters are narrower than reckoned
        size = largest(cell.text, SIZES, room)
        small = largest(cell.note, [s for s in SIZES if s <= SMALL], room)
        text = fold(f"{mark} {cell.text}".strip(), room, size)
        return (text, size), (fold(cell.note, room, small) if cell.note else [], small)

    def cell(
        self,
        cell: Cell,
        words: Words,
        small: Words,
        index: int,
        y: float,
        height: float,
        past: float,
    ) -> None:
        (text, size), (note, note_size) = words, small
        if cell.state == "away":
            return
        left = self.names + index * self.step + GAP / 2
        self.box(cell.state, left, y, self.step - GAP, height + past)
        top = y + (height - LINE * len(text) - SMALL_LINE * len(note)) / 2
        at = self.middle(index)
        quiet = cell.state in QUIET
        ink = self.colours.quiet if quiet else self.colours.ink
        if any(text):
            self.write("<br>".join(text), at, top, size, "center", ink)
        if note:
            below = top + LINE * len(text)
            self.write("<br>".join(note), at, below, note_size, "center", self.colours.quiet)
        self.xs.append(round(at, 1))
        self.ys.append(round(y + (height + past) / 2, 1))
        self.tips.append("<br>".join(textwrap.wrap(cell.tip or cell.text, 60)))

    def box(self, state: State, x: float, y: float, width: float, height: float) -> None:
        blue, rule = FLOW_COLOURS["return"], self.colours.rule
        fill, edge, dash = {
            "yes": (rgba(blue, 0.42), rgba(self.colours.primary, 0.75), "solid"),
            "part": (rgba(blue, 0.16), rgba(self.colours.primary, 0.5), "solid"),
            "no": (self.colours.paper, self.colours.quiet, "solid"),
            "unknown": (self.colours.panel, self.colours.quiet, "dot"),
            "estimate": (self.colours.paper, self.colours.quiet, "dot"),
            "none": ("rgba(0,0,0,0)", rule, "dash"),
            "hole": ("rgba(0,0,0,0)", self.colours.quiet, "dash"),
            "plain": (self.colours.panel, rule, "solid"),
            "away": ("rgba(0,0,0,0)", "rgba(0,0,0,0)", "solid"),
        }[state]
        line = {"color": edge} if dash == "solid" else {"color": edge, "dash": dash}
        self.shapes.append(
            {
                "x0": round(x, 1),
                "x1": round(x + width, 1),
                "y0": round(y, 1),
                "y1": round(y + height, 1),
                "fillcolor": fill,
                "line": line,
            }
        )

    def legend(self, key: Mapping[State, str], y: float, width: float) -> float:
        x, y = 0.0, y + 10
        for state, meaning in key.items():
            told = f"{MARKS[state]} {meaning}".strip()
            lines = fold(told, width - 40, SMALL + 0.5)
            needed = 34 + max(text_width(line, SMALL + 1) for line in lines)
            if x and x + needed > width:
                x, y = 0.0, y + 22
            self.box(state, x, y, 18, 14)
            self.write("<br>".join(lines), x + 25, y - 1, SMALL + 0.5, colour=self.colours.quiet)
            x += needed + 12
            if len(lines) > 1:
                x, y = 0.0, y + 22 + SMALL_LINE * (len(lines) - 1)
        return y + 24 if key else y - 6
