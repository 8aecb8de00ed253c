"""A figure of a fixed size, made larger or smaller as a whole."""

from typing import Any

import plotly.graph_objects as go

from components.charts.plain import SharedFigure

PIXELS = {
    "size",
    "width",
    "height",
    "t",
    "b",
    "l",
    "r",
    "pad",
    "xshift",
    "yshift",
    "thickness",
    "borderpad",
    "ax",  # of an arrow to its words, which no chart measures in units of an axis
    "ay",
    "standoff",
    "nodepad",
}


def scaled(chart: go.Figure, factor: float) -> SharedFigure:
    """Return a figure with every length in pixels multiplied, type and lines included.

    Parameters
    ----------
    chart : plotly Figure
        With a fixed width and height.
    factor : float
        What to multiply by.
    """
    described = chart.to_dict()
    data = [_scaled_trace(trace, factor) for trace in described["data"]]
    layout = _scaled(described["layout"], factor)
    return SharedFigure(data, layout)


def _scaled_trace(trace: dict[str, Any], factor: float) -> dict[str, Any]:
    kept = {"width": trace["width"]} if "width" in trace else {}  # a bar's, in units of its axis
    larger: dict[str, Any] = _scaled(trace, factor)
    return larger | kept


def _scaled(value: Any, factor: float, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _scaled(part, factor, name) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_scaled(part, factor, key) for part in value]
    if key in PIXELS and isinstance(value, (int, float)) and not isinstance(value, bool):
        return value * factor
    return value
