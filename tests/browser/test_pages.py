"""Every page, in both languages and on small and large screens, is whole and asks nobody else."""

import pytest

from components.language import LANGUAGES
from components.navigation import PAGES

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}
# The document itself never scrolls: Streamlit scrolls its main part.
FITS = """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
  .every(part => part.scrollWidth <= part.clientWidth + 1)"""


def is_whole(seen, code):
    assert seen.headline
    cyrillic = any("а" <= letter <= "я" for letter in seen.headline.lower())
    assert cyrillic == (code == "ru")
    assert seen.page.evaluate("document.documentElement.lang") == code
    assert seen.page.evaluate(FITS), "the page is wider than the window"


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.url)
@pytest.mark.parametrize("code", LANGUAGES)
def test_page_is_whole_on_a_phone_and_when_the_window_grows(visit, spec, code):
    seen = visit("/" if spec.default else f"/{spec.url}", **PHONE, lang=code)
    is_whole(seen, code)
    seen.page.set_viewport_size(DESK)
    seen.settle()
    is_whole(seen, code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_page_is_whole_on_a_desk(visit, code):
    seen = visit("/corridors", **DESK, lang=code)
    is_whole(seen, code)
    seen.drawn("corridor-map")


def test_page_is_whole_in_the_dark(visit):
    seen = visit("/corridors", scheme="dark", lang="en")
    is_whole(seen, "en")
    ground = seen.page.locator('[data-testid="stApp"]').evaluate(
        "app => getComputedStyle(app).backgroundColor"
    )
    assert sum(int(part) for part in ground.strip("rgb()").split(",")) < 3 * 60


def test_page_is_whole_on_a_wall(visit):
    seen = visit("/corridors", width=1920, height=1080, lang="ru")
    is_whole(seen, "ru")
    box = seen.drawn("corridor-map").bounding_box()
    assert box["height"] > 600


def test_browser_s_language_is_used_when_the_address_names_none(visit):
    seen = visit("/corridors", locale="ru-RU")
    is_whole(seen, "ru")
    assert "lang" not in seen.asked


def test_address_counts_more_than_the_browser_s_language(visit):
    is_whole(visit("/corridors", locale="ru-RU", lang="en"), "en")
