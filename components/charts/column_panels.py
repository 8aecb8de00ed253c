"""Small columns over the years, one panel for each series, each on its own scale."""

from collections.abc import Sequence

from components.charts.base import annotate, figure
from components.charts.columns import Part, column_marker
from components.charts.lines import axis_ticks
from components.charts.plain import SharedFigure
from components.language import Language
from components.style.theme import Palette

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
    words: list[dict[str, object]] = []
    for index, part in enumerate(panels):
        suffix = "" if index == 0 else str(index + 1)
        column, row = index % columns, index // columns
        left = column / columns + (0.14 if columns == 1 else 0.045)
        right = (column + 1) / columns - 0.012
        upper, lower = 1 - row / rows - 0.2 / rows, 1 - (row + 1) / rows + 0.16 / rows
        top = max(part.values.values(), default=1.0)
        ticks = axis_ticks(top, 2)
        chart.add_bar(
            x=list(part.values),
            y=list(part.values.values()),
            marker=column_marker(part, colours),
            customdata=[part.tips.get(y, "") for y in part.values],
            hovertemplate="%{customdata}<extra></extra>",
            xaxis=f"x{suffix}",
            yaxis=f"y{suffix}",
        )
        tick = {"size": 11, "color": colours.quiet}
        shown = [y for y in range(years[0], years[1] + 1) if y % 5 == 0]
        chart.update_layout(
            {
                f"xaxis{suffix}": {
                    "domain": [left, right],
                    "anchor": f"y{suffix}",
                    "showgrid": False,
                    "range": [years[0] - 0.8, years[1] + 0.8],
                    "fixedrange": True,
                    "tickfont": tick,
                    "tickvals": shown,
                    "ticktext": [str(y) for y in shown],
                    "tickangle": 0,
                    "zeroline": False,
                    "linecolor": colours.rule,
                },
                f"yaxis{suffix}": {
                    "domain": [lower, upper],
                    "anchor": f"x{suffix}",
                    "range": [0, top * 1.22],
                    "tickvals": ticks,
                    "ticktext": [lang.short(t) for t in ticks],
                    "tickfont": tick,
                    "fixedrange": True,
                    "zeroline": False,
                    "gridcolor": colours.rule,
                },
            }
        )
        words.append(
            {
                "text": f"<b>{part.name}</b>",
                "x": left if columns > 1 else 0,
                "xref": "paper",
                "y": upper + 0.02 / rows,
                "yref": "paper",
                "xanchor": "left",
                "yanchor": "bottom",
                "showarrow": False,
                "font": {"size": 13},
            }
        )
        if part.values:
            peak = max(part.values, key=lambda year: part.values[year])
            words.append(
                {
                    "text": lang.short(top),
                    "x": peak,
                    "y": top,
                    "xref": f"x{suffix}",
                    "yref": f"y{suffix}",
                    "yanchor": "bottom",
                    "showarrow": False,
                    "font": {"size": 12},
                }
            )
    annotate(chart, words)
    chart.update_layout(margin={"l": 4, "r": 4, "t": 4, "b": 4})
    return chart
