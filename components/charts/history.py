"""Panels over the same years: numbers on steps that multiply, and shares of one whole."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.charts.base import annotate, figure, fold
from components.charts.columns import Part, marker
from components.charts.lines import Line, year_ticks
from components.language import Language
from components.theme import Palette

NUMBERS, SHARES = 250, 150  # pixels of a panel
HEAD, FOOT, KEY = 28, 34, 19  # above a panel, below it, and a line of its key
MARKS = {
    "circle": "●", "diamond": "◆", "square": "■", "triangle-up": "▲", "star": "★", "x": "✕",
    "circle-open": "○", "diamond-open": "◇", "square-open": "□",
}  # fmt: skip


@dataclass(frozen=True)
class Numbers:
    """Lines on an axis of 1, 10, 100 …, on which 0 has its own place.

    Attributes
    ----------
    name : str
        Written above it.
    series : sequence of Line
        The lines.
    breaks : mapping of int to str
        First year of a new way of counting → words beside the rule; no line crosses it.
    """

    name: str
    series: Sequence[Line]
    breaks: Mapping[int, str]


@dataclass(frozen=True)
class Shares:
    """Columns of shares, each year one whole.

    Attributes
    ----------
    name : str
        Written above it.
    parts : sequence of Part
        Values from 0 to 1.
    """

    name: str
    parts: Sequence[Part]


def history(
    panels: Sequence[Numbers | Shares], lang: Language, colours: Palette, width: int, ticks: int
) -> go.Figure:
    """Return panels one below another, all over the same years.

    Parameters
    ----------
    panels : sequence of Numbers or Shares
        From top to bottom; the key of each stands below it.
    width : int
        Pixels to lay the keys out for.
    ticks : int
        How many years the axis has room for.
    """
    keys = [fold_key(panel, colours, width - 60) for panel in panels]
    heights = [NUMBERS if isinstance(panel, Numbers) else SHARES for panel in panels]
    below = [FOOT + KEY * (1 + key.count("<br>")) for key in keys]
    total = sum(heights) + sum(below) + HEAD * len(panels)
    years = sorted({y for panel in panels for y in _years(panel)})
    shown = year_ticks(years, ticks) if years else []
    chart = figure(lang, colours, total, barmode="stack", bargap=0.12)
    words: list[dict[str, object]] = []
    top = float(total)
    for index, (panel, key, height) in enumerate(zip(panels, keys, heights, strict=True)):
        axis = "" if index == 0 else str(index + 1)
        upper = top - HEAD
        lower = upper - height
        draw = _numbers if isinstance(panel, Numbers) else _shares
        yaxis, more = draw(chart, panel, axis, lang, colours)  # type: ignore[arg-type]
        chart.update_layout({
            f"xaxis{axis}": {
                "domain": [0, 1], "anchor": f"y{axis}", "showgrid": False, "tickvals": shown,
                "ticktext": [str(y) for y in shown], "fixedrange": True, "tickangle": 0,
                "range": [years[0] - 0.8, years[-1] + 0.8], "linecolor": colours.rule,
                "tickfont": {"size": 12, "color": colours.quiet}, "zeroline": False,
            },
            f"yaxis{axis}": {
                "domain": [lower / total, upper / total], "anchor": f"x{axis}",
                "fixedrange": True, "zeroline": False, "gridcolor": colours.rule,
                "tickfont": {"size": 12, "color": colours.quiet}, **yaxis,
            },
        })  # fmt: skip
        words += [_written(f"<b>{panel.name}</b>", upper / total, "bottom", 6, 13.5),
                  _written(key, (lower - FOOT + 8) / total, "top", 0, 12.5), *more]  # fmt: skip
        top = lower - below[index]
    annotate(chart, words)
    chart.update_layout(margin={"l": 50, "r": 8, "t": 2, "b": 2})
    return chart


def _written(text: str, y: float, anchor: str, shift: int, size: float) -> dict[str, object]:
    return {"text": text, "x": 0, "xref": "paper", "y": y, "yref": "paper", "xanchor": "left",
            "yanchor": anchor, "showarrow": False, "align": "left", "yshift": shift,
            "font": {"size": size}}  # fmt: skip


def _years(panel: Numbers | Shares) -> set[int]:
    if isinstance(panel, Numbers):
        return {year for line in panel.series for year in line.years}
    return {year for part in panel.parts for year in part.values}


def fold_key(panel: Numbers | Shares, colours: Palette, room: float) -> str:
    """Return the key of a panel as lines that fit into the room, each name with its mark."""
    if isinstance(panel, Numbers):
        told = [(line.colour, MARKS.get(line.symbol, "●"), line.name) for line in panel.series]
    else:
        fills = {"solid": "■", "pale": "▥", "hatched": "▨", "hollow": "□"}
        told = [(part.colour, fills[part.fill], part.name) for part in panel.parts]
    plain = [f"{mark} {name}".replace(" ", "\u00a0") for _, mark, name in told]
    lines = fold("   ".join(plain), room, 12.5)
    painted = "<br>".join(lines)
    for (colour, mark, name), words in zip(told, plain, strict=True):
        painted = painted.replace(words, f"<span style='color:{colour}'>{mark}</span> {name}", 1)
    return painted


def log_place(low: int) -> Callable[[float], float]:
    """Return where a value stands on an axis that starts at 10 to the power `low`.

    Zero stands below the axis, at its own place.
    """

    def place(value: float) -> float:
        return round(math.log10(value), 4) if value > 0 else low - 0.6

    return place


def powers(values: Sequence[float]) -> tuple[int, int]:
    """Return the powers of ten that hold all values above zero."""
    above = [value for value in values if value > 0] or [1.0, 10.0]
    low, high = math.floor(math.log10(min(above))), math.ceil(math.log10(max(above)))
    return low, max(high, low + 1)


def _numbers(
    chart: go.Figure, panel: Numbers, axis: str, lang: Language, colours: Palette
) -> tuple[dict[str, Any], list[dict[str, object]]]:
    """Draw lines and return their axis and the words at their breaks."""
    values = [v for line in panel.series for v in line.values if v is not None]
    low, high = powers(values)
    place = log_place(low)
    for line in panel.series:
        chart.add_scatter(
            **_trace(line, place, tuple(panel.breaks)), xaxis=f"x{axis}", yaxis=f"y{axis}",
            showlegend=False,
        )  # fmt: skip
    chart.layout.shapes = [
        *chart.layout.shapes,
        *({"type": "line", "xref": f"x{axis}", "yref": f"y{axis} domain", "x0": y - 0.5,
           "x1": y - 0.5, "y0": 0, "y1": 1,
           "line": {"width": 1.2, "dash": "dot", "color": colours.quiet}} for y in panel.breaks),
    ]  # fmt: skip
    words: list[dict[str, object]] = [
        {"text": told, "x": year - 0.6, "xref": f"x{axis}", "y": 1, "yref": f"y{axis} domain",
         "xanchor": "right", "yanchor": "top", "showarrow": False, "align": "right",
         "font": {"size": 12, "color": colours.quiet}, "bgcolor": colours.paper}
        for year, told in panel.breaks.items()
    ]  # fmt: skip
    zero = any(v == 0 for v in values)
    marks: list[tuple[float, str]] = [(place(0), "0")] if zero else []
    for power in range(low, high + 1):
        marks.append((power, lang.short(10.0**power) if power >= 0 else lang.number(10.0**power, -power)))
    return {
        "range": [(low - 0.85 if zero else low - 0.1), high + 0.08],
        "tickvals": [at for at, _ in marks], "ticktext": [told for _, told in marks],
    }, words  # fmt: skip


def _trace(
    line: Line, place: Callable[[float], float], breaks: Sequence[int]
) -> dict[str, Any]:
    """Return a line whose places are taken, broken where a year is missing or counting changed."""
    x: list[float] = []
    y: list[float | None] = []
    tips: list[str] = []
    for index, (year, value) in enumerate(zip(line.years, line.values, strict=True)):
        before = line.years[index - 1] if index else year
        if index and (year - before > 1 or any(before < b <= year for b in breaks)):
            x.append(year - 0.5)
            y.append(None)
            tips.append("")
        x.append(year)
        y.append(None if value is None else place(value))
        tips.append(line.tips[index])
    return {
        "x": x, "y": y, "mode": "lines+markers" if line.connected else "markers",
        "line": {"color": line.colour, "width": 2, "dash": line.dash},
        "marker": {"size": 6.5, "symbol": line.symbol, "color": line.colour,
                   "line": {"width": 1.4, "color": line.colour}},
        "connectgaps": False, "name": line.name, "customdata": tips,
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


def _shares(
    chart: go.Figure, panel: Shares, axis: str, lang: Language, colours: Palette
) -> tuple[dict[str, Any], list[dict[str, object]]]:
    """Draw columns of shares and return their axis."""
    for part in panel.parts:
        chart.add_bar(
            x=list(part.values), y=[round(v, 4) for v in part.values.values()], name=part.name,
            marker=marker(part, colours), xaxis=f"x{axis}", yaxis=f"y{axis}", showlegend=False,
            customdata=[part.tips[y] for y in part.values],
            hovertemplate="%{customdata}<extra></extra>",
        )  # fmt: skip
    ticks = (0, 0.5, 1)
    return {
        "range": [0, 1], "tickvals": list(ticks), "ticktext": [lang.percent(t) for t in ticks],
    }, []  # fmt: skip
