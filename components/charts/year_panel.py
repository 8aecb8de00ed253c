"""What stands in a panel of values by year: bands, editions at their edges, marks and steps."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.grid import Place
from components.charts.keys import KEY_SIZE
from components.style.theme import Palette, rgba

FINE = 1.4  # pixels of the line of an edition
EDGE = 0.3  # years between two periods of a strip
Point = tuple[int, float, str]  # year, value, what the pointer says


@dataclass(frozen=True)
class Edge:
    """One edition: a thin line at an edge of a band."""

    name: str
    points: Sequence[Point]
    dash: str = "solid"


@dataclass(frozen=True)
class Dots:
    """Marks of one source over a band: hollow ones estimate, full ones count."""

    name: str
    symbol: str
    points: Sequence[Point]


@dataclass(frozen=True)
class Step:
    """A range of several years, from a mid-year to another."""

    first: int
    last: int
    low: float
    high: float
    tip: str


@dataclass(frozen=True)
class Way:
    """A band by year with what belongs to it.

    Attributes
    ----------
    name : str
        What it is of.
    colour : str
        Hex colour.
    band : sequence of (int, float, float)
        Year and both edges, in one order throughout; a year that is missing leaves a gap.
    edges, dots, steps : sequences
        Editions, marks of others, and ranges of longer periods.
    """

    name: str
    colour: str
    band: Sequence[tuple[int, float, float]]
    edges: Sequence[Edge] = ()
    dots: Sequence[Dots] = ()
    steps: Sequence[Step] = ()

    @property
    def points(self) -> list[Point]:
        """All points of editions and marks."""
        return [p for one in self.edges for p in one.points] + [
            p for one in self.dots for p in one.points
        ]


def height(value: float) -> float:
    """Return where a value stands on the axis of powers of ten."""
    return round(math.log10(value), 4)


def draw_way(chart: go.Figure, way: Way, place: Place) -> None:
    """Draw band, editions and marks of one way."""
    for stretch in _stretches(way.band):  # where the edges cross, each loop is filled
        years = [year for year, _, _ in stretch]
        one, other = ([height(edges[i]) for edges in stretch] for i in (1, 2))
        chart.add_scatter(
            x=[*years, *years[::-1]],
            y=[*one, *other[::-1]],
            mode="lines",
            fill="toself",
            fillcolor=rgba(way.colour, 0.32),
            line={"width": 0},
            hoverinfo="skip",
            **place.on,
        )
    for edge in way.edges:
        _edge(chart, edge, way.colour, place)
    for dots in way.dots:
        _marks(chart, dots, way.colour, place)


def _edge(chart: go.Figure, edge: Edge, colour: str, place: Place) -> None:
    """Draw one edition; a year without a figure breaks the line."""
    known = {year: (value, tip) for year, value, tip in edge.points}
    years = list(range(min(known), max(known) + 1)) if known else []
    chart.add_scatter(
        x=years,
        y=[height(known[y][0]) if y in known else None for y in years],
        mode="lines",
        connectgaps=False,
        line={"width": FINE, "color": colour, "dash": edge.dash},
        customdata=[known[y][1] if y in known else "" for y in years],
        hovertemplate="%{customdata}<extra></extra>",
        **place.on,
    )


def _marks(chart: go.Figure, dots: Dots, colour: str, place: Place) -> None:
    chart.add_scatter(
        x=[year for year, _, _ in dots.points],
        y=[height(value) for _, value, _ in dots.points],
        mode="markers",
        cliponaxis=False,
        marker={
            "symbol": dots.symbol,
            "size": 10,
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
        customdata=[tip for _, _, tip in dots.points],
        hovertemplate="%{customdata}<extra></extra>",
        **place.on,
    )


def draw_strip(chart: go.Figure, ways: Sequence[Way], place: Place) -> None:
    """Draw the ranges of longer periods as floating bars, those of several ways side by side."""
    for at, way in enumerate(ways):
        widths = [(step.last - step.first - EDGE) / len(ways) for step in way.steps]
        chart.add_bar(
            x=[
                step.first + EDGE / 2 + wide * (at + 0.5)
                for step, wide in zip(way.steps, widths, strict=True)
            ],
            base=[step.low for step in way.steps],
            y=[max(step.high - step.low, 0.0) for step in way.steps],
            width=widths,
            marker={
                "color": rgba(way.colour, 0.32),
                "line": {"width": 1.2, "color": way.colour},
            },
            customdata=[step.tip for step in way.steps],
            hovertemplate="%{customdata}<extra></extra>",
            **place.on,
        )


def _stretches(
    band: Sequence[tuple[int, float, float]],
) -> list[list[tuple[int, float, float]]]:
    """Return years that follow one another."""
    found: list[list[tuple[int, float, float]]] = []
    for one in band:
        if not found or found[-1][-1][0] != one[0] - 1:
            found.append([])
        found[-1].append(one)
    return found


def mark_even(chart: go.Figure, colours: Palette, place: Place, value: float, words: str) -> None:
    """Draw a dotted line at a value of a panel, with what it means."""
    axis = {"xref": f"{place.on['xaxis']} domain", "yref": place.on["yaxis"]}
    line = {"width": 1.6, "color": colours.quiet, "dash": "dot"}
    at = height(value)
    chart.add_shape(type="line", x0=0, x1=1, y0=at, y1=at, layer="below", line=line, **axis)
    chart.add_annotation(
        text=words,
        x=0.005,
        y=at,
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
        font={"size": KEY_SIZE, "color": colours.quiet},
        **axis,
    )
