"""Rows of how many moved back for every hundred, each among what the other methods give."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.spread import Spread, draw_marks, draw_ranges
from components.language import Language
from components.style.theme import Palette, rgba
from components.style.type import LABEL

ROW, SLIM = 44, 34  # pixels of a row with its name above the bar, and beside it
EVEN, CUT = 100, 150  # as many back as out; where the axis ends
TICKS = (0, 50, EVEN, CUT)


def hundred_rows(
    rows: Sequence[Spread], lang: Language, colours: Palette, equal: str, aside: int = 0
) -> go.Figure:
    """Return hollow bars from 0 to `CUT` for the chosen method, with a stroke for each other one.

    Parameters
    ----------
    rows : sequence of Spread
        From top to bottom, each with its value, label and colour; what is beyond the axis stands at
        its end as an arrow.
    equal : str
        What a hundred means, written below it.
    aside : int
        Pixels on the left for the names; with none they stand above the bars.
    """
    row_height = SLIM if aside else ROW
    height = row_height * max(len(rows), 2) + 56
    chart = figure(lang, colours, height, hovermode="closest")
    placed = [(row, -float(i)) for i, row in enumerate(rows)]
    known = [(row, y) for row, y in placed if row.value is not None]
    _bars(chart, known, 14 / row_height)
    ranges = [((_place(row.ends[0]), y), (_place(row.ends[1]), y)) for row, y in placed if row.ends]
    draw_ranges(chart, ranges, colours)
    beside = [(_place(v), y, tip) for row, y in placed for v, tip in row.others if v <= CUT]
    draw_marks(chart, beside, colours.ink, "line-ns-open", 16, 1.6)
    every = [(row.value, y, row.tip) for row, y in known]
    every += [(v, y, tip) for row, y in placed for v, tip in row.others]
    beyond = [(_place(v), y, tip) for v, y, tip in every if v is not None and v > CUT]
    draw_marks(chart, beyond, colours.ink, "triangle-right", 9, 0)
    annotate(chart, [one for row, y in placed for one in _words(row, y, colours, aside)])
    chart.update_layout(margin={"l": aside or 2, "r": 96 if aside else 14, "t": 4, "b": 48})
    chart.update_xaxes(
        tickvals=list(TICKS),
        ticktext=["0", "50", f"{EVEN}<br>{equal}", f"≥ {CUT}"],
        range=[0, CUT * 1.02],
        tickangle=0,
    )
    chart.update_yaxes(visible=False, range=[-len(rows) + 0.45, 0.85 if not aside else 0.55])
    chart.add_shape(
        type="line",
        x0=EVEN,
        x1=EVEN,
        yref="paper",
        y0=0,
        y1=1,
        layer="below",
        line={"width": 1.6, "color": colours.quiet, "dash": "dot"},
    )
    return chart


def _bars(chart: go.Figure, known: Sequence[tuple[Spread, float]], thick: float) -> None:
    """Draw the chosen method."""
    chart.add_bar(
        x=[min(row.value or 0.0, CUT) for row, _ in known],
        y=[y for _, y in known],
        orientation="h",
        width=thick,
        marker={
            "color": [rgba(row.colour, 0.22) for row, _ in known],
            "line": {"width": 1.6, "color": [row.colour for row, _ in known]},
        },
        customdata=[row.tip for row, _ in known],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _words(row: Spread, y: float, colours: Palette, aside: int) -> list[dict[str, Any]]:
    """Return name and value of a row: beside its bar, or above it."""
    shared = {"showarrow": False, "xref": "paper", "font": {"size": LABEL, "color": colours.ink}}
    name = {"text": row.name, "x": 0, "y": y, "xanchor": "right" if aside else "left", **shared}
    value = {"text": f"<b>{row.label}</b>", "x": 1, "y": y, "xanchor": "right", **shared}
    if aside:
        return [{**name, "xshift": -8}, {**value, "xanchor": "left", "xshift": 8}]
    above = {"y": y + 0.2, "yanchor": "bottom"}
    return [{**name, **above}, {**value, **above}]


def _place(value: float) -> float:
    return min(value, float(CUT))
