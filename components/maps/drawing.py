"""A map with all that is needed to draw it as vectors: on a page, and on a picture."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from components.maps.areas import AreaMap
from components.maps.flows import FlowMap, no_flows

Pair = tuple[str, str]


@dataclass(frozen=True)
class Stroke:
    """What a kind of line stands for: name of its colour, its dash, and words."""

    side: str
    words: str
    dash: str = "solid"


@dataclass(frozen=True)
class MapDrawing:
    """A flow map and what is said on it.

    Attributes
    ----------
    drawn : FlowMap
        The computed map.
    tips : mapping of (start, end) to str
        What the pointer says on a flow; a new line starts a new paragraph.
    chosen : frozenset of (start, end)
        Flows that stand out.
    hollow : bool
        Whether the lines are hollow, because their values are modelled.
    cores : mapping of (start, end) to float, or None
        The lower end of what each value may be: so wide a line has its full colour, and up to the
        value itself it is pale.
    dashes : mapping of (start, end) to str, or None
        Dash of each line, where lines are links without a direction: they have no arrowheads.
    key : tuple of Stroke
        What the kinds of lines stand for.
    words : tuple of str
        What else has to be said of the lines.
    unit : str
        What the widths are a number of.
    key_head : str
        What the colours stand for, above the key.
    place_tips : mapping of str to str
        What the pointer says on a place.
    areas : AreaMap or None
        The regions of a country, where the map is of them and has no flows.
    roams : bool
        Whether it is so wide that a page draws it to be moved and zoomed, where WebGL is there.
    """

    drawn: FlowMap
    tips: Mapping[Pair, str]
    chosen: frozenset[Pair] = frozenset()
    hollow: bool = False
    cores: Mapping[Pair, float] | None = None
    dashes: Mapping[Pair, str] | None = None
    key: tuple[Stroke, ...] = ()
    words: tuple[str, ...] = ()
    unit: str = ""
    key_head: str = ""
    place_tips: Mapping[str, str] = field(default_factory=dict)
    areas: AreaMap | None = None
    roams: bool = False


def of_areas(areas: AreaMap, words: tuple[str, ...] = ()) -> MapDrawing:
    """Return the drawing of a map of regions."""
    return MapDrawing(no_flows(areas.frame, areas.labels), {}, words=words, areas=areas)


Draw = Callable[[tuple[int, int] | None], MapDrawing]  # for a room, or for the page's own size
