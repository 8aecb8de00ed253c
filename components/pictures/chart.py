"""A chart on a canvas: built anew for the width that it has, at the largest type that fits.

The browser draws it with plotly's public ``toImage`` and puts it into the frame made here. A
drawing whose heights are pixels and that is too high for one slide is divided where nothing stands.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.context import RenderContext
from components.pictures.canvas import Canvas, Room, Words, framed
from components.pictures.sheet import Sheet
from components.style.fonts import written_in
from components.view import View

SCALES = (2.2, 1.84, 1.6, 1.45, 1.34)  # of the page's type: 12 px become 26, and at least 16
STRETCH = 1.5  # how much higher than on the page a chart may become
PLACE = "<!--chart-->"
Span = tuple[float, float]


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
    natural, free = float(figure.layout.height or 0), room.height / scale
    height = natural if in_pixels(figure) else min(free, STRETCH * (natural or free))
    width = room.width / scale
    laid = go.Figure(figure)
    laid.update_layout(width=width, height=height, autosize=False)
    told = json.dumps(json.loads(laid.to_json()), ensure_ascii=False)
    shares = _shares(figure, height, free)
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
        if scale * float(figure.layout.height or 0) <= room.height:
            break
    return figure, scale


def in_pixels(figure: go.Figure) -> bool:
    """Say whether the heights of a chart are pixels, so that it can be divided but not squeezed."""
    span = figure.layout.yaxis.range
    return bool(span) and span[1] == 0 and abs(float(span[0]) - float(figure.layout.height)) < 1


def _shares(figure: go.Figure, height: float, free: float) -> list[tuple[Span, ...]]:
    """Return the parts of a chart's height that stand on each slide."""
    if height <= free + 1:
        return [((0.0, height),)]
    repeated = figure.layout.meta or {}
    head, foot = float(repeated.get("head", 0)), float(repeated.get("foot", 0))
    body = _cuts(_taken(figure), (head, height - foot), free - head - foot)
    return [
        tuple(
            (above, below)
            for above, below in ((0.0, head), span, (height - foot, height))
            if below > above
        )
        for span in body
    ]


def _taken(figure: go.Figure) -> list[Span]:
    """Return the heights that texts and marks take."""
    found = []
    for one in figure.layout.annotations:
        high = 1.3 * float(one.font.size or 12) * (1 + str(one.text).count("<br>"))
        anchor = {"top": 0.0, "bottom": 1.0}.get(one.yanchor or "middle", 0.5)
        found.append((float(one.y) - anchor * high, float(one.y) + (1 - anchor) * high))
    for trace in figure.data:
        found += [(float(y) - 8, float(y) + 8) for y in trace.y or () if y is not None]
    return found


def _cuts(taken: Sequence[Span], whole: Span, free: float) -> list[Span]:
    """Divide a height into parts of at most `free` pixels, where nothing stands."""
    top, bottom = whole
    count = -(-(bottom - top) // free)
    parts: list[Span] = []
    while bottom - top > free:
        wanted = top + min(free, (whole[1] - whole[0]) / count * 1.12)
        at = wanted
        for _ in range(len(taken)):
            crossed = [above for above, below in taken if above < at < below]
            if not crossed:
                break
            at = min(crossed)
        at = at if at > top + 1 else wanted
        parts.append((top, at))
        top = at
    return [*parts, (top, bottom)]
