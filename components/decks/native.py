"""Charts that a presentation program can edit: what of a figure has such a form, as plain values.

A figure has one where nothing that it says is lost: named series of lines over years, or of
columns, on one pair of axes, without marks of breaks, every value of which stands in the table.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import plotly.graph_objects as go

from components.charts.plain import SharedFigure
from components.view import View

MOST = 8  # series
TAG = re.compile(r"<[^>]*>")
Point = tuple[float, float | None]


@dataclass(frozen=True)
class Series:
    """Named values in one colour; `hollow` where they are estimates, drawn as an outline."""

    name: str
    points: tuple[Point, ...]
    colour: str
    hollow: bool = False
    hatched: bool = False
    dash: str = "solid"


@dataclass(frozen=True)
class NativeChart:
    """A chart as a presentation program has it.

    Attributes
    ----------
    form : {"lines", "stack", "columns"}
        Lines over years; columns on top of one another, or side by side.
    series : tuple of Series
        In order.
    categories : tuple of (float, str)
        Places on the horizontal axis and their names; of lines none.
    low, high : float
        Ends of the vertical axis.
    """

    form: Literal["lines", "stack", "columns"]
    series: tuple[Series, ...]
    categories: tuple[tuple[float, str], ...]
    low: float
    high: float


def native(view: View) -> NativeChart | None:
    """Return the editable chart of a view; None where its figure has no such form."""
    if not isinstance(view.figure, go.Figure):
        return None
    told = view.figure.plain if isinstance(view.figure, SharedFigure) else view.figure.to_dict()
    traces, layout = list(told["data"]), told["layout"]
    if not 0 < len(traces) <= MOST or layout.get("shapes") or not all(map(_simple, traces)):
        return None
    kinds = {str(trace["type"]) for trace in traces}
    if kinds == {"scatter"}:
        made = _lines(traces, layout)
    elif kinds == {"bar"}:
        made = _columns(traces, layout)
    else:
        made = None
    return made if made and _in_table(made, view) else None


def _simple(trace: Mapping[str, Any]) -> bool:
    marker = trace.get("marker", {})
    ways = ("error_x", "error_y", "fill", "base", "offset")
    return (
        bool(trace.get("name"))
        and trace.get("xaxis", "x") == "x"
        and trace.get("yaxis", "y") == "y"
        and trace.get("orientation", "v") == "v"
        and not any(trace.get(way) not in (None, "none") for way in ways)
        and not isinstance(marker.get("color"), list)
        and all(isinstance(one, (int, float)) or one is None for one in trace["x"])
    )


def _range(layout: Mapping[str, Any]) -> tuple[float, float] | None:
    """Return the ends of the vertical axis, where it is one of plain numbers."""
    axis = layout.get("yaxis", {})
    ends = axis.get("range")
    names = [str(one) for one in axis.get("ticktext") or ()]
    if axis.get("type") == "log" or not ends or ends[0] > ends[1]:
        return None
    return (ends[0], ends[1]) if all(re.match(r"[-−]?\d", one) for one in names) else None


def _lines(traces: Sequence[Mapping[str, Any]], layout: Mapping[str, Any]) -> NativeChart | None:
    ends, ticks = _range(layout), _ticks(layout)
    names = {str(trace["name"]) for trace in traces}
    plain = all(str(round(place)) == name for place, name in ticks.items())
    if not ends or not plain or _words(layout, names):
        return None
    if not all("lines" in str(trace.get("mode")) for trace in traces):
        return None
    series = []
    for trace in traces:
        line, symbol = trace.get("line", {}), str(trace.get("marker", {}).get("symbol", ""))
        series.append(
            Series(
                str(trace["name"]),
                tuple(zip(map(_number, trace["x"]), map(_value, trace["y"]), strict=True)),
                str(line.get("color", "")),
                symbol.endswith("-open"),
                dash=str(line.get("dash", "solid")),
            )
        )
    return NativeChart("lines", tuple(series), (), *ends)


def _columns(traces: Sequence[Mapping[str, Any]], layout: Mapping[str, Any]) -> NativeChart | None:
    ends, ticks = _range(layout), _ticks(layout)
    said = [one for one in layout.get("annotations", ()) if one.get("text")]
    if not all(isinstance(one.get("x"), (int, float)) for one in said):
        return None
    drawn = [_number(one) for trace in traces for one in trace["x"] if one is not None]
    places = sorted({*drawn, *(float(one["x"]) for one in said)})
    if not ends or not places or not all(place.is_integer() for place in places):
        return None
    every = [float(one) for one in range(int(places[0]), int(places[-1]) + 1)]
    years = all(str(round(place)) == name for place, name in ticks.items())
    named = {one: str(round(one)) if years else ticks.get(one, "") for one in every}
    for words in said:
        at = words["x"]
        if at not in named or any(_stands_at(trace, at) for trace in traces):
            return None
        named[at] += "\n" + _bare(words["text"])
    if not all(named.values()):
        return None
    series = tuple(
        Series(
            str(trace["name"]),
            tuple(zip(map(_number, trace["x"]), map(_value, trace["y"]), strict=True)),
            *_look(trace["marker"]),
        )
        for trace in traces
    )
    stacked = layout.get("barmode") in ("stack", "relative")
    form: Literal["stack", "columns"] = "stack" if stacked else "columns"
    return NativeChart(form, series, tuple(named.items()), *ends)


def _stands_at(trace: Mapping[str, Any], place: float) -> bool:
    return any(x == place and _value(y) for x, y in zip(trace["x"], trace["y"], strict=True))


def _look(marker: Mapping[str, Any]) -> tuple[str, bool, bool]:
    fill, line = str(marker.get("color", "")), marker.get("line", {})
    hollow = fill.replace(" ", "").endswith(",0)")
    hatched = bool(marker.get("pattern", {}).get("shape"))
    edge = str(line.get("color", fill))
    return edge if hollow or hatched else fill, hollow and not hatched, hatched


def _ticks(layout: Mapping[str, Any]) -> dict[float, str]:
    axis = layout.get("xaxis", {})
    pairs = zip(axis.get("tickvals") or (), axis.get("ticktext") or (), strict=False)
    return {float(place): _bare(name) for place, name in pairs}


def _words(layout: Mapping[str, Any], names: set[str]) -> bool:
    """Say whether something is written in a chart besides the names of its series."""
    told = (_bare(one.get("text", "")) for one in layout.get("annotations", ()))
    return any(words and words not in names for words in told)


def _bare(text: str) -> str:
    return TAG.sub("", str(text).replace("<br>", " ")).strip()


def _number(value: float | None) -> float:
    return math.nan if value is None else float(value)


def _value(value: float | None) -> float | None:
    return None if value is None or math.isnan(value) else float(value)


def _in_table(chart: NativeChart, view: View) -> bool:
    """Say whether every value of a chart is one of the view's table."""
    numbers = [c.name for c in view.table.columns if c.digits is not None]
    known = {float(one) for name in numbers for one in view.table.rows[name].dropna()}
    drawn = {value for one in chart.series for _, value in one.points if value is not None}
    return bool(drawn) and drawn <= known
