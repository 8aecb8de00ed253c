"""Read the boundaries and places. Knows nothing of Streamlit.

All three readers cache what they return and share it: do not change it in place.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import pandas as pd

if TYPE_CHECKING:
    import geopandas

BoundaryName = Literal["world", "central-asia", "water"]
Kind = Literal["country", "disputed", "lake", "river"]
Point = tuple[float, float]
Ring = tuple[Point, ...]

_ROOT = Path(__file__).resolve().parents[1]
_BOUNDARIES = _ROOT / "static" / "geo"
_PLACES = _ROOT / "geo" / "places.csv"


class GeoFileMissingError(FileNotFoundError):
    """A file that the recipe in ``geo.curation.boundaries`` writes is not there."""


class UnknownBoundaryError(ValueError):
    """No boundary file has that name."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One area, lake or river, ready to be drawn as a vector path.

    Attributes
    ----------
    code : str
        ISO 3166-1 alpha-3, or the code of the source for a disputed area; empty for water.
    kind : {"country", "disputed", "lake", "river"}
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
    GeoFileMissingError
        If ``geo/places.csv`` is not there.
    """
    return pd.read_csv(_existing(_PLACES), index_col="code", dtype={"far": bool, "reason": str})


@lru_cache(maxsize=3)
def boundaries(name: BoundaryName) -> geopandas.GeoDataFrame:
    """Read a boundary file as a table of geometries, for analysis.

    geopandas is imported here, not above: it takes a third of a second, and the app draws
    its maps without it.

    Parameters
    ----------
    name : {"world", "central-asia", "water"}

    Returns
    -------
    geopandas.GeoDataFrame
        In WGS 84. Areas have ``code`` and, in the world, ``disputed`` (bool); water has
        ``kind``.

    Raises
    ------
    UnknownBoundaryError, GeoFileMissingError
    """
    import geopandas

    frame = geopandas.GeoDataFrame.from_features(_features(name), crs="EPSG:4326")
    if "disputed" in frame:
        frame["disputed"] = frame["disputed"].eq(True)
    return frame


@lru_cache(maxsize=3)
def outlines(name: BoundaryName) -> list[Outline]:
    """Read a boundary file as plain rings, for drawing, without any map library.

    Parameters
    ----------
    name : {"world", "central-asia", "water"}

    Returns
    -------
    list of Outline
        In the order of the file.

    Raises
    ------
    UnknownBoundaryError, GeoFileMissingError
    """
    return [_outline(feature) for feature in _features(name)]


def _existing(path: Path) -> Path:
    """Return the path, or say which recipe makes the missing file."""
    if not path.is_file():
        raise GeoFileMissingError(
            f"{path.name} is missing; make it with: "
            "python -m geo.curation.boundaries --raw PACKAGE_FOLDER"
        )
    return path


def _features(name: BoundaryName) -> list[dict[str, Any]]:
    """Read the features of a boundary file; only known names reach the file system."""
    if name not in get_args(BoundaryName):
        raise UnknownBoundaryError(f"no boundary {name!r}; known: {get_args(BoundaryName)}")
    path = _existing(_BOUNDARIES / f"{name}.geojson")
    features: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
    return features


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
