"""Placing names on a map so that they do not cover one another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from components.maps.curves import Arrow, Node
from components.maps.frame import Frame, Point

CHARACTER = 0.6  # mean width of a letter of the text face, as a share of the type size
LINE = 1.25


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


def place(
    wanted: Sequence[tuple[Node, str, bool, Point | None]],
    frame: Frame,
    arrows: Iterable[Arrow] = (),
    size: float = 12.5,
) -> list[Label]:
    """Place as many names as fit, the first ones first.

    Parameters
    ----------
    wanted : sequence of (node, text, strong, preferred)
        In order of importance; `preferred` is a pixel that suits the name best, if there is one.
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
    obstacles = [_circle(node) for node, *_ in wanted]
    lines = [point for arrow in arrows for point in arrow.path[2:-1]]
    taken: list[Box] = []
    labels = []
    for node, text, strong, preferred in wanted:
        weight = 0.04 if strong else 0.6
        found = _best(node, text, size + strong, preferred, frame, taken + obstacles, lines, weight)
        if found:
            taken.append(_box(found[0], found[1], text, size + strong))
            labels.append(Label(node.code, text, *found, size + strong, strong))
    return labels


def _best(
    node: Node,
    text: str,
    size: float,
    preferred: Point | None,
    frame: Frame,
    taken: list[Box],
    lines: list[Point],
    weight: float,
) -> Point | None:
    best, best_cost = None, float("inf")
    for rank, (x, y) in enumerate(_candidates(node, text, size, preferred)):
        box = _box(x, y, text, size)
        if not (frame.holds(box[0], box[1], 1) and frame.holds(box[2], box[3], 1)):
            continue
        if any(_overlap(box, other) for other in taken):
            continue
        cost = 0.45 * rank + weight * sum(_inside(point, box) for point in lines)
        if cost < best_cost:
            best, best_cost = (x, y), cost
    return best


def _candidates(node: Node, text: str, size: float, preferred: Point | None) -> list[Point]:
    half, high = len(text) * size * CHARACTER / 2, size * LINE / 2
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


def _box(x: float, y: float, text: str, size: float) -> Box:
    half, high = len(text) * size * CHARACTER / 2 + 1, size * LINE / 2
    return x - half, y - high, x + half, y + high


def _circle(node: Node) -> Box:
    return node.x - node.radius, node.y - node.radius, node.x + node.radius, node.y + node.radius


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _inside(point: Point, box: Box) -> bool:
    return box[0] < point[0] < box[2] and box[1] < point[1] < box[3]
