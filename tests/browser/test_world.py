"""The map of the world, in WebGL where the browser has it and as vectors where it has not."""

import pytest
from playwright.sync_api import expect

WORLD = {"width": 1440, "height": 900, "lang": "en", "world": "1"}
DECK = "stDeckGlJsonChart"
SWATCH = """mark => {
  const box = mark.getBoundingClientRect()
  return [box.width, box.height]
}"""


class TestInWebGL:
    @pytest.fixture
    def reader(self, chromium):
        return chromium

    def test_the_key_stands_below_the_deck_and_the_wheel_scrolls_the_page(self, visit):
        seen = visit("/corridors", **WORLD)
        deck = seen.drawn("world-corridor-map")
        key = seen.page.locator(".atlas-world")
        end = deck.bounding_box()
        assert key.bounding_box()["y"] >= end["y"] + end["height"] - 1
        assert key.evaluate("key => getComputedStyle(key).fontSize") == "14px"
        widths = [mark.evaluate(SWATCH) for mark in key.locator(".widths i").all()]
        assert len(widths) >= 2
        assert all(across >= 15 for across, _ in widths)
        assert sorted((high for _, high in widths), reverse=True) == [high for _, high in widths]
        main = seen.page.get_by_test_id("stMain")
        before = main.evaluate("main => main.scrollTop")
        seen.page.mouse.move(end["x"] + 300, max(end["y"], 0) + 300)
        seen.page.mouse.wheel(0, 300)
        seen.page.wait_for_function(
            "before => document.querySelector('[data-testid=stMain]').scrollTop > before + 100",
            arg=before,
            polling=50,
        )


def test_without_webgl_the_world_is_drawn_as_vectors(visit):
    seen = visit("/corridors", **WORLD)
    expect(seen.page.get_by_test_id(DECK)).to_have_count(0)
    drawn = seen.page.locator(".st-key-map-corridor-map .atlas-map > svg")
    expect(drawn).to_be_visible()
    assert drawn.locator(".flow").count() >= 5
