"""The boundaries and places that the maps are drawn from."""

import hashlib
import json
import subprocess
import sys
from itertools import combinations, pairwise
from math import cos, hypot, radians
from pathlib import Path

import numpy as np
import pytest
import shapely

from data.errors import MissingFile
from geo import loader
from geo.curation import boundaries as recipe
from geo.curation import places as placing
from geo.curation import shapes, topology, waters

ROOT = Path(__file__).resolve().parents[2]
CENTRAL_ASIA = {"KAZ", "KGZ", "TJK", "TKM", "UZB"}
PARTNERS_NEVER_TO_LOSE = {"RUS", "KOR", "TUR", "DEU", "POL", "USA", "CHN", "ARE", "AFG", "MNG"}
LEAST_PARTNERS = 40
SMALL_PLACES = ("HKG", "MAC", "SGP", "MLT", "BHR", "MCO", "SMR", "VAT", "LIE", "MDV")
BOUNDARIES = ("world", "central-asia", "water")
MAX_WORLD_BYTES = 400_000
MAX_CENTRAL_ASIA_BYTES = 60_000


def checksums() -> dict:
    return json.loads((ROOT / "geo" / "checksums.json").read_text(encoding="utf-8"))


def area_of(code: str, name: str = "world") -> shapely.Geometry:
    frame = loader.boundaries(name)
    return frame.geometry[frame["code"] == code].iloc[0]


def anchor_of(code: str) -> shapely.Point:
    place = loader.places().loc[code]
    return shapely.Point(place["anchor_lon"], place["anchor_lat"])


def partners() -> list[str]:
    """Codes other than the five that have an area and a point chosen by hand."""
    places = loader.places()
    chosen = set(places.index[places["reason"] != placing.DEFAULT_REASON])
    return sorted(chosen & set(loader.boundaries("world")["code"]) - CENTRAL_ASIA)


# The files


@pytest.mark.parametrize("path", sorted(checksums()["outputs"]))
def test_each_file_is_the_one_the_recipe_wrote(path):
    content = (ROOT / path).read_bytes()
    assert hashlib.sha256(content).hexdigest() == checksums()["outputs"][path]


def test_the_world_is_light_enough_to_send():
    assert (ROOT / "static/geo/world.geojson").stat().st_size <= MAX_WORLD_BYTES


def test_central_asia_is_light_and_finer_than_in_the_world():
    path = ROOT / "static/geo/central-asia.geojson"
    assert path.stat().st_size <= MAX_CENTRAL_ASIA_BYTES
    for code in CENTRAL_ASIA:
        fine, coarse = area_of(code, "central-asia"), area_of(code)
        assert shapely.get_num_coordinates(fine) > shapely.get_num_coordinates(coarse)


@pytest.mark.parametrize("name", ["world_50m", "world_110m"])
def test_the_stub_answers_for_every_layer_plotly_asks_for_and_draws_nothing(name):
    stub = json.loads((ROOT / f"static/topojson/{name}.json").read_text(encoding="utf-8"))
    assert set(stub["objects"]) == set(recipe.STUB_LAYERS)
    assert all(layer["geometries"] == [] for layer in stub["objects"].values())


def test_the_recipe_writes_the_same_bytes_again(request, tmp_path):
    raw = request.config.getoption("--geo-raw", default=None)
    if raw is None:
        pytest.skip("needs --geo-raw FOLDER, the unpacked npm package plotly.js 4.1.1")
    written = {path.relative_to(tmp_path) for path in recipe.write_outputs(Path(raw), tmp_path)}
    assert written == {Path(path) for path in [*checksums()["outputs"], recipe.CHECKSUMS]}
    for path in written:
        assert (tmp_path / path).read_bytes() == (ROOT / path).read_bytes(), path


# The shapes


@pytest.mark.parametrize("name", BOUNDARIES)
def test_geometries_are_valid(name):
    assert loader.boundaries(name).geometry.is_valid.all()


@pytest.mark.parametrize("name", BOUNDARIES)
def test_outlines_run_clockwise_and_holes_the_other_way(name):
    parts = shapely.get_parts(loader.boundaries(name).geometry.to_numpy())
    polygons = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
    assert len(polygons) > 0
    for polygon in polygons:
        assert not polygon.exterior.is_ccw
        assert all(hole.is_ccw for hole in polygon.interiors)


