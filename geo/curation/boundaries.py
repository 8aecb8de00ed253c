"""Recipe: the npm package plotly.js 4.1.1 to the boundary files of the atlas.

Run it from the root of the project, with the folder of the unpacked package::

    python -m geo.curation.boundaries --raw PACKAGE_FOLDER

It writes the same bytes every time. ``geo/README.md`` tells what the files hold.
"""

import argparse
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.curation.places import default_places, merge_places, read_anchors
from geo.curation.shapes import Areas, dissolve, lighten
from geo.curation.topology import Topology, layer_geometries, read_topology
from geo.curation.waters import choose_lakes, choose_rivers, lighten_water

ROOT = Path(__file__).resolve().parents[2]
RAW_FILE = Path("dist") / "plotly-geo-assets.js"
ANCHORS = Path(__file__).with_name("anchors.csv")
CHECKSUMS = "geo/checksums.json"

TOPOLOGY = "world_50m"
CENTRAL_ASIA = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
LEFT_OUT = frozenset({"ATA"})
# Areas that the UN set draws apart and gives to no country, with codes of its own.
DISPUTED = frozenset({"XAC", "XAP", "XBT", "XHT", "XIT", "XJK"})

# Degrees and square degrees; decimals of a degree.
WORLD_TOLERANCE, WORLD_DECIMALS, WORLD_SMALLEST = 0.15, 2, 0.01
HOME_TOLERANCE, HOME_DECIMALS = 0.01, 3
LAKE_TOLERANCE, RIVER_TOLERANCE, WATER_DECIMALS = 0.02, 0.03, 2

STUB_NAMES = ("world_50m", "world_110m")
STUB_LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")

Feature = tuple[dict[str, Any], BaseGeometry]


def read_areas(topology: Topology) -> Areas:
    """Read the countries and areas, one geometry per code, without Antarctica."""
    features = layer_geometries(topology, "countries")
    return dissolve((code, shape) for code, shape in features if code and code not in LEFT_OUT)


def area_features(areas: Mapping[str, BaseGeometry]) -> list[Feature]:
    """Give each area its properties: its code, and whether it is disputed."""
    return [
        ({"code": code, "disputed": True} if code in DISPUTED else {"code": code}, geometry)
        for code, geometry in areas.items()
    ]


def water_features(topology: Topology) -> list[Feature]:
    """Choose and lighten the lakes and rivers."""
    lakes = choose_lakes(shape for _, shape in layer_geometries(topology, "lakes"))
    rivers = choose_rivers(shape for _, shape in layer_geometries(topology, "rivers"))
    return [
        ({"kind": kind}, lighten_water(water, tolerance, WATER_DECIMALS))
        for kind, waters, tolerance in (
            ("lake", lakes, LAKE_TOLERANCE),
            ("river", rivers, RIVER_TOLERANCE),
        )
        for water in waters
    ]


def geojson_text(features: Iterable[Feature]) -> str:
    """Write features as compact GeoJSON, one feature a line."""
    lines = [
        _compact(
            {
                "type": "Feature",
                "properties": properties,
                "geometry": _trim(json.loads(shapely.to_geojson(geometry))),
            }
        )
        for properties, geometry in features
    ]
    body = ",\n".join(lines)
    return f'{{"type":"FeatureCollection","features":[\n{body}\n]}}\n'


def _compact(value: Any) -> str:
    """Write JSON without blanks."""
    return json.dumps(value, separators=(",", ":"))


def _trim(value: Any) -> Any:
    """Write whole degrees without a decimal point, at every depth."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, list):
        return [_trim(item) for item in value]
    if isinstance(value, dict):
        return {key: _trim(item) for key, item in value.items()}
    return value


def stub_text() -> str:
    """Write a topology with all layers that plotly asks for and nothing in them."""
    empty = {"type": "GeometryCollection", "geometries": []}
    layers = dict.fromkeys(STUB_LAYERS, empty)
    return _compact({"type": "Topology", "objects": layers, "arcs": []}) + "\n"


def build_outputs(script: str, anchors: Path = ANCHORS) -> dict[str, str]:
    """Make every output from the text of the raw file.

    Parameters
    ----------
    script : str
        Text of ``dist/plotly-geo-assets.js``.
    anchors : pathlib.Path
        The curated points.

    Returns
    -------
    dict
        Path below the root of the project, with forward slashes, to text.
    """
    topology = read_topology(script, TOPOLOGY)
    areas = read_areas(topology)
    world = lighten(areas, WORLD_TOLERANCE, WORLD_DECIMALS, WORLD_SMALLEST)
    five = {code: areas[code] for code in CENTRAL_ASIA}
    home = lighten(five, HOME_TOLERANCE, HOME_DECIMALS)
    places = merge_places(default_places(world), read_anchors(anchors))
    stubs = {f"static/topojson/{name}.json": stub_text() for name in STUB_NAMES}
    return {
        "static/geo/world.geojson": geojson_text(area_features(world)),
        "static/geo/central-asia.geojson": geojson_text(area_features(home)),
        "static/geo/water.geojson": geojson_text(water_features(topology)),
        "geo/places.csv": places.to_csv(lineterminator="\n"),
        **stubs,
    }


def checksums_of(name: str, raw: bytes, outputs: Mapping[str, str]) -> str:
    """List the SHA-256 of a raw file and of each output as JSON."""
    sums = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in outputs.items()}
    listing = {
        "raw": {name: hashlib.sha256(raw).hexdigest()},
        "outputs": dict(sorted(sums.items())),
    }
    return json.dumps(listing, indent=2) + "\n"


def write_outputs(raw_folder: Path, root: Path = ROOT) -> list[Path]:
    """Run the recipe and write all files below `root`.

    Parameters
    ----------
    raw_folder : pathlib.Path
        The unpacked package, with ``dist/plotly-geo-assets.js`` in it.
    root : pathlib.Path
        Where ``geo/`` and ``static/`` stand.

    Returns
    -------
    list of pathlib.Path
        The files written.

    Raises
    ------
    FileNotFoundError
        If the raw file is not there.
    """
    raw = (raw_folder / RAW_FILE).read_bytes()
    outputs = build_outputs(raw.decode("utf-8"))
    outputs[CHECKSUMS] = checksums_of(RAW_FILE.as_posix(), raw, outputs)
    for name, text in outputs.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return [root / name for name in outputs]


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, run the recipe and say what was written."""
    parser = argparse.ArgumentParser(description="Make the boundary files of the atlas.")
    parser.add_argument(
        "--raw",
        type=Path,
        required=True,
        help="folder of the unpacked npm package plotly.js 4.1.1",
    )
    options = parser.parse_args(arguments)
    for path in write_outputs(options.raw):
        print(f"{path.relative_to(ROOT).as_posix()}  {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
