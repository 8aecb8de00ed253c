"""Where flow arrows start and end, and where the name of each area is written.

By default the point of the largest part that is farthest from its border; for countries
that matter to migration in Central Asia a point chosen by hand, with its reason, from
``anchors.csv``.
"""

from collections.abc import Mapping
from math import cos, radians
from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

COLUMNS = ["anchor_lon", "anchor_lat", "label_lon", "label_lat", "far", "reason"]
DEFAULT_REASON = "Default: farthest from the border of its largest part"
# West, east, south, north, degrees: the home map, roughly Europe to Korea.
HOME_MAP = (5.0, 150.0, 10.0, 62.0)
# Degrees of the equal-area plane: how exact the search is, and what counts as a tiny island.
_CIRCLE_TOLERANCE = 0.01
_TINY_RADIUS = 0.02


def inner_point(geometry: BaseGeometry) -> tuple[float, float]:
    """Find the point of the largest part that is farthest from its border.

    The search runs in Lambert's cylindrical equal-area projection with its standard
    parallel through the area, where sizes and, near that parallel, distances are true.

    Parameters
    ----------
    geometry : shapely geometry
        Polygon or multipolygon in degrees that does not cross the antimeridian.

    Returns
    -------
    tuple of float
        Longitude and latitude, degrees, two decimals (three where an area is that small).
    """
    _, south, _, north = geometry.bounds
    stretch = cos(radians((south + north) / 2))

    def project(degrees: np.ndarray) -> np.ndarray:
        sines = np.rad2deg(np.sin(np.deg2rad(degrees[:, 1])))
        return np.column_stack([degrees[:, 0] * stretch, sines / stretch])

    flat = shapely.transform(geometry, project)
    largest = max(shapely.get_parts(flat), key=lambda part: part.area)
    tolerance = min(_CIRCLE_TOLERANCE, largest.length / 1000)
    radius = shapely.maximum_inscribed_circle(largest, tolerance=tolerance)
    x, y = radius.coords[0]
    lat = float(np.rad2deg(np.arcsin(np.deg2rad(y * stretch))))
    decimals = 2 if radius.length > _TINY_RADIUS else 3
    return round(x / stretch, decimals), round(lat, decimals)


def default_places(areas: Mapping[str, BaseGeometry]) -> pd.DataFrame:
    """Place every area by the default rule; anchor and label are the same point.

    Returns
    -------
    pandas.DataFrame
        Indexed by code, with anchor, label and reason.
    """
    rows = {code: inner_point(geometry) for code, geometry in areas.items()}
    points = pd.DataFrame.from_dict(rows, orient="index", columns=["anchor_lon", "anchor_lat"])
    points["label_lon"], points["label_lat"] = points["anchor_lon"], points["anchor_lat"]
    points["reason"] = DEFAULT_REASON
    return points.rename_axis("code")


def read_anchors(path: Path) -> pd.DataFrame:
    """Read the curated points, indexed by code.

    Raises
    ------
    ValueError
        If a code stands twice or a row has no reason.
    """
    anchors = pd.read_csv(path, index_col="code", keep_default_na=False, na_values=[""])
    if not anchors.index.is_unique:
        repeated = sorted(set(anchors.index[anchors.index.duplicated()]))
        raise ValueError(f"codes given twice in {path.name}: {repeated}")
    if anchors["reason"].isna().any():
        raise ValueError(f"rows without a reason in {path.name}")
    return anchors


def is_far(lon: pd.Series, lat: pd.Series) -> pd.Series:
    """Tell which points lie outside the home map."""
    west, east, south, north = HOME_MAP
    return ~(lon.between(west, east) & lat.between(south, north))


def merge_places(defaults: pd.DataFrame, anchors: pd.DataFrame) -> pd.DataFrame:
    """Let curated points replace the default ones.

    A curated row without a label keeps the default label, or, where the set has no area
    for it, is labelled at its anchor.

    Returns
    -------
    pandas.DataFrame
        Indexed by code, sorted, with the columns in `COLUMNS`.
    """
    places = anchors.combine_first(defaults).sort_index().rename_axis("code")
    for axis in ("lon", "lat"):
        places[f"label_{axis}"] = places[f"label_{axis}"].fillna(places[f"anchor_{axis}"])
    places["far"] = is_far(places["anchor_lon"], places["anchor_lat"])
    return places[COLUMNS]
