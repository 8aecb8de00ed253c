"""Panels of words in rows: a path of steps, or a set of points, with a heading above each row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go

from components.charts.base import (
    annotate,
    figure,
    fitted,
    fold,
    shared_words,
)
from components.language import Language
from components.style.theme import FLOW_COLOURS, Palette, rgba

NAME, WORDS, BIG, FOOT, HEADING = 16.0, 13.5, 24.0, 11.5, 14.0
PAD, ACCENT = 14.0, 5.0
GAP, PATH_GAP = 12.0, 30.0  # between panels; with an arrow between them
NARROWEST = 190.0  # pixels of a panel before the row is broken
PRINT_SCALES = (1.9, 1.7, 1.5, 1.35, 1.2, 1.08, 0.98, 0.88, 0.8, 0.72)


@dataclass(frozen=True)
class Panel:
    """One panel.

    Attributes
    ----------
    name : str
        Its heading.
    words : str
        A sentence or two; a new line starts a new paragraph.
    number : str
        A number, or its absence, written large above the words.
    foot : str
        Small words below, such as where a fact was read.
    strong : bool
        Whether it is filled; others are outlined.
    """

    name: str
    words: str = ""
    number: str = ""
    foot: str = ""
    strong: bool = True


@dataclass(frozen=True)
class Row:
    """Panels that belong together.

    Attributes
    ----------
    panels : sequence of Panel
        From left to right, or from top to bottom where there is no room.
    heading : str
        Words above them.
    path : bool
        Whether they are steps that follow one another, with arrows between them.
    most : int
        How many may stand side by side; fewer panels leave the rest of the row empty.
    scale : float
        How much larger its type is.
    joined : bool
        Whether it follows from the last panel of the row above, to which it is joined.
    """

    panels: Sequence[Panel]
    heading: str = ""
    path: bool = False
    most: int = 4
    scale: float = 1.0
    joined: bool = False


def panels(rows: Sequence[Row], lang: Language, colours: Palette, width: int) -> go.Figure:
    """Return panels as a figure whose coordinates are pixels at `width`.

    Parameters
    ----------
    rows : sequence of Row
        From top to bottom.
    width : int
        Pixels to lay them out for.
    """
    drawing = _Drawing(colours)
    y = 2.0
    for row in rows:
        y = _row(drawing, row, y, width)
    chart = figure(lang, colours, round(y), hovermode=False, template=shared_words("left"))
    chart.add_scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    chart.layout.shapes = drawing.shapes
    annotate(chart, drawing.words)
    chart.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0})
    chart.update_xaxes(visible=False, range=[-1, width + 1])
    chart.update_yaxes(visible=False, range=[y, 0])
    return chart


def panels_print(
    rows: Sequence[Row],
    lang: Language,
    colours: Palette,
    title: str,
    subtitle: str,
    foot: Sequence[str],
) -> go.Figure:
    """Return the panels as a picture: laid out anew, with type as large as their rows allow."""
    return fitted(
        lambda width: panels(rows, lang, colours, width),
        PRINT_SCALES,
        title,
        subtitle,
        foot,
        colours,
    )


@dataclass
class _Drawing:
    """Shapes and words, collected from top to bottom."""

    colours: Palette
    shapes: list[dict[str, Any]] = field(default_factory=list)
    words: list[dict[str, Any]] = field(default_factory=list)

    def write(self, lines: Sequence[str], x: float, y: float, size: float, colour: str) -> float:
        """Write lines from the top `y` down and return where they end."""
        text = "<br>".join(lines)
        if text:
            self.words.append(
                {
                    "text": text,
                    "x": round(x, 1),
                    "y": round(y, 1),
                    "font": {"size": size, "color": colour},
                }
            )
        return y + 1.31 * size * len(lines) if text else y

    def box(
        self, x0: float, y0: float, x1: float, y1: float, fill: str, line: dict[str, Any]
    ) -> None:
        self.shapes.append(
            {
                "x0": round(x0, 1),
                "y0": round(y0, 1),
                "x1": round(x1, 1),
                "y1": round(y1, 1),
                "fillcolor": fill,
                "line": line,
            }
        )

    def arrow(self, points: Sequence[tuple[float, float]]) -> None:
        path = " L ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.shapes.append(
            {
                "type": "path",
                "path": f"M {path} Z",
                "fillcolor": self.colours.primary,
                "line": {"width": 0},
            }
        )


def _row(drawing: _Drawing, row: Row, y: float, width: float) -> float:
    """Draw one row of panels from `y` down and return where the next one starts."""
    if row.joined:
        y = _join(drawing, y, width)
    if row.heading:
        told = [f"<b>{line}</b>" for line in fold(row.heading, width, HEADING)]
        y = drawing.write(told, 0, y + 4, HEADING, drawing.colours.primary) + 8
    gap = PATH_GAP if row.path else GAP
    count = min(row.most, max(1, int((width + gap) // (NARROWEST * row.scale + gap))))
    if row.path and count < len(row.panels):
        count = 1
    room = (width - gap * (count - 1)) / count
    for start in range(0, len(row.panels), count):
        group = row.panels[start : start + count]
        height = max(_height(panel, room, row.scale) for panel in group)
        for index, panel in enumerate(group):
            left = index * (room + gap)
            _panel(drawing, panel, left, y, room, height, row.scale)
            if row.path and start + index + 1 < len(row.panels):
                _step(drawing, left + room, y, gap, height, below=count == 1, middle=room / 2)
        y += height + gap
    return y - gap + 14


def _join(drawing: _Drawing, y: float, width: float) -> float:
    """Draw what joins a row to the last panel above it: an arrow down to a line across."""
    x = width * 5 / 6 if width > 3 * NARROWEST else width / 2
    ink = drawing.colours.primary
    drawing.arrow([(x - 15, y - 8), (x + 15, y - 8), (x, y + 10)])
    drawing.box(0, y + 13, width, y + 15, ink, {"width": 0})
    return y + 24


def _step(
    drawing: _Drawing, right: float, y: float, gap: float, height: float, below: bool, middle: float
) -> None:
    """Draw the arrow to the next panel: to the right, or down where they stand in one column."""
    if below:
        x, top = right - middle, y + height + 6
        drawing.arrow([(x - 13, top), (x + 13, top), (x, top + gap - 12)])
    else:
        x, mid = right + 6, y + height / 2
        drawing.arrow([(x, mid - 15), (x + gap - 12, mid), (x, mid + 15)])


def _lines(panel: Panel, room: float, scale: float) -> list[tuple[list[str], float, float]]:
    """Return the lines of a panel's parts, with the size of each part before and after scaling."""
    inside = room - 2 * PAD - ACCENT
    parts = ((panel.name, NAME), (panel.number, BIG), (panel.words, WORDS), (panel.foot, FOOT))
    found = []
    for text, size in parts:
        usable = inside * (0.94 if size == NAME else 1.0)  # bold letters are wider
        told = [line for part in text.split("\n") for line in fold(part, usable, size * scale)]
        if size == NAME:
            told = [f"<b>{line}</b>" for line in told]
        if text:
            found.append((told, size, size * scale))
    return found


def _height(panel: Panel, room: float, scale: float) -> float:
    parts = _lines(panel, room, scale)
    return sum(1.31 * size * len(told) for told, _, size in parts) + 5 * len(parts) + 2 * PAD - 5


def _panel(
    drawing: _Drawing, panel: Panel, x: float, y: float, room: float, height: float, scale: float
) -> None:
    colours = drawing.colours
    blue = FLOW_COLOURS["return"]
    fill = rgba(blue, 0.16) if panel.strong else "rgba(0,0,0,0)"
    edge = {"color": colours.rule, "width": 1, "dash": "solid" if panel.strong else "dot"}
    drawing.box(x, y, x + room, y + height, fill, edge)
    if panel.strong:
        drawing.box(x, y, x + ACCENT, y + height, colours.primary, {"width": 0})
    top = y + PAD - 3
    inks = {NAME: colours.ink, BIG: colours.primary, WORDS: colours.ink, FOOT: colours.quiet}
    for told, role, size in _lines(panel, room, scale):
        top = drawing.write(told, x + PAD + ACCENT, top, size, inks[role]) + 5