@pytest.mark.parametrize("name", BOUNDARIES)
def test_no_ring_steps_over_the_antimeridian(name):
    for outline in loader.outlines(name):
        for ring in outline.rings:
            assert all(abs(lon) <= 180 and abs(lat) <= 90 for lon, lat in ring)
            assert max(abs(b[0] - a[0]) for a, b in pairwise(ring)) < 180, outline.code


def test_russia_is_on_both_sides_of_the_antimeridian_and_nowhere_else_in_the_west():
    west = area_of("RUS").intersection(shapely.box(-180, -90, 0, 90))
    assert west.area > 0
    assert west.bounds[2] < -168


def test_areas_do_not_overlap():
    areas = loader.boundaries("world").geometry.to_numpy()
    tree = shapely.STRtree(areas)
    left, right = tree.query(areas, predicate="overlaps")
    overlap = shapely.intersection(areas[left], areas[right])
    assert shapely.area(overlap).sum() < 0.001  # square degrees, the finer Monaco only


def test_codes_are_unique_and_antarctica_is_left_out():
    for name in ("world", "central-asia"):
        codes = loader.boundaries(name)["code"]
        assert codes.is_unique
        assert codes.str.fullmatch("[A-Z]{3}").all()
        assert "ATA" not in set(codes)


def test_the_five_countries_are_in_both_files():
    assert set(loader.boundaries("central-asia")["code"]) == CENTRAL_ASIA
    assert set(loader.boundaries("world")["code"]) >= CENTRAL_ASIA


def test_disputed_areas_stay_apart_and_say_so():
    world = loader.boundaries("world")
    assert set(world["code"][world["disputed"]]) == recipe.DISPUTED
    kinds = {outline.code: outline.kind for outline in loader.outlines("world")}
    assert kinds["XJK"] == "disputed"
    assert kinds["KGZ"] == "country"


@pytest.mark.parametrize(
    ("lake", "lon", "lat"),
    [
        ("Issyk-Kul", 77.3, 42.45),
        ("Balkhash", 74.0, 45.9),
        ("North Aral", 60.8, 46.4),
        ("West Aral", 58.5, 45.2),
    ],
)
def test_the_lakes_of_the_region_are_there(lake, lon, lat):
    water = loader.boundaries("water")
    lakes = water.geometry[water["kind"] == "lake"]
    assert lakes.contains(shapely.Point(lon, lat)).sum() == 1, lake


@pytest.mark.parametrize(
    ("river", "lon", "lat"),
    [
        ("Syr Darya", 65.5, 44.8),
        ("Amu Darya", 63.6, 39.0),
        ("Irtysh", 77.0, 52.3),
        ("Ural", 51.4, 50.0),
        ("Volga", 46.0, 48.5),
    ],
)
def test_the_rivers_of_the_region_are_there(river, lon, lat):
    water = loader.boundaries("water")
    rivers = water.geometry[water["kind"] == "river"].to_numpy()
    assert shapely.distance(rivers, shapely.Point(lon, lat)).min() < 0.6, river


def test_the_caspian_is_open_water_between_the_areas():
    assert not loader.boundaries("world").contains(shapely.Point(51, 42)).any()


# The places


def test_every_area_has_a_place_and_every_place_a_reason():
    places = loader.places()
    assert places.index.is_unique
    assert set(loader.boundaries("world")["code"]) <= set(places.index)
    assert places.notna().all(axis=None)
    assert list(places.columns) == placing.COLUMNS


@pytest.mark.parametrize("code", SMALL_PLACES)
def test_small_places_have_a_point(code):
    assert code in loader.places().index


@pytest.mark.parametrize("code", sorted(CENTRAL_ASIA))
def test_the_points_of_the_five_lie_inside_in_both_files(code):
    place = loader.places().loc[code]
    label = shapely.Point(place["label_lon"], place["label_lat"])
    for name in ("world", "central-asia"):
        assert area_of(code, name).contains(anchor_of(code))
        assert area_of(code, name).contains(label)


@pytest.mark.parametrize("code", partners())
def test_the_anchor_of_a_partner_lies_inside_it(code):
    assert area_of(code).contains(anchor_of(code))


