"""A browser that cannot draw WebGL gets the map as SVG."""

import pytest
from playwright.sync_api import expect

PHONE = {"width": 390, "height": 844}
CARDS = {"/": "start-map", "/corridors": "corridor-map"}


@pytest.fixture
def reader(chromium_without_webgl):
    return chromium_without_webgl


@pytest.mark.parametrize("path", CARDS)
def test_map_is_svg_with_tips(visit, path):
    seen = visit(path, lang="en")
    drawn = seen.part(f"card-{CARDS[path]}").locator("svg.atlas-map")
    expect(drawn).to_be_visible()
    assert drawn.locator("g > title").count() >= 5
    expect(seen.page.get_by_test_id("stDeckGlJsonChart")).to_have_count(0)
    seen.page.set_viewport_size(PHONE)
    seen.settle()
    expect(drawn).to_be_visible()


def test_names_on_the_vector_map_are_apart_on_a_phone(visit):
    seen = visit("/corridors", **PHONE, lang="ru")
    names = seen.part("card-corridor-map").locator("svg.atlas-map > text")
    boxes = [names.nth(index).bounding_box() for index in range(names.count())]
    assert len(boxes) >= 5
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            across = min(one["x"] + one["width"], other["x"] + other["width"])
            down = min(one["y"] + one["height"], other["y"] + other["height"])
            beside = across - max(one["x"], other["x"]) < 2
            # the box of a line is taller than its letters by a sixth on either side
            above = down - max(one["y"], other["y"]) < one["height"] / 3
            apart = beside or above
            assert apart, (names.nth(index).text_content(), one, other)
