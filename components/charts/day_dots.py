"""Single figures on an axis of time: a dot for each, a colour for each country, its value above."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.keys import KEY, MARKS, Sign, key_text, key_words
from components.charts.marks import add_marks
from components.charts.ticks import axis_ticks
from components.language import Language
from components.style.fonts import text_width
from components.style.theme import Palette
from components.style.type import LABEL, SMALL, SMALL_LINE

TALL, TALL_NARROW, NARROW = 490, 380, 700  # pixels; below the last a chart is a phone's
LEFT, TOP, AXIS = 64, 26, 30
DATELESS, DATELESS_NARROW = 0.12, 0.32  # of the years: how far figures without a date stand apart
SIZE = 13
DAYS = 365.25


@dataclass(frozen=True)
class Day:
    """One figure: its value, what the pointer and the label say, and its days where known."""

    value: float
    tip: str
    label: str
    day: datetime.date | None = None
    start: datetime.date | None = None
    hollow: bool = False


@dataclass(frozen=True)
class Series:
    """The figures of one country, and how they are drawn."""

    sign: Sign
    days: tuple[Day, ...]


@dataclass(frozen=True)
class Words:
    """What stands above the figures without a date, and what full and hollow marks mean."""

    dateless: str
    full: str
    hollow: str


@dataclass(frozen=True)
class _Point:
    """A figure in years from left to right, with the place of its first day."""

    day: Day
    x: float
    start: float | None


def day_dots(
    series: Sequence[Series], lang: Language, colours: Palette, width: int, words: Words
) -> go.Figure:
    """Return the figures of each country as dots by day, those without a date at the right edge.

    A figure that covers days from a first to a last one has a line between them. Labels that
    would run into a larger figure’s are left out; the pointer says all.
    """
    days = [day for one in series for day in one.days]
    first, last = _span(days)
    dateless = DATELESS_NARROW if width < NARROW else DATELESS
    edge = last + (last - first) * (dateless if any(day.day is None for day in days) else 0)
    placed = [_placed(one, edge) for one in series]
    tall = TALL_NARROW if width < NARROW else TALL
    key = _key(series, days, colours, width - 8, words)
    below = AXIS + KEY * (1 + key.count("<br>")) + 6
    top = max(day.value for day in days) * 1.06 or 1.0
    chart = figure(lang, colours, tall + TOP + below, hovermode="closest")
    for one, points in zip(series, placed, strict=True):
        _draw(chart, one, points)
    values = axis_ticks(top)
    chart.update_yaxes(
        range=[0, top],
        tickvals=values,
        ticktext=[lang.short(value) for value in values],
        tickfont={"size": SMALL},
    )
    span = edge - first
    ends = (first - 0.03 * span, edge + (0.13 if width < NARROW else 0.06) * span)
    chart.update_xaxes(range=list(ends), showgrid=False, **_years(first, last, width))
    room = (width - LEFT - 8, float(tall))
    annotate(chart, _labels([one for own in placed for one in own], ends, top, room))
    if edge > last:
        _set_apart(chart, colours, (last + 0.35 * (edge - last), ends[1]), words.dateless)
    annotate(chart, [key_words(key, 8 - LEFT, AXIS)])
    chart.update_layout(margin={"l": LEFT, "r": 8, "t": TOP, "b": below})
    return chart


def _span(days: Sequence[Day]) -> tuple[float, float]:
    """Return the first and the last day of all figures in years; at least a year apart."""
    known = [_year(one) for day in days for one in (day.start, day.day) if one]
    if not known:
        now = float(datetime.date.min.year)
        return now, now + 1
    first, last = min(known), max(known)
    return first, max(last, first + 1)


def _year(day: datetime.date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / DAYS


def _placed(one: Series, edge: float) -> list[_Point]:
    return [
        _Point(
            day,
            _year(day.day) if day.day else edge,
            _year(day.start) if day.day and day.start and day.start != day.day else None,
        )
        for day in one.days
    ]


def _draw(chart: go.Figure, one: Series, points: Sequence[_Point]) -> None:
    lasting = [point for point in points if point.start is not None]
    if lasting:
        chart.add_scatter(
            x=[x for point in lasting for x in (point.start, point.x, None)],
            y=[y for point in lasting for y in (point.day.value, point.day.value, None)],
            mode="lines",
            line={"width": 2, "color": one.sign.colour},
            hoverinfo="skip",
        )
    for hollow in (False, True):
        found = [(p.x, p.day.value, p.day.tip) for p in points if p.day.hollow == hollow]
        add_marks(chart, one.sign, found, SIZE, open_=hollow, clipped=False)


def _years(first: float, last: float, width: int) -> dict[str, Any]:
    """Return whole years on the axis, as many as have room."""
    years = list(range(int(first), int(last) + 1))
    step = -(-len(years) // max(2, width // 90))
    shown = years[::-1][::step][::-1]
    return {
        "tickvals": shown,
        "ticktext": [str(year) for year in shown],
        "tickfont": {"size": SMALL},
        "tickangle": 0,
    }


def _labels(
    points: Sequence[_Point], ends: tuple[float, float], top: float, room: tuple[float, float]
) -> list[dict[str, object]]:
    """Return values above their dots, the largest first; none on another one or on a dot."""
    taken = [_box(point, ends, top, room, None) for point in points]
    found = []
    for point in sorted(points, key=lambda one: -one.day.value):
        box = _box(point, ends, top, room, text_width(point.day.label, LABEL))
        own = _box(point, ends, top, room, None)
        if any(_meet(box, other) for other in taken if other != own):
            continue
        taken.append(box)
        found.append(
            {
                "text": point.day.label,
                "x": point.x,
                "y": point.day.value,
                "yshift": 9,
                "yanchor": "bottom",
                "showarrow": False,
                "font": {"size": LABEL},
            }
        )
    return found


Box = tuple[float, float, float, float]  # left, right, lower, upper in pixels


def _box(
    point: _Point,
    ends: tuple[float, float],
    top: float,
    room: tuple[float, float],
    label: float | None,
) -> Box:
    """Return the room that a dot takes, or the label above it."""
    x = (point.x - ends[0]) / (ends[1] - ends[0]) * room[0]
    y = point.day.value / top * room[1]
    if label is None:
        return x - SIZE / 2, x + SIZE / 2, y - SIZE / 2, y + SIZE / 2
    return x - label / 2 - 3, x + label / 2 + 3, y + SIZE / 2 + 1, y + SIZE / 2 + SMALL_LINE


def _meet(one: Box, other: Box) -> bool:
    apart = one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
    return not apart


def _set_apart(chart: go.Figure, colours: Palette, ends: tuple[float, float], words: str) -> None:
    """Shade the right edge, where figures without a date stand."""
    chart.add_shapes(
        [
            {
                "type": "rect",
                "x0": ends[0],
                "x1": ends[1],
                "y0": 0,
                "y1": 1,
                "yref": "paper",
                "layer": "below",
                "line": {"width": 0},
                "fillcolor": colours.panel,
            }
        ]
    )
    annotate(
        chart,
        [
            {
                "text": words,
                "x": 1,
                "xref": "paper",
                "xanchor": "right",
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "showarrow": False,
                "font": {"size": SMALL, "color": colours.quiet},
            }
        ],
    )


def _key(
    series: Sequence[Series], days: Sequence[Day], colours: Palette, room: float, words: Words
) -> str:
    told = [(one.sign.colour, MARKS[one.sign.symbol], one.sign.name) for one in series]
    if {day.hollow for day in days} == {False, True}:
        told += [(colours.quiet, "●", words.full), (colours.quiet, "○", words.hollow)]
    return key_text(told, room)
