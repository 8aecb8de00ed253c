"""Shares by row and year as shaded cells with their number; few cases and none look different."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.base import annotate, figure, text_width
from components.language import Language
from components.style.theme import Palette, rgba

ROW, HEADING, AXIS = 44, 32, 30
NAME = 12.5
MIDDLE = 0.5  # from here on the number is written in the colour of the paper


@dataclass(frozen=True)
class Cell:
    """One cell.

    Attributes
    ----------
    share : float or None
        From 0 to 1; None where it is not defined.
    tip : str
        What the pointer says.
    few : bool
        Whether it rests on few cases, so that it is only outlined.
    """

    share: float | None
    tip: str
    few: bool = False


@dataclass(frozen=True)
class Band:
    """A row of cells by year, or a heading above rows where there are none.

    Attributes
    ----------
    name : str
        Written above the cells, on the left.
    label : str
        Written above the cells, on the right.
    cells : mapping of int to Cell
        By year; a year that is not there has no figure.
    """

    name: str
    label: str
    cells: Mapping[int, Cell]


def heat(
    bands: Sequence[Band],
    years: Sequence[int],
    lang: Language,
    colours: Palette,
    undefined: str,
    width: int,
) -> go.Figure:
    """Return bands of cells from top to bottom, the name of each above it.

    Parameters
    ----------
    bands : sequence of Band
        From top to bottom.
    years : sequence of int
        From left to right.
    undefined : str
        Written where a share is not defined.
    width : int
        Pixels; where name and label do not fit side by side, the label is left out.
    """
    heights = [ROW if band.cells else HEADING for band in bands]
    total = sum(heights)
    chart = figure(lang, colours, total + AXIS, hovermode="closest")
    shapes: list[dict[str, object]] = []
    words: list[dict[str, object]] = []
    x: list[int] = []
    y: list[float] = []
    tips: list[str] = []
    texts: list[str] = []
    inks: list[str] = []
    at = 0.0
    for band, height in zip(bands, heights, strict=True):
        words += _names(band, at, colours, width)
        for year, cell in band.cells.items():
            if year not in years:
                continue
            shapes.append(_box(cell, year, at, colours))
            x.append(year)
            y.append(at + ROW - 13)
            tips.append(cell.tip)
            texts.append(undefined if cell.share is None else lang.number(100 * cell.share))
            dark = cell.share is not None and cell.share > MIDDLE and not cell.few
            inks.append(colours.paper if dark else colours.ink)
        at += height
    chart.add_scatter(
        x=x,
        y=y,
        mode="text",
        text=texts,
        textfont={"size": 12, "color": inks},
        customdata=tips,
        hovertemplate="%{customdata}<extra></extra>",
    )
    chart.add_shapes(shapes)
    annotate(chart, words)
    chart.update_layout(margin={"l": 2, "r": 2, "t": 0, "b": AXIS})
    close = len(years) > 10
    chart.update_xaxes(
        range=[years[0] - 0.5, years[-1] + 0.5],
        showgrid=False,
        tickangle=0,
        tickvals=list(years),
        ticktext=[f"’{y % 100:02d}" if close else str(y) for y in years],
    )
    chart.update_yaxes(visible=False, range=[total, 0])
    return chart


def _names(band: Band, at: float, colours: Palette, width: int) -> list[dict[str, object]]:
    shared: dict[str, object] = {"xref": "paper", "showarrow": False, "yanchor": "middle"}
    if not band.cells:
        return [
            {
                "text": f"<b>{band.name}</b>",
                "x": 0,
                "y": at + 18,
                "xanchor": "left",
                **shared,
                "font": {"size": 13.5, "color": colours.primary},
            }
        ]
    font = {"size": NAME, "color": colours.ink}
    fits = text_width(band.name, NAME) + text_width(band.label, NAME) < width - 16
    return [
        {"text": band.name, "x": 0, "y": at + 12, "xanchor": "left", "font": font, **shared},
        {
            "text": band.label if fits else "",
            "x": 1,
            "y": at + 12,
            "xanchor": "right",
            **shared,
            "font": {"size": NAME, "color": colours.quiet},
        },
    ]


def _box(cell: Cell, year: int, at: float, colours: Palette) -> dict[str, object]:
    """Return a shaded cell, an outlined one for few cases, a dotted one where not defined."""
    line: dict[str, object] = {"width": 1, "color": colours.primary}
    fill = "rgba(0,0,0,0)"
    if cell.share is None:
        line = {"width": 1, "color": colours.quiet, "dash": "dot"}
    elif cell.few:
        line = {"width": 1, "color": colours.quiet}
    else:
        fill = rgba(colours.primary, round(0.06 + 0.9 * cell.share, 2))
    return {
        "type": "rect",
        "x0": year - 0.46,
        "x1": year + 0.46,
        "y0": at + 22,
        "y1": at + 40,
        "fillcolor": fill,
        "line": line,
        "layer": "below",
    }
