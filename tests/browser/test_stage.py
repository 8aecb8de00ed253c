"""One view on the whole screen: its slides walked by keys, and a phone's drawing."""

import io
import re
import zipfile

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import FITS

LONG = "returns-overview"
READY = ".picture[data-ready=yes]"


def where(seen):
    return seen.part("stage").locator(".where")


def test_slides_are_walked_by_keys_and_by_a_clicker_and_end_where_they_end(visit):
    seen = visit("/returns", lang="en", show=LONG)
    expect(seen.part("stage").locator(READY)).to_be_visible()
    expect(seen.page.get_by_role("heading", level=1)).to_have_count(1)
    last = int(where(seen).inner_text().split("/")[1])
    assert last > 2
    at = 1
    for key, step in (
        ("PageDown", 1),
        ("ArrowRight", 1),
        ("PageUp", -1),
        (" ", 1),
        ("ArrowLeft", -1),
        ("Home", -1),
        ("ArrowLeft", 0),
    ):
        seen.page.keyboard.press(key)
        at += step
        expect(where(seen)).to_have_text(f"{at} / {last}")
    seen.page.keyboard.press("End")
    expect(where(seen)).to_have_text(f"{last} / {last}")
    seen.page.keyboard.press("PageDown")
    expect(where(seen)).to_have_text(f"{last} / {last}")
    for side, pixels in seen.page.viewport_size.items():
        expect(seen.part("stage").locator("img")).to_have_css(side, f"{pixels}px")


@pytest.mark.parametrize(("page", "show"), [("/avrr", "avrr-coverage"), ("/corridors", "time")])
def test_a_phone_has_its_own_drawing_over_its_whole_width(visit, page, show):
    seen = visit(page, width=390, height=844, lang="ru", show=show)
    part = seen.part("stage-page")
    expect(part.get_by_role("heading", level=1)).to_be_visible()
    expect(part.locator("img")).to_have_count(0)
    assert seen.page.evaluate(FITS)
    back = seen.part("stage-exit").get_by_role("button")
    expect(back).to_have_text("Назад")
    assert back.bounding_box()["height"] >= 44
    back.click()
    expect(seen.page).not_to_have_url(re.compile("show="))


def test_all_slides_are_saved_in_one_file(visit):
    seen = visit("/returns", lang="en")
    seen.offer(LONG, "png").click()
    dialog = seen.page.get_by_role("dialog")
    expect(dialog.locator(READY)).to_be_visible()
    count = int(dialog.locator(".where").inner_text().split("/")[1])
    with seen.page.expect_download() as started:
        dialog.locator("button.all").click()
    assert started.value.suggested_filename.endswith("_en.zip")
    packed = zipfile.ZipFile(io.BytesIO(started.value.path().read_bytes()))
    assert packed.testzip() is None
    assert len(packed.namelist()) == count
    assert all(packed.read(name).startswith(b"\x89PNG") for name in packed.namelist())
