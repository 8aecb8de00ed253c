"""Read the boundaries and places. Knows nothing of Streamlit.

All readers cache what they return and share it: do not change it in place.
"""

from __future__ import annotations

import io
import json
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import pandas as pd

from data import files
from data.errors import DamagedFile, MissingFile

if TYPE_CHECKING:
    import geopandas

BoundaryName = Literal["world", "central-asia", "water", "regions"]
Kind = Literal["country", "disputed", "lake", "river", "region"]
Point = tuple[float, float]
Ring = tuple[Point, ...]

_ROOT = Path(__file__).resolve().parents[1]
_BOUNDARIES = _ROOT / "static" / "geo"
_PLACES = _ROOT / "geo" / "places.csv"
_REGIONS = _ROOT / "geo" / "regions.csv"
_RECIPES = {"regions": "python -m geo.curation.regions --raw RAW_FOLDER"}


_SPOTS = ("anchor_lon", "anchor_lat", "label_lon", "label_lat")


class UnknownBoundaryError(ValueError):
    """No boundary file has that name."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One area, lake or river, ready to be drawn as a vector path.

    Attributes
    ----------
    code : str
        ISO 3166-1 alpha-3, or the code of the source for a disputed area; that of a region as in
        ``codes/regions.csv``; empty for water.
    kind : {"country", "disputed", "lake", "river", "region"}
        What it is. A river's rings are open lines, all others are closed.
    rings : tuple of tuple of (lon, lat)
        In degrees. Outlines run clockwise, holes the other way: fill by the even-odd rule.
    """

    code: str
    kind: Kind
    rings: tuple[Ring, ...]


@lru_cache(maxsize=1)
def places() -> pd.DataFrame:
    """Where arrows start and end and where names are written.

    Returns
    -------
    pandas.DataFrame
        Indexed by ``code``; ``anchor_lon``, ``anchor_lat``, ``label_lon``, ``label_lat``
        (degrees), ``far`` (bool: outside the home map) and ``reason`` (English).

    Raises
    ------
    MissingFile, DamagedFile
        If ``geo/places.csv`` is not there, or has not all of this, or a place twice.
    """
    content = _content(_PLACES)
    with files.reading(_PLACES):
        types = {"far": bool, "reason": str, **dict.fromkeys(_SPOTS, float)}
        found = pd.read_csv(io.BytesIO(content), index_col="code", dtype=types)
        spots = found[[*_SPOTS, "far"]]
    whole = spots.map(math.isfinite).all(axis=None)
    if found.empty or not whole or found.index.hasnans or not found.index.is_unique:
        raise DamagedFile(files.name_of(_PLACES), "has an empty cell, or a place twice")
    return found


@lru_cache(maxsize=1)
def region_points() -> pd.DataFrame:
    """Where names and marks of the regions inside the five countries stand.

    Returns
    -------
    pandas.DataFrame
        Indexed by ``code``; ``country``, ``label_lon``, ``label_lat`` (degrees), ``outlined``
        (bool: whether ``outlines("regions")`` has it) and ``reason`` (English).

    Raises
    ------
    MissingFile, DamagedFile
        If ``geo/regions.csv`` is not there, or has not all of this, or a region twice.
    """
    content = _content(_REGIONS)
    with files.reading(_REGIONS):
        types = {"label_lon": float, "label_lat": float, "outlined": bool}
        found = pd.read_csv(io.BytesIO(content), index_col="code", dtype=types)
        spots = found[["label_lon", "label_lat"]]
    whole = spots.map(math.isfinite).all(axis=None) and found.notna().all(axis=None)
    if found.empty or not whole or not found.index.is_unique:
        raise DamagedFile(files.name_of(_REGIONS), "has an empty cell, or a region twice")
    return found


@lru_cache(maxsize=4)
def boundaries(name: BoundaryName) -> geopandas.GeoDataFrame:
    """Read a boundary file as a table of geometries, for analysis.

    geopandas is imported here, not above: it takes a third of a second, and the app draws
    its maps without it.

    Parameters
    ----------
    name : {"world", "central-asia", "water", "regions"}

    Returns
    -------
    geopandas.GeoDataFrame
        In WGS 84. Areas have ``code`` and, in the world, ``disputed`` (bool); water has
        ``kind``.

    Raises
    ------
    UnknownBoundaryError, MissingFile, DamagedFile
    """
    import geopandas

    frame = geopandas.GeoDataFrame.from_features(_features(_path(name)), crs="EPSG:4326")
    if "disputed" in frame:
        frame["disputed"] = frame["disputed"].eq(True)
    return frame


@lru_cache(maxsize=4)
def outlines(name: BoundaryName) -> list[Outline]:
    """Read a boundary file as plain rings, for drawing, without any map library.

    Parameters
    ----------
    name : {"world", "central-asia", "water", "regions"}

    Returns
    -------
    list of Outline
        In the order of the file.

    Raises
    ------
    UnknownBoundaryError, MissingFile, DamagedFile
    """
    path = _path(name)
    with files.reading(path):
        return [_outline(feature) for feature in _features(path)]


def _content(path: Path) -> bytes:
    """Return the bytes of a file, or say which recipe makes the missing file."""
    try:
        return files.content(path) if path.suffix == ".geojson" else files.whole(path)
    except MissingFile as error:
        usual = "python -m geo.curation.boundaries --raw PACKAGE_FOLDER"
        recipe = _RECIPES.get(path.stem, usual)
        raise MissingFile(error.name, f"{error.detail}; make it with: {recipe}") from error


def _path(name: BoundaryName) -> Path:
    """Return the file of a boundary; only known names reach the file system."""
    if name not in get_args(BoundaryName):
        raise UnknownBoundaryError(f"no boundary {name!r}; known: {get_args(BoundaryName)}")
    return _BOUNDARIES / f"{name}.geojson"


def _features(path: Path) -> list[dict[str, Any]]:
    """Read the features of a boundary file."""
    content = _content(path)
    with files.reading(path):
        found: list[dict[str, Any]] = json.loads(content)["features"]
    if not found:
        raise DamagedFile(files.name_of(path), "has no features")
    return found


def _outline(feature: dict[str, Any]) -> Outline:
    """Flatten one GeoJSON feature."""
    properties = feature["properties"]
    area = "disputed" if properties.get("disputed") else "country"
    return Outline(
        code=properties.get("code", ""),
        kind=properties.get("kind", area),
        rings=tuple(_rings(feature["geometry"]["coordinates"])),
    )


def _rings(coordinates: list[Any]) -> list[Ring]:
    """Collect the rings or lines of GeoJSON coordinates of whatever depth."""
    if isinstance(coordinates[0][0], float | int):
        return [tuple((float(lon), float(lat)) for lon, lat in coordinates)]
    return [ring for part in coordinates for ring in _rings(part)]
