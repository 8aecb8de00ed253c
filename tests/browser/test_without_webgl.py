"""A browser that cannot draw WebGL gets the map as a vector figure."""

import pytest
from playwright.sync_api import expect

PHONE = {"width": 390, "height": 844}
CARDS = {"/": "start-map", "/corridors": "corridor-map"}


@pytest.fixture
def reader(chromium_without_webgl):
    return chromium_without_webgl


@pytest.mark.parametrize("path", CARDS)
def test_map_is_a_vector_figure(visit, path):
    seen = visit(path, lang="en")
    expect(seen.part(f"card-{CARDS[path]}").locator(".main-svg").first).to_be_visible()
    expect(seen.page.get_by_test_id("stDeckGlJsonChart")).to_have_count(0)
    seen.page.set_viewport_size(PHONE)
    seen.settle()
    expect(seen.part(f"card-{CARDS[path]}").locator(".main-svg").first).to_be_visible()


def test_names_on_the_vector_map_are_apart_on_a_phone(visit):
    seen = visit("/corridors", **PHONE, lang="ru")
    names = seen.part("card-corridor-map").locator(".annotation-text")
    boxes = [names.nth(index).bounding_box() for index in range(names.count())]
    assert len(boxes) >= 5
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            across = min(one["x"] + one["width"], other["x"] + other["width"])
            down = min(one["y"] + one["height"], other["y"] + other["height"])
            apart = across - max(one["x"], other["x"]) < 2 or down - max(one["y"], other["y"]) < 4
            assert apart, (names.nth(index).inner_text(), one, other)
