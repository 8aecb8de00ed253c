"""Columns over the years: stacked parts of one whole or side by side, with gaps said in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from components.charts.base import annotate, figure
from components.charts.plain import SharedFigure
from components.charts.ticks import axis_ticks, ticks_both_ways, year_ticks
from components.language import Language
from components.style.theme import Palette, rgba
from components.style.type import SMALL

HEIGHT = 360  # pixels
Fill = Literal["solid", "pale", "hatched", "hollow"]


@dataclass(frozen=True)
class Part:
    """One series of columns.

    Attributes
    ----------
    name : str
        What it stands for.
    values : mapping of int to float
        Value by year; a year that is not there has no figure.
    tips : mapping of int to str
        What the pointer says in each year.
    colour : str
        Hex colour.
    fill : {"solid", "pale", "hatched", "hollow"}
        ``hatched`` for sums and estimates, ``hollow`` for modelled values.
    """

    name: str
    values: Mapping[int, float]
    colour: str
    tips: Mapping[int, str] = field(default_factory=dict)
    fill: Fill = "solid"


def columns(
    parts: Sequence[Part],
    lang: Language,
    colours: Palette,
    years: Sequence[int],
    stacked: bool = True,
    room: int = 12,
    year: Callable[[int], str] = str,
    gap: str | None = None,
) -> SharedFigure:
    """Return columns over the years with a legend below.

    Parameters
    ----------
    parts : sequence of Part
        The series, drawn in their order.
    years : sequence of int
        All years of the axis, those without a figure too.
    stacked : bool
        Whether the parts are one whole; otherwise they stand side by side.
    room : int
        How many years the axis has room for.
    gap : str or None
        Written upright where a year has no figure at all; by default “no figure”.
    """
    chart = figure(lang, colours, HEIGHT, barmode="stack" if stacked else "group", bargap=0.3)
    for part in parts:
        chart.add_bar(**_bars(part, lang, colours, year))
    top = _top(parts, stacked)
    _value_axis(chart, parts, top, lang, colours)
    if years:
        _year_axis(chart, years, room, year)
    told = lang.text("no figure") if gap is None else gap
    annotate(chart, _gaps(parts, years, told, top * 0.05, colours))
    chart.update_layout(
        showlegend=len(parts) > 1,
        legend={
            "orientation": "h",
            "x": 0,
            "y": -0.13,
            "yanchor": "top",
            "font": {"size": SMALL},
            "traceorder": "normal",
        },
        margin={"l": 48, "r": 8, "t": 10, "b": 84 if len(parts) > 1 else 30},
    )
    return chart


def _bars(
    part: Part, lang: Language, colours: Palette, year: Callable[[int], str]
) -> dict[str, Any]:
    return {
        "x": list(part.values),
        "y": list(part.values.values()),
        "name": part.name,
        "marker": column_marker(part, colours),
        "customdata": [
            part.tips.get(y) or f"{part.name}, {year(y)}: {lang.number(v, 1)}"
            for y, v in part.values.items()
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _value_axis(
    chart: SharedFigure, parts: Sequence[Part], top: float, lang: Language, colours: Palette
) -> None:
    """Write round values up to the top, and down to the lowest value where it is below 0."""
    low = min((v for part in parts for v in part.values.values()), default=0.0)
    ticks = axis_ticks(top)
    if low < 0:
        ticks = ticks_both_ways(low, top)
        chart.update_yaxes(zeroline=True, zerolinecolor=colours.quiet, zerolinewidth=1)
    ends = [min(low, 0) * 1.1, max(top, 0) * 1.1 or (0 if low < 0 else 1)]
    chart.update_yaxes(tickvals=ticks, ticktext=[lang.short(t) for t in ticks], range=ends)


def _year_axis(
    chart: SharedFigure, years: Sequence[int], room: int, year: Callable[[int], str]
) -> None:
    shown = year_ticks(sorted(years), room)
    chart.update_xaxes(
        tickvals=shown,
        ticktext=[year(y) for y in shown],
        showgrid=False,
        tickangle=0,
        range=[min(years) - 0.6, max(years) + 0.6],
    )


def _gaps(
    parts: Sequence[Part], years: Sequence[int], told: str, y: float, colours: Palette
) -> list[dict[str, Any]]:
    """Say upright where a year has no figure at all, as long as there is room for the words."""
    covered = {year for part in parts for year in part.values}
    return [
        {
            "x": year,
            "y": y,
            "text": told,
            "showarrow": False,
            "textangle": -90,
            "yanchor": "bottom",
            "font": {"size": SMALL, "color": colours.quiet},
        }
        for year in years
        if year not in covered and len(years) <= 26
    ]


def _top(parts: Sequence[Part], stacked: bool) -> float:
    if not stacked:
        return max((v for part in parts for v in part.values.values()), default=1.0)
    sums: dict[int, float] = {}
    for part in parts:
        for y, v in part.values.items():
            sums[y] = sums.get(y, 0.0) + v
    return max(sums.values(), default=1.0)


def column_marker(part: Part, colours: Palette) -> dict[str, Any]:
    """Return the filling and edge of a series' columns."""
    line = {"width": 1, "color": colours.primary if part.fill != "hollow" else part.colour}
    if part.fill == "solid":
        return {"color": part.colour, "line": line}
    if part.fill == "pale":
        return {"color": rgba(part.colour, 0.45), "line": line}
    if part.fill == "hollow":
        return {"color": "rgba(0,0,0,0)", "line": {"width": 1.6, "color": part.colour}}
    return {
        "color": rgba(part.colour, 0.12),
        "line": line,
        "pattern": {"shape": "/", "fgcolor": colours.primary, "size": 6, "solidity": 0.25},
    }
