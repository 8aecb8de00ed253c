"""A map of the regions of one country in pixels: areas, marks and words, before it is drawn."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

import numpy as np
import shapely

from components.maps.area_labels import Wanted, place_labels
from components.maps.frame import Frame, Point, Window
from components.maps.labels import Label
from geo.loader import outlines, region_points

Look = Literal["fill", "plain", "hole"]
MARGIN = 0.035  # of the width of a country, round it
TYPE = {"narrow": 14.0, "print": 22.0}
LARGEST = {"narrow": 17.0, "medium": 24.0, "wide": 30.0, "large": 32.0, "print": 44.0}
LEAST = 2.5  # pixels of the radius of the smallest mark
TALLEST = {"narrow": 420, "medium": 520, "wide": 600, "large": 640}
BUTTONS = (50.0, 125.0)  # pixels of the corner in which those that zoom stand; not on a phone
ZOOM = {"medium": BUTTONS, "wide": BUTTONS, "large": BUTTONS}
HATCH = 7.0  # pixels between the lines of a region without a figure
CLASSED = (0.16, 0.4, 0.66, 0.95)  # how much of the ramp each class has, from the lowest


@dataclass(frozen=True)
class Area:
    """One region: how it looks, how much of the ramp of fill it has, and what the pointer says."""

    code: str
    look: Look
    strength: float
    tip: str


@dataclass(frozen=True)
class Disc:
    """A mark whose area is in proportion to a value."""

    code: str
    x: float
    y: float
    radius: float
    tip: str


@dataclass(frozen=True)
class AreaMap:
    """Everything that is drawn, in pixels of `frame`.

    Attributes
    ----------
    frame : Frame
        The window.
    country : str
        Whose regions they are.
    areas : tuple of Area
        The regions that have an outline.
    discs : tuple of Disc
        Marks, the largest first.
    labels : tuple of Label
        Names and values that found room.
    classes : tuple of (strength, words)
        What the steps of fill stand for, from the lowest.
    sizes : tuple of (radius, words)
        What two sizes of mark stand for.
    head : str
        What colours or sizes are a number of.
    hole : str
        What a hatched region is; empty where there is none.
    """

    frame: Frame
    country: str
    areas: tuple[Area, ...]
    discs: tuple[Disc, ...]
    labels: tuple[Label, ...]
    classes: tuple[tuple[float, str], ...] = ()
    sizes: tuple[tuple[float, str], ...] = ()
    head: str = ""
    hole: str = ""


@dataclass(frozen=True)
class Shown:
    """What a map is to show.

    Attributes
    ----------
    country : str
        Whose regions.
    values : mapping of str to float
        Region to its value; a region without one is a hole.
    named : mapping of str to str
        Region to its name on the map.
    said : callable
        Writes a value.
    tips : mapping of str to str
        Region to what the pointer says.
    breaks : tuple of float
        Limits between steps of fill; empty where values are shown by the size of marks.
    part_of : mapping of str to str
        Region with an outline to the one without whose value it must not be taken for a hole of.
    head, hole : str
        As of `AreaMap`.
    """

    country: str
    values: Mapping[str, float]
    named: Mapping[str, str]
    said: Callable[[float], str]
    tips: Mapping[str, str]
    breaks: tuple[float, ...] = ()
    part_of: Mapping[str, str] | None = None
    head: str = ""
    hole: str = ""


@lru_cache(maxsize=8)
def country_window(country: str) -> Window:
    """Return the degrees in which a country lies, with a margin."""
    rings = [ring for one in _outlined(country).values() for ring in one]
    lons, lats = zip(*(point for ring in rings for point in ring), strict=True)
    wide = MARGIN * (max(lons) - min(lons))
    return min(lons) - wide, min(lats) - wide, max(lons) + wide, max(lats) + wide


@lru_cache(maxsize=8)
def _outlined(country: str) -> dict[str, tuple[tuple[Point, ...], ...]]:
    countries = region_points()["country"]
    return {
        one.code: one.rings for one in outlines("regions") if countries.get(one.code) == country
    }


def country_frame(country: str, size: str, width: int) -> Frame:
    """Return the frame of a country for a width: as high as the country needs, up to a limit."""
    window = country_window(country)
    whole = Frame(size, *window, 1000, 1000)
    left, top = whole.project(window[0], window[3])
    right, bottom = whole.project(window[2], window[1])
    high = round(width * (bottom - top) / (right - left))
    return Frame(size, *window, width, min(high, TALLEST[size]))


def area_map(shown: Shown, frame: Frame) -> AreaMap:
    """Compute the map of a country's regions for a frame."""
    ringed = _outlined(shown.country)
    areas = tuple(_area(code, shown) for code in ringed)
    discs = () if shown.breaks else tuple(_discs(shown, frame))
    largest = max(shown.values.values(), default=0.0)
    return AreaMap(
        frame,
        shown.country,
        areas,
        discs,
        tuple(_labels(shown, frame, discs)),
        classes=_classes(shown) if shown.breaks else (),
        sizes=tuple((_radius(one, largest, frame), shown.said(one)) for one in _two_sizes(largest))
        if discs
        else (),
        head=shown.head,
        hole=shown.hole if any(one.look == "hole" for one in areas) else "",
    )


