"""Lines over time for SDG indicators: the five against comparators, with gaps and target lines."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

import plotly.graph_objects as go

from components.charts.base import annotate
from components.charts.lines import Line, lines
from components.context import RenderContext
from components.language import Language
from components.style.marks import PLACE_DASHES, PLACE_SYMBOLS
from components.style.type import SMALL
from data.measures.sdg import Point

HEIGHT = 430  # pixels, without the legend
ROUND = (1, 3)  # ticks of an axis of 1, 3, 10, 30 …


def place_line(
    context: RenderContext,
    code: str,
    found: Sequence[Point],
    unit: str,
    name: str = "",
    dash: str = "",
) -> Line:
    """Return the line of a place, broken where a year has no figure.

    Parameters
    ----------
    found : sequence of Point
        Dated values.
    unit : str
        Translated unit for the pointer.
    name : str
        Translated name; by default that of the place.
    """
    lang = context.language
    name = name or lang.place(code)
    known = {p.year: p.value for p in found if p.year is not None}
    years = list(range(min(known), max(known) + 1)) if known else []
    tips = [f"{name}, {y}: {lang.number(known[y], 2)} {unit}" if y in known else "" for y in years]
    return Line(
        name,
        years,
        [known.get(y) for y in years],
        tips,
        context.colours.countries.get(code, context.colours.quiet),
        dash or PLACE_DASHES.get(code, "solid"),
        PLACE_SYMBOLS.get(code, "circle"),
    )


def log_lines(context: RenderContext, series: Sequence[Line]) -> go.Figure:
    """Return lines on an axis of 1, 3, 10, 30 …, with a legend below."""
    lang = context.language
    chart = lines(
        series, lang, context.colours, HEIGHT, named=False, ticks=6 if context.narrow else 12
    )
    values = [v for line in series for v in line.values if v]
    low, high = math.log10(min(values) * 0.85), math.log10(max(values) * 1.2)
    ticks = [f * 10**p for p in range(math.floor(low), math.ceil(high) + 1) for f in ROUND]
    shown = [t for t in ticks if low <= math.log10(t) <= high]
    chart.update_yaxes(
        type="log",
        range=[low, high],
        tickvals=shown,
        ticktext=[lang.number(t, 1) for t in shown],
    )
    rows = -(-sum(len(line.name) + 6 for line in series) // (40 if context.narrow else 150))
    chart.update_layout(margin={"b": 44 + 22 * rows}, height=HEIGHT + 22 * rows)
    return chart


def limits(chart: go.Figure, context: RenderContext, told: Mapping[float, str]) -> None:
    """Draw official limits as dashed lines across the chart, with their words on them.

    Parameters
    ----------
    told : mapping of float to str
        Value on the axis → translated words.
    """
    ink = context.colours.ink
    chart.add_shapes(
        [
            {
                "type": "line",
                "xref": "paper",
                "yref": "y",
                "x0": 0,
                "x1": 1,
                "y0": y,
                "y1": y,
                "line": {"width": 1.6, "dash": "longdash", "color": ink},
            }
            for y in told
        ]
    )
    annotate(
        chart,
        [
            {
                "x": 0.01,
                "xref": "paper",
                "y": y,
                "yref": "y",
                "xanchor": "left",
                "yanchor": "bottom",
                "showarrow": False,
                "text": words,
                "font": {"size": SMALL, "color": ink},
            }
            for y, words in told.items()
        ],
    )


def gaps(lang: Language, named: Mapping[str, Sequence[Point]]) -> str:
    """Say which places have years without a figure between their first and last one."""
    broken = []
    for name, found in named.items():
        years = sorted(p.year for p in found if p.year is not None)
        if any(b - a > 1 for a, b in pairwise(years)):
            broken.append(name)
    if not broken:
        return ""
    return lang.text(
        "Lines are broken where a year has no figure: {names}.", names=lang.listing(broken)
    )
