"""A chart on a canvas: built anew for the width that it has, at the largest type that fits.

The browser draws it with plotly's public ``toImage`` and puts it into the frame made here. A
drawing whose heights are pixels and that is too high for one slide is divided where nothing stands.
"""

import json
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.plain import SharedFigure
from components.context import RenderContext
from components.pictures.canvas import Canvas, Room, Words, framed
from components.pictures.divide import Span, divided, divisible, in_pixels
from components.pictures.sheet import Sheet
from components.style.fonts import written_in
from components.view import View

SCALES = (2.2, 1.84, 1.6, 1.45, 1.34)  # of the page's type: 12 px become 26, and at least 16
STRETCH, SQUEEZE = 1.5, 1.08  # how much higher than on the page a chart may be, and how much less
PLACE = "<!--chart-->"


@dataclass(frozen=True)
class Chart:
    """A chart and its place on a canvas.

    Attributes
    ----------
    figure : plotly Figure
        As it is laid out.
    width, height : float
        Pixels that it is laid out for.
    room : Room
        Where it stands; it is as much larger there as its type is to grow.
    spans : tuple of (from, to)
        The parts of its height that are shown, below one another.
    """

    figure: go.Figure
    width: float
    height: float
    room: Room
    spans: tuple[Span, ...]


def chart_slides(
    view: View, canvas: Canvas, words: Words, lang: str
) -> tuple[list[tuple[Sheet, Chart | None]], str]:
    """Return the frames of a chart with the chart, and the letters that it may be written in."""
    _, room = framed(canvas, words, "1 / 1")
    figure, scale = _laid_out(view, room, lang)
    natural, free = _height(figure), room.height / scale
    apart = natural > SQUEEZE * free and divisible(figure)
    fixed = apart or in_pixels(figure)
    height = natural if fixed else min(free, STRETCH * (natural or free))
    width = room.width / scale
    laid = go.Figure(figure.to_dict())
    laid.update_layout(width=width, height=height, autosize=False)
    told = json.dumps(json.loads(laid.to_json()), ensure_ascii=False)
    shares = divided(figure, free) if height > free + 1 else [((0.0, height),)]
    made: list[tuple[Sheet, Chart | None]] = []
    for number, spans in enumerate(shares, 1):
        sheet, _ = framed(canvas, words, f"{number} / {len(shares)}" if len(shares) > 1 else "")
        sheet.put(PLACE)
        high = scale * sum(below - above for above, below in spans)
        place = Room(room.x, room.y, room.width, high)
        made.append((sheet, Chart(laid, width, height, place, spans)))
    return made, written_in(told, "sans")


def _laid_out(view: View, room: Room, lang: str) -> tuple[go.Figure, float]:
    """Return the chart built for the largest type with which it is not too high, and its scale."""
    figure, scale = view.figure, SCALES[-1]
    for scale in SCALES if view.again else SCALES[-1:]:
        wide = round(room.width / scale)
        if view.again:
            size = "medium" if wide < 1000 else "wide"
            figure = view.again(RenderContext(lang, size=size, room=wide)).figure
        if not isinstance(figure, go.Figure):
            raise TypeError(f"{view.name} is no chart")
        if scale * _height(figure) <= room.height:
            break
    return figure, scale


def _height(figure: go.Figure) -> float:
    """Return the height of a chart, without making plotly's objects where that can be spared."""
    if isinstance(figure, SharedFigure):
        return float(figure.plain["layout"].get("height") or 0)
    return float(figure.layout.height or 0)
