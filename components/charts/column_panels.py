"""Small columns over the years, one panel for each series, each on its own scale."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from components.charts.base import figure
from components.charts.columns import Part, column_marker
from components.charts.grid import Place, axes, heading
from components.charts.plain import SharedFigure
from components.charts.ticks import axis_ticks
from components.language import Language
from components.style.fonts import fold
from components.style.theme import Palette
from components.style.type import LABEL, SMALL

HIGH, ABOVE, BELOW = 170, 34, 27  # pixels of a row of panels, of its names and of its years
LINE = 17  # pixels of each further line of a name
BESIDE = 0.045  # of the width: room for the axis of a panel


def column_panels(
    panels: Sequence[Part],
    lang: Language,
    colours: Palette,
    columns: int,
    years: tuple[int, int],
    width: float,
) -> SharedFigure:
    """Return a panel of columns for each series; all have the same years.

    Parameters
    ----------
    panels : sequence of Part
        Its name is the heading; a year that is not in its values has no figure, and no column.
    columns : int
        Panels in a row.
    years : (int, int)
        First and last year of the axes.
    width : float
        Pixels of the whole chart: names of panels that are longer than a panel are folded.
    """
    rows = -(-len(panels) // columns)
    room = width * (1 if columns == 1 else 1 / columns - BESIDE) - 8
    names = [fold(part.name, room, LABEL, "strong") for part in panels]
    more = LINE * (max(map(len, names)) - 1)
    chart = figure(lang, colours, round((HIGH + more) * rows) + 8, bargap=0.25)
    shown = [y for y in range(years[0], years[1] + 1) if y % 5 == 0]
    across = {
        "range": [years[0] - 0.8, years[1] + 0.8],
        "tickvals": shown,
        "ticktext": [str(y) for y in shown],
        "tickangle": 0,
    }
    for index, part in enumerate(panels):
        place = _place(index, columns, rows, HIGH + more)
        top = max(part.values.values(), default=1.0)
        ticks = axis_ticks(top, 2)
        up = {
            "range": [0, top * 1.22],
            "tickvals": ticks,
            "ticktext": [lang.short(t) for t in ticks],
        }
        _columns(chart, part, colours, place)
        chart.update_layout(axes(place, colours, across, up))
        left = place.left if columns > 1 else 0
        name = "<br>".join(names[index])
        chart.add_annotations([heading(name, left, place.upper + 0.02 / rows, align="left")])
        if part.values:
            chart.add_annotations([_peak(part, lang.short(top), place)])
    chart.update_layout(margin={"l": 4, "r": 4, "t": 4, "b": 4})
    return chart


def _columns(chart: go.Figure, part: Part, colours: Palette, place: Place) -> None:
    chart.add_bar(
        x=list(part.values),
        y=list(part.values.values()),
        marker=column_marker(part, colours),
        customdata=[part.tips.get(y, "") for y in part.values],
        hovertemplate="%{customdata}<extra></extra>",
        **place.on,
    )


def _place(index: int, columns: int, rows: int, high: float) -> Place:
    column, row = index % columns, index // columns
    return Place(
        index,
        column / columns + (0.14 if columns == 1 else BESIDE),
        (column + 1) / columns - 0.012,
        1 - (row + 1 - BELOW / high) / rows,
        1 - (row + (high - HIGH + ABOVE) / high) / rows,
    )


def _peak(part: Part, told: str, place: Place) -> dict[str, Any]:
    """Return the value of the highest column, which stands above it."""
    year = max(part.values, key=lambda one: part.values[one])
    return {
        "text": told,
        "x": year,
        "y": part.values[year],
        "xref": place.on["xaxis"],
        "yref": place.on["yaxis"],
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": SMALL},
    }
