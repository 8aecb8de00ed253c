"""Recipe: Natural Earth's first-level regions to the regions of the five countries.

Run it from the root of the project, with the folder of all raw sources::

    python -m geo.curation.regions --raw RAW_FOLDER

It writes the same bytes every time. Regions are keyed by the code that Natural Earth gives each
(``adm1_code``), for its ISO codes repeat; ``regions.csv`` says which code of ours that is.
``geo/README.md`` tells what the files hold.
"""

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from shapely.geometry import shape

from geo.curation.boundaries import ROOT, checksums_of, geojson_text
from geo.curation.places import DEFAULT_REASON, inner_point
from geo.curation.shapes import Areas, simplify_areas

RAW_FILE = Path("geo") / "natural_earth_admin1" / "ne_10m_admin1_central_asia.geojson"
LISTED = Path(__file__).with_name("regions.csv")
OUTLINES, POINTS = "static/geo/regions.geojson", "geo/regions.csv"
CHECKSUMS = "geo/regions-checksums.json"
COUNTRIES = {"KZ": "KAZ", "KG": "KGZ", "TJ": "TJK", "TM": "TKM", "UZ": "UZB"}
TOLERANCE, DECIMALS, SMALLEST = 0.05, 2, 0.001  # degrees; decimals; square degrees of an exclave


def read_listed(path: Path = LISTED) -> pd.DataFrame:
    """Read which region has which code, and the points chosen by hand, indexed by code.

    Raises
    ------
    ValueError
        If a code or a region stands twice, or a point has no reason.
    """
    listed = pd.read_csv(path, index_col="code", dtype={"adm1_code": str})
    known = listed["adm1_code"].dropna()
    if not listed.index.is_unique or not known.is_unique:
        raise ValueError(f"{path.name} has a region twice")
    if (listed["label_lon"].notna() & listed["reason"].isna()).any():
        raise ValueError(f"{path.name} has a point without a reason")
    return listed


def read_regions(raw: str, listed: pd.DataFrame) -> Areas:
    """Read the outlines of the raw file by our codes.

    Raises
    ------
    ValueError
        If the file has other regions than the list.
    """
    found = {one["properties"]["adm1_code"]: one for one in json.loads(raw)["features"]}
    codes = {str(own): str(code) for code, own in listed["adm1_code"].dropna().items()}
    if found.keys() != codes.keys():
        raise ValueError(f"not the regions of the list: {sorted(found.keys() ^ codes.keys())}")
    shapes = {codes[own]: shape(one["geometry"]) for own, one in found.items()}
    return fill_lone_holes({code: shapes[code] for code in sorted(shapes)})


def fill_lone_holes(regions: Areas) -> Areas:
    """Fill the holes of a region in which no other region lies.

    The raw file leaves the ground that Russia rents round Baikonur out of Kazakhstan's regions; it
    is of Kazakhstan, in Kyzylorda region.
    """
    whole = shapely.union_all(list(regions.values()))
    lone = [shapely.Polygon(ring) for one in shapely.get_parts(whole) for ring in one.interiors]
    return {
        code: shapely.union_all([region, *(one for one in lone if region.touches(one))])
        for code, region in regions.items()
    }


def lighten_regions(regions: Areas) -> Areas:
    """Simplify all regions together and round them, so that neighbours keep one border.

    Points are rounded one by one: two neighbours have the same points, so they stay the same.
    Exclaves too small to be seen are left out; the largest part of a region never is.
    """
    simple = simplify_areas(regions, TOLERANCE)
    rounded = {}
    for code, region in simple.items():
        whole = shapely.transform(region, lambda points: np.round(points, DECIMALS))
        parts = sorted(shapely.get_parts(whole), key=lambda one: -one.area)
        kept = [one for one in parts if one is parts[0] or one.area >= SMALLEST]
        own = shapely.MultiPolygon(kept) if len(kept) > 1 else kept[0]
        rounded[code] = shapely.orient_polygons(own.normalize(), exterior_cw=True)
    return rounded


def region_points(regions: Areas, listed: pd.DataFrame) -> pd.DataFrame:
    """Place the name and the mark of each region: by hand, else farthest from its border."""
    rows = []
    for code, own in listed.sort_index().iterrows():
        chosen = pd.notna(own["label_lon"])
        spot = (own["label_lon"], own["label_lat"]) if chosen else inner_point(regions[str(code)])
        reason = own["reason"] if chosen else DEFAULT_REASON
        rows.append((code, COUNTRIES[str(code)[:2]], *spot, str(code) in regions, reason))
    names = ["code", "country", "label_lon", "label_lat", "outlined", "reason"]
    return pd.DataFrame(rows, columns=names)


def build_outputs(raw: str, path: Path = LISTED) -> dict[str, str]:
    """Make every output from the text of the raw file: path below the root to text."""
    listed = read_listed(path)
    regions = lighten_regions(read_regions(raw, listed))
    features = [
        ({"code": code, "country": COUNTRIES[code[:2]], "kind": "region"}, region)
        for code, region in regions.items()
    ]
    return {
        OUTLINES: geojson_text(features),
        POINTS: region_points(regions, listed).to_csv(index=False, lineterminator="\n"),
    }


def write_outputs(raw_folder: Path, root: Path = ROOT) -> list[Path]:
    """Run the recipe and write all files below `root`; return them.

    Raises
    ------
    FileNotFoundError
        If the raw file is not there.
    """
    raw = (raw_folder / RAW_FILE).read_bytes()
    outputs = build_outputs(raw.decode("utf-8"))
    outputs[CHECKSUMS] = checksums_of(RAW_FILE.as_posix(), raw, outputs)
    for name, text in outputs.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    return [root / name for name in outputs]


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, run the recipe and say what was written."""
    parser = argparse.ArgumentParser(description="Make the regions of the five countries.")
    parser.add_argument("--raw", type=Path, required=True, help="folder of all raw sources")
    for path in write_outputs(parser.parse_args(arguments).raw):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        print(f"{path.relative_to(ROOT).as_posix()}  {path.stat().st_size:,} bytes  {digest}")


if __name__ == "__main__":
    main()
