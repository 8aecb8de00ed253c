"""Every page, in both languages and on small and large screens, is whole.

That nothing goes wrong, nothing is asked of other hosts and nothing is wider than the window is
part of every visit (see ``conftest.py``).
"""

import pytest
from playwright.sync_api import expect

from components.language import LANGUAGES
from components.navigation import PAGES
from tests.support import WHOLE

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}
WALL = {"width": 1920, "height": 1080}
TALLER = """height => document.querySelector('.st-key-map-corridor-map svg')
  ?.getBoundingClientRect().height > height"""


def is_in(seen, code):
    cyrillic = any("а" <= letter <= "я" for letter in seen.headline.lower())
    return cyrillic == (code == "ru") and seen.language == code


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.url)
@pytest.mark.parametrize("code", WHOLE)
def test_page_is_whole_on_a_phone_and_when_the_window_grows(visit, spec, code):
    seen = visit(spec, **PHONE, lang=code)
    assert is_in(seen, code)
    seen.page.set_viewport_size(DESK)
    seen.settle()
    assert is_in(seen, code)


def test_map_grows_with_the_window(visit):
    seen = visit("/corridors", **PHONE, lang="en")
    canvas = seen.part("map-corridor-map").locator("svg").first
    small = canvas.bounding_box()
    seen.page.set_viewport_size(WALL)
    seen.page.wait_for_function(TALLER, arg=1.3 * small["height"], polling=100)
    seen.settle()
    assert canvas.bounding_box()["width"] > 2 * small["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ground_follows_the_browser_s_colour_scheme(visit, scheme):
    seen = visit("/", scheme=scheme, lang="en")
    colour = "app => getComputedStyle(app).backgroundColor"
    ground = seen.page.get_by_test_id("stApp").evaluate(colour)
    brightness = sum(int(part) for part in ground.strip("rgb()").split(",")) / 3
    assert brightness < 60 if scheme == "dark" else brightness > 200


def test_browser_s_language_is_used_until_another_is_chosen(visit):
    seen = visit("/", locale="ru-RU")
    assert is_in(seen, "ru")
    assert "lang" not in seen.asked
    seen.part("open-language-switch").get_by_role("button").click()
    switch = seen.part("language-switch").get_by_role("radio")
    names = [one.name for one in LANGUAGES.values()]
    expect(switch).to_have_text(names)
    switch.filter(has_text="English").click()
    seen.wait_for_choice(lang="en")
    assert is_in(seen, "en")
