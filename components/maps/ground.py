"""Sea, land, the five countries and lakes in the pixels of a frame."""

from collections.abc import Callable, Iterable
from functools import lru_cache

import numpy as np
import shapely

from components.maps.frame import Frame, Point
from geo.loader import BoundaryName, outlines

Paint = Callable[[str], str]  # from the name of a colour to its value
Rings = tuple[tuple[Point, ...], ...]
TOLERANCE = 0.8  # pixels
# Boundary file, names of the colours of its areas and borders, and width of the borders.
LOOKS: tuple[tuple[BoundaryName, str, str, float], ...] = (
    ("world", "land", "border", 0.8),
    ("central-asia", "region", "region_border", 1.4),
    ("water", "sea", "water", 0.8),
)


@lru_cache(maxsize=64)
def areas(name: BoundaryName, frame: Frame) -> Rings:
    """Return the areas of a boundary file in pixels of a frame, clipped and simplified."""
    window = shapely.box(-4, -4, frame.width + 4, frame.height + 4)
    drawn = [outline for outline in outlines(name) if outline.kind != "river"]
    rings = [ring for outline in drawn for ring in outline.rings]
    owners = [place for place, outline in enumerate(drawn) for _ in outline.rings]
    pixels = frame.project_all(np.array([point for ring in rings for point in ring]))
    ends = np.cumsum([len(ring) for ring in rings])[:-1]
    parts = [shapely.Polygon(own) for own in np.split(pixels, ends)]
    whole = shapely.make_valid(shapely.geometrycollections(parts, indices=owners))
    simple = shapely.simplify(shapely.intersection(whole, window), TOLERANCE)
    return tuple(ring for shape in simple for ring in _rings(shape))


def _rings(shape: shapely.Geometry) -> Iterable[tuple[Point, ...]]:
    for part in shapely.get_parts(shapely.get_parts(shape)):
        if part.geom_type == "Polygon" and part.area >= 3:
            yield tuple((x, y) for x, y in part.exterior.coords)


@lru_cache(maxsize=64)
def _path(name: BoundaryName, frame: Frame) -> str:
    """Return areas as one path in half pixels, each point from the last one: short to send."""
    told = []
    for ring in areas(name, frame):
        spots = np.rint(np.array(ring) * 2).astype(int)
        steps = np.diff(spots, axis=0)
        steps = steps[np.any(steps != 0, axis=1)]
        start = " ".join(map(str, spots[0].tolist()))
        told.append(f"M{start}l{' '.join(f'{x} {y}' for x, y in steps.tolist())}z")
    return "".join(told).replace(" -", "-")


def ground_svg(frame: Frame, paint: Paint) -> str:
    """Draw what lies under the flows of a map."""
    parts = [f'<rect width="{frame.width}" height="{frame.height}" fill="{paint("sea")}"/>']
    for name, fill, line, width in LOOKS:
        parts.append(
            f'<path d="{_path(name, frame)}" transform="scale(.5)" fill="{paint(fill)}" '
            f'stroke="{paint(line)}" stroke-width="{2 * width:g}" stroke-linejoin="round"/>'
        )
    return "".join(parts)


def land_svg(frame: Frame, paint: Paint) -> str:
    """Draw sea and land without a border: what lies round a country whose regions are shown."""
    land = paint("land")
    return (
        f'<rect width="{frame.width}" height="{frame.height}" fill="{paint("sea")}"/>'
        f'<path d="{_path("world", frame)}" transform="scale(.5)" fill="{land}" stroke="{land}" '
        'stroke-width="3"/>'
    )


def water_svg(frame: Frame, paint: Paint) -> str:
    """Draw lakes."""
    return (
        f'<path d="{_path("water", frame)}" transform="scale(.5)" fill="{paint("sea")}" '
        f'stroke="{paint("water")}" stroke-width="1.6" stroke-linejoin="round" '
        'pointer-events="none"/>'
    )
