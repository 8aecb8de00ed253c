"""The ways of flows: first those inside the window, then names at the edge and what leads there."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

import numpy as np

from components.maps.curves import Arrow, Node, arrow, route
from components.maps.frame import Box, Frame, Point, Points
from components.maps.lines import Lines
from components.maps.stubs import Stub

TRIES = 2  # of placing names at the edge and drawing what leads to them
LOOSE, CLOSE = 20, 7  # pixels between circles along names that can still move, and that cannot
Placing = Callable[[Sequence[Box], Sequence[Points], Mapping[str, Sequence[Point]]], list[Stub]]


@dataclass(frozen=True)
class Routes:
    """Flows that become arrows in turns.

    Attributes
    ----------
    flows : tuple of (start, end, width)
        Codes of places, and pixels; the biggest first.
    frame : Frame
        The window.
    made : mapping of int to Arrow
        The arrows so far, by the number of their flow.
    """

    flows: tuple[tuple[str, str, float], ...]
    frame: Frame
    made: Mapping[int, Arrow] = field(default_factory=dict)

    @property
    def arrows(self) -> tuple[Arrow, ...]:
        """The arrows so far, in the order of their flows."""
        return tuple(self.made[number] for number in sorted(self.made))

    @property
    def lines(self) -> list[Points]:
        """Their lines, each a point a row."""
        return [np.array(line.path) for line in self.arrows]

    def drawn(self, nodes: Mapping[str, Node], names: Iterable[Node] = ()) -> "Routes":
        """Return them with arrows for all flows whose two places are there.

        Parameters
        ----------
        nodes : mapping of str to Node
            The places that are there, by their codes.
        names : iterable of Node
            Circles along names, which flows run around as they do around places of others.
        """
        left = [
            number
            for number, (start, end, _) in enumerate(self.flows)
            if number not in self.made and start in nodes and end in nodes
        ]
        pairs = [(nodes[a], nodes[b], width) for a, b, width in (self.flows[one] for one in left)]
        routed = route(pairs, [*nodes.values(), *names], self.lines, self.frame)
        new = {number: arrow(*bent) for number, bent in zip(left, routed, strict=True)}
        return replace(self, made={**self.made, **new})

    def links(self, nodes: Mapping[str, Node]) -> dict[str, list[Point]]:
        """Return for each place that is not there where its flows start or end."""
        found: dict[str, list[Point]] = {}
        for start, end, _ in self.flows:
            for far, near in ((start, end), (end, start)):
                if far not in nodes and near in nodes:
                    found.setdefault(far, []).append((nodes[near].x, nodes[near].y))
        return found


def to_the_edge(
    inside: Routes,
    nodes: Mapping[str, Node],
    names: Sequence[Box],
    taken: Sequence[Box],
    placing: Placing,
) -> tuple[list[Stub], tuple[Arrow, ...]]:
    """Place the names of what lies beyond the window, and draw the flows that lead there.

    Parameters
    ----------
    inside : Routes
        The flows, those inside the window drawn.
    nodes : mapping of str to Node
        The places inside.
    names : sequence of Box
        Pixels of names inside.
    taken : sequence of Box
        Pixels where no name may stand.
    placing : callable
        Places the names at the edge, given the boxes and lines that are there, and where the
        flows of each place begin.

    Returns
    -------
    list of Stub, tuple of Arrow
        The names at the edge, and all flows; of a few tries, the one with the fewest flows over
        names at the edge.
    """
    used = [*taken, *names, *_boxes(inside.arrows), *(_square(one) for one in nodes.values())]
    tries: list[tuple[int, list[Stub], tuple[Arrow, ...]]] = []
    while len(tries) < TRIES:
        edge = placing(used, inside.lines, inside.links(nodes))
        there = {**nodes, **{node.code: node for node, _ in edge}}
        blocks = _blocks(names, LOOSE), _blocks((label.box for _, label in edge), CLOSE)
        arrows = inside.drawn(there, chain(*blocks)).arrows
        struck = _struck(edge, arrows)
        tries.append((len(struck), edge, arrows))
        if not struck:
            break
        used += _boxes(struck)
    return min(tries, key=lambda one: one[0])[1:]


def _struck(edge: Sequence[Stub], arrows: Sequence[Arrow]) -> list[Arrow]:
    """Return the flows that run over names of others at the edge."""
    lines = Lines(arrows)
    found: set[int] = set()
    for node, label in edge:
        over = lines.within(label.box) & ~lines.of(node.code)
        found |= set(lines.owner[over].tolist())
    return [arrows[one] for one in sorted(found)]


def _boxes(arrows: Sequence[Arrow]) -> Iterator[Box]:
    """Return the pixels of flows, with a little room around."""
    lines = Lines(arrows)
    for (x, y), half in zip(lines.points.tolist(), lines.half.tolist(), strict=True):
        yield x - half, y - half, x + half, y + half


def _square(node: Node) -> Box:
    room = node.radius + 1
    return node.x - room, node.y - room, node.x + room, node.y + room


def _blocks(names: Iterable[Box], apart: int) -> Iterator[Node]:
    """Return circles along names; the closer, the more a flow pays to run over one."""
    for left, top, right, bottom in names:
        for x in range(int(left), int(right), apart):
            yield Node("", x + apart / 2, (top + bottom) / 2, (bottom - top) * 0.42)
