"""Ranked bars with the name above each bar, readable at any width."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.language import Language
from components.style.theme import Palette
from components.style.type import LABEL

ROW = 35


@dataclass(frozen=True)
class Bar:
    """One bar.

    Attributes
    ----------
    name : str
        What it stands for.
    value : float
        Its length.
    label : str
        The value as written.
    tip : str
        What the pointer says.
    colour : str
        Hex colour.
    """

    name: str
    value: float
    label: str
    tip: str
    colour: str


def ranked(bars: Sequence[Bar], lang: Language, colours: Palette) -> go.Figure:
    """Return horizontal bars from top to bottom, each with its name and value above it.

    Parameters
    ----------
    bars : sequence of Bar
        The bars.
    """
    positions = [-float(i) for i in range(len(bars))]
    chart = figure(lang, colours, height=ROW * max(len(bars), 2) + 14)
    chart.add_bar(
        x=[bar.value for bar in bars],
        y=positions,
        orientation="h",
        width=0.3,
        marker={"color": [bar.colour for bar in bars], "line": {"width": 0}},
        customdata=[bar.tip for bar in bars],
        hovertemplate="%{customdata}<extra></extra>",
    )
    written: list[dict[str, object]] = []
    for bar, position in zip(bars, positions, strict=True):
        shared = {
            "y": position + 0.18,
            "yanchor": "bottom",
            "showarrow": False,
            "xref": "paper",
            "align": "left",
            "font": {"size": LABEL, "color": colours.ink},
        }
        written.append({"text": bar.name, "x": 0, "xanchor": "left", **shared})
        written.append({"text": f"<b>{bar.label}</b>", "x": 1, "xanchor": "right", **shared})
    annotate(chart, written)
    chart.update_layout(margin={"l": 2, "r": 2, "t": 4, "b": 2})
    full = max((bar.value for bar in bars), default=1) or 1
    chart.update_xaxes(visible=False, range=[0, full])
    chart.update_yaxes(visible=False, range=[-len(bars) + 0.55, 0.75])
    return chart
