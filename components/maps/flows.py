"""A flow map in pixels: places, arrows, names and values, before anything is drawn."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd

from components.maps.curves import Arrow, Node
from components.maps.frame import Box, Frame
from components.maps.labels import Label, Named, Valued, place
from components.maps.routes import Routes, to_the_edge
from components.maps.stubs import stubs
from components.style.type import SMALL

MAX_WIDTH = {"narrow": 9.0, "medium": 11.0, "wide": 14.0, "large": 17.0, "print": 22.0}
MAX_RADIUS = {"narrow": 7.0, "print": 12.0}  # pixels; 9 in the others
TYPE = {"print": 22.0}
MIN_WIDTH, MIN_RADIUS = 1.0, 2.8
VALUED = 3  # so many flows carry their value
MARGIN = 14.0  # pixels: a place nearer to the edge than this is beyond the window


@dataclass(frozen=True)
class FlowMap:
    """Everything that is drawn, in pixels of `frame`.

    Attributes
    ----------
    frame : Frame
        The window.
    flows : pandas.DataFrame
        The flows drawn, biggest first: ``start``, ``end``, ``value``, ``ink``.
    arrows : tuple of Arrow
        One for each row of `flows`.
    nodes : tuple of Node
        The places.
    labels : tuple of Label
        The names and values that found room.
    steps : tuple of float
        Three values for the legend of widths.
    unplaced : tuple of str
        Codes that have no place on a map (such as “other”), which the map cannot show.
    corner : str
        Corner in which the legend stands, where it was left to choose.
    """

    frame: Frame
    flows: pd.DataFrame
    arrows: tuple[Arrow, ...]
    nodes: tuple[Node, ...]
    labels: tuple[Label, ...]
    steps: tuple[float, ...]
    unplaced: tuple[str, ...]
    corner: str = ""

    def width(self, value: float) -> float:
        """Return the line width of a value in pixels, as in the legend."""
        return line_width(value, float(self.flows["value"].max()), self.frame)


def no_flows(frame: Frame, labels: tuple[Label, ...]) -> FlowMap:
    """Return a map without flows: its window and its words."""
    flows = pd.DataFrame(columns=["start", "end", "value", "ink"])
    return FlowMap(frame, flows, (), (), labels, (), ())


def line_width(value: float, largest: float, frame: Frame) -> float:
    """Return a width in proportion to a value, at least one pixel."""
    return max(MIN_WIDTH, MAX_WIDTH[frame.name] * value / largest) if largest > 0 else MIN_WIDTH


def flow_map(
    flows: pd.DataFrame,
    places: pd.DataFrame,
    frame: Frame,
    name: Callable[[str], str],
    focus: Sequence[str],
    totals: Mapping[str, float],
    value: Callable[[float], str] | None = None,
    valued: frozenset[tuple[str, str]] = frozenset(),
    taken: Sequence[Box] = (),
    corners: Mapping[str, Box] | None = None,
    halves: Mapping[str, float] | None = None,
) -> FlowMap:
    """Compute a flow map.

    Parameters
    ----------
    flows : pandas.DataFrame
        ``start``, ``end`` (codes of places), ``value`` (above zero) and ``ink`` (name of its
        colour; else ``side`` names it), one row per arrow.
    places : pandas.DataFrame
        Indexed by code, with ``anchor_lon``, ``anchor_lat``, ``label_lon`` and ``label_lat``.
    frame : Frame
        The window to draw in.
    name : callable
        Gives a place's name for its label.
    focus : sequence of str
        Codes of the countries that the map is about; they are always there and named first.
    totals : mapping of str to float
        Size of each place's circle, in the unit of `flows`.
    value : callable or None
        Writes a value; the largest flows and places beyond the window then carry theirs.
    valued : frozenset of (start, end)
        Flows that carry their value instead of the largest.
    taken : sequence of Box
        Pixels where no name may stand, such as those of buttons.
    corners : mapping of str to Box, or None
        Corners in which the legend may stand; it takes the one with the least in it.
    halves : mapping of str to float, or None
        Which share of a place's total leads out of it, where circles are split.

    Returns
    -------
    FlowMap
        Flows whose ends have no place are left out and named in `unplaced`.
    """
    drawn, unplaced = _placed(flows, places)
    size = TYPE.get(frame.name, float(SMALL))
    nodes, beyond = _nodes(drawn, places, frame, focus, totals, halves or {})
    largest = float(drawn["value"].max()) if len(drawn) else 0.0
    widths = [line_width(one, largest, frame) for one in drawn["value"]]
    ends = tuple(zip(drawn["start"], drawn["end"], widths, strict=True))
    inside = Routes(ends, frame).drawn(nodes)
    names = _names(nodes, places, frame, name, focus, totals)
    strong = _first(names, frame, inside.arrows, size, taken) if beyond else []
    written = _beyond(drawn, beyond, name, value)
    placing = partial(stubs, written, frame, focus, places, size)
    edge, arrows = to_the_edge(inside, nodes, strong, taken, placing)
    nodes |= {node.code: node for node, _ in edge}
    corner = calmest(corners, arrows, nodes.values()) if corners else ""
    values = _values(drawn, arrows, value, valued)
    labels = [label for _, label in edge]
    used = [*taken, *(one.box for one in labels), *([corners[corner]] if corners else [])]
    return FlowMap(
        frame=frame,
        flows=drawn,
        arrows=arrows,
        nodes=tuple(nodes.values()),
        labels=(*labels, *place(names, values, frame, arrows, size, used)),
        steps=legend_steps(largest),
        unplaced=unplaced,
        corner=corner,
    )


def _placed(flows: pd.DataFrame, places: pd.DataFrame) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return flows whose ends have a place, biggest first, and the codes that have none."""
    known = flows["start"].isin(places.index) & flows["end"].isin(places.index)
    missing = {c for row in flows.loc[~known, ["start", "end"]].to_numpy() for c in row}
    drawn = flows.loc[known].sort_values("value", ascending=False, kind="stable")
    drawn = drawn.reset_index(drop=True)
    if "ink" not in drawn:
        drawn = drawn.assign(ink=drawn["side"])
    return drawn, tuple(sorted(c for c in missing if c not in places.index))


