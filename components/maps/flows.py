"""A flow map, computed once and drawn as a deck or as SVG."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from components.maps.curves import Arrow, Node, arrow, route
from components.maps.frame import Frame, Point
from components.maps.labels import Label, place

MAX_WIDTH = {
    "narrow": 9.0,
    "medium": 11.0,
    "wide": 13.0,
    "large": 17.0,
    "banner": 17.0,
    "print": 22.0,
}
MAX_RADIUS = {
    "narrow": 11.0,
    "medium": 13.0,
    "wide": 17.0,
    "large": 22.0,
    "banner": 21.0,
    "print": 24.0,
}
TYPE = {"narrow": 11.0, "medium": 11.0, "print": 22.0}  # pixels; 12.5 in the others
MIN_WIDTH, MIN_RADIUS = 1.0, 2.6
STUB_INSET = 13.0
STUB_SPACE = 22.0


@dataclass(frozen=True)
class FlowMap:
    """Everything that is drawn, in pixels of `frame`.

    Attributes
    ----------
    frame : Frame
        The window.
    flows : pandas.DataFrame
        The flows drawn, biggest first: ``start``, ``end``, ``value``, ``side``.
    arrows : tuple of Arrow
        One for each row of `flows`.
    nodes : tuple of Node
        The places.
    labels : tuple of Label
        The names that found room.
    steps : tuple of float
        Three values for the legend of widths.
    unplaced : tuple of str
        Codes that have no place on a map (such as “other”), which the map cannot show.
    """

    frame: Frame
    flows: pd.DataFrame
    arrows: tuple[Arrow, ...]
    nodes: tuple[Node, ...]
    labels: tuple[Label, ...]
    steps: tuple[float, ...]
    unplaced: tuple[str, ...]

    def width(self, value: float) -> float:
        """Return the line width of a value in pixels, as in the legend."""
        return line_width(value, float(self.flows["value"].max()), self.frame)


def line_width(value: float, largest: float, frame: Frame) -> float:
    """Return a width in proportion to a value, at least one pixel."""
    size = frame.name.removeprefix("world-")
    return max(MIN_WIDTH, MAX_WIDTH[size] * value / largest) if largest > 0 else MIN_WIDTH


def flow_map(
    flows: pd.DataFrame,
    places: pd.DataFrame,
    frame: Frame,
    name: Callable[[str], str],
    focus: Sequence[str],
    totals: Mapping[str, float],
    width: float | None = None,
) -> FlowMap:
    """Compute a flow map.

    Parameters
    ----------
    flows : pandas.DataFrame
        ``start``, ``end`` (codes of places), ``value`` (above zero) and ``side`` (``out``,
        ``into`` or ``within``), one row per arrow.
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
    width : float or None
        One width for all lines in pixels, where no number is known; the map then has no legend of
        widths.

    Returns
    -------
    FlowMap
        Flows whose ends have no place are left out and named in `unplaced`.
    """
    known = flows["start"].isin(places.index) & flows["end"].isin(places.index)
    missing = {c for row in flows.loc[~known, ["start", "end"]].to_numpy() for c in row}
    unplaced = sorted(c for c in missing if c not in places.index)
    drawn = flows.loc[known].sort_values("value", ascending=False, kind="stable")
    drawn = drawn.reset_index(drop=True)
    nodes = _nodes(drawn, places, frame, focus, totals)
    largest = float(drawn["value"].max()) if len(drawn) else 0.0
    pairs = [
        (nodes[row.start], nodes[row.end], width or line_width(row.value, largest, frame))
        for row in drawn.itertuples()
    ]
    arrows = tuple(arrow(*bent) for bent in route(pairs, nodes.values()))
    return FlowMap(
        frame=frame,
        flows=drawn,
        arrows=arrows,
        nodes=tuple(nodes.values()),
        labels=tuple(_labels(nodes, places, frame, name, focus, totals, arrows)),
        steps=legend_steps(largest) if width is None else (),
        unplaced=tuple(unplaced),
    )


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
) -> dict[str, Node]:
    codes = dict.fromkeys([*focus, *flows["start"], *flows["end"]])
    size = frame.name.removeprefix("world-")
    largest = max((totals.get(code, 0.0) for code in codes), default=0.0)
    nodes, stubs = {}, []
    for code in codes:
        x, y = frame.project(places.at[code, "anchor_lon"], places.at[code, "anchor_lat"])
        share = totals.get(code, 0.0) / largest if largest else 0.0
        radius = MIN_RADIUS + (MAX_RADIUS[size] - MIN_RADIUS) * math.sqrt(share)
        if frame.holds(x, y, STUB_INSET):
            nodes[code] = Node(code, x, y, radius)
        else:
            stubs.append((code, x, y))
    for node in _stubs(stubs, frame, focus, places):
        nodes[node.code] = node
    return nodes


def _stubs(
    beyond: list[tuple[str, float, float]],
    frame: Frame,
    focus: Sequence[str],
    places: pd.DataFrame,
) -> list[Node]:
    """Put places beyond the window at its edge, in their direction, apart from one another."""
    if not beyond:
        return []
    points = [frame.project(places.at[c, "anchor_lon"], places.at[c, "anchor_lat"]) for c in focus]
    middle = (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points))
    edges = [(code, *_edge(middle, (x, y), frame)) for code, x, y in beyond]
    spread: list[Node] = []
    for side in ("left", "right", "top", "bottom"):
        along = sorted((e for e in edges if e[3] == side), key=lambda e: (e[1] + e[2], e[0]))
        vertical = side in ("left", "right")
        limit = frame.height if vertical else frame.width
        space = STUB_SPACE if vertical else 5 * STUB_SPACE
        wanted = [e[2] if vertical else e[1] for e in along]
        for (code, x, y, _), at in zip(along, spaced(wanted, space, 20, limit - 20), strict=True):
            spread.append(
                Node(code, x, at, 3.2, True) if vertical else Node(code, at, y, 3.2, True)
            )
    return spread


def _edge(middle: Point, target: Point, frame: Frame) -> tuple[float, float, str]:
    dx, dy = target[0] - middle[0], target[1] - middle[1]
    inset = STUB_INSET
    ways = []
    if dx:
        side = "right" if dx > 0 else "left"
        ways.append((((frame.width - inset if dx > 0 else inset) - middle[0]) / dx, side))
    if dy:
        side = "bottom" if dy > 0 else "top"
        ways.append((((frame.height - inset if dy > 0 else inset) - middle[1]) / dy, side))
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


def _labels(
    nodes: Mapping[str, Node],
    places: pd.DataFrame,
    frame: Frame,
    name: Callable[[str], str],
    focus: Sequence[str],
    totals: Mapping[str, float],
    arrows: Sequence[Arrow],
) -> list[Label]:
    order = sorted(nodes, key=lambda c: (c not in focus, -totals.get(c, 0.0), c))
    wanted = []
    for code in order:
        preferred = None
        if code in focus and not frame.world:
            preferred = frame.project(places.at[code, "label_lon"], places.at[code, "label_lat"])
        wanted.append((nodes[code], name(code), code in focus, preferred))
    return place(wanted, frame, arrows, size=TYPE.get(frame.name.removeprefix("world-"), 12.5))
