"""Small multiples of values over the periods, each among those by the other methods."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.charts.base import figure
from components.charts.grid import Place, axes, heading
from components.charts.spread import Spread, draw_marks, draw_ranges
from components.language import Language
from components.style.fonts import text_width
from components.style.theme import Palette
from components.style.type import SMALL

PAD = 3.5  # years of an axis before the first period and after the last
GAP = 8.0  # pixels between two periods that are written side by side


@dataclass(frozen=True)
class Panel:
    """One panel of spreads over the periods.

    Attributes
    ----------
    name : str
        Its heading.
    spreads : sequence of Spread
        In the order of `Spread.at`.
    colour : str
        Hex colour of the chosen method.
    """

    name: str
    spreads: Sequence[Spread]
    colour: str


def spread_panels(
    panels: Sequence[Panel],
    lang: Language,
    colours: Palette,
    columns: int,
    ticks: Sequence[float],
    tick: Callable[[float], str],
    at: Callable[[int], str],
    undefined: str,
    width: float,
) -> go.Figure:
    """Return one small chart for each panel, all on the same scale.

    There are fewer in a row where the periods of one would run into those of the next.

    Parameters
    ----------
    columns : int
        Panels in a row at most.
    ticks : sequence of float
        Values written on the axis; the scale reaches from the first to the last.
    tick, at : callable
        Write a value, and a period, on the axes.
    undefined : str
        Written where the chosen method has no value.
    width : float
        Pixels of the whole chart.
    """
    places = sorted({s.at for panel in panels for s in panel.spreads})
    ends = [places[0], places[-1]] if places else []
    written = _widest(map(at, ends)), _widest(map(tick, ticks))
    columns = _columns(columns, ends, written, width)
    rows = -(-len(panels) // columns)
    chart = figure(lang, colours, 226 * rows + 4, hovermode="closest")
    across = {
        "tickvals": ends,
        "ticktext": [at(p) for p in ends],
        "range": [ends[0] - PAD, ends[1] + PAD] if ends else None,
    }
    room = (ticks[-1] - ticks[0]) * 0.06
    up = {
        "range": [ticks[0] - room, ticks[-1] + room],
        "tickvals": list(ticks),
        "ticktext": [tick(t) for t in ticks],
        "zeroline": True,
        "zerolinecolor": colours.quiet,
        "zerolinewidth": 1.3,
    }
    middle = (ticks[0] + ticks[-1]) / 2
    for index, panel in enumerate(panels):
        place = _panel_place(index, columns, rows)
        _panel(chart, panel, colours, place.on)
        chart.update_layout(axes(place, colours, across, up))
        chart.add_annotations([heading(panel.name, place.left, place.upper + 0.02 / rows)])
        chart.add_annotations(_undefined(panel, undefined, middle, place, colours))
    chart.update_layout(margin={"l": 4, "r": 4, "t": 6, "b": 4})
    return chart


def _widest(texts: Iterable[str]) -> float:
    return max((text_width(text, SMALL) for text in texts), default=0.0)


def _columns(most: int, ends: Sequence[int], written: tuple[float, float], width: float) -> int:
    """Return how many panels stand in a row so that periods are apart and values have room."""
    for columns in range(most, 1, -1):
        place = _panel_place(0, columns, 1)
        panel = width * (place.right - place.left)
        apart = panel * (ends[1] - ends[0]) / (ends[1] - ends[0] + 2 * PAD) if ends else 0.0
        roomy = width * place.left >= written[1] + GAP
        if not ends or (roomy and min(apart, width / columns - apart) >= written[0] + GAP):
            return columns
    return 1


def _panel_place(index: int, columns: int, rows: int) -> Place:
    row = index // columns
    return Place(
        index,
        index % columns / columns + (0.046 if columns > 2 else 0.13 / columns + 0.04),
        (index % columns + 1) / columns - 0.008,
        1 - (row + 1) / rows + 0.13 / rows,
        1 - row / rows - 0.12 / rows,
    )


def _undefined(
    panel: Panel, told: str, y: float, place: Place, colours: Palette
) -> list[dict[str, Any]]:
    """Say where the chosen method has no value."""
    return [
        {
            "text": told,
            "x": s.at,
            "y": y,
            "textangle": -90,
            "xref": place.on["xaxis"],
            "yref": place.on["yaxis"],
            "showarrow": False,
            "font": {"size": SMALL, "color": colours.quiet},
        }
        for s in panel.spreads
        if s.value is None
    ]


def _panel(chart: go.Figure, panel: Panel, colours: Palette, axes: dict[str, str]) -> None:
    draw_ranges(
        chart,
        [((s.at, s.ends[0]), (s.at, s.ends[1])) for s in panel.spreads if s.ends],
        colours,
        **axes,
    )
    beside = [(s.at, value, tip) for s in panel.spreads for value, tip in s.others]
    draw_marks(chart, beside, colours.quiet, "line-ew-open", 9, 1.6, **axes)
    chart.add_scatter(
        x=[s.at for s in panel.spreads],
        y=[s.value for s in panel.spreads],
        mode="lines",
        connectgaps=False,
        hoverinfo="skip",
        line={"width": 1.4, "dash": "dot", "color": panel.colour},
        **axes,
    )
    chosen = [(s.at, s.value, s.tip) for s in panel.spreads if s.value is not None]
    draw_marks(chart, chosen, panel.colour, "circle-open", 10, 2.4, **axes)
