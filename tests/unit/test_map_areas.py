"""Maps of regions: which is filled, hatched or marked, and where words stand."""

import re
from itertools import combinations

import pytest
import shapely

from components.card.map import key_html
from components.context import RenderContext
from components.language import language
from components.maps.area_draw import areas_body
from components.maps.area_labels import Wanted, place_labels
from components.maps.areas import (
    CLASSED,
    Shown,
    area_map,
    area_paths,
    country_frame,
    country_window,
    hatch_path,
    region_shapes,
)
from components.maps.draw import map_body
from components.maps.drawing import of_areas
from components.maps.frame import Frame, print_frame
from components.phrases.regions import map_name
from components.pictures.map import _items
from components.style.theme import LIGHT, blend
from components.views.countries.filters import CountryFilters
from data.areas import FIVE
from data.measures.regions import REGIONAL
from geo.loader import region_points
from tests.support import built

EN = language("en")
WIDE = Frame("wide", 0, 0, 10, 10, 600, 400)
WAYS = [(told.country, key) for key, told in REGIONAL.items()]


def shown(values, breaks=(), **more):
    names = {code: code for code in area_paths("TKM", country_frame("TKM", "wide", 600))}
    return Shown("TKM", values, names, str, {}, breaks, **more)


def looks(drawn):
    return {one.code: one.look for one in drawn.areas}


def pieces(lang, code):
    """The parts of a name between which it may be broken."""
    return re.split(r"(?<=-)|\s", map_name(lang, code))


def of_view(country, key, size="wide", lang="en"):
    filters = CountryFilters(country, regional=key)
    return built("country-regions", filters, RenderContext(lang, size=size)).figure.areas


def test_a_rate_is_a_fill_in_the_step_in_which_it_lies():
    values = {"TM-A": 0.05, "TM-B": 0.08, "TM-D": 0.12, "TM-L": 0.2}
    drawn = area_map(shown(values, (0.08, 0.10, 0.15)), country_frame("TKM", "wide", 600))
    strengths = {one.code: one.strength for one in drawn.areas if one.look == "fill"}
    assert strengths == dict(zip(values, CLASSED, strict=True))
    assert looks(drawn)["TM-M"] == "hole"
    assert drawn.discs == ()
    assert [words for _, words in drawn.classes] == [
        "0.05–0.08",
        "0.08–0.1",
        "0.1–0.15",
        "0.15–0.2",
    ]


def test_the_area_of_a_mark_is_in_proportion_to_its_value():
    drawn = area_map(shown({"TM-A": 100.0, "TM-B": 25.0}), country_frame("TKM", "wide", 600))
    large, small = drawn.discs
    assert (large.code, small.code) == ("TM-A", "TM-B")
    assert large.radius == pytest.approx(2 * small.radius)
    assert {words for _, words in drawn.sizes} == {"100.0", "20.0"}
    assert looks(drawn) == {
        "TM-A": "plain",
        "TM-B": "plain",
        "TM-D": "hole",
        "TM-L": "hole",
        "TM-M": "hole",
    }


@pytest.mark.parametrize("country", FIVE)
@pytest.mark.parametrize("size", ["narrow", "wide"])
def test_a_country_lies_whole_in_its_frame(country, size):
    frame = country_frame(country, size, 358 if size == "narrow" else 640)
    points = [
        tuple(map(float, pair))
        for path in area_paths(country, frame).values()
        for pair in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path)
    ]
    xs, ys = zip(*points, strict=True)
    assert min(xs) >= 0
    assert max(xs) <= frame.width
    assert min(ys) >= 0
    assert max(ys) <= frame.height
    assert max(max(xs) - min(xs), max(ys) - min(ys)) > 0.55 * min(frame.width, frame.height)


@pytest.mark.parametrize("country", FIVE)
def test_lines_of_a_hatch_stay_in_their_region(country):
    frame = country_frame(country, "wide", 640)
    for code, shape in region_shapes(country, frame).items():
        drawn = re.findall(r"(-?[\d.]+) (-?[\d.]+)", hatch_path(country, code, frame))
        assert drawn or shape.area < 60, code
        for x, y in drawn:
            assert shape.distance(shapely.Point(float(x), float(y))) < 0.2, code


