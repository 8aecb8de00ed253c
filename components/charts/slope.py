"""A slope chart: two columns, a line for each thing from its value in one to that in the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.keys import KEY, key_text, key_words
from components.language import Language
from components.style.fonts import text_width
from components.style.theme import Palette, rgba
from components.style.type import LABEL, SMALL

HEAD, FOOT, LEADER = 40, 10, 22  # pixels; the last of a line between a point and its label
APART = 19  # pixels between two labels
DOT, THICK, THIN = 7, 2.4, 1
FADED, NARROW = 0.4, 500


@dataclass(frozen=True)
class Slope:
    """One line.

    Attributes
    ----------
    name : str
        What it stands for, written on the right where it is `named`.
    left, right : float
        Its two values, each 0 or more.
    labels : (str, str)
        The values as written.
    tip : str
        What the pointer says.
    colour, dash : str
        Of the line; one that is not named is thin and grey.
    named : bool
        Whether it is labelled.
    strong : bool
        Whether its name is bold.
    """

    name: str
    left: float
    right: float
    labels: tuple[str, str]
    tip: str
    colour: str
    dash: str = "solid"
    named: bool = False
    strong: bool = False


def slopes(
    lines: Sequence[Slope],
    heads: tuple[str, str],
    ticks: Sequence[float],
    place: Callable[[float], float],
    key: Sequence[tuple[str, str, str]],
    floor: str,
    lang: Language,
    colours: Palette,
    height: int,
    width: int,
    free: int = 0,
) -> go.Figure:
    """Return lines between two columns, labelled directly, on an axis of powers of ten.

    Parameters
    ----------
    lines : sequence of Slope
        Those drawn last lie above.
    heads : (str, str)
        Names of the columns.
    ticks : sequence of float
        Values at which a rule is drawn.
    place : callable
        Says where a value stands on the axis.
    key : sequence of (colour, mark, name)
        Below the chart.
    floor : str
        What the bottom of the axis stands for, as nothing is drawn below it.
    height, width : int
        Pixels of the lines, and to lay them out for.
    free : int
        Pixels that a picture has for all of it; 0 on a page.

    Notes
    -----
    The axis is in pixels, from 0 at the top, because labels are moved by pixels.
    """
    named = [line for line in lines if line.named]
    how = _How(SMALL, "<br>", 2 * APART) if width < NARROW else _How(LABEL, " ", APART)
    left = max((text_width(line.labels[0], how.size) for line in named), default=0) + LEADER + 8
    right = max((how.width(line) for line in named), default=0.0) + LEADER + 10
    told = key_text(key, width - 8)
    below = FOOT + KEY * (told.count("<br>") + 1) + 8
    tall = max(free - HEAD - below, round(how.gap * (len(named) + 1))) if free else height
    chart = figure(lang, colours, HEAD + tall + below, hovermode="closest")
    low, high = place(ticks[0]), place(ticks[-1])
    spot = partial(_pixel, place, low, high, tall)
    for line in lines:
        chart.add_scatter(**_trace(line, spot, colours))
    annotate(chart, _labels(named, spot, tall, how, colours))
    annotate(chart, _heads(heads, colours))
    written = [floor, *map(lang.short, ticks[1:])]
    at = [spot(tick) for tick in ticks]
    annotate(chart, [_tick(y, words, colours) for y, words in zip(at, written, strict=True)])
    annotate(chart, [key_words(told, -left, FOOT)])
    chart.add_shapes([_rule(y, colours) for y in at])
    chart.update_xaxes(visible=False, range=[0, 1])
    chart.update_yaxes(visible=False, range=[-tall, 0])
    chart.update_layout(margin={"l": left, "r": right, "t": HEAD, "b": below})
    return chart


@dataclass(frozen=True)
class _How:
    """How labels are written: their size, what stands before the value, pixels between two."""

    size: float
    joint: str
    gap: float

    def text(self, line: Slope, side: int) -> str:
        if not side:
            return line.labels[0]
        name = f"<b>{line.name}</b>" if line.strong else line.name
        return f"{name}{self.joint}<b>{line.labels[1]}</b>"

    def width(self, line: Slope) -> float:
        parts = (line.name, line.labels[1])
        wide = [text_width(part, self.size, "strong") for part in parts]
        return max(wide) if self.joint == "<br>" else sum(wide) + 4


def _pixel(
    place: Callable[[float], float], low: float, high: float, tall: float, value: float
) -> float:
    """Return where a value stands below the top, as a number of pixels below 0."""
    return round(-(high - place(value)) / (high - low) * tall, 1)


def _labels(
    named: Sequence[Slope],
    spot: Callable[[float], float],
    tall: int,
    how: _How,
    colours: Palette,
) -> list[dict[str, Any]]:
    """Return the labels of both columns, none of which covers another."""
    found = []
    for side in (0, 1):
        at = [spot(line.right if side else line.left) for line in named]
        told = apart([-y for y in at], tall, how.gap if side else APART)
        found += [
            _label(line, side, y, down + y, how, colours)
            for line, y, down in zip(named, at, told, strict=True)
        ]
    return found


def _trace(line: Slope, spot: Callable[[float], float], colours: Palette) -> dict[str, Any]:
    colour = line.colour if line.named else rgba(colours.other, FADED)
    return {
        "x": [0, 1],
        "y": [spot(line.left), spot(line.right)],
        "mode": "lines+markers",
        "name": line.name,
        "line": {
            "color": colour,
            "width": (THICK + line.strong) if line.named else THIN,
            "dash": line.dash,
        },
        "marker": {"size": DOT if line.named else 4, "color": colour, "symbol": "circle"},
        "customdata": [line.tip, line.tip],
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }


def apart(places: Sequence[float], room: float, gap: float = APART) -> list[float]:
    """Return where labels stand so that none covers another, each as near to its point as can be.

    Parameters
    ----------
    places : sequence of float
        Where their points are, in pixels from the top.
    room : float
        Pixels from the top to the bottom, which labels do not leave as long as they fit.
    gap : float
        Pixels between two labels.

    Notes
    -----
    Labels that would touch are put in a row around the middle of their points; rows that touch
    become one.
    """
    order = sorted(range(len(places)), key=lambda at: places[at])
    rows: list[tuple[list[int], float]] = []  # labels from the top, and where the first stands
    for at in order:
        rows.append(([at], places[at]))
        while len(rows) > 1 and rows[-2][1] + gap * len(rows[-2][0]) > rows[-1][1]:
            last, above = rows.pop(), rows.pop()
            together = above[0] + last[0]
            middle = sum(places[one] - gap * n for n, one in enumerate(together)) / len(together)
            lowest = room - gap * (len(together) - 1)
            rows.append((together, max(min(middle, lowest), 0.0)))
    found = [0.0] * len(places)
    for members, first in rows:
        for n, one in enumerate(members):
            found[one] = first + gap * n
    return found


def _label(
    line: Slope, side: int, y: float, shift: float, how: _How, colours: Palette
) -> dict[str, Any]:
    """Return the label of a line at its left or right end, with a thin line from its point."""
    return {
        "text": how.text(line, side),
        "x": side,
        "y": y,
        "ax": LEADER if side else -LEADER,
        "ay": shift,
        "xanchor": "left" if side else "right",
        "yanchor": "middle",
        "showarrow": True,
        "arrowhead": 0,
        "arrowwidth": 1,
        "arrowcolor": rgba(line.colour, 0.6),
        "standoff": 5,
        "align": "left" if side else "right",
        "font": {"size": how.size, "color": colours.ink},
    }


def _heads(heads: tuple[str, str], colours: Palette) -> list[dict[str, Any]]:
    shared = {"y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 16, "showarrow": False}
    shared |= {"font": {"size": SMALL, "color": colours.ink}}
    return [
        {"text": f"<b>{head}</b>", "x": side, "xanchor": "center", **shared}
        for side, head in enumerate(heads)
    ]


def _tick(y: float, told: str, colours: Palette) -> dict[str, Any]:
    """Return what a rule stands for, in the middle between the columns."""
    return {
        "text": told,
        "x": 0.5,
        "y": y,
        "yanchor": "middle",
        "showarrow": False,
        "bgcolor": colours.paper,
        "borderpad": 1,
        "font": {"size": SMALL, "color": colours.quiet},
    }


def _rule(y: float, colours: Palette) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": 0,
        "x1": 1,
        "y0": y,
        "y1": y,
        "layer": "below",
        "line": {"width": 1, "color": colours.rule},
    }
