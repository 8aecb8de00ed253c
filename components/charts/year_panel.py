"""What stands in a panel of flows by year: a band, editions at its edges, marks and steps."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.grid import Place
from components.charts.keys import KEY_SIZE
from components.style.theme import Palette, rgba

FINE = 1.3  # pixels of the line of an edition
Point = tuple[int, float, str]  # year, value, what the pointer says


@dataclass(frozen=True)
class Edge:
    """One edition: a thin line at an edge of the band."""

    name: str
    points: Sequence[Point]
    dash: str = "solid"


@dataclass(frozen=True)
class Dots:
    """Marks of one source over the band: hollow ones estimate, full ones count."""

    name: str
    symbol: str
    colour: str
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
class BandPanel:
    """One panel: a band by year, and below it a strip of longer periods on a scale of its own.

    Attributes
    ----------
    name : str
        Its heading.
    colour : str
        Hex colour of the band.
    band : sequence of (int, float, float)
        Year, lower and higher edge; a year that is missing leaves a gap.
    edges, dots, steps : sequences
        Editions, marks of others, and ranges of the strip.
    strip : str
        Heading of the strip.
    """

    name: str
    colour: str
    band: Sequence[tuple[int, float, float]]
    edges: Sequence[Edge] = ()
    dots: Sequence[Dots] = ()
    steps: Sequence[Step] = ()
    strip: str = ""

    @property
    def top(self) -> float:
        """The largest value above the strip."""
        values = [high for _, _, high in self.band]
        values += [value for _, value, _ in self.points]
        return max(values, default=0.0)

    @property
    def points(self) -> list[Point]:
        """All points of editions and marks."""
        return [p for one in self.edges for p in one.points] + [
            p for one in self.dots for p in one.points
        ]


def draw_panel(
    chart: go.Figure, panel: BandPanel, place: Place, colours: Palette, top: float
) -> None:
    """Draw band, editions and marks; what lies beyond the axis as an arrow at its edge."""
    for stretch in _stretches(panel.band):
        years = [year for year, _, _ in stretch]
        low, high = ([min(one[i], top) for one in stretch] for i in (1, 2))
        chart.add_scatter(
            x=[*years, *years[::-1]],
            y=[*high, *low[::-1]],
            mode="lines",
            fill="toself",
            fillcolor=rgba(panel.colour, 0.3),
            line={"width": 0},
            hoverinfo="skip",
            **place.on,
        )
    for edge in panel.edges:
        _edge(chart, edge, panel.colour, place, top)
    for dots in panel.dots:
        _marks(chart, [p for p in dots.points if p[1] <= top], dots.symbol, dots.colour, place)
    every = [p for p in panel.points if p[1] > top]
    _marks(chart, [(x, top, tip) for x, _, tip in every], "triangle-up", colours.ink, place)


def _edge(chart: go.Figure, edge: Edge, colour: str, place: Place, top: float) -> None:
    """Draw one edition; a year without a figure breaks the line."""
    known = {year: (value, tip) for year, value, tip in edge.points}
    years = list(range(min(known), max(known) + 1)) if known else []
    chart.add_scatter(
        x=years,
        y=[min(known[y][0], top) if y in known else None for y in years],
        mode="lines",
        connectgaps=False,
        line={"width": FINE, "color": colour, "dash": edge.dash},
        customdata=[known[y][1] if y in known else "" for y in years],
        hovertemplate="%{customdata}<extra></extra>",
        **place.on,
    )


def _marks(
    chart: go.Figure, points: Sequence[Point], symbol: str, colour: str, place: Place
) -> None:
    if not points:
        return
    chart.add_scatter(
        x=[year for year, _, _ in points],
        y=[value for _, value, _ in points],
        mode="markers",
        cliponaxis=False,
        marker={"symbol": symbol, "size": 9, "color": colour, "line": {"width": 2}},
        customdata=[tip for _, _, tip in points],
        hovertemplate="%{customdata}<extra></extra>",
        **place.on,
    )


def draw_strip(chart: go.Figure, panel: BandPanel, place: Place, colours: Palette) -> None:
    """Draw the ranges of longer periods as floating bars."""
    if not panel.steps:
        return
    chart.add_bar(
        x=[(step.first + step.last) / 2 for step in panel.steps],
        base=[step.low for step in panel.steps],
        y=[max(step.high - step.low, 0.0) for step in panel.steps],
        width=[step.last - step.first - 0.3 for step in panel.steps],
        marker={
            "color": rgba(colours.quiet, 0.3),
            "line": {"width": 1.2, "color": colours.quiet},
        },
        customdata=[step.tip for step in panel.steps],
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
    chart.add_shape(type="line", x0=0, x1=1, y0=value, y1=value, layer="below", line=line, **axis)
    chart.add_annotation(
        text=words,
        x=1,
        y=value,
        xanchor="right",
        yanchor="bottom",
        showarrow=False,
        font={"size": KEY_SIZE, "color": colours.quiet},
        **axis,
    )
