"""A timeline: lanes with points and spans of time, whose labels do not run into one another."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.keys import Sign
from components.charts.plain import SharedFigure
from components.charts.timeline_layout import HEAD, MARK, Drawing, Lane, Moment
from components.language import Language
from components.style.theme import Palette

__all__ = ["Lane", "Moment", "timeline"]


def timeline(
    lanes: Sequence[Lane],
    lang: Language,
    colours: Palette,
    width: int,
    marks: Mapping[str, Sign],
) -> SharedFigure:
    """Return a timeline as a figure whose coordinates are pixels at `width`.

    Parameters
    ----------
    lanes : sequence of Lane
        From top to bottom; at least one moment in all.
    width : int
        Pixels to lay it out for; below 560 the names stand above their lanes.
    marks : mapping of str to Sign
        All kinds of points; the legend shows those that occur.
    """
    drawing = Drawing(lanes, colours, width, marks)
    y = HEAD
    for lane in lanes:
        y = drawing.lane(lane, y)
    bottom = y
    drawing.years(bottom)
    y = drawing.legend(bottom + 8)
    chart = figure(lang, colours, round(y), hovermode="closest")
    for key, mark in marks.items():
        for hollow in (False, True):
            _points(chart, drawing.points.get((key, hollow), []), mark, hollow)
    chart.add_shapes(drawing.shapes)
    annotate(chart, drawing.words)
    repeated = {"head": HEAD, "foot": y - bottom}  # on each slide of a picture
    chart.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, meta=repeated)
    chart.update_xaxes(visible=False, range=[0, width])
    chart.update_yaxes(visible=False, range=[y, 0])
    return chart


def _points(
    chart: go.Figure, points: Sequence[tuple[float, float, str]], mark: Sign, hollow: bool
) -> None:
    if points:
        chart.add_scatter(
            x=[point[0] for point in points],
            y=[point[1] for point in points],
            mode="markers",
            customdata=[point[2] for point in points],
            hovertemplate="%{customdata}<extra></extra>",
            marker={
                "size": MARK,
                "symbol": mark.symbol + ("-open" if hollow else ""),
                "color": mark.colour,
                "line": {"width": 1.6, "color": mark.colour},
            },
        )
