"""Each view can be read as a table, taken away as CSV or picture, and shown on the whole screen."""

import re
import struct
import xml.etree.ElementTree as ET

import pytest
from playwright.sync_api import expect

from components.language import language
from components.views.corridors.filters import CorridorFilters
from data.provenance import source
from tests.file_contract import read

CHART, TABLE, ABOUT = range(3)
CARD = "corridor-map"
LANGUAGES = pytest.mark.parametrize("code", ["en", "ru"])


@pytest.fixture
def reader(chromium_without_webgl):
    return chromium_without_webgl


def table(seen, card=CARD):
    seen.show(card, TABLE)
    shown = seen.part(f"body-{card}").get_by_role("table")
    expect(shown).to_be_visible()
    return shown


def is_russian(text):
    return any("а" <= letter <= "я" for letter in text.lower())


@LANGUAGES
def test_table_can_be_read_by_a_screen_reader_and_taken_away_as_it_is(visit, code):
    seen = visit("/corridors", lang=code, measure="refugees")
    shown = table(seen)
    expect(shown.locator("caption")).to_have_text(seen.headline)
    expect(shown.locator("thead th:not([scope=col])")).to_have_count(0)
    headings = shown.locator("thead th").all_inner_texts()
    first_cells = shown.locator("tbody td:first-child").all_inner_texts()
    assert len(first_cells) > 10
    with seen.page.expect_download() as started:
        seen.part(f"csv-{CARD}").get_by_role("button").click()
    name = started.value.suggested_filename
    assert name.startswith(f"{CARD}_refugees_KAZ-")
    assert name.endswith(f"_{code}.csv")
    head, *rows = read(started.value.path().read_bytes(), code)
    assert [name for name in head if name in headings] == headings
    assert language(code).text("Sources, as to be cited") in head
    assert [name for name in head if is_russian(name) != (code == "ru")] == []
    assert [row[0] for row in rows] == first_cells


@LANGUAGES
def test_about_names_licence_and_citation_and_the_chart_comes_back(visit, code):
    seen = visit("/corridors", lang=code)
    seen.show(CARD, ABOUT)
    told = seen.part(f"body-{CARD}").locator(".atlas-about").inner_text()
    behind = source(CorridorFilters().definition.sources[0])
    assert language(code).text("Licence") in told
    assert behind.licence["name"] in told
    assert language(code).text("Cite as") in told
    assert behind.citation in told
    figure = seen.part(f"body-{CARD}").get_by_role("img", name=re.compile("Map with|Карта с"))
    expect(figure).to_have_count(0)
    seen.show(CARD, CHART)
    expect(figure).to_be_visible()


READY = ".picture[data-ready=yes]"
FACES = ("Source Sans", "Source Serif")


@pytest.mark.parametrize("card", [CARD, "ranked"])
def test_picture_is_saved_as_png_and_as_svg_with_its_letters(visit, card):
    seen = visit("/corridors", lang="ru")
    seen.part(f"png-{card}").get_by_role("button").click()
    dialog = seen.page.get_by_role("dialog")
    expect(dialog.locator(READY)).to_be_visible()
    png, name = saved(seen, dialog, "png")
    assert re.fullmatch(rf"{card}_KAZ-.*_2024_ru\.png", name)
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (3200, 1800)
    assert len(png) > 20_000
    svg, name = saved(seen, dialog, "svg")
    assert name.endswith("_ru.svg")
    root = ET.fromstring(svg)  # noqa: S314 - the atlas' own
    assert (root.get("width"), root.get("height")) == ("1600", "900")
    assert bare(root.find("{*}title").text) in bare("".join(root.itertext()))
    assert all(face in svg.decode() for face in FACES)
    assert b"<!--chart-->" not in svg
    dialog.press("Escape")
    expect(dialog).to_have_count(0)


def saved(seen, dialog, kind):
    with seen.page.expect_download() as started:
        dialog.locator(f"button.{kind}").click()
    return started.value.path().read_bytes(), started.value.suggested_filename


def test_view_is_shown_alone_with_its_title_until_escape(visit):
    seen = visit("/corridors", lang="en", countries="KAZ")
    headline = seen.headline
    seen.part(f"show-{CARD}").get_by_role("button").click()
    seen.wait_for_choice(show=CARD, countries="KAZ")
    shown = seen.part("stage").locator(f"{READY} img")
    expect(shown).to_be_visible()
    told = shown.evaluate("async image => (await fetch(image.src)).text()")
    assert bare(headline) in bare(told)
    expect(seen.page.get_by_test_id("stHeader")).to_be_hidden()
    expect(seen.part("languages")).to_be_hidden()
    assert shown.bounding_box()["width"] > 0.9 * seen.page.viewport_size["width"]
    seen.page.keyboard.press("Escape")
    seen.wait_for_choice(show=None, countries="KAZ")
    assert seen.headline == headline
    expect(seen.page.get_by_test_id("stHeader")).to_be_visible()


def bare(text):
    return re.sub(r"\s", "", text)
