"""What an axis shows: round values, the years that have room, and rules where counting changed."""

from collections.abc import Sequence
from itertools import pairwise

import plotly.graph_objects as go

from components.style.theme import Palette

YEAR_STEPS = (1, 2, 5, 10, 20)


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


def year_step(first: int, last: int, pixels: float) -> int:
    """Return how many years lie between two ticks so that their names have room."""
    return next((s for s in YEAR_STEPS if pixels * s / max(last - first, 1) >= 42), YEAR_STEPS[-1])
