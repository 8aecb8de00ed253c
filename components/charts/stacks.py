"""Small multiples of stacked columns, with a group of columns beside another where asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from components.charts.base import annotate, figure
from components.charts.grid import Place, axes, heading
from components.charts.plain import SharedFigure
from components.charts.ticks import axis_ticks, year_ticks
from components.language import Language
from components.style.fonts import text_width
from components.style.theme import Palette, rgba
from components.style.type import SMALL

Fill = Literal["solid", "middle", "pale", "faint", "hatched", "dotted", "mark"]
STRENGTH = {
    "solid": 1.0,
    "middle": 0.68,
    "pale": 0.4,
    "faint": 0.16,
    "hatched": 0.12,
    "dotted": 0.05,
}
PATTERNS = {"hatched": "/", "dotted": "."}
LEFT, BESIDE = {1: 0.1, 2: 0.07}, 0.038  # of the width: room for values left of a panel
YEARS, YEAR, GAP, VALUE = 5, 32, 8, 34  # years on an axis; pixels of one, between two, of a value
PANEL, LEGEND_ROW, LEGEND_EDGE, TICKS = 207, 24, 5, 29


@dataclass(frozen=True)
class Stack:
    """One series of columns, or of marks beside them.

    Attributes
    ----------
    name : str
        What it stands for; the same name in several panels has one entry in the legend.
    places : sequence of float
        Where on the axis, in years.
    values : sequence of float
        Columns at the same place stand on one another in the order of the series.
    tips : sequence of str
        What the pointer says.
    colour : str
        Hex colour.
    fill : {"solid", "middle", "pale", "faint", "hatched", "dotted", "mark"}
        ``dotted`` for what is not known; ``mark`` draws diamonds instead of
        columns: a thing apart, which stands on nothing.
    width : float
        Width of a column in years.
    """

    name: str
    places: Sequence[float]
    values: Sequence[float]
    tips: Sequence[str]
    colour: str
    fill: Fill = "solid"
    width: float = 0.8


def stacks(
    panels: Sequence[tuple[str, Sequence[Stack]]],
    lang: Language,
    colours: Palette,
    columns: int,
    span: tuple[int, int],
    width: int,
) -> SharedFigure:
    """Return one small chart of stacked columns for each panel, each on its own scale.

    Parameters
    ----------
    panels : sequence of (name, series)
        Name of the panel and its series.
    columns : int
        Panels in a row at most; there are fewer where years or values would not have room.
    span : tuple of int
        First and last year of every axis.
    width : int
        Pixels of the whole.
    """
    columns = _columns(columns, width)
    rows = max(1, -(-len(panels) // columns))
    names = list(dict.fromkeys(s.name for _, series in panels for s in series))
    key = _legend_rows(names, width) if len(names) > 1 else 0
    below = LEGEND_EDGE + LEGEND_ROW * key if key else 4
    each = PANEL if len(panels) > 1 else 300
    chart = figure(lang, colours, each * rows + 4 + below, barmode="stack")
    named: set[str] = set()
    for index, (name, series) in enumerate(panels):
        place = _place(index, columns, rows, each)
        for one in series:
            trace = _trace(one, colours, one.name not in named)
            chart.add(trace["type"], trace | place.on)
            named.add(one.name)
        chart.update_layout(axes(place, colours, _years(span, columns), _values(series, lang)))
        annotate(chart, [heading(name, max(place.left - 0.03, 0), place.upper, yshift=3)])
    chart.update_layout(
        showlegend=len(names) > 1,
        legend={
            "orientation": "h",
            "x": 0,
            "y": 0,
            "yanchor": "top",
            "font": {"size": SMALL},
            "traceorder": "normal",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        margin={"l": 4, "r": 4, "t": 4, "b": below},
    )
    return chart


def _columns(most: int, width: int) -> int:
    """Return how many panels stand in a row so that years are apart and values are whole."""
    roomy = (
        columns
        for columns in range(most, 1, -1)
        if width / columns >= YEARS * (YEAR + GAP) and LEFT.get(columns, BESIDE) * width >= VALUE
    )
    return next(roomy, 1)


def _place(index: int, columns: int, rows: int, each: int) -> Place:
    column, row = index % columns, index // columns
    return Place(
        index,
        column / columns + LEFT.get(columns, BESIDE),
        (column + 1) / columns - 0.012,
        1 - (row + 1 - TICKS / each) / rows,
        1 - (row + 24 / each) / rows,
    )


def _years(span: tuple[int, int], columns: int) -> dict[str, Any]:
    shown = year_ticks(list(range(span[0], span[1] + 1)), 9 if columns == 1 else YEARS)
    return {
        "tickvals": shown,
        "ticktext": [str(y) for y in shown],
        "range": [span[0] - 0.8, span[1] + 0.8],
        "tickangle": 0,
    }


def _values(series: Sequence[Stack], lang: Language) -> dict[str, Any]:
    top = _top(series)
    ticks = axis_ticks(top, 3)
    return {
        "range": [0, top * 1.08],
        "tickvals": ticks,
        "ticktext": [lang.short(t) for t in ticks],
    }


def _top(series: Sequence[Stack]) -> float:
    """Return the height of the tallest stack or mark."""
    sums: dict[float, float] = {}
    marks = [0.0]
    for one in series:
        for place, value in zip(one.places, one.values, strict=True):
            if one.fill == "mark":
                marks.append(value)
            else:
                sums[place] = sums.get(place, 0.0) + value
    return max(*sums.values(), *marks, 1.0)


def _trace(one: Stack, colours: Palette, named: bool) -> dict[str, Any]:
    shared = {
        "x": list(one.places),
        "y": list(one.values),
        "name": one.name,
        "customdata": list(one.tips),
        "hovertemplate": "%{customdata}<extra></extra>",
        "legendgroup": one.name,
        "showlegend": named,
    }
    if one.fill == "mark":
        marker = {
            "symbol": "diamond-open",
            "size": 7,
            "color": one.colour,
            "line": {"width": 1.5, "color": one.colour},
        }
        return {"type": "scatter", "mode": "markers", "marker": marker, **shared}
    line = {"width": 1 if one.width > 0.3 else 0, "color": one.colour}
    marker = {"color": rgba(one.colour, STRENGTH[one.fill]), "line": line}
    if one.fill in PATTERNS:
        marker["pattern"] = {
            "shape": PATTERNS[one.fill],
            "fgcolor": colours.ink,
            "size": 5,
            "solidity": 0.3,
        }
    return {"type": "bar", "marker": marker, "width": one.width, **shared}


def _legend_rows(names: Sequence[str], width: int) -> int:
    """Return the rows that the names need, as the browser lays them out: in equal columns."""
    widest = max(text_width(name, SMALL) for name in names) + 46
    return -(-len(names) // max(1, int(width / widest)))
