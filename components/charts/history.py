"""Panels over the same years: lines, and columns of sums."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.history_panels import (
    Numbers,
    Sums,
    draw_panel,
    fold_key,
    years_of,
)
from components.charts.keys import KEY, KEY_SIZE
from components.charts.ticks import year_ticks
from components.language import Language
from components.style.theme import Palette
from components.style.type import SMALL

HEAD, AXIS, FOOT = 34, 24, 38  # pixels above a panel, of its years, and below it
PLOT, ALONE = 250, 460  # pixels of a panel, and of one that has its column for itself


def history(
    panels: Sequence[Numbers | Sums],
    lang: Language,
    colours: Palette,
    width: int,
    ticks: int,
    columns: int = 1,
) -> go.Figure:
    """Return panels over the same years, one below another or in two columns.

    Parameters
    ----------
    panels : sequence of Numbers or Sums
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
    plot = ALONE if len(stacks) > 1 and len(panels) == len(stacks) else PLOT
    keys = {id(panel): fold_key(panel, room) for panel in panels}
    total = max(sum(_height(keys[id(p)], plot) for p in stack) for stack in stacks)
    years = sorted({y for panel in panels for y in years_of(panel)})
    shown = year_ticks(years, ticks) if years else []
    chart = figure(lang, colours, total, barmode="stack", bargap=0.12)
    words: list[dict[str, object]] = []
    index = 0
    for column, stack in enumerate(stacks):
        spare = (total - sum(_height(keys[id(p)], plot) for p in stack)) / len(stack)
        across = _across(column, len(stacks), width)
        top = float(total)
        for panel in stack:
            key = keys[id(panel)]
            upper = top - HEAD
            lower = upper - plot - spare
            axis = "" if index == 0 else str(index + 1)
            index += 1
            up = (max(lower, 0) / total, upper / total)
            yaxis, more = draw_panel(chart, panel, axis, lang, colours)
            chart.update_layout(_axes(axis, across, up, years, shown, colours, yaxis))
            ends = (upper / total, (lower - AXIS) / total)
            words += [*_named(panel.name, key, across[0], ends, column), *more]
            top = lower - _foot(key)
    annotate(chart, words)
    chart.update_layout(margin={"l": 50, "r": 8, "t": 2, "b": 2})
    return chart


def _stacks(panels: Sequence[Numbers | Sums], columns: int) -> list[Sequence[Numbers | Sums]]:
    """Split panels into columns of about the same height, in their order."""
    if columns == 1:
        return [panels]
    cut = -(-len(panels) // 2)
    return [panels[:cut], panels[cut:]]


def _across(column: int, columns: int, width: int) -> tuple[float, float]:
    """Return where a column of panels begins and ends, as shares of the whole."""
    left = column / columns + (56 / width if column else 0.0)
    right = (column + 1) / columns - (0.01 if columns > 1 else 0.0)
    return left, right


def _foot(key: str) -> int:
    """Return the pixels below a panel: its years and its key."""
    return FOOT + KEY * (1 + key.count("<br>"))


def _height(key: str, plot: int) -> int:
    return HEAD + plot + _foot(key)


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
        "tickfont": {"size": SMALL, "color": colours.quiet},
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


def _named(
    name: str, key: str, left: float, ends: tuple[float, float], column: int
) -> list[dict[str, object]]:
    """Return the name above a panel, over its axis in the first column, and the key below it."""
    told = _written(f"<b>{name}</b>", left, ends[0], "bottom", 6, 13.5)
    return [
        told if column else told | {"xshift": -46},
        _written(key, left, ends[1], "top", 0, KEY_SIZE),
    ]


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