def test_the_main_partners_have_points_chosen_by_hand():
    assert len(partners()) >= LEAST_PARTNERS
    assert set(partners()) >= PARTNERS_NEVER_TO_LOSE


def test_default_anchors_lie_inside_too():
    world = loader.boundaries("world").set_index("code").geometry
    places = loader.places().loc[world.index]
    points = shapely.points(places["anchor_lon"], places["anchor_lat"])
    assert list(world.index[~shapely.contains(world.to_numpy(), points)]) == []


def test_the_five_anchors_are_far_enough_apart_for_arrowheads():
    for one, other in combinations(sorted(CENTRAL_ASIA), 2):
        a, b = anchor_of(one), anchor_of(other)
        east = (a.x - b.x) * cos(radians((a.y + b.y) / 2))
        assert hypot(east, a.y - b.y) > 3.5, (one, other)


@pytest.mark.parametrize(
    ("code", "far"), [("RUS", False), ("KOR", False), ("DEU", False), ("USA", True), ("AUS", True)]
)
def test_far_means_off_the_home_map(code, far):
    assert loader.places().loc[code, "far"] == far


def test_a_code_curated_twice_is_refused(tmp_path):
    path = tmp_path / "anchors.csv"
    path.write_text(
        "code,anchor_lon,anchor_lat,label_lon,label_lat,reason\nUZB,66,40,,,one\nUZB,67,40,,,two\n",
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match="UZB"):
        placing.read_anchors(path)


def test_a_curated_row_without_a_reason_is_refused(tmp_path):
    path = tmp_path / "anchors.csv"
    path.write_text(
        "code,anchor_lon,anchor_lat,label_lon,label_lat,reason\nUZB,66,40,,,\n", encoding="utf-8"
    )
    with pytest.raises(ValueError, match="reason"):
        placing.read_anchors(path)


def test_a_curated_anchor_keeps_the_default_label_unless_it_gives_one():
    defaults = placing.default_places({"AAA": shapely.box(0, 0, 10, 10)})
    anchors = defaults.iloc[:0].copy()
    anchors.loc["AAA"] = [1.0, 2.0, np.nan, np.nan, "by hand"]
    anchors.loc["BBB"] = [3.0, 4.0, np.nan, np.nan, "no area"]
    places = placing.merge_places(defaults, anchors)
    assert places.loc["AAA", "anchor_lon"] == 1.0
    assert places.loc["AAA", "label_lon"] == defaults.loc["AAA", "label_lon"]
    assert places.loc["BBB", "label_lat"] == 4.0


def test_the_default_point_is_in_the_largest_part_far_from_its_border():
    large, small = shapely.box(0, 0, 10, 10), shapely.box(20, 0, 21, 1)
    assert placing.inner_point(large.union(small)) == pytest.approx((5, 5), abs=0.1)


# The recipe


# Arc 0 is the common border, 1 the rest of the square, 2 the rest of its eastern neighbour.
SQUARE_AND_NEIGHBOUR = """
    "dist/topojson/tiny.json"(exports, module) {
      module.exports = { type: "Topology", objects: { countries: { type: "GeometryCollection",
        geometries: [
          { type: "Polygon", arcs: [[0, 1]], id: "AAA", properties: { note: "a: b, \\"c\\": d" } },
          { type: "MultiPolygon", arcs: [[[2, -1]]], id: "BBB" },
          { type: "LineString", arcs: [0], id: "CCC" }] } },
        arcs: [[[1e1, 0], [0, 1e1]], [[1e1, 1e1], [-10, 0], [0, -10], [1e1, 0]],
               [[1e1, 0], [1e1, 0], [0, 1e1], [-10, 0]]],
        transform: { scale: [0.1, 0.1], translate: [60, 40] } };
"""


def test_a_topology_is_decoded_to_degrees_with_shared_borders():
    tiny = topology.read_topology(SQUARE_AND_NEIGHBOUR, "tiny")
    shapes_by_code = dict(topology.layer_geometries(tiny, "countries"))
    assert shapes_by_code["AAA"].equals(shapely.box(60, 40, 61, 41))
    assert shapes_by_code["BBB"].equals(shapely.box(61, 40, 62, 41))
    assert shapes_by_code["CCC"].equals(shapely.LineString([(61, 40), (61, 41)]))


