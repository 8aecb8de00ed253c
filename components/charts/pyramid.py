"""An age pyramid: men to the left, women to the right, the youngest at the bottom."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.ticks import axis_ticks
from components.language import Language
from components.style.theme import Palette, rgba
from components.style.type import SMALL

YEAR = 3.2  # pixels of a year of age
USUAL = 5  # years for which the length of a bar stands
FILLED = 0.86  # of a group's height
PALE = 0.35


@dataclass(frozen=True)
class Step:
    """An age group.

    Attributes
    ----------
    name : str
        As it is written on the axis.
    first, years : int
        Where it begins, and how many years of age it has.
    male, female : float or None
        People; None where they are not known, which is drawn as a hatched band.
    """

    name: str
    first: int
    years: int
    male: float | None
    female: float | None


def pyramid(steps: Sequence[Step], lang: Language, colours: Palette, colour: str) -> go.Figure:
    """Return a bar for each sex and age group, as high as the group has years.

    Parameters
    ----------
    steps : sequence of Step
        From the youngest. The length of a bar is the number of people for each `USUAL` years, so
        that its area is the number of people whatever the width of its group.
    colour : str
        Hex colour of women; men have it paler.
    """
    known = [step for step in steps if step.male is not None and step.female is not None]
    low, high = steps[0].first, steps[-1].first + steps[-1].years
    chart = figure(
        lang, colours, round(YEAR * (high - low)) + 84, barmode="overlay", hovermode="closest"
    )
    for side, sign, fill in (("male", -1, rgba(colour, PALE)), ("female", 1, colour)):
        chart.add_bar(
            name=lang.label("sexes", side),
            marker={"color": fill, "line": {"width": 1, "color": colour}},
            **_bars(known, side, sign, lang),
        )
    top = max((_length(step, side) for step in known for side in ("male", "female")), default=1)
    _holes(chart, [step for step in steps if step not in known], top, lang, colours)
    ticks = axis_ticks(top, 2)
    both = [-tick for tick in reversed(ticks[1:])] + ticks
    chart.update_xaxes(
        tickvals=both,
        ticktext=[lang.short(abs(tick)) for tick in both],
        range=[-1.06 * top, 1.06 * top],
    )
    chart.update_yaxes(
        tickvals=[step.first + step.years / 2 for step in steps],
        ticktext=[step.name for step in steps],
        showgrid=False,
        range=[low - 0.5, high + 0.5],
    )
    chart.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom", "font": {"size": SMALL}},
        margin={"l": 92, "r": 8, "t": 30, "b": 30},
    )
    return chart


def _bars(steps: Sequence[Step], side: str, sign: int, lang: Language) -> dict[str, Any]:
    """Return the bars of one sex."""
    name = lang.label("sexes", side)
    return {
        "x": [sign * _length(step, side) for step in steps],
        "y": [step.first + step.years / 2 for step in steps],
        "width": [step.years * FILLED for step in steps],
        "orientation": "h",
        "customdata": [
            f"{name}, {step.name}: {lang.number(getattr(step, side))}" for step in steps
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _length(step: Step, side: str) -> float:
    return float(getattr(step, side)) * USUAL / step.years


def _holes(
    chart: go.Figure, holes: Sequence[Step], top: float, lang: Language, colours: Palette
) -> None:
    """Draw a hatched band over the ages that are not published."""
    if not holes:
        return
    marker: dict[str, Any] = {
        "color": rgba(colours.quiet, 0.1),
        "line": {"width": 1, "color": colours.rule},
        "pattern": {"shape": "/", "fgcolor": colours.quiet, "size": 7, "solidity": 0.16},
    }
    told = lang.text("no figure")
    chart.add_bar(
        base=[-top] * len(holes),
        x=[2 * top] * len(holes),
        y=[step.first + step.years / 2 for step in holes],
        width=[step.years * FILLED for step in holes],
        orientation="h",
        marker=marker,
        showlegend=False,
        customdata=[f"{step.name}: {told}" for step in holes],
        hovertemplate="%{customdata}<extra></extra>",
    )
    words = [
        {
            "text": told,
            "x": 0,
            "y": step.first + step.years / 2,
            "showarrow": False,
            "bgcolor": colours.paper,
            "font": {"size": SMALL, "color": colours.quiet},
        }
        for step in holes
    ]
    annotate(chart, words)
