"""Panels of a history: lines, and columns of what the largest partners make of a sum."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.charts.columns import Part
from components.charts.keys import MARKS, key_text
from components.charts.lines import Line
from components.charts.ticks import axis_ticks
from components.language import Language
from components.style.theme import Palette
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
    """Lines on an axis from zero.

    Attributes
    ----------
    name : str
        Written above it.
    series : sequence of Line
        The lines.
    breaks : sequence of Break
        Where counting changed.
    """

    name: str
    series: Sequence[Line]
    breaks: Sequence[Break] = ()


@dataclass(frozen=True)
class Sums:
    """Columns of sums, each year one column of its parts.

    Attributes
    ----------
    name : str
        Written above it.
    parts : sequence of Part
        From the bottom up.
    breaks : sequence of Break
        Where counting changed.
    """

    name: str
    parts: Sequence[Part]
    breaks: Sequence[Break] = ()


def years_of(panel: Numbers | Sums) -> set[int]:
    """Return the years in which a panel has a figure."""
    if isinstance(panel, Numbers):
        return {year for line in panel.series for year in line.years}
    return {year for part in panel.parts for year in part.values}


def fold_key(panel: Numbers | Sums, room: float) -> str:
    """Return the key of a panel as lines that fit into the room, each name with its mark."""
    if isinstance(panel, Numbers):
        return key_text(
            [(line.colour, MARKS.get(line.symbol, "●"), line.name) for line in panel.series], room
        )
    return key_text([(part.colour, "■", part.name) for part in panel.parts], room)


def draw_panel(
    chart: go.Figure, panel: Numbers | Sums, axis: str, lang: Language, colours: Palette
) -> tuple[dict[str, Any], list[dict[str, object]]]:
    """Draw a panel and return the settings of its axis, and the words at its breaks.

    Parameters
    ----------
    axis : str
        What plotly writes behind the names of its axes.
    """
    if isinstance(panel, Numbers):
        return _numbers(chart, panel, axis, lang, colours)
    return _sums(chart, panel, axis, lang, colours)


def _numbers(
    chart: go.Figure, panel: Numbers, axis: str, lang: Language, colours: Palette
) -> tuple[dict[str, Any], list[dict[str, object]]]:
    values = [v for line in panel.series for v in line.values if v is not None]
    for line in panel.series:
        breaks = [*(b.year for b in panel.breaks if b.line == line.name), *line.breaks]
        chart.add_scatter(
            **_trace(line, breaks), xaxis=f"x{axis}", yaxis=f"y{axis}", showlegend=False
        )
    return _even_steps(max(values, default=1.0), lang), _marked(chart, panel.breaks, axis, colours)


def _marked(
    chart: go.Figure, breaks: Sequence[Break], axis: str, colours: Palette
) -> list[dict[str, object]]:
    """Draw a rule before each year from which counting is another, and return the words there."""
    told = {one.year: one.words for one in breaks}
    chart.add_shapes([_rule(year, axis, colours) for year in told])
    return [_at_break(year, words, axis, colours) for year, words in told.items()]


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


def _even_steps(top: float, lang: Language) -> dict[str, Any]:
    top = top or 1.0
    written = lang.short if top >= 1 else lambda value: lang.number(value, 3)
    return _ticked([(t, written(t)) for t in axis_ticks(top)], 0, top * 1.12)


def _ticked(marks: Sequence[tuple[float, str]], start: float, end: float) -> dict[str, Any]:
    return {
        "range": [start, end],
        "tickvals": [at for at, _ in marks],
        "ticktext": [told for _, told in marks],
    }


def _trace(line: Line, breaks: Sequence[int]) -> dict[str, Any]:
    """Return a line, broken where a year is missing or counting changed."""
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
        y.append(value)
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


def _sums(
    chart: go.Figure, panel: Sums, axis: str, lang: Language, colours: Palette
) -> tuple[dict[str, Any], list[dict[str, object]]]:
    """Draw columns of sums; return their axis, and the words at its breaks."""
    whole: dict[int, float] = {}
    for part in panel.parts:
        for year, value in part.values.items():
            whole[year] = whole.get(year, 0.0) + value
        chart.add_bar(
            x=list(part.values),
            y=list(part.values.values()),
            name=part.name,
            marker={"color": part.colour, "line": {"width": 0}},
            xaxis=f"x{axis}",
            yaxis=f"y{axis}",
            showlegend=False,
            customdata=[part.tips[y] for y in part.values],
            hovertemplate="%{customdata}<extra></extra>",
        )
    top = max(whole.values(), default=1.0)
    return _even_steps(top, lang), _marked(chart, panel.breaks, axis, colours)
