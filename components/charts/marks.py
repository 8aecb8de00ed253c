"""Marks of one kind at places of a chart, with what the pointer says of each."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts.keys import Sign, hollow

Found = Sequence[tuple[float, float, str]]  # x, y, what the pointer says


def add_marks(
    chart: go.Figure,
    sign: Sign,
    found: Found,
    size: float | Sequence[float],
    *,
    open_: bool = False,
    line: float = 2,
    clipped: bool = True,
) -> None:
    """Add marks to a chart; no trace where there are none.

    Parameters
    ----------
    sign : Sign
        Name, symbol and colour.
    found : sequence of (float, float, str)
        Their places, and what the pointer says.
    size : float or sequence of float
        Pixels, of all of them or of each.
    open_ : bool
        Whether they are drawn hollow.
    line : float
        Pixels of the outline.
    clipped : bool
        Whether a mark on the edge of the axes is cut there.
    """
    if not found:
        return
    x, y, tips = map(list, zip(*found, strict=True))
    chart.add_scatter(
        x=x,
        y=y,
        name=sign.name,
        mode="markers",
        customdata=tips,
        hovertemplate="%{customdata}<extra></extra>",
        marker={
            "symbol": hollow(sign.symbol) if open_ else sign.symbol,
            "size": size,
            "color": sign.colour,
            "line": {"width": line, "color": sign.colour},
        },
        cliponaxis=clipped,
    )
