"""The regions inside the five countries: outlines, points, and the recipe that makes them."""

import hashlib
import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import shapely

from data.codelists import code_list
from data.errors import MissingFile
from geo import loader
from geo.curation import regions as recipe

ROOT = Path(__file__).resolve().parents[2]
MAX_BYTES = 62_000
HOW_MANY = {"KAZ": 16, "KGZ": 8, "TJK": 5, "TKM": 5, "UZB": 14}


def checksums() -> dict:
    return json.loads((ROOT / recipe.CHECKSUMS).read_text(encoding="utf-8"))


def shapes() -> dict[str, shapely.Geometry]:
    frame = loader.boundaries("regions")
    return dict(zip(frame["code"], frame.geometry, strict=True))


@pytest.mark.parametrize("path", sorted(checksums()["outputs"]))
def test_each_file_is_the_one_the_recipe_wrote(path):
    content = (ROOT / path).read_bytes()
    assert hashlib.sha256(content).hexdigest() == checksums()["outputs"][path]


def test_the_recipe_writes_the_same_bytes_again(raw, tmp_path):
    for path in recipe.write_outputs(raw, tmp_path):
        name = path.relative_to(tmp_path)
        assert path.read_bytes() == (ROOT / name).read_bytes(), name


def test_each_country_has_its_regions_and_the_file_is_small():
    counted = loader.boundaries("regions").groupby("country").size().to_dict()
    assert counted == HOW_MANY
    assert (ROOT / recipe.OUTLINES).stat().st_size <= MAX_BYTES


def test_neighbours_meet_point_by_point_and_none_overlap():
    drawn = np.array(list(shapes().values()), dtype=object)
    assert all(shapely.is_valid(drawn))
    assert shapely.coverage_is_valid(drawn)


def test_outlines_run_clockwise():
    for shape in shapes().values():
        for part in shapely.get_parts(shape):
            assert not part.exterior.is_ccw


def test_the_point_of_each_region_lies_inside_its_outline():
    points = loader.region_points()
    for code, shape in shapes().items():
        spot = points.loc[code]
        assert spot["outlined"], code
        assert shape.contains(shapely.Point(spot["label_lon"], spot["label_lat"])), code


def test_what_has_no_outline_has_a_point_in_the_region_that_it_was_part_of():
    points, drawn = loader.region_points(), shapes()
    without = points.index[~points["outlined"]]
    assert set(without) == {"KZ-19", "KZ-79"}
    for code, once in (("KZ-19", "KZ-ALM"), ("KZ-79", "KZ-61")):
        spot = shapely.Point(points.loc[code, "label_lon"], points.loc[code, "label_lat"])
        assert drawn[once].contains(spot)


# Towns by longitude and latitude, and the region that each is in.
TOWNS = {
    "UZ-XO": (60.63, 41.55),  # Urgench
    "UZ-QR": (59.61, 42.46),  # Nukus
    "UZ-SA": (66.96, 39.65),  # Samarkand
    "UZ-TK": (69.28, 41.31),  # Tashkent
    "UZ-TO": (70.14, 41.02),  # Angren
    "KZ-75": (76.93, 43.24),  # Almaty
    "KZ-ALM": (78.38, 45.02),  # Taldykorgan, in Jetisu since 2022
    "KZ-KAR": (67.71, 47.79),  # Zhezkazgan, in Ulytau since 2022
    "KZ-VOS": (80.25, 50.41),  # Semey, in Abai since 2022
    "KZ-71": (71.43, 51.13),  # Astana
    "KZ-43": (63.3, 45.96),  # Baikonur, which the raw file leaves out
    "KG-GB": (74.59, 42.87),  # Bishkek
    "KG-O": (73.0, 40.53),  # Osh
    "TJ-SU": (69.63, 40.28),  # Khujand
    "TJ-DU": (68.78, 38.56),  # Dushanbe
    "TM-A": (58.38, 37.95),  # Ashgabat
    "TM-D": (59.97, 41.84),  # Dashoguz
}