@pytest.mark.parametrize(("country", "key"), WAYS)
@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("size", ["narrow", "wide", "large"])
def test_no_word_stands_on_another_or_on_a_mark(country, key, size, lang):
    drawn = of_view(country, key, size, lang)
    for one, other in combinations(drawn.labels, 2):
        if one.code != other.code:
            assert not shapely.box(*one.box).intersects(shapely.box(*other.box)), (one, other)
    for label in drawn.labels:
        for disc in drawn.discs:
            spot = shapely.Point(disc.x, disc.y).buffer(disc.radius - 0.5)
            assert not shapely.box(*label.box).intersects(spot), (label, disc)


@pytest.mark.parametrize("lang", ["en", "ru", "kk", "tg", "uz"])
def test_a_name_is_never_broken_within_a_word(lang):
    for country in FIVE:
        view = built("country-regions", CountryFilters(country), RenderContext(lang))
        lines = {}
        for label in view.figure.areas.labels:
            lines.setdefault(label.code, []).append(label.text)
        words = {word for code in region_points().index for word in pieces(language(lang), code)}
        for word in re.split(r"(?<=-)|\s", " ".join(" ".join(own) for own in lines.values())):
            assert not word or word in words or re.search(r"\d|%", word), word


def test_a_value_alone_stands_where_there_is_no_room_for_the_name():
    first = Wanted("A", "A long name of a region", "12%", 300, 200)
    beside = Wanted("B", "Another very long name", "9%", 352, 200)
    labels = place_labels([first, beside], WIDE, 14.0, ())
    assert [one.text for one in labels if one.code == "B"] == ["9%"]


def test_what_has_no_outline_is_marked_and_its_old_outline_is_no_hole():
    late, early = of_view("KAZ", "kandas_2023"), of_view("KAZ", "kandas_2021")
    assert looks(late)["KZ-ALM"] == "plain"
    assert {"KZ-19", "KZ-79"} <= {one.code for one in late.discs}
    assert looks(early)["KZ-ALM"] == "plain"
    assert looks(late)["KZ-VOS"] == looks(late)["KZ-KAR"] == "hole"
    assert looks(early)["KZ-31"] == "hole"
    assert looks(late)["KZ-31"] == "plain"


@pytest.mark.parametrize("country", ["KGZ", "TJK", "TKM"])
def test_a_country_without_figures_is_hatched_whole(country):
    drawn = of_view(country, "workers")
    assert set(looks(drawn).values()) == {"hole"}
    assert drawn.hole == "No figure"
    assert not drawn.discs


def test_a_map_of_regions_has_neither_flows_nor_a_legend_of_widths():
    drawing = of_areas(of_view("UZB", "workers_share"), ("as of then",))
    body = map_body(drawing, LIGHT.ink_of)
    assert body == areas_body(drawing.areas, LIGHT.ink_of)
    assert body.count('class="area"') == 14
    assert 'class="flows"' not in body
    key = key_html(drawing, EN)
    assert key.count('class="fill"') == 4
    assert "as of then" in key
    assert "widths" not in key


def test_the_legend_of_a_picture_has_the_colours_that_are_drawn():
    drawing = of_areas(of_view("UZB", "workers_share"))
    inks = [colour for _, colour, _, _ in _items(drawing, EN, LIGHT) if colour]
    assert inks == [blend(LIGHT.primary, LIGHT.region, one) for one in CLASSED]
    assert blend("#000000", "#ffffff", 0.5) == "#808080"


def test_a_picture_is_framed_by_the_country():
    west, south, east, north = country_window("UZB")
    assert 55 < west < 56
    assert 73 < east < 74.5
    assert 36 < south < 37.3
    assert 45.5 < north < 46.5
    assert print_frame((900, 500), country_window("UZB")).zoom > 0