def test_words_in_a_string_are_not_taken_for_keys():
    tiny = topology.read_topology(SQUARE_AND_NEIGHBOUR, "tiny")
    first = tiny["objects"]["countries"]["geometries"][0]
    assert first["properties"]["note"] == 'a: b, "c": d'


@pytest.mark.parametrize("name", ["other", "tiny\u0000"])
def test_a_missing_topology_is_named(name):
    with pytest.raises(topology.TopologyNotFoundError, match="no readable topology"):
        topology.read_topology(SQUARE_AND_NEIGHBOUR, name)


def test_a_missing_layer_is_named():
    tiny = topology.read_topology(SQUARE_AND_NEIGHBOUR, "tiny")
    with pytest.raises(topology.TopologyNotFoundError, match="lakes"):
        list(topology.layer_geometries(tiny, "lakes"))


def test_an_unknown_geometry_type_is_refused():
    with pytest.raises(ValueError, match="Point"):
        topology.build_geometry({"type": "Point", "arcs": []}, [])


def test_a_ring_over_the_antimeridian_is_split_in_two():
    ring = np.array([[170, 60], [-170, 60], [-170, 70], [170, 70], [170, 60]], dtype=float)
    flat = shapely.Polygon(topology.unwrap(ring))
    assert flat.area == pytest.approx(200)
    split = shapes.split_at_antimeridian(flat)
    expected = shapely.box(170, 60, 180, 70).union(shapely.box(-180, 60, -170, 70))
    assert split.equals(expected)


def test_a_wide_area_that_starts_in_the_far_west_keeps_its_place_beside_its_neighbours():
    ring = np.array([[-170, 60], [-170, 70], [30, 70], [30, 60], [-170, 60]], dtype=float)
    assert topology.unwrap(ring)[:, 0].min() == 30


def test_islets_go_but_never_the_largest_part():
    large, islet = shapely.box(0, 0, 0.3, 0.3), shapely.box(1, 1, 1.05, 1.05)
    assert shapes.drop_islets(large.union(islet), 0.01).equals(large)
    assert shapes.drop_islets(islet, 0.01).equals(islet)


def test_an_area_too_small_for_the_grid_keeps_one_decimal_more():
    tiny = shapely.box(7.412, 43.722, 7.414, 43.724)
    assert shapes.round_area(tiny, tiny, decimals=2).area > 0


def test_areas_that_overlap_are_refused():
    areas = {"AAA": shapely.box(0, 0, 2, 2), "BBB": shapely.box(1, 1, 3, 3)}
    with pytest.raises(ValueError, match="overlap"):
        shapes.simplify_areas(areas, 0.1)


def test_a_lake_given_twice_is_drawn_once_and_distant_ones_are_left_out():
    lake, elsewhere = shapely.box(70, 45, 71, 46), shapely.box(-90, 45, -89, 46)
    assert waters.choose_lakes([lake, lake.reverse(), elsewhere]) == [lake.normalize()]


def test_rivers_mostly_outside_the_window_are_left_out():
    inside = shapely.LineString([(60, 45), (65, 45)])
    crossing = shapely.LineString([(100, 45), (120, 45)])
    assert waters.choose_rivers([inside, crossing]) == [inside]


# The loader


def test_outlines_and_boundaries_hold_the_same_areas():
    for name in BOUNDARIES:
        assert len(loader.outlines(name)) == len(loader.boundaries(name))


@pytest.mark.parametrize("read", [loader.outlines, loader.boundaries])
@pytest.mark.parametrize("name", ["moon", "../../geo/checksums", ""])
def test_an_unknown_boundary_is_refused(read, name):
    with pytest.raises(loader.UnknownBoundaryError):
        read(name)


def test_a_missing_file_says_how_to_make_it(tmp_path, monkeypatch):
    monkeypatch.setattr(loader, "_PLACES", tmp_path / "places.csv")
    with pytest.raises(MissingFile, match=r"geo\.curation\.boundaries"):
        loader.places.__wrapped__()


def test_importing_the_loader_does_not_import_geopandas():
    code = "import sys, geo.loader as g; g.places(); g.outlines('world')"
    code += "; sys.exit('geopandas' in sys.modules or 'shapely' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
