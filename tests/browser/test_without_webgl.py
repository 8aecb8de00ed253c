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
