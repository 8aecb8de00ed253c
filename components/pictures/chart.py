"""A chart on a canvas: built anew for the width that it has, at the largest type that fits.

The browser draws it with plotly's public ``toImage`` and puts it into the frame made here. A
drawing whose heights are pixels and that is too high for one slide is divided where nothing stands.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import plotly.graph_objects as go

from components.charts.plain import SharedFigure
from components.context import RenderContext
from components.pictures.canvas import DATA, Canvas, Room, Words, framed
from components.pictures.divide import divided, divisible
from components.pictures.heights import Span, clear, in_pixels, least, panels
from components.pictures.sheet import Sheet
from components.style.fonts import written_in
from components.view import View

LARGER = (1.4, 1.2, 1.0)  # than the smallest that type may be
SHARES = (0.7, 0.8, 0.9, 1.0, 1.12, 1.25, 1.4, 1.6, 1.9, 2.2)  # of its height on the page
STRETCH, SQUEEZE = 1.5, 1.25  # how much higher than on the page a chart may be, and how much less
MEDIUM = 1000  # pixels; a chart that has less is built as for a narrower page
USUAL = 12.0  # type size of a chart that names none: plotly's own
UNSEEN = ("hoverlabel", "template")
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
    figure, scale = _laid_out(view, canvas, room, lang)
    width = room.width / scale
    laid, shares = _fitted(go.Figure(figure).update_layout(width=width), room.height / scale)
    height = float(laid.layout.height)
    laid.update_layout(autosize=False)
    told = json.dumps(json.loads(laid.to_json()), ensure_ascii=False)
    made: list[tuple[Sheet, Chart | None]] = []
    for number, spans in enumerate(shares, 1):
        sheet, _ = framed(canvas, words, f"{number} / {len(shares)}" if len(shares) > 1 else "")
        sheet.put(PLACE)
        high = scale * sum(below - above for above, below in spans)
        place = Room(room.x, room.y, room.width, high)
        made.append((sheet, Chart(laid, width, height, place, spans)))
    return made, written_in(told, "sans")


def _laid_out(view: View, canvas: Canvas, room: Room, lang: str) -> tuple[go.Figure, float]:
    """Return the chart built for the largest type with which it is not too high, and its scale."""
    again = partial(_again, view, canvas, lang)
    smallest = smallest_type(again(round(room.width), round(room.height)))
    for larger in LARGER:
        scale = larger * DATA / smallest
        figure = again(round(room.width / scale), int(room.height / scale))
        if scale * _height(figure) <= room.height:
            break
    return figure, max(scale, DATA / smallest_type(figure))


def _fitted(figure: go.Figure, free: float) -> tuple[go.Figure, list[tuple[Span, ...]]]:
    """Return a chart as high as there is room for, and the parts of it on each slide.

    One that cannot be made low enough is divided, and then made as high as that many slides allow.
    """
    laid = go.Figure(figure)
    natural = float(laid.layout.height or free)
    laid.update_layout(height=natural)
    fixed, several = in_pixels(laid), len(panels(laid)) > 1
    lowest = natural if fixed else max(least(laid), natural / SQUEEZE if several else 0.0)
    height = natural if fixed else min(free, STRETCH * natural)
    whole = go.Figure(laid).update_layout(height=height)
    if not divisible(laid) or (lowest <= free + 1 and (fixed or clear(whole))):
        return whole, [((0.0, height),)]
    base = natural if fixed or several else lowest
    best = laid.update_layout(height=base), divided(laid, free)
    for share in () if fixed else SHARES:
        tried = go.Figure(laid).update_layout(height=max(base * share, least(laid)))
        made = divided(tried, free)
        if (
            made.whole
            and clear(tried)
            and (not best[1].whole or len(made.parts) <= len(best[1].parts))
        ):
            best = tried, made
    return best[0], best[1].parts


def _again(view: View, canvas: Canvas, lang: str, width: int, height: int) -> go.Figure:
    """Return the chart of a view as it is built for a room."""
    size = "medium" if width < MEDIUM else "wide"
    context = RenderContext(lang, canvas.mode, size, room=width, high=height)
    figure = view.again(context).figure if view.again else view.figure
    if not isinstance(figure, go.Figure):
        raise TypeError(f"{view.name} is no chart")
    return figure


def smallest_type(figure: go.Figure) -> float:
    """Return the size of the smallest letters of a chart, in its own pixels."""
    return min(_types(figure.to_dict()), default=USUAL)


def _types(part: object, name: str = "") -> Iterator[float]:
    """Return the type sizes that a part of a chart's description names."""
    if isinstance(part, dict):
        if name.endswith("font") and "size" in part:
            yield from _numbers(part["size"])
        for key, value in part.items():
            if key not in UNSEEN:
                yield from _types(value, key)
    elif isinstance(part, (list, tuple)):
        for one in part:
            yield from _types(one)


def _numbers(size: float | list[float]) -> list[float]:
    return size if isinstance(size, list) else [size]


def _height(figure: go.Figure) -> float:
    """Return the height of a chart, without making plotly's objects where that can be spared."""
    if isinstance(figure, SharedFigure):
        return float(figure.plain["layout"].get("height") or 0)
    return float(figure.layout.height or 0)
