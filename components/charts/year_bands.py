"""Flows by year as bands between two editions, with what others estimate or count beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.charts.base import figure
from components.charts.grid import Place, axes, heading
from components.charts.keys import MARKS, key_text, key_words
from components.charts.ticks import axis_ticks, year_ticks
from components.charts.year_panel import BandPanel, draw_panel, draw_strip, mark_even
from components.language import Language
from components.style.fonts import text_width
from components.style.theme import Palette
from components.style.type import SMALL

TALL, LOW, HEAD, YEARS, BETWEEN = 236, 84, 30, 26, 44  # pixels of a panel, its strip and words
LINE = 20  # pixels of a line of the key
DASHES = {"solid": "──", "dot": "┈┈"}


@dataclass(frozen=True)
class _Layout:
    """Where panels stand: how many in a row, pixels of a row and of all, values of both scales."""

    columns: int
    width: float
    row: float
    whole: float
    years: tuple[int, int]
    top: float
    strip: float

    def across(self, index: int, left: float) -> tuple[float, float]:
        """Return the left and the right edge of a panel."""
        column = index % self.columns
        return column / self.columns + left, (column + 1) / self.columns - 0.012

    def upper(self, index: int) -> float:
        """Return the upper edge of the row of a panel."""
        return 1 - (index // self.columns) * (self.row + BETWEEN) / self.whole


def year_bands(
    panels: Sequence[BandPanel],
    lang: Language,
    colours: Palette,
    columns: int,
    width: float,
    years: tuple[int, int],
    band: str,
    most: float = 0.0,
    even: tuple[float, str] | None = None,
) -> go.Figure:
    """Return panels of bands over the years, all on one scale; strips on another.

    Parameters
    ----------
    columns : int
        Panels in a row.
    width : float
        Pixels of the whole chart.
    years : (int, int)
        First and last year of the axis.
    band : str
        What the band is, for the key.
    most : float
        Where the axis ends; what lies beyond stands at its edge as an arrow. 0: at the largest.
    even : (float, str) or None
        A value that means something by itself, with its words.
    """
    layout = _layout(panels, columns, width, years, most)
    key = key_text(_key(panels, colours, band), width - 16)
    below = 12 + LINE * (1 + key.count("<br>"))
    chart = figure(lang, colours, round(layout.whole) + below, hovermode="closest")
    left = _left(lang, (*_ticks(layout.top), *axis_ticks(layout.strip, 2)), width)
    for index, panel in enumerate(panels):
        place = _above(chart, panel, index, layout, left, lang, colours)
        if even:
            mark_even(chart, colours, place, *even)
        if panel.steps:
            _below(chart, panel, place, index + len(panels), layout, lang, colours)
    chart.update_layout(margin={"l": 4, "r": 4, "t": 4, "b": below})
    chart.add_annotations([key_words(key, 0, 10)])
    return chart


def _layout(
    panels: Sequence[BandPanel],
    columns: int,
    width: float,
    years: tuple[int, int],
    most: float,
) -> _Layout:
    rows = -(-len(panels) // columns)
    row = HEAD + TALL + YEARS + (LOW + HEAD if any(panel.steps for panel in panels) else 0)
    top = most or max((panel.top for panel in panels), default=0.0) or 1.0
    strip = max((step.high for panel in panels for step in panel.steps), default=1.0) or 1.0
    whole = row * rows + BETWEEN * (rows - 1)
    return _Layout(columns, width, row, whole, years, top, strip)


def _above(
    chart: go.Figure,
    panel: BandPanel,
    index: int,
    layout: _Layout,
    left: float,
    lang: Language,
    colours: Palette,
) -> Place:
    """Draw a panel by year and return where it stands."""
    upper, whole = layout.upper(index), layout.whole
    across = layout.across(index, left)
    place = Place(index, *across, upper - (HEAD + TALL) / whole, upper - HEAD / whole)
    draw_panel(chart, panel, place, colours, layout.top)
    years = _years(layout.years, layout.width / layout.columns)
    chart.update_layout(axes(place, colours, years, _up(lang, _ticks(layout.top), layout.top)))
    chart.add_annotations([heading(panel.name, across[0], place.upper + 6 / whole)])
    return place


def _below(
    chart: go.Figure,
    panel: BandPanel,
    place: Place,
    index: int,
    layout: _Layout,
    lang: Language,
    colours: Palette,
) -> None:
    """Draw the strip of longer periods under a panel, on its own scale."""
    under = place.lower - (YEARS + HEAD) / layout.whole
    at = Place(index, place.left, place.right, under - LOW / layout.whole, under)
    draw_strip(chart, panel, at, colours)
    up = _up(lang, axis_ticks(layout.strip, 2), layout.strip)
    chart.update_layout(axes(at, colours, _bare(layout.years), up))
    words = heading("", place.left, under + 5 / layout.whole)
    plain = {"text": panel.strip, "font": {"size": SMALL, "color": colours.quiet}}
    chart.add_annotations([{**words, **plain}])


def _ticks(top: float) -> list[float]:
    return [tick for tick in axis_ticks(top, 4) if tick <= top * 1.05]


def _left(lang: Language, ticks: Sequence[float], width: float) -> float:
    """Return the share of the chart that the values left of a panel need."""
    return (max(text_width(lang.short(tick), SMALL) for tick in ticks) + 12) / width


def _years(years: tuple[int, int], width: float) -> dict[str, Any]:
    shown = year_ticks(list(range(years[0], years[1] + 1)), 8 if width > 420 else 5)
    return {**_bare(years), "tickvals": shown, "ticktext": [str(y) for y in shown]}


def _bare(years: tuple[int, int]) -> dict[str, Any]:
    return {"range": [years[0] - 0.8, years[1] + 0.8], "tickvals": []}


def _up(lang: Language, ticks: Sequence[float], top: float) -> dict[str, Any]:
    return {
        "range": [0, top * 1.06],
        "tickvals": list(ticks),
        "ticktext": [lang.short(tick) for tick in ticks],
    }


def _key(panels: Sequence[BandPanel], colours: Palette, band: str) -> list[tuple[str, str, str]]:
    """Return what stands in the key: the band, the editions, and each source of marks once."""
    ink = colours.quiet if len(panels) > 1 else panels[0].colour
    edges = {edge.name: edge.dash for panel in panels for edge in panel.edges}
    marks = {own.name: own for panel in panels for own in panel.dots if own.points}
    return [
        (ink, "▆", band),
        *((ink, DASHES[dash], name) for name, dash in edges.items()),
        *((own.colour, MARKS[own.symbol], own.name) for own in marks.values()),
    ]
