"""Figures on an axis of years: lines where years follow one another, bars over parts of a year."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.base import figure
from components.charts.ticks import axis_ticks, mark_breaks, year_ticks
from components.language import Language
from components.style.fonts import text_width
from components.style.theme import Palette
from components.style.type import SMALL

DECADES = 2  # powers of ten between the smallest and the largest value that ask for a log scale
FOOT = 0.5  # where zero stands below the smallest value, in powers of ten
Number = float | None


@dataclass(frozen=True)
class Mark:
    """One figure.

    Attributes
    ----------
    at : float
        Its place on the axis; the calendar year Y fills Y − ½ to Y + ½.
    value : float
        How high it stands; not below zero.
    tip : str
        What the pointer says, below the name of the track.
    begin : float or None
        Where its period starts, if it is a part of a year, or several years.
    hollow : bool
        Whether it is an estimate or a bound.
    open : bool
        Whether the last day of its period is not known.
    low, high : float or None
        Between which values other methods put it.
    """

    at: float
    value: float
    tip: str
    begin: float | None = None
    hollow: bool = False
    open: bool = False
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Track:
    """What is known of one country.

    Attributes
    ----------
    name : str
        Its name.
    colour, symbol : str
        How it is told apart.
    stretches : sequence of sequence of Mark
        Each is a line; nothing is drawn between two of them.
    spans : sequence of Mark
        Figures of parts of a year, or of several years.
    dash : str
        ``solid``, or ``dash`` for estimates.
    """

    name: str
    colour: str
    symbol: str
    stretches: Sequence[Sequence[Mark]] = ()
    spans: Sequence[Mark] = ()
    dash: str = "solid"


class Scale:
    """A linear scale, or a logarithmic one with a place for zero below it.

    Parameters
    ----------
    values : sequence of float
        All values, none of them negative.
    """

    def __init__(self, values: Sequence[float]) -> None:
        above = [value for value in values if value > 0]
        self.high = max(above, default=1.0)
        self.bottom, self.top = math.log10(min(above, default=1.0)), math.log10(self.high)
        self.log = math.floor(self.top) - math.floor(self.bottom) >= DECADES
        self.zero = 0.0 in values

    def place(self, value: float) -> float:
        """Return where a value stands on the axis."""
        if not self.log:
            return value
        return math.log10(value) if value > 0 else self.bottom - FOOT

    def ticks(self) -> list[float]:
        """Return round values for the axis."""
        if not self.log:
            return axis_ticks(self.high)
        powers = range(math.floor(self.bottom), math.ceil(self.top) + 1)
        steps = (1, 3) if self.top - self.bottom < 3 else (1,)
        found = [step * 10.0**power for power in powers for step in steps]
        low, high = self.bottom - 0.08, self.top + 0.08
        return ([0.0] if self.zero else []) + [v for v in found if low <= math.log10(v) <= high]

    def range(self) -> list[float]:
        """Return the ends of the axis."""
        if not self.log:
            return [0, self.high * 1.08]
        foot = FOOT + 0.12 if self.zero else 0.12
        return [self.bottom - foot, self.top + 0.12]


def dated(
    tracks: Sequence[Track],
    lang: Language,
    colours: Palette,
    height: int,
    room: int,
    breaks: Sequence[int] = (),
    year: Callable[[int], str] = str,
) -> go.Figure:
    """Return figures over time, on a log scale where they span two powers of ten.

    Parameters
    ----------
    tracks : sequence of Track
        What is shown.
    height : int
        Pixels.
    room : int
        How many years the axis has room for.
    breaks : sequence of int
        First years of a new way of counting, each marked by a dotted rule before it.
    year : callable
        Writes a year, or the period that it ends, on the axis.
    """
    chart = figure(lang, colours, height)
    marks = [m for t in tracks for part in (*t.stretches, t.spans) for m in part]
    scale = Scale([v for m in marks for v in (m.value, m.low, m.high) if v is not None])
    for track in tracks:
        named = any(track.stretches)
        if named:
            chart.add_scatter(**_lines(track, scale))
        if track.spans:
            chart.add_scatter(**_bars(track, scale), showlegend=not named)
    mark_breaks(chart, breaks, colours)
    ticks = scale.ticks()
    written = [lang.short(t) if t >= 10 or t == 0 else _small(lang, t) for t in ticks]
    places = [scale.place(t) for t in ticks]
    chart.update_yaxes(range=scale.range(), tickvals=places, ticktext=written)
    _time(chart, marks, room, year)
    widest = max((text_width(t, SMALL) for t in written), default=0)
    chart.update_layout(
        meta={"log": scale.log, "zero": scale.log and scale.zero},
        showlegend=True,
        margin={"l": max(44, 14 + widest), "r": 14, "t": 10, "b": 28},
        legend={
            "orientation": "h",
            "x": 0,
            "y": -0.12,
            "yanchor": "top",
            "itemclick": False,
            "itemdoubleclick": False,
        },
    )
    return chart


def _small(lang: Language, value: float) -> str:
    """Write a number below ten with as many decimals as it needs."""
    return lang.number(value, max(0, 1 - math.floor(math.log10(value))))


def _lines(track: Track, scale: Scale) -> dict[str, object]:
    """Return the lines of a track as one trace, with gaps between them."""
    whole = any(not mark.hollow for part in track.stretches for mark in part)
    x: list[Number] = [None]  # the legend has the mark of the first point
    y: list[Number] = [None]
    symbols, tips = [track.symbol if whole else f"{track.symbol}-open"], [""]
    for part in track.stretches:
        for mark in part:
            x.append(round(mark.at, 3))
            y.append(round(scale.place(mark.value), 4))
            symbols.append(f"{track.symbol}-open" if mark.hollow else track.symbol)
            tips.append(mark.tip)
        x.append(None)
        y.append(None)
        symbols.append(symbols[0])
        tips.append("")
    return {
        **_shared(track, tips),
        "x": x,
        "y": y,
        "mode": "lines+markers",
        "line": {"color": track.colour, "width": 2.2, "dash": track.dash},
        "marker": {
            "size": 7,
            "symbol": symbols if len(set(symbols)) > 1 else symbols[0],
            "color": track.colour,
            "line": {"width": 1.4, "color": track.colour},
        },
        **_whiskers(track, scale),
    }


def _whiskers(track: Track, scale: Scale) -> dict[str, object]:
    """Return how far other methods reach above and below each point of `_lines`, if any does."""
    up: list[Number] = [None]
    down: list[Number] = [None]
    for part in track.stretches:
        for mark in part:
            place = scale.place(mark.value)
            up.append(0.0 if mark.high is None else round(scale.place(mark.high) - place, 4))
            down.append(0.0 if mark.low is None else round(place - scale.place(mark.low), 4))
        up.append(None)
        down.append(None)
    if all(m.low is None for part in track.stretches for m in part):
        return {}
    return {
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": up,
            "arrayminus": down,
            "thickness": 1.2,
            "width": 3,
            "color": track.colour,
        }
    }


def _bars(track: Track, scale: Scale) -> dict[str, object]:
    """Return the figures of parts of a year as thin bars with a hollow mark where they end."""
    x: list[Number] = []
    y: list[Number] = []
    symbols, tips = [], []
    for mark in track.spans:
        place = round(scale.place(mark.value), 4)
        end = "triangle-right-open" if mark.open else f"{track.symbol}-open"
        x += [round(mark.at, 3), None if mark.begin is None else round(mark.begin, 3), None]
        y += [place, place, None]
        symbols += [end, "line-ns-open", end]
        tips += [mark.tip, mark.tip, ""]
    return {
        **_shared(track, tips),
        "x": x,
        "y": y,
        "mode": "lines+markers",
        "line": {"color": track.colour, "width": 1.6},
        "marker": {
            "size": 7,
            "symbol": symbols,
            "color": track.colour,
            "line": {"width": 1.6, "color": track.colour},
        },
    }


def _shared(track: Track, tips: list[str]) -> dict[str, object]:
    return {
        "name": track.name,
        "legendgroup": track.name,
        "connectgaps": False,
        "customdata": tips,
        "meta": track.name,
        "hovertemplate": "<b>%{meta}</b><br>%{customdata}<extra></extra>",
    }


def _time(chart: go.Figure, marks: Sequence[Mark], room: int, year: Callable[[int], str]) -> None:
    """Write whole years on the axis, as many as there is room for."""
    if not marks:
        return
    first = min(m.at if m.begin is None else m.begin for m in marks)
    last = max(m.at for m in marks)
    if all(m.begin is None and m.at == round(m.at) for m in marks):
        years = sorted({round(m.at) for m in marks})
    else:
        years = list(range(math.floor(first + 0.5), math.floor(last + 0.499) + 1))
    shown = year_ticks(years, room)
    pad = max(0.4, 0.03 * (last - first))
    chart.update_xaxes(
        tickvals=shown,
        ticktext=[year(y) for y in shown],
        showgrid=False,
        tickangle=0,
        range=[min(first, years[0]) - pad, max(last, years[-1]) + pad],
    )
