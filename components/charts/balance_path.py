"""One scale from "people come" to "people go", and the path of a country on it over the years."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.language import Language
from components.style.fonts import fold, text_width
from components.style.theme import Palette, rgba
from components.style.type import LABEL, SMALL

ROW, CHIP, LINE = 52, 40, 20  # pixels of a year, of a chip of one line, of each further line
LEFT, RIGHT = 46, 10  # pixels of the margins
BESIDE = 15  # pixels from the middle of the last mark to its label
UNDER = 0.45  # of a row: room for the label of the last year below its mark
LOWEST, HIGHEST = 12.0, 88.0  # per cent
QUARTER, HALF, THREE = 25, 50, 75


@dataclass(frozen=True)
class Step:
    """One year of the path.

    Attributes
    ----------
    year : int
        The year.
    share : float
        Of those who came and those who left, the share who left, in per cent.
    tip : str
        What the pointer says.
    label : str
        Written beside the mark; empty for most years.
    """

    year: int
    share: float
    tip: str
    label: str = ""


@dataclass(frozen=True)
class Scale:
    """What is written on the scale.

    Attributes
    ----------
    come, go : str
        Its two ends.
    ticks : tuple of str
        Three for one, as many, one for three.
    level : float
        How far from the middle it still counts as even, in percentage points.
    even : str
        What that band is called.
    """

    come: str
    go: str
    ticks: tuple[str, str, str]
    level: float
    even: str


def balance_path(
    steps: Sequence[Step],
    scale: Scale,
    chips: Sequence[str],
    lang: Language,
    colours: Palette,
    colour: str,
    width: int,
) -> go.Figure:
    """Return connected dots from the first year at the top to the last one, which is filled.

    Parameters
    ----------
    steps : sequence of Step
        In the order of years.
    chips : sequence of str
        What is claimed and what the numbers say, framed, above the scale.
    colour : str
        Hex colour of the path.
    width : int
        Pixels to lay the chips out for.
    """
    told = [fold(one, width - 40, LABEL) for one in chips]
    heights = [CHIP + LINE * (len(lines) - 1) for lines in told]
    above, below = sum(heights) + 44, 62
    tall = round(above + ROW * (len(steps) + UNDER) + below)
    chart = figure(lang, colours, tall, hovermode="closest")
    rows = [-index for index in range(len(steps))]
    _path(chart, steps, rows, colours, colour)
    chart.update_yaxes(
        tickvals=rows,
        ticktext=[str(step.year) for step in steps],
        range=[rows[-1] - 0.6 - UNDER, 0.6],
        showgrid=False,
    )
    chart.update_xaxes(
        tickvals=[QUARTER, HALF, THREE],
        ticktext=["<br>".join(fold(one, width / 3.6, SMALL)) for one in scale.ticks],
        range=[LOWEST, HIGHEST],
        tickangle=0,
    )
    _band(chart, colours, scale)
    room = width - LEFT - RIGHT
    labels = zip(steps[:-1], rows[:-1], strict=True)
    annotate(chart, [_label(step, row, colours, room) for step, row in labels])
    annotate(chart, [_last(steps, rows[-1], colours, room)])
    annotate(chart, _ends(scale, colours))
    top = 44.0
    for lines, height in zip(reversed(told), reversed(heights), strict=True):
        annotate(chart, [_chip("<br>".join(lines), top, colours)])
        top += height
    chart.update_layout(margin={"l": LEFT, "r": RIGHT, "t": above, "b": below})
    return chart


def _path(
    chart: go.Figure, steps: Sequence[Step], rows: Sequence[float], colours: Palette, colour: str
) -> None:
    """Draw the years as hollow dots on a line, the last one filled."""
    earlier = len(steps) - 1
    chart.add_scatter(
        x=[step.share for step in steps],
        y=rows,
        mode="lines+markers",
        line={"width": 2.4, "color": colour},
        marker={
            "size": [11] * earlier + [18],
            "color": [colours.paper] * earlier + [colour],
            "line": {"width": 2.4, "color": colour},
        },
        customdata=[step.tip for step in steps],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _band(chart: go.Figure, colours: Palette, scale: Scale) -> None:
    chart.add_shape(
        type="rect",
        x0=HALF - scale.level,
        x1=HALF + scale.level,
        yref="paper",
        y0=0,
        y1=1,
        layer="below",
        line={"width": 0},
        fillcolor=rgba(colours.quiet, 0.12),
    )


def _label(step: Step, row: float, colours: Palette, room: int) -> dict[str, object]:
    """Write the values of a year above its mark, moved inwards where there is too little room."""
    left = step.share < HALF
    at, wide = room * (step.share - LOWEST) / (HIGHEST - LOWEST), text_width(step.label, LABEL)
    return {
        "text": step.label,
        "x": step.share,
        "y": row,
        "xanchor": "left" if left else "right",
        "yanchor": "bottom",
        "xshift": min(0, room - at - wide) if left else max(0, wide - at),
        "yshift": 9,
        "showarrow": False,
        "font": {"size": LABEL, "color": colours.ink},
    }


def _last(steps: Sequence[Step], row: float, colours: Palette, room: int) -> dict[str, object]:
    """Write the values of the last year beside its mark, where the path does not come from.

    Where there is no room beside it they stand below.
    """
    told, last = _label(steps[-1], row, colours, room), steps[-1]
    left = len(steps) < 2 or steps[-2].share >= last.share
    at = room * (last.share - LOWEST) / (HIGHEST - LOWEST)
    if (at if left else room - at) - BESIDE < text_width(last.label, LABEL):
        return told | {"yanchor": "top", "yshift": -10}
    side = {"xanchor": "right", "xshift": -BESIDE} if left else {"xshift": BESIDE}
    return told | {"xanchor": "left", "yanchor": "middle", "yshift": 0} | side


def _ends(scale: Scale, colours: Palette) -> list[dict[str, object]]:
    """Write what the two ends and the middle of the scale are, above it."""
    shared: dict[str, object] = {"xref": "paper", "yref": "paper", "y": 1, "yanchor": "bottom"}
    shared |= {"yshift": 12, "showarrow": False}
    strong = {"size": LABEL, "color": colours.ink}
    quiet = {"size": SMALL, "color": colours.quiet}
    return [
        {"text": f"<b>← {scale.come}</b>", "x": 0, "xanchor": "left", "font": strong, **shared},
        {"text": f"<b>{scale.go} →</b>", "x": 1, "xanchor": "right", "font": strong, **shared},
        {"text": scale.even, "x": HALF, "xanchor": "center", "font": quiet, **shared, "xref": "x"},
    ]


def _chip(text: str, above: float, colours: Palette) -> dict[str, object]:
    return {
        "text": text,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": -40,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": above,
        "showarrow": False,
        "align": "left",
        "bordercolor": colours.primary,
        "borderwidth": 1.2,
        "borderpad": 6,
        "font": {"size": LABEL, "color": colours.ink},
    }
