"""Choose the lakes and rivers that help a reader to find the way in Central Asia.

The source gives them no names, so they are chosen by place and size alone.
"""

from collections.abc import Iterable

import shapely
from shapely.geometry.base import BaseGeometry

# West, south, east, north, degrees: from the Black Sea to Mongolia, from Delhi to the Urals.
WINDOW = shapely.box(25, 28, 105, 62)
SMALLEST_LAKE = 0.1
SHORTEST_RIVER = 0.5


def choose_lakes(lakes: Iterable[BaseGeometry]) -> list[BaseGeometry]:
    """Keep lakes of at least 0.1 square degrees that touch the window, each once, whole."""
    chosen: dict[bytes, BaseGeometry] = {}
    for lake in lakes:
        shape = lake.normalize()
        if shape.area >= SMALLEST_LAKE and shape.intersects(WINDOW):
            chosen.setdefault(shape.wkb, shape)
    return [chosen[key] for key in sorted(chosen)]


def choose_rivers(rivers: Iterable[BaseGeometry]) -> list[BaseGeometry]:
    """Keep rivers of at least half a degree that lie mostly in the window, whole."""
    chosen = []
    for river in rivers:
        inside = river.intersection(WINDOW).length
        if inside >= SHORTEST_RIVER and inside >= river.length / 2:
            chosen.append(_merge_lines(river))
    return sorted(chosen, key=lambda river: river.wkb)


def _merge_lines(river: BaseGeometry) -> BaseGeometry:
    """Join the pieces of a river end to end where they touch."""
    return shapely.line_merge(river).normalize()


def lighten_water(water: BaseGeometry, tolerance: float, decimals: int) -> BaseGeometry:
    """Simplify one lake or river, round it and turn outlines clockwise.

    Parameters
    ----------
    water : shapely geometry
        Polygon, multipolygon, line or multiline, in degrees.
    tolerance : float
        Degrees (Douglas and Peucker, 1973).
    decimals : int
        Of the coordinates, in degrees.
    """
    simple = shapely.set_precision(water.simplify(tolerance), 10.0**-decimals).normalize()
    if simple.geom_type.endswith("LineString"):
        return simple
    return shapely.orient_polygons(simple, exterior_cw=True)
