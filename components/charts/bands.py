"""A value over the years inside the band of what all methods give."""

from collections.abc import Callable, Sequence

import plotly.graph_objects as go

from components.charts.base import figure
from components.charts.spread import Spread, draw_marks
from components.language import Language
from components.style.theme import Palette, rgba

HEIGHT = 380


def band(
    spreads: Sequence[Spread],
    lang: Language,
    colours: Palette,
    colour: str,
    ticks: Sequence[float],
    at: Callable[[int], str],
    even: tuple[float, str] | None = None,
) -> go.Figure:
    """Return a band from the lowest to the highest value, with the chosen method as hollow marks.

    Parameters
    ----------
    spreads : sequence of Spread
        In the order of `Spread.at`; a period with fewer than two values leaves a gap in the band.
    colour : str
        Hex colour of the chosen method; the band is a tint of it.
    ticks : sequence of float
        Values on the axis; what lies beyond the last stands at its edge as an arrow.
    at : callable
        Writes a period on the axis.
    even : (float, str) or None
        A value that means something by itself, with its words.
    """
    top = ticks[-1]
    chart = figure(lang, colours, HEIGHT, hovermode="closest")
    for stretch in _stretches(spreads):
        _fill(chart, stretch, top, colour)
    known = [s for s in spreads if s.value is not None]
    chart.add_scatter(
        x=[s.at for s in known],
        y=[min(s.value or 0.0, top) for s in known],
        mode="lines",
        hoverinfo="skip",
        line={"width": 1.8, "dash": "dot", "color": colour},
    )
    others = [(s.at, v, tip) for s in spreads for v, tip in s.others]
    draw_marks(
        chart, [one for one in others if one[1] <= top], colours.ink, "line-ew-open", 11, 1.4
    )
    own = [(s.at, s.value, s.tip) for s in known if s.value is not None]
    draw_marks(chart, [one for one in own if one[1] <= top], colour, "circle-open", 12, 2.6)
    beyond = [(x, top, tip) for x, v, tip in (*own, *others) if v > top]
    draw_marks(chart, beyond, colours.ink, "triangle-up", 9, 0)
    _axes(chart, spreads, lang, ticks, at)
    if even:
        _mark_even(chart, colours, *even)
    return chart


def _fill(chart: go.Figure, stretch: Sequence[Spread], top: float, colour: str) -> None:
    """Draw the band of periods that follow one another."""
    places = [s.at for s in stretch]
    low, high = ([min(s.ends[i], top) for s in stretch if s.ends] for i in (0, 1))
    chart.add_scatter(
        x=[*places, *places[::-1]],
        y=[*high, *low[::-1]],
        mode="lines",
        fill="toself",
        fillcolor=rgba(colour, 0.14),
        line={"width": 1, "color": rgba(colour, 0.45)},
        hoverinfo="skip",
    )


def _axes(
    chart: go.Figure,
    spreads: Sequence[Spread],
    lang: Language,
    ticks: Sequence[float],
    at: Callable[[int], str],
) -> None:
    places = [s.at for s in spreads]
    told = [lang.number(tick) for tick in ticks]
    chart.update_xaxes(
        tickvals=places,
        ticktext=[at(place) for place in places],
        range=[places[0] - 1.5, places[-1] + 1.5],
        showgrid=False,
        tickangle=0,
    )
    chart.update_yaxes(
        tickvals=list(ticks),
        ticktext=[*told[:-1], f"≥ {told[-1]}"],
        range=[-0.03 * ticks[-1], ticks[-1] * 1.04],
    )
    chart.update_layout(margin={"l": 54, "r": 14, "t": 12, "b": 44})


def _mark_even(chart: go.Figure, colours: Palette, value: float, words: str) -> None:
    line = {"width": 1.6, "color": colours.quiet, "dash": "dot"}
    chart.add_shape(
        type="line", xref="paper", x0=0, x1=1, y0=value, y1=value, layer="below", line=line
    )
    chart.add_annotation(
        text=words,
        x=1,
        xref="paper",
        xanchor="right",
        y=value,
        yanchor="bottom",
        showarrow=False,
        font={"size": 14, "color": colours.quiet},
    )


def _stretches(spreads: Sequence[Spread]) -> list[list[Spread]]:
    """Return periods that follow one another with at least two values each."""
    found: list[list[Spread]] = [[]]
    for one in spreads:
        if one.ends:
            found[-1].append(one)
        else:
            found.append([])
    return [stretch for stretch in found if stretch]
