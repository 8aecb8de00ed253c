"""Lines over the years: one chart, or one small chart for each country."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.grid import Place, axes, heading
from components.language import Language
from components.style.fonts import fold, text_width
from components.style.theme import Palette

NARROWEST = 340  # pixels of a phone's chart


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
        chart.add_scatter(**_trace(line, breaks))
    top = max((v for s in series for v in s.values if v is not None), default=1.0) or 1.0
    _year_axis(chart, lang, colours, series, top, year, ticks)
    mark_breaks(chart, breaks, colours)
    if named:
        room = max((text_width(line.name, 13) for line in series), default=0) + 14
        chart.update_layout(margin={"l": 52, "r": min(room, 170), "t": 10, "b": 28})
        annotate(
            chart,
            [
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
                    "font": {"color": line.colour, "size": 13},
                }
                for y, line in _ends(series, top, height)
            ],
        )
    else:
        chart.update_layout(
            showlegend=True,
            margin={"l": 52, "r": 14, "t": 10, "b": 28},
            legend={"orientation": "h", "x": 0, "y": -0.12, "yanchor": "top"},
        )
    return chart


def _trace(line: Line, breaks: Sequence[int]) -> dict[str, object]:
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


def year_ticks(years: Sequence[int], room: int) -> list[int]:
    """Return the years to write on an axis that has room for some of them.

    All of them where they fit and none stands too close to the next; else round years.
    """
    span = max(years[-1] - years[0], 1)
    close = any(b - a < 0.7 * span / room for a, b in pairwise(years))
    if len(years) <= room and not close:
        return list(years)
    step = next(s for s in (1, 2, 5, 10, 20, 50) if span / s <= room)
    return [y for y in range(years[0], years[-1] + 1) if y % step == 0]


def mark_breaks(chart: go.Figure, breaks: Sequence[int], colours: Palette) -> None:
    """Draw a dotted rule before each break."""
    chart.add_shapes(
        [
            {
                "type": "line",
                "xref": "x",
                "yref": "paper",
                "x0": year - 0.5,
                "x1": year - 0.5,
                "y0": 0,
                "y1": 1,
                "line": {"width": 1.2, "dash": "dot", "color": colours.quiet},
            }
            for year in breaks
        ]
    )


def axis_ticks(top: float, count: int = 4) -> list[float]:
    """Return round values from 0 up to a maximum."""
    if top <= 0:
        return [0]
    raw = top / count
    power = 10.0 ** int(f"{raw:e}".split("e")[1])
    step = next(s * power for s in (1, 2, 2.5, 5, 10) if s * power >= raw)
    return [step * i for i in range(int(top / step) + 1)]


def ticks_both_ways(low: float, top: float) -> list[float]:
    """Return round values on both sides of 0, as far apart as the longer side asks for."""
    step = axis_ticks(max(-low, top))[1]
    return [step * i for i in range(int(low / step), int(max(top, 0) / step) + 1)]


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


def _key(named: Sequence[Line], stacked: bool) -> dict[str, object]:
    """Return the key to small multiples: each name in its colour, with its mark."""
    marks = {
        "circle": "●",
        "diamond": "◆",
        "square": "■",
        "triangle-up": "▲",
        "star": "★",
        "circle-open": "○",
        "diamond-open": "◇",
        "square-open": "□",
        "triangle-up-open": "△",
        "star-open": "☆",
    }
    told = [
        f"<span style='color:{line.colour}'>{marks.get(line.symbol, '●')} {line.name}</span>"
        for line in named
    ]
    return {
        "text": ("<br>" if stacked else "   ").join(told),
        "align": "left",
        "x": 0,
        "y": 0,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "top",
        "yshift": -6,
        "showarrow": False,
        "font": {"size": 13},
    }


def multiples(
    panels: Sequence[tuple[str, Sequence[Line]]],
    lang: Language,
    colours: Palette,
    columns: int,
    year: Callable[[int], str] = str,
    breaks: Sequence[int] = (),
    shared: bool = True,
    width: float | None = None,
) -> go.Figure:
    """Return one small chart for each panel, all on the same scale unless told otherwise.

    Parameters
    ----------
    panels : sequence of (name, lines)
        Name of the panel and its lines.
    columns : int
        Panels in a row.
    year : callable
        Writes a year, or the period that it ends, on the axis.
    breaks : sequence of int
        As in `lines`.
    shared : bool
        Whether all panels have one scale; if not, each has its own and its own years.
    width : float, optional
        Pixels of the whole chart: names of panels that are longer than a panel are folded.
    """
    rows = -(-len(panels) // columns)
    offset = {1: 0.14, 2: 0.09}.get(columns, 0.042)  # room for the axis
    share = 1 if columns == 1 else 1 / columns - offset  # of the width, for a name
    folded = [fold(name, (width or 1e6) * share - 8, 13.5) for name, _ in panels]
    head = 27.3 + 17 * (max(map(len, folded)) - 1)
    tall = 182.7 + head
    every = [line for _, series in panels for line in series]
    named = list({line.name: line for line in every}.values())
    stacked = columns == 1 and sum(text_width(line.name, 13) + 34 for line in named) > NARROWEST
    below = 28 + (18 * (len(named) - 1) if stacked else 0)
    chart = figure(lang, colours, round(tall * rows) + 4 + below)
    for index, (_, series) in enumerate(panels):
        place = _place(index, columns, rows, offset, (head / tall, 29.4 / tall))
        for line in series:
            chart.add_scatter(**_trace(line, breaks), cliponaxis=False, **place.on)
        across, up = _panel_axes(_extent(every if shared else series), lang, colours, year)
        chart.update_layout(axes(place, colours, across, up))
        left, above = (place.left if columns > 1 else 0), min(0.02, 0.04 / rows)
        words = "<br>".join(folded[index])
        annotate(chart, [heading(words, left, place.upper + above, align="left")])
    annotate(chart, [_key(named, stacked)])
    chart.update_layout(margin={"l": 4, "r": 4, "t": 6, "b": below})
    return chart


def _place(index: int, columns: int, rows: int, offset: float, room: tuple[float, float]) -> Place:
    """Return where a panel stands, with room for its name above and its years below."""
    column, row = index % columns, index // columns
    return Place(
        index,
        column / columns + offset,
        (column + 1) / columns - 0.008,
        1 - (row + 1 - room[1]) / rows,
        1 - (row + room[0]) / rows,
    )


def _panel_axes(
    extent: tuple[float, float, list[int]],
    lang: Language,
    colours: Palette,
    year: Callable[[int], str],
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the settings of the axes of a panel that reaches so far."""
    low, top, ends = extent
    ticks = ticks_both_ways(low, top) if low < 0 else axis_ticks(top, 3)
    across = {
        "tickvals": ends,
        "ticktext": [year(y) for y in ends],
        "range": [ends[0] - 2.5, ends[-1] + 2.5] if ends else None,
    }
    up = {
        "range": [low * 1.1, top * 1.1],
        "tickvals": ticks,
        "zeroline": low < 0,
        "zerolinecolor": colours.quiet,
        "ticktext": [lang.short(t) for t in ticks],
    }
    return across, up


def _extent(series: Sequence[Line]) -> tuple[float, float, list[int]]:
    """Return the lowest value of some lines (0 at most), the largest, first and last year."""
    known = [v for line in series for v in line.values if v is not None]
    low, top = min([*known, 0.0]), max([*known, 0.0])
    top = top or float(low == 0)
    years = sorted({year for line in series for year in line.years})
    return low, top, list(dict.fromkeys((years[0], years[-1]))) if years else []
