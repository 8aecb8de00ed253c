"""One value among the others that could stand for it: a hollow mark on the range of all methods."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.grid import Place, axes, heading
from components.language import Language
from components.style.theme import Palette

ROW = 40
LOWEST, HIGHEST = 0.01, 100.0  # ratios beyond are drawn at the edge
ZERO = math.log10(LOWEST) - 0.75  # where a ratio of 0 stands, apart from the logarithmic axis
TICKS = (0.1, 1.0, 10.0)


@dataclass(frozen=True)
class Spread:
    """A value by the chosen method, among the values by the others.

    Attributes
    ----------
    name : str
        What it is the value of; in panels unused.
    value : float or None
        By the chosen method; None where it is not defined.
    label : str
        The value as written.
    tip : str
        What the pointer says at it.
    others : sequence of (float, str)
        Defined values by the other methods, with what the pointer says.
    at : int
        Place on the axis of a panel, such as the last year of a period.
    """

    name: str
    value: float | None
    label: str
    tip: str
    others: Sequence[tuple[float, str]] = ()
    at: int = 0

    @property
    def ends(self) -> tuple[float, float] | None:
        """The smallest and largest of all values; None where there are not two."""
        known = [*(v for v, _ in self.others), *([] if self.value is None else [self.value])]
        return (min(known), max(known)) if len(known) > 1 else None


def ratio_rows(
    rows: Sequence[Spread],
    lang: Language,
    colours: Palette,
    colour: str,
    equal: str,
    aside: int = 0,
) -> go.Figure:
    """Return ratios from top to bottom on a logarithmic axis around 1, with 0 at its own place.

    Parameters
    ----------
    rows : sequence of Spread
        Each with its name above on the left and its value on the right.
    colour : str
        Hex colour of the hollow marks.
    equal : str
        What a ratio of 1 means, written below it.
    aside : int
        Pixels on the left for the names, in pictures; with none they stand above the marks.
    """
    height = ROW * max(len(rows), 2) + 54
    chart = figure(lang, colours, height, hovermode="closest")
    depth = [-float(i) for i in range(len(rows))]
    _ranges(
        chart,
        [
            ((_place(row.ends[0]), y), (_place(row.ends[1]), y))
            for row, y in zip(rows, depth, strict=True)
            if row.ends
        ],
        colours,
    )
    beside = [
        (_place(v), y, tip) for row, y in zip(rows, depth, strict=True) for v, tip in row.others
    ]
    _marks(chart, beside, colours.quiet, "line-ns-open", 11, 1.6)
    chosen = [
        (_place(row.value), y, row.tip)
        for row, y in zip(rows, depth, strict=True)
        if row.value is not None
    ]
    _marks(chart, chosen, colour, "circle-open", 12, 2.6)
    annotate(
        chart,
        [one for row, y in zip(rows, depth, strict=True) for one in _words(row, y, colours, aside)],
    )
    low, high = lang.number(LOWEST, 2), lang.number(HIGHEST)
    places = [ZERO, math.log10(LOWEST), *(math.log10(t) for t in TICKS), math.log10(HIGHEST)]
    told = [f"{lang.number(t, 1)}<br>{equal}" if t == 1 else lang.number(t, 1) for t in TICKS]
    names = ["0", f"≤ {low}", *told, f"≥ {high}"]
    chart.update_layout(margin={"l": aside or 2, "r": 50 if aside else 2, "t": 4, "b": 44})
    chart.update_xaxes(
        tickvals=places,
        ticktext=names,
        range=[ZERO - 0.35, math.log10(HIGHEST) + 0.45],
        tickangle=0,
    )
    chart.update_yaxes(visible=False, range=[-len(rows) + 0.45, 0.85])
    chart.add_shape(
        type="line",
        x0=0,
        x1=0,
        yref="paper",
        y0=0,
        y1=1,
        layer="below",
        line={"width": 1.6, "color": colours.quiet, "dash": "dot"},
    )
    return chart


def _words(row: Spread, y: float, colours: Palette, aside: int) -> list[dict[str, Any]]:
    """Return name and value of a row: above its marks, or beside them in a picture."""
    shared = {"showarrow": False, "xref": "paper", "font": {"size": 13, "color": colours.ink}}
    name = {"text": row.name, "x": 0, "y": y, "xanchor": "right" if aside else "left", **shared}
    value = {"text": f"<b>{row.label}</b>", "x": 1, "y": y, "xanchor": "right", **shared}
    if aside:
        return [{**name, "xshift": -6}, {**value, "xanchor": "left", "xshift": 6}]
    above = {"y": y + 0.22, "yanchor": "bottom", "bgcolor": colours.paper, "borderpad": 1}
    return [{**name, **above}, {**value, **above}]


def _place(ratio: float) -> float:
    return round(math.log10(min(max(ratio, LOWEST), HIGHEST)), 4) if ratio > 0 else ZERO


def _ranges(
    chart: go.Figure,
    ranges: Sequence[tuple[tuple[float, float], tuple[float, float]]],
    colours: Palette,
    **axes: str,
) -> None:
    x: list[float | None] = []
    y: list[float | None] = []
    for start, end in ranges:
        x += [start[0], end[0], None]
        y += [start[1], end[1], None]
    chart.add_scatter(
        x=x,
        y=y,
        mode="lines",
        hoverinfo="skip",
        line={"width": 1.4, "color": colours.other},
        **axes,
    )


def _marks(
    chart: go.Figure,
    marks: Sequence[tuple[float, float, str]],
    colour: str,
    symbol: str,
    size: float,
    edge: float,
    **more: Any,
) -> None:
    chart.add_scatter(
        **{
            "x": [m[0] for m in marks],
            "y": [m[1] for m in marks],
            "mode": "markers",
            "marker": {
                "symbol": symbol,
                "size": size,
                "color": colour,
                "line": {"width": edge, "color": colour},
            },
            "customdata": [m[2] for m in marks],
            "hovertemplate": "%{customdata}<extra></extra>",
            **more,
        }
    )


@dataclass(frozen=True)
class Panel:
    """One panel of spreads over the periods.

    Attributes
    ----------
    name : str
        Its heading.
    spreads : sequence of Spread
        In the order of `Spread.at`.
    colour : str
        Hex colour of the chosen method.
    """

    name: str
    spreads: Sequence[Spread]
    colour: str


def spread_panels(
    panels: Sequence[Panel],
    lang: Language,
    colours: Palette,
    columns: int,
    ticks: Sequence[float],
    tick: Callable[[float], str],
    at: Callable[[int], str],
    undefined: str,
) -> go.Figure:
    """Return one small chart for each panel, all on the same scale.

    Parameters
    ----------
    columns : int
        Panels in a row.
    ticks : sequence of float
        Values written on the axis; the scale reaches from the first to the last.
    tick, at : callable
        Write a value, and a period, on the axes.
    undefined : str
        Written where the chosen method has no value.
    """
    rows = -(-len(panels) // columns)
    chart = figure(lang, colours, 226 * rows + 4, hovermode="closest")
    places = sorted({s.at for panel in panels for s in panel.spreads})
    ends = [places[0], places[-1]] if places else []
    across = {
        "tickvals": ends,
        "ticktext": [at(p) for p in ends],
        "range": [ends[0] - 3.5, ends[1] + 3.5] if ends else None,
    }
    room = (ticks[-1] - ticks[0]) * 0.06
    up = {
        "range": [ticks[0] - room, ticks[-1] + room],
        "tickvals": list(ticks),
        "ticktext": [tick(t) for t in ticks],
        "zeroline": True,
        "zerolinecolor": colours.quiet,
        "zerolinewidth": 1.3,
    }
    middle = (ticks[0] + ticks[-1]) / 2
    for index, panel in enumerate(panels):
        place = _panel_place(index, columns, rows)
        _panel(chart, panel, colours, place.on)
        chart.update_layout(axes(place, colours, across, up))
        chart.add_annotations([heading(panel.name, place.left, place.upper + 0.02 / rows)])
        chart.add_annotations(_undefined(panel, undefined, middle, place, colours))
    chart.update_layout(margin={"l": 4, "r": 4, "t": 6, "b": 4})
    return chart


def _panel_place(index: int, columns: int, rows: int) -> Place:
    row = index // columns
    return Place(
        index,
        index % columns / columns + (0.046 if columns > 2 else 0.13 / columns + 0.04),
        (index % columns + 1) / columns - 0.008,
        1 - (row + 1) / rows + 0.13 / rows,
        1 - row / rows - 0.12 / rows,
    )


def _undefined(
    panel: Panel, told: str, y: float, place: Place, colours: Palette
) -> list[dict[str, Any]]:
    """Say where the chosen method has no value."""
    return [
        {
            "text": told,
            "x": s.at,
            "y": y,
            "textangle": -90,
            "xref": place.on["xaxis"],
            "yref": place.on["yaxis"],
            "showarrow": False,
            "font": {"size": 11, "color": colours.quiet},
        }
        for s in panel.spreads
        if s.value is None
    ]


def _panel(chart: go.Figure, panel: Panel, colours: Palette, axes: dict[str, str]) -> None:
    _ranges(
        chart,
        [((s.at, s.ends[0]), (s.at, s.ends[1])) for s in panel.spreads if s.ends],
        colours,
        **axes,
    )
    beside = [(s.at, value, tip) for s in panel.spreads for value, tip in s.others]
    _marks(chart, beside, colours.quiet, "line-ew-open", 9, 1.6, **axes)
    chart.add_scatter(
        x=[s.at for s in panel.spreads],
        y=[s.value for s in panel.spreads],
        mode="lines",
        connectgaps=False,
        hoverinfo="skip",
        line={"width": 1.4, "dash": "dot", "color": panel.colour},
        **axes,
    )
    chosen = [(s.at, s.value, s.tip) for s in panel.spreads if s.value is not None]
    _marks(chart, chosen, panel.colour, "circle-open", 10, 2.4, **axes)
