"""A chart on a canvas: built anew for the width that it has, at the largest type that fits.

The browser draws it with plotly's public ``toImage`` and puts it into the frame made here.
"""

import json
from dataclasses import dataclass

import plotly.graph_objects as go

from components.context import RenderContext
from components.pictures.canvas import Canvas, Room, Words, framed
from components.pictures.sheet import Sheet
from components.style.fonts import written_in
from components.view import View

SCALES = (
    2.2,
    2.0,
    1.84,
    1.7,
    1.55,
    1.45,
    1.34,
)  # of the page's type: from 12 px to 26, at least 16
STRETCH = 1.5  # how much higher than on the page a chart may become
PLACE = "<!--chart-->"
ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0\u202f−–·"  # of numbers and dates


@dataclass(frozen=True)
class Chart:
    """A chart and its place on a canvas.

    Attributes
    ----------
    figure : str
        The figure as JSON.
    width, height : float
        Pixels that it is laid out for.
    room : Room
        Where it stands; it is as much larger there as its type is to grow.
    """

    figure: str
    width: float
    height: float
    room: Room


def chart_slide(view: View, canvas: Canvas, words: Words, lang: str) -> tuple[Sheet, Chart, str]:
    """Return the frame of a chart, the chart, and the letters that it may be written in."""
    sheet, room = framed(canvas, words)
    figure, scale = _laid_out(view, room, lang)
    high = min(room.height, STRETCH * scale * float(figure.layout.height or room.height / scale))
    place = Room(room.x, room.y, room.width, high)
    described = json.loads(figure.to_json())
    width, height = place.width / scale, place.height / scale
    described["layout"] |= {"width": width, "height": height, "autosize": False}
    sheet.put(PLACE)
    told = json.dumps(described, ensure_ascii=False)
    return sheet, Chart(told, width, height, place), written_in(told + ALWAYS, "sans")


def _laid_out(view: View, room: Room, lang: str) -> tuple[go.Figure, float]:
    """Return the chart built for the largest type with which it is not too high, and its scale."""
    figure, scale = view.figure, SCALES[-1]
    for scale in SCALES:
        wide = round(room.width / scale)
        if view.again:
            size = "medium" if wide < 1000 else "wide"
            figure = view.again(RenderContext(lang, size=size, room=wide)).figure
        assert isinstance(figure, go.Figure)
        if scale * float(figure.layout.height or 0) <= room.height:
            break
    assert isinstance(figure, go.Figure)
    return figure, scale
