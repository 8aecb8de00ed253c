"""Lines over the years in small multiples: one small chart for each country."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.grid import Place, axes, heading
from components.charts.keys import MARKS
from components.charts.lines import Line, line_trace
from components.charts.ticks import axis_ticks, ticks_both_ways
from components.language import Language
from components.style.fonts import fold, text_width
from components.style.theme import Palette
from components.style.type import LABEL

NARROWEST = 340  # pixels of a phone's chart
BESIDE = 0.1  # of the years of a panel, free on each side for the words of its axes


def multiples(
    panels: Sequence[tuple[str, Sequence[Line]]],
    lang: Language,
    colours: Palette,
    columns: int,
    width: float,
    year: Callable[[int], str] = str,
    shared: bool = True,
) -> go.Figure:
    """Return one small chart for each panel, all on the same scale unless told otherwise.

    Parameters
    ----------
    panels : sequence of (name, lines)
        Name of the panel and its lines.
    columns : int
        Panels in a row.
    width : float
        Pixels of the whole chart: names of panels that are longer than a panel are folded.
    year : callable
        Writes a year, or the period that it ends, on the axis.
    shared : bool
        Whether all panels have one scale; if not, each has its own and its own years.
    """
    rows = -(-len(panels) // columns)
    offset = {1: 0.14, 2: 0.09}.get(columns, 0.042)  # room for the axis
    share = 1 if columns == 1 else 1 / columns - offset  # of the width, for a name
    folded = [fold(name, width * share - 8, LABEL, "strong") for name, _ in panels]
    head = 27.3 + 17 * (max(map(len, folded)) - 1)
    tall = 182.7 + head
    every = [line for _, series in panels for line in series]
    named = list({line.name: line for line in every}.values())
    room = min(NARROWEST, width) if columns == 1 else width
    stacked = sum(text_width(line.name, LABEL) + 34 for line in named) > room
    said = {line.name: fold(line.name, width - 40, LABEL) for line in named}
    below = 28 + (20 * (sum(map(len, said.values())) - 1) if stacked else 0)
    chart = figure(lang, colours, round(tall * rows) + 4 + below)
    for index, (_, series) in enumerate(panels):
        place = _place(index, columns, rows, offset, (head / tall, 29.4 / tall))
        for line in series:
            chart.add_scatter(**line_trace(line, ()), cliponaxis=False, **place.on)
        across, up = _panel_axes(_extent(every if shared else series), lang, colours, year)
        chart.update_layout(axes(place, colours, across, up))
        left, above = (place.left if columns > 1 else 0), min(0.02, 0.04 / rows)
        words = "<br>".join(folded[index])
        annotate(chart, [heading(words, left, place.upper + above, align="left")])
    annotate(chart, [_key(named, said, stacked)])
    chart.update_layout(margin={"l": 4, "r": 4, "t": 6, "b": below})
    return chart


def _key(
    named: Sequence[Line], said: Mapping[str, Sequence[str]], stacked: bool
) -> dict[str, object]:
    """Return the key to small multiples: each name, as folded, in its colour, with its mark."""
    told = [
        f"<span style='color:{line.colour}'>{MARKS.get(line.symbol, '●')} "
        f"{'<br>'.join(said[line.name]) if stacked else line.name}</span>"
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
        "font": {"size": LABEL},
    }


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
    beside = max(2.5, BESIDE * (ends[-1] - ends[0])) if ends else 0
    across = {
        "tickvals": ends,
        "ticktext": [year(y) for y in ends],
        "range": [ends[0] - beside, ends[-1] + beside] if ends else None,
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
