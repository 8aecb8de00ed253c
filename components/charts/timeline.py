"""A timeline: lanes with points and spans of time, whose labels do not run into one another."""

from collections.abc import Mapping, Sequence

from components.charts.base import annotate, figure
from components.charts.keys import Sign
from components.charts.marks import add_marks
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
            found = drawing.points.get((key, hollow), [])
            add_marks(chart, mark, found, MARK, open_=hollow, line=1.6)
    chart.add_shapes(drawing.shapes)
    annotate(chart, drawing.words)
    repeated = {"head": HEAD, "foot": y - bottom}  # on each slide of a picture
    chart.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, meta=repeated)
    chart.update_xaxes(visible=False, range=[0, width])
    chart.update_yaxes(visible=False, range=[y, 0])
    return chart
