"""Panels over the same years: numbers on steps that multiply, and shares of one whole."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.columns import Part
from components.charts.keys import KEY, KEY_SIZE, MARKS, key_text
from components.charts.lines import Line
from components.charts.log_axis import log_place, powers
from components.charts.ticks import axis_ticks, year_ticks
from components.language import Language
from components.style.theme import Palette, rgba

HEAD, AXIS, FOOT = 34, 24, 38  # pixels above a panel, of its years, and below it


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


PLOTS: dict[type, int] = {Numbers: 250, Shares: 150}  # pixels of a panel


def history(
    panels: Sequence[Numbers | Shares],
    lang: Language,
    colours: Palette,
    width: int,
    ticks: int,
    columns: int = 1,
) -> go.Figure:
    """Return panels over the same years, one below another or in two columns.

    Parameters
    ----------
    panels : sequence of Numbers or Shares
        From top to bottom, then on the right; the key of each stands below it.
    width : int
        Pixels to lay the keys out for.
    ticks : int
        How many years the axis has room for.
    columns : {1, 2}
        How many columns of panels there are.
    """
    stacks = _stacks(panels, 1 if len(panels) == 1 else columns)
    room = width / len(stacks) - 60
    keys = {id(panel): fold_key(panel, room) for panel in panels}
    total = max(sum(_height(p, keys[id(p)]) for p in stack) for stack in stacks)
    years = sorted({y for panel in panels for y in _years(panel)})
    chart = figure(lang, colours, total, barmode="stack", bargap=0.12)
    words: list[dict[str, object]] = []
    index = 0
    for column, stack in enumerate(stacks):
        spare = (total - sum(_height(p, keys[id(p)]) for p in stack)) / len(stack)
        left = column / len(stacks) + (56 / width if column else 0.0)
        right = (column + 1) / len(stacks) - (0.01 if len(stacks) > 1 else 0.0)
        top = float(total)
        for panel in stack:
            key = keys[id(panel)]
            upper = top - HEAD
            lower = upper - PLOTS[type(panel)] - spare
            axis = "" if index == 0 else str(index + 1)
            draw = _numbers if isinstance(panel, Numbers) else _shares
            yaxis, more = draw(chart, panel, axis, lang, colours)  # type: ignore[arg-type]
            chart.update_layout(
                _axes(
                    axis,
                    (left, right),
                    (max(lower, 0) / total, upper / total),
                    years,
                    year_ticks(years, ticks) if years else [],
                    colours,
                    yaxis,
                )
            )
            words += [
                _written(f"<b>{panel.name}</b>", left, upper / total, "bottom", 6, 13.5)
                | ({} if column else {"xshift": -46}),
                _written(key, left, (lower - AXIS) / total, "top", 0, KEY_SIZE),
                *more,
            ]
            top = lower - _foot(key)
            index += 1
    annotate(chart, words)
    chart.update_layout(margin={"l": 50, "r": 8, "t": 2, "b": 2})
    return chart


def _stacks(panels: Sequence[Numbers | Shares], columns: int) -> list[Sequence[Numbers | Shares]]:
    """Split panels into columns of about the same height, in their order."""
    if columns == 1:
        return [panels]
    heights = [PLOTS[type(panel)] for panel in panels]
    cut = min(range(1, len(panels)), key=lambda k: max(sum(heights[:k]), sum(heights[k:])))
    return [panels[:cut], panels[cut:]]


def _foot(key: str) -> int:
    """Return the pixels below a panel: its years and its key."""
    return FOOT + KEY * (1 + key.count("<br>"))


def _height(panel: Numbers | Shares, key: str) -> int:
    return HEAD + PLOTS[type(panel)] + _foot(key)


def _axes(
    axis: str,
    across: tuple[float, float],
    up: tuple[float, float],
    years: Sequence[int],
    shown: Sequence[int],
    colours: Palette,
    yaxis: dict[str, Any],
) -> dict[str, Any]:
    shared = {
        "fixedrange": True,
        "zeroline": False,
        "tickfont": {"size": 12, "color": colours.quiet},
    }
    return {
        f"xaxis{axis}": {
            "domain": list(across),
            "anchor": f"y{axis}",
            "showgrid": False,
            "tickangle": 0,
            "tickvals": list(shown),
            "ticktext": [str(y) for y in shown],
            "range": [years[0] - 0.8, years[-1] + 0.8],
            "linecolor": colours.rule,
            **shared,
        },
        f"yaxis{axis}": {
            "domain": list(up),
            "anchor": f"x{axis}",
            "gridcolor": colours.rule,
            **shared,
            **yaxis,
        },
    }


def _written(
    text: str, x: float, y: float, anchor: str, shift: int, size: float
) -> dict[str, object]:
    return {
        "text": text,
        "x": x,
        "xref": "paper",
        "y": y,
        "yref": "paper",
        "xanchor": "left",
        "yanchor": anchor,
        "showarrow": False,
        "align": "left",
        "yshift": shift,
        "font": {"size": size},
    }


def _years(panel: Numbers | Shares) -> set[int]:
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


def _numbers(
    chart: go.Figure, panel: Numbers, axis: str, lang: Language, colours: Palette
) -> tuple[dict[str, Any], list[dict[str, object]]]:
    """Draw lines and return their axis and the words at their breaks."""
    values = [v for line in panel.series for v in line.values if v is not None]
    low, high = powers(values)
    place = float if panel.even else log_place(low)
    for line in panel.series:
        chart.add_scatter(
            **_trace(
                line,
                place,
                [
                    *(b.year for b in panel.breaks if b.line == line.name),
                    *line.breaks,
                ],
            ),
            xaxis=f"x{axis}",
            yaxis=f"y{axis}",
            showlegend=False,
        )
    years = {one.year: one.words for one in panel.breaks}
    chart.add_shapes(
        [
            {
                "type": "line",
                "xref": f"x{axis}",
                "yref": f"y{axis} domain",
                "x0": y - 0.5,
                "x1": y - 0.5,
                "y0": 0,
                "y1": 1,
                "line": {"width": 1.2, "dash": "dot", "color": colours.quiet},
            }
            for y in years
        ]
    )
    words: list[dict[str, object]] = [
        {
            "text": told,
            "x": year - 0.6,
            "xref": f"x{axis}",
            "y": 1,
            "yref": f"y{axis} domain",
            "xanchor": "right",
            "yanchor": "top",
            "showarrow": False,
            "align": "right",
            "font": {"size": 12, "color": colours.quiet},
        }
        for year, told in years.items()
    ]
    if panel.even:
        top = max(values, default=1.0) or 1.0
        return _ticked([(t, lang.short(t)) for t in axis_ticks(top)], 0, top * 1.08), words
    zero = any(v == 0 for v in values)
    marks: list[tuple[float, str]] = [(place(0), "0")] if zero else []
    marks += [
        (power, lang.short(10.0**power) if power >= 0 else lang.number(10.0**power, -power))
        for power in range(low, high + 1)
    ]
    return _ticked(marks, low - (0.85 if zero else 0.1), high + (0.5 if years else 0.08)), words


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


def _shares(
    chart: go.Figure, panel: Shares, axis: str, lang: Language, colours: Palette
) -> tuple[dict[str, Any], list[dict[str, object]]]:
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
    return _ticked([(t, lang.percent(t)) for t in (0, 0.5, 1)], 0, 1), []


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
