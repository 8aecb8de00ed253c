"""Values by year as bands between two editions, with what others estimate or count beside them.

The axis has powers of ten, so that equal ratios are equally high: how many times apart the
editions are is seen alike at a hundred people and at a hundred thousand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.charts.base import figure
from components.charts.grid import Place, axes, heading
from components.charts.keys import DASHES, MARKS, key_text, key_words
from components.charts.ticks import axis_ticks, year_ticks
from components.charts.year_panel import Way, draw_strip, draw_way, height, mark_even
from components.language import Language
from components.style.fonts import text_width
from components.style.theme import Palette
from components.style.type import SMALL

TALL, SHORT, LOW, HEAD, YEARS, BETWEEN = 330, 250, 84, 30, 26, 40  # pixels
LINE = 20  # pixels of a line of the key
ROUND = (1, 3)  # with powers of ten, the values on the axis
Panel = Sequence[Way]


@dataclass(frozen=True)
class Words:
    """What a chart of bands says besides its numbers.

    Attributes
    ----------
    band : str
        What the band is, for the key.
    strip : str
        Heading of the strips of longer periods.
    even : (float, str) or None
        A value that means something by itself, with its words.
    """

    band: str
    strip: str = ""
    even: tuple[float, str] | None = None


@dataclass(frozen=True)
class _Layout:
    """Pixels of a panel, of its row and of all; years of the axis; ticks of both scales."""

    width: float
    tall: float
    row: float
    whole: float
    years: tuple[int, int]
    ticks: list[float]
    ends: tuple[float, float]
    strip: list[float]
    left: float


def year_bands(
    panels: Sequence[Panel],
    lang: Language,
    colours: Palette,
    width: float,
    years: tuple[int, int],
    words: Words,
) -> go.Figure:
    """Return panels of bands one below another, all on one scale; strips below each on another.

    Parameters
    ----------
    panels : sequence of sequence of Way
        What is drawn in each panel.
    width : float
        Pixels of the whole chart.
    years : (int, int)
        First and last year of the axis.
    words : Words
        What it says.
    """
    layout = _layout(panels, lang, width, years)
    key = key_text(_key(panels, colours, words.band), width - 16)
    below = 12 + LINE * (1 + key.count("<br>"))
    chart = figure(lang, colours, round(layout.whole) + below, hovermode="closest")
    for index, panel in enumerate(panels):
        place = _above(chart, panel, index, layout, lang, colours)
        if words.even:
            mark_even(chart, colours, place, *words.even)
        if any(way.steps for way in panel):
            _below(chart, panel, place, index + len(panels), layout, lang, colours)
            told = heading("", place.left, place.lower - (YEARS + HEAD - 5) / layout.whole)
            plain = {"text": words.strip, "font": {"size": SMALL, "color": colours.quiet}}
            chart.add_annotations([{**told, **plain}])
    chart.update_layout(margin={"l": 4, "r": 4, "t": 4, "b": below})
    chart.add_annotations([key_words(key, 0, 10)])
    return chart


def _layout(
    panels: Sequence[Panel], lang: Language, width: float, years: tuple[int, int]
) -> _Layout:
    tall = TALL if len(panels) == 1 else SHORT
    ways = [way for panel in panels for way in panel]
    row = HEAD + tall + YEARS + (LOW + HEAD if any(way.steps for way in ways) else 0)
    whole = row * len(panels) + BETWEEN * (len(panels) - 1)
    values = [value for way in ways for _, value, _ in way.points if value > 0] or [1.0, 10.0]
    ends = (height(min(values)) - 0.1, height(max(values)) + 0.1)
    ticks = _powers(*ends)
    top = max((step.high for way in ways for step in way.steps), default=1.0) or 1.0
    strip = axis_ticks(top, 2)
    wide = max(text_width(lang.short(tick), SMALL) for tick in (*ticks, *strip))
    return _Layout(width, tall, row, whole, years, ticks, ends, strip, (wide + 12) / width)


def _powers(low: float, high: float) -> list[float]:
    """Return 1, 3, 10, 30 … within the ends of an axis of powers of ten."""
    every = [one * 10.0**power for power in range(int(low) - 1, int(high) + 1) for one in ROUND]
    return [value for value in every if low <= height(value) <= high]


def _above(
    chart: go.Figure,
    panel: Panel,
    index: int,
    layout: _Layout,
    lang: Language,
    colours: Palette,
) -> Place:
    """Draw a panel by year and return where it stands."""
    upper = 1 - (index * (layout.row + BETWEEN) + HEAD) / layout.whole
    lower = max(upper - layout.tall / layout.whole, 0.0)
    place = Place(index, layout.left, 0.99, lower, upper)
    for way in panel:
        draw_way(chart, way, place)
    up = {
        "range": list(layout.ends),
        "tickvals": [height(tick) for tick in layout.ticks],
        "ticktext": [lang.short(tick) for tick in layout.ticks],
    }
    chart.update_layout(axes(place, colours, _years(layout), up))
    named = [f"<span style='color:{way.colour}'>■ {way.name}</span>" for way in panel]
    told = heading("\u2003".join(named), place.left, place.upper + 6 / layout.whole)
    chart.add_annotations([told])
    return place


def _below(
    chart: go.Figure,
    panel: Panel,
    place: Place,
    index: int,
    layout: _Layout,
    lang: Language,
    colours: Palette,
) -> None:
    """Draw the strip of longer periods under a panel, on its own scale."""
    upper = place.lower - (YEARS + HEAD) / layout.whole
    lower = max(upper - LOW / layout.whole, 0.0)
    at = Place(index, place.left, place.right, lower, upper)
    draw_strip(chart, panel, at)
    top = max((step.high for way in panel for step in way.steps), default=1.0)
    up = {
        "range": [0, max(top, layout.strip[-1]) * 1.06],
        "tickvals": layout.strip,
        "ticktext": [lang.short(tick) for tick in layout.strip],
    }
    chart.update_layout(axes(at, colours, {**_years(layout), "tickvals": []}, up))


def _years(layout: _Layout) -> dict[str, Any]:
    first, last = layout.years
    shown = year_ticks(list(range(first, last + 1)), 12 if layout.width > 600 else 5)
    return {
        "range": [first - 0.8, last + 0.8],
        "tickvals": shown,
        "ticktext": [str(year) for year in shown],
    }


def _key(panels: Sequence[Panel], colours: Palette, band: str) -> list[tuple[str, str, str]]:
    """Return what stands in the key: the band, the editions, and each source of marks once."""
    ways = [way for panel in panels for way in panel]
    ink = colours.quiet if len(ways) > 1 else ways[0].colour
    edges = {edge.name: edge.dash for way in ways for edge in way.edges}
    marks = {own.name: own.symbol for way in ways for own in way.dots if own.points}
    return [
        (ink, "▆", band),
        *((ink, DASHES[dash], name) for name, dash in edges.items()),
        *((ink, MARKS.get(symbol, "●"), name) for name, symbol in marks.items()),
    ]