def _area(code: str, shown: Shown) -> Area:
    tip = shown.tips.get(code, shown.named.get(code, code))
    known = code in shown.values or (shown.part_of or {}).get(code) in shown.values
    if not known:
        return Area(code, "hole", 0.0, tip)
    if not shown.breaks:
        return Area(code, "plain", 0.0, tip)
    return Area(code, "fill", _strength(shown.values[code], shown.breaks), tip)


def _strength(value: float, breaks: Sequence[float]) -> float:
    return CLASSED[sum(value >= limit for limit in breaks)]


def _classes(shown: Shown) -> tuple[tuple[float, str], ...]:
    """Return the steps of fill, each with its limits."""
    found = shown.values.values()
    ends = [min(found), *shown.breaks, max(found)]
    told = [f"{shown.said(low)}–{shown.said(high)}" for low, high in pairwise(ends)]
    return tuple(zip(CLASSED, told, strict=True))


def _two_sizes(largest: float) -> tuple[float, ...]:
    if largest <= 0:
        return ()
    power = 10.0 ** math.floor(math.log10(largest))
    top = max(step * power for step in (1, 2, 5) if step * power <= largest)
    return top, top / 4 if top / power == 2 else top / 5


def _radius(value: float, largest: float, frame: Frame) -> float:
    return max(LEAST, LARGEST[frame.name] * math.sqrt(value / largest)) if largest else LEAST


def _spot(code: str, frame: Frame) -> Point:
    row = region_points().loc[code]
    return frame.project(float(row["label_lon"]), float(row["label_lat"]))


def _discs(shown: Shown, frame: Frame) -> Iterable[Disc]:
    largest = max(shown.values.values(), default=0.0)
    for code, value in sorted(shown.values.items(), key=lambda one: -one[1]):
        x, y = _spot(code, frame)
        tip = shown.tips.get(code, shown.named[code])
        yield Disc(code, x, y, _radius(value, largest, frame), tip)


def _labels(shown: Shown, frame: Frame, discs: Sequence[Disc]) -> list[Label]:
    radii = {one.code: one.radius for one in discs}
    codes = [*shown.values, *(c for c in _outlined(shown.country) if c not in shown.values)]
    covered = set((shown.part_of or {}).values()) & set(shown.values)
    wanted = [
        Wanted(
            code,
            shown.named[code],
            shown.said(shown.values[code]) if code in shown.values else "",
            *_spot(code, frame),
            radii.get(code, 0.0),
        )
        for code in codes
        if (shown.part_of or {}).get(code) not in covered
    ]
    boxes = [(d.x - d.radius, d.y - d.radius, d.x + d.radius, d.y + d.radius) for d in discs]
    if frame.name in ZOOM:
        wide, high = ZOOM[frame.name]
        boxes.append((frame.width - wide, 0.0, frame.width, high))
    return place_labels(wanted, frame, TYPE.get(frame.name, 14.0), boxes)


# Paths


@lru_cache(maxsize=32)
def region_shapes(country: str, frame: Frame) -> dict[str, shapely.Geometry]:
    """Return the regions of a country as shapes in pixels."""
    made = {}
    for code, rings in _outlined(country).items():
        parts = [shapely.Polygon(frame.project_all(np.array(ring))) for ring in rings]
        whole = parts[0]
        for one in parts[1:]:  # holes and exclaves by the even-odd rule
            whole = whole.symmetric_difference(one)
        made[code] = shapely.make_valid(whole)
    return made


@lru_cache(maxsize=32)
def area_paths(country: str, frame: Frame) -> dict[str, str]:
    """Return each region of a country as a path in pixels."""
    return {code: _path(shape) for code, shape in region_shapes(country, frame).items()}


@lru_cache(maxsize=32)
def country_path(country: str, frame: Frame) -> str:
    """Return the outline of a country, the sum of its regions, as a path."""
    return _path(shapely.union_all(list(region_shapes(country, frame).values())))


@lru_cache(maxsize=64)
def hatch_path(country: str, code: str, frame: Frame) -> str:
    """Return slanting lines within a region as a path."""
    shape = region_shapes(country, frame)[code]
    left, top, right, bottom = shape.bounds
    high, step = bottom - top, HATCH * (1.5 if frame.name == "print" else 1)
    first = math.floor((left - high) / step) * step
    starts = np.arange(first, right, step)  # on one raster, so that neighbours' lines meet
    slanted = shapely.multilinestrings(
        [[(x + bottom % step, bottom), (x + bottom % step + high, top)] for x in starts]
    )
    found = shapely.get_parts(shapely.intersection(slanted, shape))
    lines = (one for one in found if one.geom_type == "LineString" and not one.is_empty)
    return "".join(
        f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}" for a, b in (one.coords for one in lines)
    )


def _path(shape: shapely.Geometry) -> str:
    polygons = [one for one in shapely.get_parts(shape) if one.geom_type == "Polygon"]
    rings = [ring for one in polygons for ring in (one.exterior, *one.interiors)]
    return "".join(
        "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring.coords[:-1]) + "z" for ring in rings
    )
