"""Make areas light enough for a browser without opening gaps between neighbours.

Pure functions on dictionaries ``code -> shapely geometry`` in degrees (WGS 84). Order
matters: simplify while every area is still in one piece, then split at the antimeridian,
then round.
"""

from collections.abc import Iterable, Mapping

import numpy as np
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

Areas = dict[str, BaseGeometry]

_EARTH = shapely.box(-180, -90, 180, 90)


def dissolve(features: Iterable[tuple[str, BaseGeometry]]) -> Areas:
    """Merge the features of one code (Spain and the Canaries) and repair invalid ones.

    Parameters
    ----------
    features : iterable of (code, geometry)

    Returns
    -------
    dict
        Code to valid polygon or multipolygon, sorted by code.
    """
    parts: dict[str, list[BaseGeometry]] = {}
    for code, geometry in features:
        parts.setdefault(code, []).append(_repair(geometry))
    return {code: shapely.union_all(parts[code]) for code in sorted(parts)}


def _repair(geometry: BaseGeometry) -> BaseGeometry:
    """Return the geometry itself if valid, else its repaired form without dangling lines."""
    if geometry.is_valid:
        return geometry
    return shapely.make_valid(geometry, method="structure", keep_collapsed=False)


def simplify_areas(areas: Mapping[str, BaseGeometry], tolerance: float) -> Areas:
    """Simplify all areas together, so that neighbours keep one common border.

    Parameters
    ----------
    areas : mapping
        A valid coverage: no overlaps, shared borders equal point by point.
    tolerance : float
        Degrees; the square root of the triangle areas that may go (Visvalingam and
        Whyatt, 1993, "Line generalisation by repeated elimination of points").

    Raises
    ------
    ValueError
        If the areas overlap or their borders do not match.
    """
    geometries = np.array(list(areas.values()), dtype=object)
    if not shapely.coverage_is_valid(geometries):
        raise ValueError("the areas overlap or their borders do not match")
    return dict(zip(areas, shapely.coverage_simplify(geometries, tolerance), strict=True))


def drop_islets(geometry: BaseGeometry, smallest: float) -> BaseGeometry:
    """Leave out parts smaller than `smallest` square degrees, but never the largest part."""
    parts = sorted(shapely.get_parts(geometry), key=lambda part: part.area, reverse=True)
    kept = [part for rank, part in enumerate(parts) if rank == 0 or part.area >= smallest]
    return shapely.MultiPolygon(kept) if len(kept) > 1 else kept[0]


def split_at_antimeridian(geometry: BaseGeometry) -> BaseGeometry:
    """Cut what runs past ±180 degrees and put the cut-off parts on the other side."""
    if _EARTH.covers(shapely.box(*geometry.bounds)):
        return geometry
    turns = [(translate(_EARTH, xoff=turn), turn) for turn in (-360, 0, 360)]
    pieces = [translate(geometry.intersection(box), xoff=-turn) for box, turn in turns]
    return polygons_only(shapely.union_all([piece for piece in pieces if not piece.is_empty]))


def polygons_only(geometry: BaseGeometry) -> BaseGeometry:
    """Drop points and lines that an intersection may leave behind."""
    parts = shapely.get_parts(shapely.get_parts(geometry))
    polygons = [part for part in parts if part.geom_type == "Polygon"]
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)


def round_area(geometry: BaseGeometry, source: BaseGeometry, decimals: int) -> BaseGeometry:
    """Round to `decimals` and turn outlines clockwise, as d3 and plotly want them.

    An area too small for the grid (Monaco) is taken from `source` with one decimal more.
    """
    rounded = shapely.set_precision(geometry, 10.0**-decimals)
    if rounded.is_empty:
        rounded = shapely.set_precision(source, 10.0 ** -(decimals + 1))
    return shapely.orient_polygons(rounded.normalize(), exterior_cw=True)


def lighten(
    areas: Mapping[str, BaseGeometry], tolerance: float, decimals: int, smallest: float = 0.0
) -> Areas:
    """Simplify, thin out islets, split at the antimeridian and round.

    Parameters
    ----------
    areas : mapping
        Code to geometry; together a valid coverage.
    tolerance : float
        See `simplify_areas`.
    decimals : int
        Of the coordinates, in degrees.
    smallest : float
        Square degrees; see `drop_islets`.
    """
    simple = simplify_areas(areas, tolerance)
    return {
        code: round_area(
            split_at_antimeridian(drop_islets(geometry, smallest)), areas[code], decimals
        )
        for code, geometry in simple.items()
    }
