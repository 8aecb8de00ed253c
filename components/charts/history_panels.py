"""Panels of a history: numbers on steps that multiply, and shares of one whole."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.charts.columns import Part
from components.charts.keys import MARKS, key_text
from components.charts.lines import Line
from components.charts.log_axis import log_place, powers
from components.charts.ticks import axis_ticks
from components.language import Language
from components.style.theme import Palette, rgba
from components.style.type import SMALL


@dataclass(frozen=True)
class Break:
    """Where counting changed.

    Attributes
    ----------
    year : int
        First year of the new way of counting.
    words : str
        Written beside the rule.
    line : str
        Name of the line that is broken there.
    """

    year: int
    words: str
    line: str


@dataclass(frozen=True)
class Numbers:
    """Lines on an axis of 1, 10, 100 …, on which 0 has its own place.

    Attributes
    ----------
    name : str
        Written above it.
    series : sequence of Line
        The lines.
    breaks : sequence of Break
        Where counting changed.
    even : bool
        Whether the axis has even steps from 0 instead.
    """

    name: str
    series: Sequence[Line]
    breaks: Sequence[Break] = ()
    even: bool = False


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


def years_of(panel: Numbers | Shares) -> set[int]:
    """Return the years in which a panel has a figure."""
    if isinstance(panel, Numbers):
        return {year for line in panel.series for year in line.years}
    return {year for part in panel.parts for year in part.values}


def fold_key(panel: Numbers | Shares, room: float) -> str:
    """Return the key of a panel as lines that fit into the room, each name with its mark."""
    if isinstance(panel, Numbers):
        return key_text(
            [(line.colour, MARKS.get(line.symbol, "●"), line.name) for line in panel.series], room
        )
    fills = {"solid": "■", "pale": "▥", "hatched": "▨", "hollow": "□"}
    return key_text([(part.colour, fills[part.fill], part.name) for part in panel.parts], room)


def draw_panel(
    chart: go.Figure, panel: Numbers | Shares, axis: str, lang: Language, colours: Palette
) -> tuple[dict[str, Any], list[dict[str, object]]]:
    """Draw a panel and return the settings of its axis, and the words at its breaks.

    Parameters
    ----------
    axis : str
        What plotly writes behind the names of its axes.
    """
    if isinstance(panel, Numbers):
        return _numbers(chart, panel, axis, lang, colours)
    return _shares(chart, panel, axis, lang), []


def _numbers(
    chart: go.Figure, panel: Numbers, axis: str, lang: Language, colours: Palette
) -> tuple[dict[str, Any], list[dict[str, object]]]:
    values = [v for line in panel.series for v in line.values if v is not None]
    place = float if panel.even else log_place(powers(values)[0])
    for line in panel.series:
        breaks = [*(b.year for b in panel.breaks if b.line == line.name), *line.breaks]
        chart.add_scatter(
            **_trace(line, place, breaks), xaxis=f"x{axis}", yaxis=f"y{axis}", showlegend=False
        )
    told = {one.year: one.words for one in panel.breaks}
    chart.add_shapes([_rule(year, axis, colours) for year in told])
    steps = _even_steps(values, lang) if panel.even else _powers(values, lang, bool(told))
    return steps, [_at_break(year, words, axis, colours) for year, words in told.items()]


def _rule(year: int, axis: str, colours: Palette) -> dict[str, object]:
    """Return the rule before a year from which counting is another."""
    return {
        "type": "line",
        "xref": f"x{axis}",
        "yref": f"y{axis} domain",
        "x0": year - 0.5,
        "x1": year - 0.5,
        "y0": 0,
        "y1": 1,
        "line": {"width": 1.2, "dash": "dot", "color": colours.quiet},
    }


def _at_break(year: int, words: str, axis: str, colours: Palette) -> dict[str, object]:
    """Return the words on the left of such a rule."""
    return {
        "text": words,
        "x": year - 0.6,
        "xref": f"x{axis}",
        "y": 1,
        "yref": f"y{axis} domain",
        "xanchor": "right",
        "yanchor": "top",
        "showarrow": False,
        "align": "right",
        "font": {"size": SMALL, "color": colours.quiet},
    }


def _even_steps(values: Sequence[float], lang: Language) -> dict[str, Any]:
    top = max(values, default=1.0) or 1.0
    return _ticked([(t, lang.short(t)) for t in axis_ticks(top)], 0, top * 1.08)


def _powers(values: Sequence[float], lang: Language, headed: bool) -> dict[str, Any]:
    """Return an axis of 1, 10, 100 …; `headed` if words at a break need room at its top."""
    low, high = powers(values)
    zero = any(v == 0 for v in values)
    marks: list[tuple[float, str]] = [(log_place(low)(0), "0")] if zero else []
    marks += [
        (power, lang.short(10.0**power) if power >= 0 else lang.number(10.0**power, -power))
        for power in range(low, high + 1)
    ]
    return _ticked(marks, low - (0.85 if zero else 0.1), high + (0.5 if headed else 0.08))


def _ticked(marks: Sequence[tuple[float, str]], start: float, end: float) -> dict[str, Any]:
    return {
        "range": [start, end],
        "tickvals": [at for at, _ in marks],
        "ticktext": [told for _, told in marks],
    }


def _trace(line: Line, place: Callable[[float], float], breaks: Sequence[int]) -> dict[str, Any]:
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
        "x": x,
        "y": y,
        "mode": "lines+markers" if line.connected else "markers",
        "line": {"color": line.colour, "width": 2, "dash": line.dash},
        "marker": {
            "size": 6.5,
            "symbol": line.symbol,
            "color": line.colour,
            "line": {"width": 1.4, "color": line.colour},
        },
        "connectgaps": False,
        "name": line.name,
        "customdata": tips,
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _shares(chart: go.Figure, panel: Shares, axis: str, lang: Language) -> dict[str, Any]:
    """Draw columns of shares and return their axis."""
    for part in panel.parts:
        chart.add_bar(
            x=list(part.values),
            y=[round(v, 4) for v in part.values.values()],
            name=part.name,
            marker=_fill(part),
            xaxis=f"x{axis}",
            yaxis=f"y{axis}",
            showlegend=False,
            customdata=[part.tips[y] for y in part.values],
            hovertemplate="%{customdata}<extra></extra>",
        )
    return _ticked([(t, lang.percent(t)) for t in (0, 0.5, 1)], 0, 1)


def _fill(part: Part) -> dict[str, Any]:
    """Return how the columns of a part are filled, always in its own colour."""
    line = {"width": 0.8, "color": part.colour}
    if part.fill == "hatched":
        return {
            "color": rgba(part.colour, 0.1),
            "line": line,
            "pattern": {"shape": "/", "fgcolor": part.colour, "size": 6, "solidity": 0.35},
        }
    opacity = {"solid": 1.0, "pale": 0.4, "hollow": 0.0}[part.fill]
    return {"color": rgba(part.colour, opacity), "line": line}
