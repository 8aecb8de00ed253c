"""Placing names and values so that they cover neither one another nor a flow of others."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations

import numpy as np

from components.maps.curves import Arrow, Node
from components.maps.frame import Box, Frame, Point, Points
from components.maps.lines import Lines, dense
from components.style.fonts import text_width

LINE = 1.2
TOGETHER = 6  # so many names may choose together: 720 orders
# Costs: of a name without room, of one nearer to another place, of one on a flow of others, and
# for each point of a flow of its own below it.
LEFT_OUT, MISLEADING, STRUCK, OWN = 40.0, 8.0, 10.0, 0.04
ALONG = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.15, 0.85)
ASIDE = (0.0, 1.0, -1.0)  # of the room beside the line


@dataclass(frozen=True)
class Label:
    """A name or a value as placed.

    Attributes
    ----------
    code : str
        Code of the place, or of the flow (``UZB-RUS``) whose value it is.
    text : str
        The words.
    x, y : float
        Pixels of the middle of the text.
    size : float
        Type size in pixels.
    strong : bool
        Whether it is set in bold: the countries that the map is about, and values.
    """

    code: str
    text: str
    x: float
    y: float
    size: float
    strong: bool

    @cached_property
    def box(self) -> Box:
        """The pixels that it covers."""
        half, high = text_width(self.text, self.size, "strong") / 2 + 1, self.size * LINE / 2
        return self.x - half, self.y - high, self.x + half, self.y + high


@dataclass(frozen=True)
class Named:
    """A name that is wanted at a place; `preferred` is a pixel that suits it best, if any."""

    node: Node
    text: str
    strong: bool
    preferred: Point | None = None


@dataclass(frozen=True)
class Valued:
    """A value that is wanted on a flow; `over` whether it may stand on faded flows too."""

    line: Arrow
    text: str
    over: bool = False


@dataclass(frozen=True)
class _Option:
    """One way to place a label: lower costs read better."""

    cost: float
    label: Label
    box: Box


def place(
    names: Sequence[Named],
    values: Sequence[Valued],
    frame: Frame,
    arrows: Sequence[Arrow] = (),
    size: float = 14.0,
    taken: Sequence[Box] = (),
) -> list[Label]:
    """Place as many names and values as fit, the first ones first.

    Parameters
    ----------
    names : sequence of Named
        In order of importance. Strong names choose together: the best of all orders is taken.
    values : sequence of Valued
        They choose after the strong names.
    frame : Frame
        Labels stay inside it.
    arrows : sequence of Arrow
        Flows; a name stands on none that leads elsewhere, but for a strong one without other room.
    size : float
        Type size in pixels.
    taken : sequence of Box
        Pixels where no label may stand.

    Returns
    -------
    list of Label
        A name that finds no room is left out; its place still answers to the pointer.
    """
    lines, nodes = Lines(arrows), [item.node for item in names]
    options = [_name_options(item, nodes, frame, size, lines) for item in names]
    strong = [index for index, item in enumerate(names) if item.strong]
    orders = permutations(strong) if len(strong) <= TOGETHER else [tuple(strong)]
    chosen = min((_greedy(order, options, taken) for order in orders), key=lambda o: o[0])[1]
    told = _told(values, nodes, frame, size, lines, [*taken, *(o.box for o in chosen.values())])
    used = [*taken, *(o.box for o in chosen.values()), *(o.box for o in told)]
    weak = [index for index in range(len(names)) if index not in strong]
    chosen = chosen | _greedy(weak, options, used)[1]
    return [*(chosen[index].label for index in sorted(chosen)), *(o.label for o in told)]


def _greedy(
    order: Sequence[int], options: Sequence[Sequence[_Option]], taken: Sequence[Box]
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


def _name_options(
    item: Named, nodes: Sequence[Node], frame: Frame, size: float, lines: Lines
) -> list[_Option]:
    """Return the places for a name that are inside the frame and on no circle, the best first."""
    node, own = item.node, lines.of(item.node.code)
    half, high = text_width(item.text, size, "strong") / 2, size * LINE / 2
    ways = [
        (rank, Label(node.code, item.text, x, y, size, item.strong))
        for rank, (x, y) in enumerate(_around(item, (half, high)))
    ]
    ways = [(rank, label) for rank, label in ways if _fits(label.box, frame)]
    boxes = np.array([label.box for _, label in ways]).reshape(-1, 4)
    circles = np.array([_circle(other) for other in nodes])
    clear = ~np.any(_overlaps(boxes, circles), axis=1)
    ways = [way for way, is_clear in zip(ways, clear.tolist(), strict=True) if is_clear]
    boxes = boxes[clear]
    nearest = _distances(boxes, nodes).argmin(axis=1).tolist()
    found = []
    counts = zip(*lines.under(boxes, own), strict=True)
    for (rank, label), near, (mine, others) in zip(ways, nearest, counts, strict=True):
        if others and not item.strong:
            continue
        cost = 0.05 * rank + 0.1 * _distance(label.box, node) + OWN * mine
        cost += STRUCK + 0.5 * others if others else 0.0
        cost += MISLEADING if nodes[near].code != node.code else 0.0
        found.append(_Option(cost, label, label.box))
    return sorted(found, key=lambda option: option.cost)


def _told(
    values: Sequence[Valued],
    nodes: Sequence[Node],
    frame: Frame,
    size: float,
    lines: Lines,
    taken: Sequence[Box],
) -> list[_Option]:
    """Place values on or beside their flows."""
    used, told = list(taken), []
    for item in values:
        for option in _value_options(item, nodes, frame, size, lines):
            if not any(_overlap(option.box, box) for box in used):
                used.append(option.box)
                told.append(option)
                break
    return told


def _value_options(
    item: Valued, nodes: Sequence[Node], frame: Frame, size: float, lines: Lines
) -> Iterator[_Option]:
    line = dense(item.line)
    own = np.array([ends == {item.line.start, item.line.end} for ends in lines.ends], dtype=bool)[
        lines.owner
    ]
    code = f"{item.line.start}-{item.line.end}"
    half, high = text_width(item.text, size, "strong") / 2, size * LINE / 2
    circles = np.array([_circle(other) for other in nodes])
    for aside in ASIDE:
        for share in ALONG:
            index = min(max(round(share * (len(line) - 1)), 1), len(line) - 2)
            x, y = line[index]
            dx, dy = line[index + 1] - line[index - 1]
            length = math.hypot(dx, dy) or 1.0
            room = abs(dy / length) * half + abs(dx / length) * high + item.line.width / 2 + 2
            x, y = x - aside * room * dy / length, y + aside * room * dx / length
            label = Label(code, item.text, x, y, size, True)
            box = np.array([label.box])
            clear = _fits(label.box, frame) and not _overlaps(box, circles).any()
            if clear and (item.over or not lines.under(box, own)[1][0]):
                yield _Option(0.0, label, label.box)


def _around(item: Named, halves: tuple[float, float]) -> Iterator[Point]:
    """Return places for a name: the preferred one, then round its circle, near ones first."""
    node, (half, high) = item.node, halves
    if item.preferred:
        yield item.preferred
        for dy in (-14.0, 14.0, -28.0, 28.0):
            yield item.preferred[0], item.preferred[1] + dy
        for dx in (-40.0, 40.0, -70.0, 70.0):
            yield item.preferred[0] + dx, item.preferred[1]
    for gap in (4.0, 12.0, 24.0, 38.0):
        side, rise = node.radius + gap + half, node.radius + gap + high
        yield from ((node.x + side, node.y), (node.x - side, node.y))
        for sign in (1, -1):
            down = node.y + sign * rise
            yield node.x, down
            for lean in (0.5, 1.0):
                yield node.x + lean * side, down
                yield node.x - lean * side, down
        for sign in (1, -1):
            yield node.x + side, node.y + sign * 0.6 * rise
            yield node.x - side, node.y + sign * 0.6 * rise


def _fits(box: Box, frame: Frame) -> bool:
    return frame.holds(box[0], box[1], 1) and frame.holds(box[2], box[3], 1)


def _distance(box: Box, node: Node) -> float:
    """Return how far a node's circle is from a box."""
    dx = max(box[0] - node.x, node.x - box[2], 0.0)
    dy = max(box[1] - node.y, node.y - box[3], 0.0)
    return max(math.hypot(dx, dy) - node.radius, 0.0)


def _distances(boxes: Points, nodes: Sequence[Node]) -> Points:
    """Return how far each node's circle is from each box, shape (boxes, nodes)."""
    x, y, radius = np.array([(one.x, one.y, one.radius) for one in nodes]).T
    left, top, right, bottom = (boxes[:, [side]] for side in range(4))
    dx = np.maximum(np.maximum(left - x, x - right), 0.0)
    dy = np.maximum(np.maximum(top - y, y - bottom), 0.0)
    found: Points = np.maximum(np.hypot(dx, dy) - radius, 0.0)
    return found


def _circle(node: Node) -> Box:
    return node.x - node.radius, node.y - node.radius, node.x + node.radius, node.y + node.radius


def _overlaps(some: Points, others: Points) -> np.ndarray:
    """Say of each box of some whether it overlaps each of others, shape (some, others)."""
    low, high = others[:, :2], others[:, 2:]
    met = (some[:, None, :2] < high) & (low < some[:, None, 2:])
    found: np.ndarray = np.all(met, axis=2)
    return found


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
