"""One value among the others that could stand for it: a hollow mark on the range of all methods."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.style.theme import Palette


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
    colour : str
        Hex colour, where each has its own.
    """

    name: str
    value: float | None
    label: str
    tip: str
    others: Sequence[tuple[float, str]] = ()
    at: int = 0
    colour: str = ""

    @property
    def ends(self) -> tuple[float, float] | None:
        """The smallest and largest of all values; None where there are not two."""
        known = [*(v for v, _ in self.others), *([] if self.value is None else [self.value])]
        return (min(known), max(known)) if len(known) > 1 else None


def draw_ranges(
    chart: go.Figure,
    ranges: Sequence[tuple[tuple[float, float], tuple[float, float]]],
    colours: Palette,
    **axes: str,
) -> None:
    """Draw a thin line from the lowest to the highest value of each.

    Parameters
    ----------
    ranges : sequence of (start, end)
        Places of both ends, each as (x, y).
    **axes
        The axes of a panel.
    """
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


def draw_marks(
    chart: go.Figure,
    marks: Sequence[tuple[float, float, str]],
    colour: str,
    symbol: str,
    size: float,
    edge: float,
    **more: Any,
) -> None:
    """Draw marks with what the pointer says at them.

    Parameters
    ----------
    marks : sequence of (float, float, str)
        Place from left to right, place upwards, and the tip.
    symbol : str
        A marker of plotly.
    size, edge : float
        Pixels of the mark and of its edge.
    **more
        The axes of a panel.
    """
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