@pytest.mark.parametrize("code", TOWNS)
def test_a_town_lies_in_its_region(code):
    assert shapes()[code].buffer(0.05).contains(shapely.Point(TOWNS[code]))


def test_regions_cover_what_the_outline_of_their_country_covers():
    frame = loader.boundaries("regions")
    whole = loader.boundaries("central-asia").set_index("code").geometry
    for country, own in frame.groupby("country"):
        joined = shapely.union_all(own.geometry.to_numpy())
        apart = joined.symmetric_difference(whole[country]).area
        assert apart / whole[country].area < 0.07, country


def test_every_region_is_in_the_code_list_and_says_whether_it_is_on_the_map():
    listed = code_list("regions")
    drawn = loader.region_points()
    for code in shapes():
        assert listed.loc[code, "country"] == drawn.loc[code, "country"]
    assert set(listed.index[listed["on_map"] == "yes"]) == set(shapes())


# The recipe

SQUARES = {
    "features": [
        {
            "properties": {"adm1_code": code},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[x, 0], [x, 1], [x + 1, 1], [x + 1, 0], [x, 0]]],
            },
        }
        for code, x in (("A-1", 0), ("A-2", 1))
    ]
}
HEAD = "adm1_code,code,label_lon,label_lat,reason\n"


def listing(folder: Path, rows: str) -> Path:
    path = folder / "regions.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    return path


def test_regions_are_keyed_by_the_code_of_the_raw_file(tmp_path):
    path = listing(tmp_path, "A-1,UZ-AA,,,\nA-2,UZ-BB,1.25,0.5,by hand\n")
    written = recipe.build_outputs(json.dumps(SQUARES), path)
    outlines = json.loads(written[recipe.OUTLINES])["features"]
    assert [one["properties"]["code"] for one in outlines] == ["UZ-AA", "UZ-BB"]
    rows = written[recipe.POINTS].splitlines()
    assert rows[1].startswith("UZ-AA,UZB,0.5,0.5,True,Default")
    assert rows[2] == "UZ-BB,UZB,1.25,0.5,True,by hand"


def test_a_hole_is_filled_where_no_other_region_lies_in_it():
    square, town = shapely.box(0, 0, 9, 9), shapely.box(6, 6, 7, 7)
    ringed = square.difference(town).difference(shapely.box(1, 1, 3, 3))
    filled = recipe.fill_lone_holes({"A": ringed, "B": town})
    assert filled["A"].equals(square.difference(town))
    assert filled["B"].equals(town)


def test_no_country_has_a_hole_but_for_what_is_of_a_neighbour():
    whole = shapely.union_all(list(shapes().values()))
    assert [ring for one in shapely.get_parts(whole) for ring in one.interiors] == []


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("A-1,UZ-AA,,,\n", "not the regions of the list"),
        ("A-1,UZ-AA,,,\nA-2,UZ-AA,,,\n", "twice"),
        ("A-1,UZ-AA,,,\nA-1,UZ-BB,,,\n", "twice"),
        ("A-1,UZ-AA,1,1,\nA-2,UZ-BB,,,\n", "without a reason"),
    ],
)
def test_a_list_that_does_not_fit_stops_the_recipe(tmp_path, rows, told):
    with pytest.raises(ValueError, match=told):
        recipe.build_outputs(json.dumps(SQUARES), listing(tmp_path, rows))


# The loader


def test_no_ring_jumps_and_all_rings_are_closed():
    for outline in loader.outlines("regions"):
        assert outline.kind == "region"
        for ring in outline.rings:
            assert ring[0] == ring[-1]
            assert max(abs(b[0] - a[0]) for a, b in pairwise(ring)) < 8, outline.code


def test_a_missing_file_says_which_recipe_makes_it(tmp_path, monkeypatch):
    monkeypatch.setattr(loader, "_REGIONS", tmp_path / "regions.csv")
    with pytest.raises(MissingFile, match=r"geo\.curation\.regions"):
        loader.region_points.__wrapped__()
