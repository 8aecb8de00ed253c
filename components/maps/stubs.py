"""Places beyond the window: their names on its edge, in their direction, off what is drawn."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from components.maps.curves import Edge, Node
from components.maps.frame import Box, Frame, Point, Points
from components.maps.labels import LINE, Label
from components.style.fonts import text_width

INSET = 6.0  # pixels between the edge and a name
DOT = 2.2  # radius of the point at which the flow of a stub ends
ROW = 1.35  # type sizes from a name to the next above or below
PITCH = 3.0  # pixels between the positions along an edge that a name may choose from
# Costs, in pixels out of the way: of each thing that a name covers, of each flow that its own
# cross, and of a pixel that these are too short.
COVERED, CROSSED, NEAR = 200.0, 25.0, 4.0
FAR = 90.0  # pixels that a flow has at least to be seen, if that is possible
PIECES = 9  # straight ones, of a flow
ARROWS: dict[Edge, str] = {"top": "↑ {}", "bottom": "↓ {}", "left": "← {}", "right": "{} →"}
Stub = tuple[Node, Label]
Costs = Points
Line = Points


@dataclass(frozen=True)
class _There:
    """What is drawn already: boxes, pieces of flows, and where the flows of each place begin."""

    boxes: Costs
    pieces: Costs
    links: Mapping[str, Sequence[Point]]

    def burden(self, stub: Stub, along: Points) -> Costs:
        """Return what a stub costs, moved along an edge, by what it covers and its flows cross."""
        node, label = stub
        low, high = along + label.box[:2], along + label.box[2:]
        met = (low.min(axis=0) < self.boxes[:, 2:]) & (self.boxes[:, :2] < high.max(axis=0))
        boxes = self.boxes[met.all(axis=1)]  # of those that any move may meet
        over = (low[:, None] < boxes[:, 2:]) & (boxes[:, :2] < high[:, None])
        cost: Costs = COVERED * over.all(axis=2).sum(axis=1)
        ends = along + np.array((node.x, node.y))
        for start in self.links.get(node.code, ()):
            cost = cost + CROSSED * _crossings(ends, start, self.pieces)
            cost = cost + NEAR * np.maximum(FAR - np.hypot(*(ends - start).T), 0.0)
        return cost


def stubs(
    texts: Mapping[str, str],
    frame: Frame,
    focus: Sequence[str],
    places: pd.DataFrame,
    size: float,
    taken: Sequence[Box] = (),
    lines: Sequence[Line] = (),
    links: Mapping[str, Sequence[Point]] | None = None,
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
    taken : sequence of Box
        Pixels of all that is there already; names cover as little of it as they can.
    lines : sequence of numpy.ndarray
        Flows that are there already, each a point a row.
    links : mapping of str to sequence of Point, or None
        Where the flows of each place start or end: few of those that are there may be crossed.
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
    placed: list[Stub] = []
    for side in ARROWS:
        boxes = np.array([*taken, *(label.box for _, label in placed)]).reshape(-1, 4)
        there = _There(boxes, _segments(lines), links or {})
        placed += _along(side, found, texts, frame, size, there)
    return placed


def _along(
    side: Edge,
    found: Sequence[tuple[str, float, float, Edge]],
    texts: Mapping[str, str],
    frame: Frame,
    size: float,
    there: _There,
) -> list[Stub]:
    """Spread the stubs of one edge along it, where little is drawn."""
    upright = side in ("left", "right")
    own = sorted((e for e in found if e[3] == side), key=lambda e: (e[2 if upright else 1], e[0]))
    if not own:
        return []
    told = {code: ARROWS[side].format(texts[code]) for code, *_ in own}
    widths = {code: text_width(text, size, "sans") + 2 for code, text in told.items()}
    space = ROW * size if upright else max(widths.values()) + 14
    margin = 1.2 * size if upright else space / 2
    limit = frame.height if upright else frame.width
    spots = np.arange(margin, limit - margin + 0.1, PITCH)
    labels = [Label(code, told[code], 0.0, 0.0, size, False) for code, *_ in own]
    wanted = [y if upright else x for _, x, y, _ in own]
    along = np.outer(spots, (0.0, 1.0) if upright else (1.0, 0.0))
    costs = [
        abs(spots - want) + there.burden(_stub(label, 0.0, widths, side, frame), along)
        for want, label in zip(wanted, labels, strict=True)
    ]
    placed = spaced(np.array(costs), PITCH, space)
    return [
        _stub(label, float(spots[at]), widths, side, frame)
        for label, at in zip(labels, placed, strict=True)
    ]


def _stub(label: Label, at: float, widths: Mapping[str, float], side: Edge, frame: Frame) -> Stub:
    """Return the name at the edge, and the point beside it at which flows end.

    The points of one side stand in a column, so that a flow to one crosses the name of no other.
    """
    high, half, column = LINE * label.size, widths[label.code] / 2, INSET + max(widths.values())
    x, y, out, down = {
        "left": (column - half, at, column + DOT + 3, at),
        "right": (frame.width - column + half, at, frame.width - column - DOT - 3, at),
        "top": (at, INSET + high / 2, at, INSET + high + DOT + 2),
        "bottom": (at, frame.height - INSET - high / 2, at, frame.height - INSET - high - DOT - 2),
    }[side]
    return Node(label.code, out, down, DOT, side), replace(label, x=x, y=y)


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


def spaced(costs: Costs, pitch: float, space: float) -> list[int]:
    """Give each name in turn a position, none before the last, all `space` apart if that fits.

    Parameters
    ----------
    costs : numpy.ndarray
        What each position costs each name, shape (names, positions).
    pitch, space : float
        Distance from a position to the next, and the least one wanted between names; that is less
        where the names are many.

    Returns
    -------
    list of int
        The positions of the names that together cost least.
    """
    count, last = costs.shape[0], costs.shape[1] - 1
    step = min(math.ceil(space / pitch), last // max(count - 1, 1))
    total, came = costs[0], []
    for own in costs[1:]:
        before = np.concatenate([np.full(step, np.inf), total[: len(total) - step]])
        best = np.minimum.accumulate(before)
        came.append(np.maximum.accumulate(np.where(before == best, np.arange(last + 1), 0)) - step)
        total = own + best
    chosen = [int(np.argmin(total))]
    for way in reversed(came):
        chosen.append(int(way[chosen[-1]]))
    return chosen[::-1]


def _segments(lines: Sequence[Line]) -> Costs:
    """Return the pieces of lines, shape (pieces, 4): from x, y to x, y."""
    short = [line[np.linspace(0, len(line) - 1, PIECES + 1).astype(int)] for line in lines]
    return np.vstack([np.empty((0, 4)), *(np.hstack([one[:-1], one[1:]]) for one in short)])


def _crossings(ends: Costs, start: Point, pieces: Costs) -> Costs:
    """Count the pieces that the straight lines from some points to one point cross."""
    a, b = ends[:, None, :], np.array(start)
    c, d = pieces[None, :, :2], pieces[None, :, 2:]

    def turn(p: Costs, q: Costs, r: Costs) -> Costs:
        return (q[..., 0] - p[..., 0]) * (r[..., 1] - p[..., 1]) - (q[..., 1] - p[..., 1]) * (
            r[..., 0] - p[..., 0]
        )

    apart = (turn(a, b, c) * turn(a, b, d) < 0) & (turn(c, d, a) * turn(c, d, b) < 0)
    counted: Costs = apart.sum(axis=1).astype(np.float64)
    return counted
