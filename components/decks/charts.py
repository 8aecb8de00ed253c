"""Editable charts on a slide, by python-pptx."""

import math
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from pptx.chart import data as chart_data
from pptx.dml import color
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.util import Pt

from components.decks.native import NativeChart, Series
from components.style.theme import Palette
from data.harmless import harmless

MADE: Any = chart_data  # without types
COLOUR: Any = color.RGBColor
FORMAT = "#,##0"
SIZE = 14
BODY = "Arial"
RGBA = re.compile(r"rgba?\(([\d.]+),\s*([\d.]+),\s*([\d.]+)(?:,\s*([\d.]+))?\)")
DASHES = {"dot": MSO_LINE.ROUND_DOT, "dash": MSO_LINE.DASH, "dashdot": MSO_LINE.DASH_DOT}
MARKERS = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.DIAMOND,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.TRIANGLE,
    XL_MARKER_STYLE.X,
)
FORMS = {
    "lines": XL_CHART_TYPE.XY_SCATTER_LINES,
    "stack": XL_CHART_TYPE.COLUMN_STACKED,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
}


def rgb(colour: str, paper: str) -> Any:
    """Return a colour of the atlas; one that lets the paper through is mixed with it."""
    found = RGBA.fullmatch(colour.strip())
    if not found:
        return COLOUR.from_string(colour.lstrip("#").upper()[:6].ljust(6, "0"))
    part = float(found[4] or 1)
    below = COLOUR.from_string(paper.lstrip("#").upper())
    mixed = [
        round(part * float(top) + (1 - part) * under)
        for top, under in zip(found.groups()[:3], below, strict=True)
    ]
    return COLOUR(*mixed)


def put_chart(slide: Any, chart: NativeChart, box: tuple[Any, Any, Any, Any], ink: Palette) -> Any:
    """Put an editable chart on a slide and return its shape."""
    lines = chart.form == "lines"
    runs: list[tuple[Series, Any]]
    runs = list(_runs(chart)) if lines else [(one, one.points) for one in chart.series]
    data = _xy(runs) if lines else _categories(chart)
    frame = slide.shapes.add_chart(FORMS[chart.form], *box, data)
    made = frame.chart
    made.font.size, made.font.name = Pt(SIZE), BODY
    made.font.color.rgb = rgb(ink.quiet, ink.paper)
    made.has_title = False
    made.has_legend = len(chart.series) > 1
    if made.has_legend:
        made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        _once(made.legend, [one.name for one, _ in runs])
    _axes(made, chart, ink)
    for drawn, (one, _) in zip(made.plots[0].series, runs, strict=True):
        if lines:
            _line(drawn, one, ink, _mark(chart, one))
        else:
            _column(drawn, one, ink)
    if not lines:
        made.plots[0].gap_width = 40
        made.plots[0].overlap = 100 if chart.form == "stack" else 0
    return frame


def _runs(chart: NativeChart) -> Iterator[tuple[Series, list[tuple[float, float]]]]:
    """Return each series in the runs between its holes: no line is drawn over a hole."""
    for one in chart.series:
        run: list[tuple[float, float]] = []
        for place, value in one.points:
            if value is None or math.isnan(place):
                if run:
                    yield one, run
                run = []
            else:
                run.append((place, value))
        if run:
            yield one, run


def _xy(runs: list[tuple[Series, Any]]) -> Any:
    data = MADE.XyChartData(number_format=FORMAT)
    for one, points in runs:
        series = data.add_series(harmless(one.name))
        for place, value in points:
            series.add_data_point(place, value)
    return data


def _categories(chart: NativeChart) -> Any:
    data = MADE.CategoryChartData(number_format=FORMAT)
    data.categories = [harmless(name) for _, name in chart.categories]
    for one in chart.series:
        values = dict(one.points)
        data.add_series(harmless(one.name), [values.get(place) for place, _ in chart.categories])
    return data


def _once(legend: Any, names: list[str]) -> None:
    """Name each series once in the legend, in however many runs it is drawn."""
    place = legend._element.find(qn("c:legendPos"))
    for number, name in reversed(list(enumerate(names))):
        if name in names[:number]:
            entry = etree.Element(qn("c:legendEntry"))
            etree.SubElement(entry, qn("c:idx")).set("val", str(number))
            etree.SubElement(entry, qn("c:delete")).set("val", "1")
            place.addnext(entry)


def _axes(made: Any, chart: NativeChart, ink: Palette) -> None:
    across, up = made.category_axis, made.value_axis
    low, high = chart.low, chart.high
    up.minimum_scale, up.maximum_scale = low, high
    up.tick_labels.number_format, up.tick_labels.number_format_is_linked = FORMAT, False
    up.major_gridlines.format.line.color.rgb = rgb(ink.rule, ink.paper)
    up.format.line.fill.background()
    step = 10 ** math.floor(math.log10((high - low) / 2))
    up.major_unit = next(step * n for n in (1, 2, 2.5, 5, 10) if (high - low) / (step * n) <= 6)
    up.minimum_scale = up.major_unit * math.floor(low / up.major_unit)
    up.maximum_scale = up.major_unit * math.ceil(high / up.major_unit)
    across.has_major_gridlines = False
    across.format.line.color.rgb = rgb(ink.rule, ink.paper)
    if chart.form == "lines":
        years = [place for one in chart.series for place, _ in one.points if not math.isnan(place)]
        unit = 1 if max(years) - min(years) < 12 else 5
        across.minimum_scale = unit * math.floor(min(years) / unit)
        across.maximum_scale = unit * math.ceil(max(years) / unit)
        across.major_unit = unit
        across.tick_labels.number_format = "0"
        across.tick_labels.number_format_is_linked = False
    else:
        across.tick_labels.offset = 20
    low_labels = across._element.find(qn("c:tickLblPos"))
    if low_labels is not None:
        low_labels.set("val", "low")


def _mark(chart: NativeChart, one: Series) -> Any:
    """Return the mark of a series: another for each that shares its colour."""
    alike = [other.name for other in chart.series if other.colour == one.colour]
    return MARKERS[alike.index(one.name) % len(MARKERS)]


def _line(drawn: Any, one: Series, ink: Palette, mark: Any) -> None:
    colour = rgb(one.colour, ink.paper)
    drawn.smooth = False
    drawn.format.line.color.rgb, drawn.format.line.width = colour, Pt(2.25)
    if one.dash in DASHES:
        drawn.format.line.dash_style = DASHES[one.dash]
    marker = drawn.marker
    marker.style, marker.size = mark, 8
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = rgb(ink.paper, ink.paper) if one.hollow else colour
    marker.format.line.color.rgb = colour


def _column(drawn: Any, one: Series, ink: Palette) -> None:
    colour, fill = rgb(one.colour, ink.paper), drawn.format.fill
    drawn.invert_if_negative = False
    if one.hollow:
        fill.background()
    elif one.hatched:
        fill.patterned()
        fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        fill.fore_color.rgb, fill.back_color.rgb = colour, rgb(ink.paper, ink.paper)
    else:
        fill.solid()
        fill.fore_color.rgb = colour
    drawn.format.line.color.rgb, drawn.format.line.width = colour, Pt(1.25)