def _first(
    names: Sequence[Named],
    frame: Frame,
    arrows: Sequence[Arrow],
    size: float,
    taken: Sequence[Box],
) -> list[Box]:
    """Return where the strong names stand best, for what is drawn later to leave them room."""
    strong = [one for one in names if one.strong]
    return [label.box for label in place(strong, (), frame, arrows, size, taken)]


def calmest(corners: Mapping[str, Box], arrows: Iterable[Arrow], nodes: Iterable[Node]) -> str:
    """Return the corner in which the fewest flows and places lie."""
    spots = [point for line in arrows for point in line.path]
    spots += [(node.x, node.y) for node in nodes for _ in range(9)]

    def busy(corner: str) -> int:
        left, top, right, bottom = corners[corner]
        return sum(left - 30 < x < right + 30 and top - 20 < y < bottom + 20 for x, y in spots)

    return min(corners, key=busy)


def legend_steps(largest: float) -> tuple[float, ...]:
    """Return three round values for a legend of widths, the largest first."""
    if largest <= 0:
        return ()
    top = _round_down(largest)
    return tuple(_round_down(top / divisor) for divisor in (1, 4, 20) if top / divisor >= 1)


def _round_down(value: float) -> float:
    power = 10.0 ** math.floor(math.log10(value))
    return max(step * power for step in (1, 2, 5) if step * power <= value * 1.0000001)


def _nodes(
    flows: pd.DataFrame,
    places: pd.DataFrame,
    frame: Frame,
    focus: Sequence[str],
    totals: Mapping[str, float],
    halves: Mapping[str, float],
) -> tuple[dict[str, Node], list[str]]:
    """Return the places in the window, and the codes of those beyond it that flows lead to."""
    codes = dict.fromkeys([*focus, *flows["start"], *flows["end"]])
    most = MAX_RADIUS.get(frame.name, 9.0)
    largest = max((totals.get(code, 0.0) for code in codes), default=0.0)
    nodes: dict[str, Node] = {}
    beyond, linked = [], {*flows["start"], *flows["end"]}
    for code in codes:
        x, y = frame.project(places.at[code, "anchor_lon"], places.at[code, "anchor_lat"])
        share = totals.get(code, 0.0) / largest if largest else 0.0
        radius = MIN_RADIUS + (most - MIN_RADIUS) * math.sqrt(share)
        if frame.holds(x, y, MARGIN):
            nodes[code] = Node(code, x, y, radius, out=halves.get(code, 1.0))
        elif code in linked:
            beyond.append(code)
    return nodes, beyond


def _beyond(
    flows: pd.DataFrame,
    codes: Sequence[str],
    name: Callable[[str], str],
    value: Callable[[float], str] | None,
) -> dict[str, str]:
    """Return the names of places, with what the flows drawn to and from each make together."""
    told = {}
    for code in codes:
        own = flows.loc[flows["start"].eq(code) | flows["end"].eq(code), "value"]
        said = value(float(own.sum())) if value and len(own) else ""
        told[code] = f"{name(code)} {said}".strip()
    return told


def _names(
    nodes: Mapping[str, Node],
    places: pd.DataFrame,
    frame: Frame,
    name: Callable[[str], str],
    focus: Sequence[str],
    totals: Mapping[str, float],
) -> list[Named]:
    inside = [code for code, node in nodes.items() if not node.stub]
    order = sorted(inside, key=lambda c: (c not in focus, -totals.get(c, 0.0), c))
    wanted = []
    for code in order:
        preferred = None
        if code in focus and not frame.world:
            preferred = frame.project(places.at[code, "label_lon"], places.at[code, "label_lat"])
        wanted.append(Named(nodes[code], name(code), code in focus, preferred))
    return wanted


def _values(
    flows: pd.DataFrame,
    arrows: Sequence[Arrow],
    value: Callable[[float], str] | None,
    valued: frozenset[tuple[str, str]],
) -> list[Valued]:
    if value is None:
        return []
    told = []
    for number, (row, line) in enumerate(zip(flows.itertuples(), arrows, strict=True)):
        if (row.start, row.end) in valued or (not valued and number < VALUED):
            told.append(Valued(line, value(float(row.value)), bool(valued)))
    return told
