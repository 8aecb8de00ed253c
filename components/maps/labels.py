"""Placing names on a map so that they do not cover one another."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations

from components.maps.curves import Arrow, Node
from components.maps.frame import Frame, Point
from components.style.fonts import text_width

LINE = 1.25
TOGETHER = 6  # so many names may choose together: 720 orders
LEFT_OUT, MISLEADING = 20.0, 5.0  # costs of a name without room, and of one nearer to another


@dataclass(frozen=True)
class Label:
    """A name as placed.

    Attributes
    ----------
    code : str
        Code of the place.
    text : str
        The words.
    x, y : float
        Pixels of the middle of the text.
    size : float
        Type size in pixels.
    strong : bool
        Whether it is one of the countries that the map is about.
    """

    code: str
    text: str
    x: float
    y: float
    size: float
    strong: bool


Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class _Option:
    """One way to place a name: lower costs read better."""

    cost: float
    x: float
    y: float
    box: Box


Wanted = tuple[Node, str, bool, Point | None]


def place(
    wanted: Sequence[Wanted], frame: Frame, arrows: Iterable[Arrow] = (), size: float = 12.5
) -> list[Label]:
    """Place as many names as fit, the first ones first.

    Parameters
    ----------
    wanted : sequence of (node, text, strong, preferred)
        In order of importance; `preferred` is a pixel that suits the name best, if there is one.
        Strong names choose together: the best of all orders is taken.
    frame : Frame
        Names stay inside it.
    arrows : iterable of Arrow
        Lines that names avoid where they can.
    size : float
        Type size in pixels.

    Returns
    -------
    list of Label
        A name that finds no room is left out; its place still answers to the pointer.
    """
    lines = [point for arrow in arrows for point in arrow.path[2:-1]]
    nodes = [node for node, *_ in wanted]
    options = [_options(item, nodes, frame, size + item[2], lines) for item in wanted]
    strong = [index for index, item in enumerate(wanted) if item[2]]
    orders = permutations(strong) if len(strong) <= TOGETHER else [tuple(strong)]
    chosen = min((_greedy(order, options) for order in orders), key=lambda found: found[0])[1]
    weak = [index for index in range(len(wanted)) if index not in strong]
    chosen = chosen | _greedy(weak, options, [option.box for option in chosen.values()])[1]
    return [
        Label(node.code, text, chosen[index].x, chosen[index].y, size + bold, bold)
        for index, (node, text, bold, _) in enumerate(wanted)
        if index in chosen
    ]


def _greedy(
    order: Sequence[int], options: Sequence[Sequence[_Option]], taken: Sequence[Box] = ()
) -> tuple[float, dict[int, _Option]]:
    """Give each name in turn its best place that is still free; return the cost of all."""
    total, chosen, used = 0.0, {}, list(taken)
    for index in order:
        free = (o for o in options[index] if not any(_overlap(o.box, box) for box in used))
        found = next(free, None)
        if found is None:
            total += LEFT_OUT
            continue
        total += found.cost
        chosen[index] = found
        used.append(found.box)
    return total, chosen


def _options(
    item: Wanted, nodes: Sequence[Node], frame: Frame, size: float, lines: Sequence[Point]
) -> list[_Option]:
    """Return the places for a name that are inside the frame and on no circle, the best first."""
    node, text, strong, preferred = item
    weight = 0.05 if strong else 0.6
    half = text_width(text, size, "strong") / 2
    high = size * LINE / 2
    found = []
    for rank, (x, y) in enumerate(_candidates(node, (half, high), preferred)):
        box = (x - half - 1, y - high, x + half + 1, y + high)
        inside = frame.holds(box[0], box[1], 1) and frame.holds(box[2], box[3], 1)
        if not inside or any(_overlap(box, _circle(other)) for other in nodes):
            continue
        cost = 0.15 * rank + 0.05 * _distance(box, node)
        cost += weight * sum(_inside(point, box) for point in lines)
        nearest = min(nodes, key=lambda other: _distance(box, other))
        cost += MISLEADING if nearest.code != node.code else 0.0
        found.append(_Option(cost, x, y, box))
    return sorted(found, key=lambda option: option.cost)


def _distance(box: Box, node: Node) -> float:
    """Return how far a node's circle is from a box."""
    dx = max(box[0] - node.x, node.x - box[2], 0.0)
    dy = max(box[1] - node.y, node.y - box[3], 0.0)
    return max(math.hypot(dx, dy) - node.radius, 0.0)


def _candidates(node: Node, halves: tuple[float, float], preferred: Point | None) -> list[Point]:
    half, high = halves
    side, rise = node.radius + 4 + half, node.radius + 3 + high
    around = [
        (node.x + side, node.y),
        (node.x - side, node.y),
        (node.x, node.y - rise),
        (node.x, node.y + rise),
        (node.x + 0.75 * side, node.y - rise),
        (node.x + 0.75 * side, node.y + rise),
        (node.x - 0.75 * side, node.y - rise),
        (node.x - 0.75 * side, node.y + rise),
        (node.x + side + 8, node.y - 1.6 * rise),
        (node.x - side - 8, node.y + 1.6 * rise),
        (node.x + side + 8, node.y + 1.9 * rise),
        (node.x - side - 8, node.y - 1.9 * rise),
    ]
    return [preferred, *around] if preferred else around


def _circle(node: Node) -> Box:
    return node.x - node.radius, node.y - node.radius, node.x + node.radius, node.y + node.radius


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _inside(point: Point, box: Box) -> bool:
    return box[0] < point[0] < box[2] and box[1] < point[1] < box[3]
