"""Places beyond the window: their names on its edge, in their direction, apart from one another."""

from collections.abc import Mapping, Sequence

import pandas as pd

from components.maps.curves import Edge, Node
from components.maps.frame import Frame, Point
from components.maps.labels import LINE, Label
from components.style.fonts import text_width

INSET = 6.0  # pixels between the edge and a name
DOT = 2.2  # radius of the point at which the flow of a stub ends
ARROWS: dict[Edge, str] = {"left": "← {}", "right": "{} →", "top": "↑ {}", "bottom": "↓ {}"}
Stub = tuple[Node, Label]


def stubs(
    texts: Mapping[str, str], frame: Frame, focus: Sequence[str], places: pd.DataFrame, size: float
) -> list[Stub]:
    """Return for each place beyond the window its name on the edge, and where its flows end.

    Parameters
    ----------
    texts : mapping of str to str
        What is written of each place, by its code.
    frame : Frame
        The window.
    focus : sequence of str
        Codes of the countries that the map is about: a stub lies in the direction from them.
    places : pandas.DataFrame
        Anchors, by code.
    size : float
        Type size in pixels.
    """
    if not texts:
        return []

    def anchor(code: str) -> Point:
        return frame.project(places.at[code, "anchor_lon"], places.at[code, "anchor_lat"])

    points = [anchor(code) for code in focus]
    middle = (
        min(max(sum(p[0] for p in points) / len(points), 40.0), frame.width - 40.0),
        min(max(sum(p[1] for p in points) / len(points), 40.0), frame.height - 40.0),
    )
    found = [(code, *_edge(middle, anchor(code), frame)) for code in texts]
    return [stub for side in ARROWS for stub in _along(side, found, texts, frame, size)]


def _along(
    side: Edge,
    found: Sequence[tuple[str, float, float, Edge]],
    texts: Mapping[str, str],
    frame: Frame,
    size: float,
) -> list[Stub]:
    """Spread the stubs of one edge along it."""
    upright = side in ("left", "right")
    own = sorted((e for e in found if e[3] == side), key=lambda e: (e[2 if upright else 1], e[0]))
    told = {code: ARROWS[side].format(texts[code]) for code, *_ in own}
    widths = {code: text_width(text, size, "sans") + 2 for code, text in told.items()}
    space = 1.6 * size if upright else max(widths.values(), default=0.0) + 14
    margin = 1.2 * size if upright else space / 2
    limit = frame.height if upright else frame.width
    wanted = [e[2] if upright else e[1] for e in own]
    placed = spaced(wanted, space, margin, limit - margin)
    return [
        _stub(code, told[code], widths[code], at, side, frame, size)
        for (code, *_), at in zip(own, placed, strict=True)
    ]


def _stub(
    code: str, text: str, wide: float, at: float, side: Edge, frame: Frame, size: float
) -> Stub:
    """Return the name at the edge, and the point beside it at which flows end."""
    high = LINE * size
    x, y, out, down = {
        "left": (INSET + wide / 2, at, INSET + wide + DOT + 3, at),
        "right": (frame.width - INSET - wide / 2, at, frame.width - INSET - wide - DOT - 3, at),
        "top": (at, INSET + high / 2, at, INSET + high + DOT + 2),
        "bottom": (at, frame.height - INSET - high / 2, at, frame.height - INSET - high - DOT - 2),
    }[side]
    return Node(code, out, down, DOT, side), Label(code, text, x, y, size, False)


def _edge(middle: Point, target: Point, frame: Frame) -> tuple[float, float, Edge]:
    dx, dy = target[0] - middle[0], target[1] - middle[1]
    inset = INSET
    ways: list[tuple[float, Edge]] = []
    if dx:
        across = (frame.width - inset if dx > 0 else inset) - middle[0]
        ways.append((across / dx, "right" if dx > 0 else "left"))
    if dy:
        down = (frame.height - inset if dy > 0 else inset) - middle[1]
        ways.append((down / dy, "bottom" if dy > 0 else "top"))
    share, side = min(way for way in ways if way[0] > 0)
    return middle[0] + share * dx, middle[1] + share * dy, side


def spaced(wanted: Sequence[float], space: float, low: float, high: float) -> list[float]:
    """Move sorted positions to be `space` apart, or less if they are many, and within bounds."""
    space = min(space, (high - low) / max(len(wanted) - 1, 1))
    placed: list[float] = []
    for position in wanted:
        placed.append(max(position, placed[-1] + space if placed else low))
    ceiling = high
    for index in range(len(placed) - 1, -1, -1):
        placed[index] = min(placed[index], ceiling)
        ceiling = placed[index] - space
    return placed
