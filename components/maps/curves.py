"""Geometry of flow arrows in pixels: curves, ends, arrowheads.

The rules follow Jenny et al. (2018), "Design principles for origin-destination flow maps":
curves that bend to one side by direction, arrowheads, widths in proportion, few crossings.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from components.maps.frame import Frame, Point

STEPS = 28
BENDS = (0.18, 0.27, 0.11, 0.36, 0.05, 0.46)
STUB_BENDS = (*BENDS, 0.01, -0.06, -0.14, -0.24)  # to the other side where names are in the way
CLEARANCE, STRUCK = 5.0, 8.0  # pixels around a circle, and the cost of a line through it
Edge = Literal["", "left", "right", "top", "bottom"]


@dataclass(frozen=True)
class Node:
    """A place on the map.

    Attributes
    ----------
    code : str
        Code of the place.
    x, y, radius : float
        Pixels.
    edge : {"", "left", "right", "top", "bottom"}
        The edge of the window beyond which the place lies: it is a stub there.
    out : float
        Share of its total that leads out of it, where it is split; else 1.
    """

    code: str
    x: float
    y: float
    radius: float
    edge: Edge = ""
    out: float = 1.0

    @property
    def stub(self) -> bool:
        """Whether the place lies beyond the window and is shown at its edge."""
        return bool(self.edge)


@dataclass(frozen=True)
class Arrow:
    """One flow as drawn.

    Attributes
    ----------
    start, end : str
        Codes of the places.
    path : tuple of (x, y)
        The line, which ends at the base of the arrowhead.
    head : tuple of (x, y)
        The three corners of the arrowhead.
    width : float
        Line width in pixels.
    """

    start: str
    end: str
    path: tuple[Point, ...]
    head: tuple[Point, ...]
    width: float


def bezier(start: Point, end: Point, bend: float, steps: int = STEPS) -> np.ndarray:
    """Return a quadratic Bézier curve that bends to the left of its direction.

    Parameters
    ----------
    start, end : (x, y)
        Pixels, with y downwards.
    bend : float
        Distance of the control point from the straight line, as a share of its length.
    steps : int
        Number of segments.

    Returns
    -------
    numpy.ndarray
        Shape (steps + 1, 2). The way back with the same bend lies on the other side.
    """
    (x0, y0), (x1, y1) = start, end
    control = ((x0 + x1) / 2 + bend * (y1 - y0) * 2, (y0 + y1) / 2 - bend * (x1 - x0) * 2)
    t = np.linspace(0, 1, steps + 1)[:, None]
    points: np.ndarray = (1 - t) ** 2 * np.array(start) + 2 * (1 - t) * t * np.array(control)
    points += t**2 * np.array(end)
    return points


def head_size(width: float) -> float:
    """Return the length of the arrowhead of a line, in pixels."""
    return 5.5 + 1.15 * width


def arrow(start: Node, end: Node, width: float, bend: float) -> Arrow:
    """Draw one flow between two nodes.

    The line starts outside the first node's circle; the arrowhead's tip touches the circle of the
    second; where the nodes are close the head shrinks rather than turn around.
    """
    curve = bezier((start.x, start.y), (end.x, end.y), bend, steps=480)
    curve = _outside(curve, start, start.radius + 1.5)
    curve = _outside(curve[::-1], end, end.radius + 1.5)[::-1]
    length = float(np.hypot(*(curve[-1] - curve[0])))
    size = min(head_size(width), 0.6 * max(length, 1.0))
    tip = curve[-1]
    line = _outside(curve[::-1], Node("", tip[0], tip[1], 0), size)[::-1]
    base = line[-1]
    direction = (tip - base) / max(float(np.hypot(*(tip - base))), 1e-9)
    across = np.array([-direction[1], direction[0]]) * (0.5 * width + 0.28 * size + 1.2)
    overlap = base + direction * 0.5
    thinned = line[np.linspace(0, len(line) - 1, min(len(line), STEPS)).astype(int)]
    return Arrow(
        start.code,
        end.code,
        path=_points(np.vstack([thinned[:-1], overlap])),
        head=_points(np.array([tip, base + across, base - across])),
        width=width,
    )


def _outside(curve: np.ndarray, node: Node, radius: float) -> np.ndarray:
    """Cut off the beginning of a curve that lies within a circle."""
    distance = np.hypot(curve[:, 0] - node.x, curve[:, 1] - node.y)
    outside = np.nonzero(distance > radius)[0]
    return curve[outside[0] :] if len(outside) > 1 else curve[-2:]


def _points(array: np.ndarray) -> tuple[Point, ...]:
    return tuple((float(x), float(y)) for x, y in array)


def route(
    pairs: Sequence[tuple[Node, Node, float]],
    nodes: Iterable[Node],
    there: Iterable[np.ndarray] = (),
    frame: Frame | None = None,
) -> list[tuple[Node, Node, float, float]]:
    """Choose a bend for each flow so that it passes clear of places that it does not belong to.

    Parameters
    ----------
    pairs : sequence of (start, end, width)
        Flows, the biggest first: they choose first.
    nodes : iterable of Node
        Everything on the map that a flow should not run under.
    there : iterable of numpy.ndarray
        Lines that are drawn already, each a point a row.
    frame : Frame or None
        The window, which no flow should leave.

    Returns
    -------
    list of (start, end, width, bend)
        In the order given.
    """
    circles = [(node.code, (node.x, node.y, node.radius)) for node in nodes]
    placed = _Placed(there)
    routed = []
    for start, end, width in pairs:
        ends = {start.code, end.code}
        others = np.array([circle for code, circle in circles if code not in ends]).reshape(-1, 3)
        bends = STUB_BENDS if start.stub or end.stub else BENDS
        curves = [bezier((start.x, start.y), (end.x, end.y), bend, steps=STEPS) for bend in bends]
        crowding = placed.crowding(curves, width)
        costs = [
            0.25 * rank + _hits(curve, width, others) + _outside_of(frame, curve) + crowded
            for rank, (curve, crowded) in enumerate(zip(curves, crowding, strict=True))
        ]
        best = costs.index(min(costs))
        placed.add(curves[best])
        routed.append((start, end, width, bends[best]))
    return routed


def _hits(curve: np.ndarray, width: float, others: np.ndarray) -> float:
    """Return how deep a curve runs into circles (``x``, ``y``, ``radius`` in a row)."""
    gaps = np.hypot(curve[:, :1] - others[:, 0], curve[:, 1:] - others[:, 1]).min(axis=0)
    room = others[:, 2] + width / 2 + CLEARANCE
    return STRUCK * float(np.maximum(0.0, 1 - gaps / room).sum())


def _outside_of(frame: Frame | None, curve: np.ndarray) -> float:
    """Return what a curve pays for its points beyond a window."""
    if frame is None:
        return 0.0
    inside = (curve >= 0) & (curve <= (frame.width, frame.height))
    return STRUCK * float((~inside).any(axis=1).sum())


class _Placed:
    """The curves that are already there."""

    def __init__(self, curves: Iterable[np.ndarray]) -> None:
        self.points, self.starts = np.empty((0, 2)), list[int]()
        for curve in curves:
            self.add(curve)

    def add(self, curve: np.ndarray) -> None:
        """Add a curve."""
        self.starts.append(len(self.points))
        self.points = np.concatenate([self.points, curve])

    def crowding(self, curves: Sequence[np.ndarray], width: float) -> list[float]:
        """Return how much of each curve, all of as many points, runs along those there."""
        if not self.starts:
            return [0.0] * len(curves)
        middle = np.array([curve[4:-4:3] for curve in curves])
        across = middle[:, :, None, 0] - self.points[:, 0]
        down = middle[:, :, None, 1] - self.points[:, 1]
        near = across * across + down * down < (width / 2 + 3) ** 2
        shares = np.logical_or.reduceat(near, self.starts, axis=2).mean(axis=1)
        return [sum(own) for own in shares.tolist()]
