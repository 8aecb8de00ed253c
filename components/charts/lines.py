"""Lines over the years."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.ticks import axis_ticks, mark_breaks, ticks_both_ways, year_ticks
from components.language import Language
from components.style.fonts import text_width
from components.style.theme import Palette
from components.style.type import LABEL


@dataclass(frozen=True)
class Line:
    """One line.

    Attributes
    ----------
    name : str
        What it stands for.
    years : sequence of int
        Where it has values.
    values : sequence of float or None
        None leaves a gap: a year without a figure is not bridged.
    tips : sequence of str
        What the pointer says at each value.
    colour : str
        Hex colour.
    dash : str
        ``solid``, ``dot`` or ``dash``.
    symbol : str
        Marker symbol.
    connected : bool
        Whether the points are joined.
    breaks : sequence of int
        Years into which this line is not drawn: it counts otherwise, or others, from there on.
    """

    name: str
    years: Sequence[int]
    values: Sequence[float | None]
    tips: Sequence[str]
    colour: str
    dash: str = "solid"
    symbol: str = "circle"
    connected: bool = True
    breaks: Sequence[int] = ()


def lines(
    series: Sequence[Line],
    lang: Language,
    colours: Palette,
    height: int = 380,
    named: bool = True,
    year: Callable[[int], str] = str,
    ticks: int = 9,
    breaks: Sequence[int] = (),
) -> go.Figure:
    """Return lines over the years, each named at its right end.

    Parameters
    ----------
    series : sequence of Line
        The lines.
    named : bool
        Whether to write the names at the ends; if not, there is a legend below the chart.
    year : callable
        Writes a year, or the period that it ends, on the axis.
    ticks : int
        How many years the axis has room for.
    breaks : sequence of int
        First years of a new way of counting: no line crosses into them.
    """
    chart = figure(lang, colours, height)
    for line in series:
        chart.add_scatter(**line_trace(line, breaks))
    top = max((v for s in series for v in s.values if v is not None), default=1.0) or 1.0
    _year_axis(chart, lang, colours, series, top, year, ticks)
    mark_breaks(chart, breaks, colours)
    if named:
        parts = [part for line in series for part in _wrapped(line.name).split("<br>")]
        room = max((text_width(part, LABEL) for part in parts), default=0) + 14
        chart.update_layout(margin={"l": 52, "r": min(room, 170), "t": 10, "b": 28})
        annotate(chart, _names(series, top, height))
    else:
        chart.update_layout(
            showlegend=True,
            margin={"l": 52, "r": 14, "t": 10, "b": 28},
            legend={"orientation": "h", "x": 0, "y": -0.12, "yanchor": "top"},
        )
    return chart


def line_trace(line: Line, breaks: Sequence[int]) -> dict[str, object]:
    """Return a line for plotly, with a gap before each break: its own, and those of the chart."""
    years: list[float] = list(line.years)
    values, tips = list(line.values), list(line.tips)
    for broken in sorted({*breaks, *line.breaks}):
        if years and years[0] < broken <= years[-1]:
            at = next(i for i, year in enumerate(years) if year >= broken)
            years.insert(at, broken - 0.5)
            values.insert(at, None)
            tips.insert(at, "")
    return {
        "x": years,
        "y": values,
        "name": line.name,
        "mode": "lines+markers" if line.connected else "markers",
        "line": {"color": line.colour, "width": 2.2, "dash": line.dash},
        "marker": {
            "size": 7,
            "symbol": line.symbol,
            "color": line.colour,
            "line": {"width": 1.4, "color": line.colour},
        },
        "connectgaps": False,
        "customdata": tips,
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _year_axis(
    chart: go.Figure,
    lang: Language,
    colours: Palette,
    series: Sequence[Line],
    top: float,
    year: Callable[[int], str],
    room: int,
) -> None:
    years = sorted({year for line in series for year in line.years})
    low = min((v for line in series for v in line.values if v is not None), default=0.0)
    ticks = axis_ticks(top) if low >= 0 else ticks_both_ways(low, top)
    if low < 0:
        chart.update_yaxes(zeroline=True, zerolinecolor=colours.rule)
    chart.update_yaxes(
        range=[min(low, 0) * 1.08, top * 1.08],
        tickvals=ticks,
        ticktext=[lang.short(t) for t in ticks],
        ticklabelposition="outside",
    )
    if not years:
        return
    shown = year_ticks(years, room)
    pad = max(0.4, 0.03 * (years[-1] - years[0]))
    chart.update_xaxes(
        tickvals=shown,
        ticktext=[year(y) for y in shown],
        showgrid=False,
        range=[years[0] - pad, years[-1] + pad],
        tickangle=0,
    )


def _names(series: Sequence[Line], top: float, height: int) -> list[dict[str, object]]:
    """Write the name of each line at its right end."""
    return [
        {
            "x": 1,
            "xref": "paper",
            "y": y,
            "xanchor": "left",
            "yanchor": "middle",
            "showarrow": False,
            "text": _wrapped(line.name),
            "align": "left",
            "xshift": 6,
            "font": {"color": line.colour, "size": LABEL},
        }
        for y, line in _ends(series, top, height)
    ]


def _ends(series: Sequence[Line], top: float, height: int) -> list[tuple[float, Line]]:
    """Return where to write each line's name, apart from one another."""
    gap = top * 1.08 * 19 / (height - 38)
    last = []
    for line in series:
        known = [v for v in line.values if v is not None]
        if known:
            last.append((known[-1], line))
    last.sort(key=lambda item: item[0])
    placed: list[tuple[float, Line]] = []
    floor = 0.0
    for y, line in last:
        half = gap * _rows(line.name) / 2
        at = max(y, floor + half)
        floor = at + half
        placed.append((at, line))
    return placed


def _rows(name: str) -> float:
    return 1 + 0.9 * _wrapped(name).count("<br>")


def _wrapped(name: str) -> str:
    if len(name) <= 20 or " → " not in name:
        return name
    return name.replace(" → ", " →<br>")
