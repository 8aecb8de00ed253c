"""A series over the years with numbered marks above it, and the list that explains them below."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from components.charts.base import annotate, figure
from components.charts.lines import Line
from components.charts.ticks import axis_ticks, ticks_both_ways, year_ticks
from components.language import Language
from components.style.fonts import fold
from components.style.theme import Palette
from components.style.type import SMALL, UNIT

LEFT, RIGHT, AXIS = 66.0, 12.0, 30.0  # pixels beside and below the series
DISC, BAND = 20.0, 23.0  # pixels of a numbered mark, and of a row of them
ROW, GAP = 19.0, 5.0  # of the words of the list
NUMBER = 24.0  # pixels of a number in the list
WIDE = 760.0  # pixels from which the list has two columns


@dataclass(frozen=True)
class Note:
    """What is marked in one year.

    Attributes
    ----------
    year : int
        Where it stands on the axis.
    words : str
        What happened, for the list and for the pointer.
    """

    year: int
    words: str


@dataclass
class _Drawing:
    """What stands around the series, in pixels from the top left corner."""

    width: float
    height: float = 0.0
    words: list[dict[str, Any]] = field(default_factory=list)

    def write(self, text: str, x: float, y: float, colour: str) -> None:
        self.words.append(
            {
                "text": text,
                "x": x / self.width,
                "y": y,
                "xref": "paper",
                "yref": "paper",
                "xanchor": "left",
                "yanchor": "top",
                "showarrow": False,
                "align": "left",
                "font": {"size": SMALL, "color": colour},
            }
        )

    def settled(self, height: float) -> list[dict[str, Any]]:
        """Return the words with heights as a share of the whole, as plotly counts them."""
        return [word | {"y": 1 - word["y"] / height} for word in self.words]


def annotated(
    line: Line,
    notes: Sequence[Note],
    lang: Language,
    colours: Palette,
    width: float,
    plot: float = 250.0,
    breaks: Sequence[int] = (),
) -> go.Figure:
    """Return a series with numbered marks, one a year, and their list.

    Parameters
    ----------
    line : Line
        The series; gaps in its years are not bridged.
    notes : sequence of Note
        At most one a year, in the order of the years.
    width : float
        Pixels to lay it out for.
    plot : float
        Pixels of the series itself.
    breaks : sequence of int
        First years of a new way of counting: no line crosses into them.
    """
    first, last = _span(line, notes)
    levels = _levels(notes, first, last, width - LEFT - RIGHT)
    band = BAND * (max(levels, default=-1) + 1) + 4
    drawing = _Drawing(width)
    height = _list(drawing, notes, band + plot + AXIS + 10, colours)
    chart = figure(lang, colours, round(height))
    chart.add_scatter(**_series(line, breaks))
    if notes:
        chart.add_scatter(**_discs(notes, levels, colours))
    bottom, top = 1 - (band + plot) / height, 1 - band / height
    _axes(chart, lang, colours, line, (first, last), (bottom, top), width)
    chart.update_layout(
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        yaxis2={
            "domain": [top, 1],
            "anchor": "x",
            "range": [-0.6, max(levels, default=0) + 0.6],
            "visible": False,
            "fixedrange": True,
        },
    )
    chart.add_shapes(_rules(notes, levels, breaks, colours, bottom, top, height))
    annotate(chart, drawing.settled(height))
    return chart


def _span(line: Line, notes: Sequence[Note]) -> tuple[int, int]:
    years = [*line.years, *(note.year for note in notes)]
    return min(years), max(years)


def _levels(notes: Sequence[Note], first: int, last: int, room: float) -> list[int]:
    """Return a row for each mark, so that none covers another."""
    year = room / (max(last - first, 1) + 1)
    ends: list[float] = []
    found = []
    for note in notes:
        x = (note.year - first) * year
        level = next((i for i, end in enumerate(ends) if x - end >= DISC + 1), len(ends))
        ends[level : level + 1] = [x]
        found.append(level)
    return found


def _series(line: Line, breaks: Sequence[int]) -> dict[str, Any]:
    years: list[float] = []
    values: list[float | None] = []
    tips: list[str] = []
    step = min((b - a for a, b in pairwise(line.years)), default=1)
    regular = step == 1
    for year, value, tip in zip(line.years, line.values, line.tips, strict=True):
        late = bool(years) and regular and year - years[-1] > step
        cuts = (*breaks, *line.breaks)
        if years and (late or any(years[-1] < one <= year for one in cuts)):
            years.append(year - 0.5)
            values.append(None)
            tips.append("")
        years.append(year)
        values.append(value)
        tips.append(tip)
    return {
        "x": years,
        "y": values,
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"color": line.colour, "width": 2.2, "dash": line.dash},
        "marker": {
            "size": 6.5,
            "symbol": line.symbol,
            "color": line.colour,
            "line": {"width": 1.4, "color": line.colour},
        },
        "customdata": tips,
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }


def _discs(notes: Sequence[Note], levels: Sequence[int], colours: Palette) -> dict[str, Any]:
    return {
        "x": [note.year for note in notes],
        "y": list(levels),
        "yaxis": "y2",
        "mode": "markers+text",
        "text": [str(i + 1) for i in range(len(notes))],
        "textfont": {"size": UNIT, "color": colours.paper},
        "textposition": "middle center",
        "marker": {"size": DISC, "color": colours.primary, "symbol": "circle"},
        "customdata": [
            "<br>".join(fold(f"{note.year}: {note.words}", 420, SMALL)) for note in notes
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }


def _axes(
    chart: go.Figure,
    lang: Language,
    colours: Palette,
    line: Line,
    span: tuple[int, int],
    domain: tuple[float, float],
    width: float,
) -> None:
    known = [value for value in line.values if value is not None]
    top, low = max([*known, 0.0]), min([*known, 0.0])
    ticks = axis_ticks(top or 1.0) if low >= 0 else ticks_both_ways(low, top)
    pad = (top - low or 1.0) * 0.06
    chart.update_yaxes(
        domain=list(domain),
        tickvals=ticks,
        ticktext=[lang.short(tick) for tick in ticks],
        range=[low - (pad if low < 0 else 0), top + pad],
    )
    if low < 0:
        chart.update_yaxes(zeroline=True, zerolinecolor=colours.quiet, zerolinewidth=1)
    years = list(range(span[0], span[1] + 1))
    shown = year_ticks(years, max(3, int((width - LEFT - RIGHT) / 62)))
    chart.update_xaxes(
        domain=[LEFT / width, 1 - RIGHT / width],
        range=[span[0] - 0.6, span[1] + 0.6],
        tickvals=shown,
        ticktext=[str(year) for year in shown],
        showgrid=False,
        tickangle=0,
        anchor="free",
        position=max(domain[0], 0.0),
    )


def _rules(
    notes: Sequence[Note],
    levels: Sequence[int],
    breaks: Sequence[int],
    colours: Palette,
    bottom: float,
    top: float,
    height: float,
) -> list[dict[str, Any]]:
    """Return a thin rule from each mark down through the series, and one before each break."""
    rows = max(levels, default=0) + 1
    found = []
    for note, level in zip(notes, levels, strict=True):
        upper = top + (1 - top) * (level + 0.6) / (rows + 0.2) - DISC / 2 / height
        found.append(_rule(note.year, bottom, max(upper, top), colours.other, "solid", 0.8))
    return found + [_rule(year - 0.5, bottom, top, colours.quiet, "dot", 1.4) for year in breaks]


def _rule(
    year: float, low: float, high: float, colour: str, dash: str, width: float
) -> dict[str, Any]:
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": year,
        "x1": year,
        "y0": low,
        "y1": high,
        "layer": "below",
        "line": {"color": colour, "width": width, "dash": dash},
    }


def _list(drawing: _Drawing, notes: Sequence[Note], top: float, colours: Palette) -> float:
    """Write the list of the marks in one or two columns and return where it ends."""
    columns = 2 if drawing.width >= WIDE else 1
    gap = 28.0
    room = (drawing.width - gap * (columns - 1)) / columns
    told = [fold(f"{note.year}: {note.words}", room - NUMBER - 8, SMALL) for note in notes]
    heights = [ROW * len(lines) + GAP for lines in told]
    half, column, y, ends = sum(heights) / columns, 0, top, [top]
    for index, (lines, height) in enumerate(zip(told, heights, strict=True)):
        if column + 1 < columns and y - top + height / 2 > half:
            column, y = column + 1, top
        left = column * (room + gap)
        drawing.write(f"<b>{index + 1}</b>", left, y, colours.primary)
        drawing.write("<br>".join(lines), left + NUMBER, y, colours.ink)
        y += height
        ends.append(y)
    return max(ends) + 4
