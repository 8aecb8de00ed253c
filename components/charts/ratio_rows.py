"""Rows of ratios on a logarithmic axis around 1, each among those by the other methods."""

import math
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.spread import Spread, draw_marks, draw_ranges
from components.language import Language
from components.style.theme import Palette
from components.style.type import LABEL

ROW = 40
LOWEST, HIGHEST = 0.01, 100.0  # ratios beyond are drawn at the edge
ZERO = math.log10(LOWEST) - 0.75  # where a ratio of 0 stands, apart from the logarithmic axis
TICKS = (0.1, 1.0, 10.0)


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
    placed = [(row, -float(i)) for i, row in enumerate(rows)]
    ranges = [((_place(row.ends[0]), y), (_place(row.ends[1]), y)) for row, y in placed if row.ends]
    draw_ranges(chart, ranges, colours)
    beside = [(_place(v), y, tip) for row, y in placed for v, tip in row.others]
    draw_marks(chart, beside, colours.quiet, "line-ns-open", 11, 1.6)
    chosen = [(_place(row.value), y, row.tip) for row, y in placed if row.value is not None]
    draw_marks(chart, chosen, colour, "circle-open", 12, 2.6)
    annotate(chart, [one for row, y in placed for one in _words(row, y, colours, aside)])
    chart.update_layout(margin={"l": aside or 2, "r": 50 if aside else 2, "t": 4, "b": 44})
    chart.update_xaxes(**_axis(lang, equal))
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


def _axis(lang: Language, equal: str) -> dict[str, Any]:
    """Return the axis of ratios: 0 at its own place, then 0.1, 1, 10 between both edges."""
    low, high = lang.number(LOWEST, 2), lang.number(HIGHEST)
    told = [f"{lang.number(t, 1)}<br>{equal}" if t == 1 else lang.number(t, 1) for t in TICKS]
    return {
        "tickvals": [ZERO, *(math.log10(t) for t in (LOWEST, *TICKS, HIGHEST))],
        "ticktext": ["0", f"≤ {low}", *told, f"≥ {high}"],
        "range": [ZERO - 0.35, math.log10(HIGHEST) + 0.45],
        "tickangle": 0,
    }


def _words(row: Spread, y: float, colours: Palette, aside: int) -> list[dict[str, Any]]:
    """Return name and value of a row: above its marks, or beside them in a picture."""
    shared = {"showarrow": False, "xref": "paper", "font": {"size": LABEL, "color": colours.ink}}
    name = {"text": row.name, "x": 0, "y": y, "xanchor": "right" if aside else "left", **shared}
    value = {"text": f"<b>{row.label}</b>", "x": 1, "y": y, "xanchor": "right", **shared}
    if aside:
        return [{**name, "xshift": -6}, {**value, "xanchor": "left", "xshift": 6}]
    above = {"y": y + 0.22, "yanchor": "bottom", "bgcolor": colours.paper, "borderpad": 1}
    return [{**name, **above}, {**value, **above}]


def _place(ratio: float) -> float:
    return round(math.log10(min(max(ratio, LOWEST), HIGHEST)), 4) if ratio > 0 else ZERO
