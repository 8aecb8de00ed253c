"""Small columns over the years, one panel for each series, each on its own scale."""

from collections.abc import Sequence
from typing import Any

from components.charts.base import figure
from components.charts.columns import Part, column_marker
from components.charts.grid import Place, axes, heading
from components.charts.plain import SharedFigure
from components.charts.ticks import axis_ticks
from components.language import Language
from components.style.theme import Palette
from components.style.type import SMALL

HIGH = 170  # pixels of a row of panels


def column_panels(
    panels: Sequence[Part], lang: Language, colours: Palette, columns: int, years: tuple[int, int]
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
    """
    rows = -(-len(panels) // columns)
    chart = figure(lang, colours, HIGH * rows + 8, bargap=0.25)
    shown = [y for y in range(years[0], years[1] + 1) if y % 5 == 0]
    across = {
        "range": [years[0] - 0.8, years[1] + 0.8],
        "tickvals": shown,
        "ticktext": [str(y) for y in shown],
        "tickangle": 0,
    }
    for index, part in enumerate(panels):
        place = _place(index, columns, rows)
        top = max(part.values.values(), default=1.0)
        ticks = axis_ticks(top, 2)
        up = {
            "range": [0, top * 1.22],
            "tickvals": ticks,
            "ticktext": [lang.short(t) for t in ticks],
        }
        chart.add_bar(
            x=list(part.values),
            y=list(part.values.values()),
            marker=column_marker(part, colours),
            customdata=[part.tips.get(y, "") for y in part.values],
            hovertemplate="%{customdata}<extra></extra>",
            **place.on,
        )
        chart.update_layout(axes(place, colours, across, up))
        left = place.left if columns > 1 else 0
        chart.add_annotations([heading(part.name, left, place.upper + 0.02 / rows)])
        if part.values:
            chart.add_annotations([_peak(part, lang.short(top), place)])
    chart.update_layout(margin={"l": 4, "r": 4, "t": 4, "b": 4})
    return chart


def _place(index: int, columns: int, rows: int) -> Place:
    column, row = index % columns, index // columns
    return Place(
        index,
        column / columns + (0.14 if columns == 1 else 0.045),
        (column + 1) / columns - 0.012,
        1 - (row + 1) / rows + 0.16 / rows,
        1 - row / rows - 0.2 / rows,
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
