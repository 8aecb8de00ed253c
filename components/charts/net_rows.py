"""Balances of one place by year, a row for each source, all on one scale and one zero line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go

from components.charts.base import figure
from components.charts.grid import Place, axes, heading
from components.charts.keys import key_text, key_words
from components.charts.ticks import ticks_both_ways, year_ticks
from components.language import Language
from components.style.fonts import text_width
from components.style.theme import Palette, rgba
from components.style.type import SMALL

HEAD, TALL, GAP, STRIP, YEARS = 24, 56, 8, 30, 28  # pixels
LINE = 20  # pixels of a line of the key
BAR = 0.72  # of a year
FEW = 5  # ticks: no more have room in a row
APART = 15  # pixels between the words of two ticks


@dataclass(frozen=True)
class NetRow:
    """One source.

    Attributes
    ----------
    name : str
        Its heading.
    values : mapping of int to float
        Balance by year; a year that is missing is an empty place.
    tips : mapping of int to str
        What the pointer says.
    spread : mapping of int to float
        Half the length of a whisker, where the source says how unsure it is.
    hollow : bool
        Whether it is an estimate.
    """

    name: str
    values: Mapping[int, float]
    tips: Mapping[int, str]
    spread: Mapping[int, float] = field(default_factory=dict)
    hollow: bool = True


@dataclass(frozen=True)
class Same:
    """The last row: whether all sources of a year have one sign.

    Attributes
    ----------
    name : str
        Its heading.
    years : mapping of int to bool
        By year.
    tips : mapping of int to str
        What the pointer says.
    words : (str, str)
        What a full and a hollow mark mean.
    """

    name: str
    years: Mapping[int, bool]
    tips: Mapping[int, str]
    words: tuple[str, str]


def net_rows(
    rows: Sequence[NetRow],
    same: Same,
    lang: Language,
    colours: Palette,
    width: float,
    ways: tuple[str, str],
    whisker: str,
    tall: int = TALL,
) -> go.Figure:
    """Return the rows one below another, and below them where all sources agree.

    Parameters
    ----------
    ways : (str, str)
        What columns above and below zero mean.
    whisker : str
        What a whisker means.
    tall : int
        Pixels of a row.
    """
    every = sorted({*same.years, *(year for row in rows for year in row.values)})
    whole = (HEAD + tall + GAP) * len(rows) + HEAD + STRIP + YEARS
    key = key_text(_key(same, colours, ways, whisker), width - 16)
    below = 14 + LINE * (1 + key.count("<br>"))
    chart = figure(lang, colours, whole + below, bargap=1 - BAR, hovermode="closest")
    up = _balance_axis(rows, tall, lang, colours)
    left = (max(text_width(words, SMALL) for words in up["ticktext"]) + 12) / width
    across = {"range": [every[0] - 0.7, every[-1] + 0.7], "tickvals": []}
    for index, row in enumerate(rows):
        upper = 1 - (index * (HEAD + tall + GAP) + HEAD) / whole
        place = Place(index, left, 1.0, upper - tall / whole, upper)
        _bars(chart, row, place, colours)
        chart.update_layout(axes(place, colours, {**across, "showline": False}, up))
        chart.add_annotations([heading(row.name, left, upper + 2 / whole)])
    place = Place(len(rows), left, 1.0, YEARS / whole, (YEARS + STRIP) / whole)
    shown = year_ticks(every, 12 if width > 600 else 5)
    years = {"tickvals": shown, "ticktext": [str(year) for year in shown]}
    _strip(chart, same, place, colours)
    bare = {"range": [-1, 1], "tickvals": [], "showgrid": False}
    chart.update_layout(axes(place, colours, {**across, **years}, bare))
    chart.add_annotations([heading(same.name, left, place.upper + 2 / whole)])
    chart.update_layout(margin={"l": 4, "r": 6, "t": 10, "b": below})
    chart.add_annotations([key_words(key, 0, 12)])
    return chart


def _balance_axis(
    rows: Sequence[NetRow], tall: int, lang: Language, colours: Palette
) -> dict[str, Any]:
    """Return the one axis of all rows, which are so high, with a line at zero."""
    values = [value for row in rows for value in row.values.values()]
    low, top = min([*values, 0.0]), max([*values, 0.0])
    ticks = _apart(_three(low, top), APART * 1.08 * (top - low) / tall)
    return {
        "range": [low * 1.08, top * 1.08],
        "tickvals": ticks,
        "ticktext": [lang.short(tick) for tick in ticks],
        "zeroline": True,
        "zerolinecolor": colours.quiet,
        "zerolinewidth": 1.2,
    }


def _three(low: float, top: float) -> list[float]:
    """Return few round values: zero, and one or two on each side."""
    ticks = ticks_both_ways(low, top)
    return ticks if len(ticks) < FEW else sorted({0.0, min(ticks), max(ticks)})


def _apart(ticks: Sequence[float], least: float) -> list[float]:
    """Return zero, and the ticks whose words have room beside those nearer to it."""
    kept = [0.0]
    for tick in sorted(ticks, key=abs):
        if all(abs(tick - other) >= least for other in kept):
            kept.append(tick)
    return sorted(kept)


def _bars(chart: go.Figure, row: NetRow, place: Place, colours: Palette) -> None:
    """Draw a source's columns in the colour of their way, hollow where it estimates."""
    for ink, above in ((colours.into, True), (colours.out, False)):
        own = {year: value for year, value in row.values.items() if (value >= 0) == above}
        if not own:
            continue
        whiskers = [row.spread.get(year, 0.0) for year in own]
        chart.add_bar(
            x=list(own),
            y=list(own.values()),
            width=BAR,
            marker={
                "color": rgba(ink, 0.28) if row.hollow else ink,
                "line": {"width": 1.4, "color": ink},
            },
            error_y={
                "type": "data",
                "array": whiskers,
                "visible": any(whiskers),
                "color": colours.quiet,
                "thickness": 1,
                "width": 0,
            },
            customdata=[row.tips[year] for year in own],
            hovertemplate="%{customdata}<extra></extra>",
            **place.on,
        )


def _strip(chart: go.Figure, same: Same, place: Place, colours: Palette) -> None:
    for told, symbol in ((True, "circle"), (False, "circle-open")):
        years = [year for year, agreed in same.years.items() if agreed == told]
        chart.add_scatter(
            x=years,
            y=[0] * len(years),
            mode="markers",
            cliponaxis=False,
            marker={
                "symbol": symbol,
                "size": 8,
                "color": colours.ink,
                "line": {"width": 1.4, "color": colours.ink},
            },
            customdata=[same.tips[year] for year in years],
            hovertemplate="%{customdata}<extra></extra>",
            **place.on,
        )


def _key(
    same: Same, colours: Palette, ways: tuple[str, str], whisker: str
) -> list[tuple[str, str, Any]]:
    told = [(colours.into, "■", ways[0]), (colours.out, "■", ways[1])]
    if whisker:
        told.append((colours.quiet, "│", whisker))
    return [*told, (colours.ink, "●", same.words[0]), (colours.ink, "○", same.words[1])]
