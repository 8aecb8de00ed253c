"""Each view can be read as a table, taken away as CSV or picture, and shown on the whole screen."""

import re
import struct
import xml.etree.ElementTree as ET
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import expect

from components.language import language
from components.views.corridors.filters import CorridorFilters
from data.provenance import source
from tests.file_contract import read

CHART, TABLE = range(2)
CARD = "corridor-map"
LANGUAGES = pytest.mark.parametrize("code", ["en", "ru"])


def table(seen, card=CARD):
    seen.show(card, TABLE)
    shown = seen.part(f"card-{card}").get_by_role("table")
    expect(shown).to_be_visible()
    return shown


def is_russian(text):
    return any("а" <= letter <= "я" for letter in text.lower())


@LANGUAGES
def test_table_can_be_read_by_a_screen_reader_and_taken_away_as_it_is(visit, code):
    seen = visit("/corridors", lang=code, measure="refugees")
    shown = table(seen)
    expect(seen.page.get_by_role("table", name=seen.headline, exact=True)).to_have_count(1)
    expect(seen.page.get_by_role("region", name=seen.headline, exact=True)).to_have_count(2)
    expect(shown.locator("thead th:not([scope=col])")).to_have_count(0)
    headings = shown.locator("thead th").all_inner_texts()
    first_cells = shown.locator("tbody th[scope=row]").all_inner_texts()
    assert len(first_cells) > 10
    seen.offer(CARD, "data").click()
    with seen.page.expect_download() as started:
        seen.part("file-csv").get_by_role("button").click()
    name = started.value.suggested_filename
    assert name.startswith(f"{CARD}_refugees_KAZ-")
    assert name.endswith(f"_{code}.csv")
    head, *rows = read(started.value.path().read_bytes(), code)
    assert [name for name in head if name in headings] == headings
    assert language(code).text("Sources, as to be cited") in head
    assert [name for name in head if is_russian(name) != (code == "ru")] == []
    assert [row[0] for row in rows] == first_cells


@LANGUAGES
def test_foot_line_counts_and_opens_sources_notes_licence_and_citation(visit, code):
    seen = visit("/corridors", lang=code)
    behind = source(CorridorFilters().definition.sources[0])
    line = seen.part(f"foot-{CARD}").get_by_role("button")
    expect(line).to_contain_text(behind.short[code])
    expect(line).to_contain_text("2024")
    told = seen.notes(CARD).inner_text()
    assert language(code).text("Licence") in told
    assert behind.licence["name"] in told
    assert language(code).text("Cite as") in told
    assert behind.citation in told


def test_tables_are_part_of_the_link_and_of_back_and_forward(visit):
    seen = visit("/corridors", lang="en", countries="TJK")
    headline = seen.headline
    seen.show("time", TABLE)
    seen.wait_for_choice(table="time")
    seen.show(CARD, TABLE)
    seen.wait_for_choice(table=f"{CARD},time", countries="TJK")
    seen.page.go_back()
    seen.wait_for_choice(table="time")
    chosen = {name: seen.part(f"face-{name}").get_by_role("radio") for name in (CARD, "time")}
    expect(chosen[CARD].nth(CHART)).to_be_checked()
    expect(chosen["time"].nth(TABLE)).to_be_checked()
    seen.page.go_forward()
    seen.wait_for_choice(table=f"{CARD},time")
    expect(seen.part("card-time").locator(".atlas-table")).to_be_visible()
    again = visit("/corridors", **seen.asked)
    expect(again.part("card-time").locator(".atlas-table")).to_be_visible()
    expect(again.part(f"face-{CARD}").get_by_role("radio").nth(TABLE)).to_be_checked()
    assert again.headline == headline
    again.take("direction", 1)
    again.wait_for_choice(direction="to", table=f"{CARD},time")


@LANGUAGES
def test_link_and_citation_of_a_card_lead_to_what_is_shown_now(visit, code):
    seen = visit("/corridors", measure="refugees", locale=f"{code}-{code.upper()}")
    seen.show("ranked", TABLE)
    seen.wait_for_choice(table="ranked")
    seen.part("more-ranked").get_by_role("button").click()
    codes = seen.page.get_by_test_id("stPopoverBody").locator("code")
    expect(codes).to_have_count(2)
    link, cited = codes.all_inner_texts()
    page, _, rest = link.partition("?")
    query, _, card = rest.partition("#")
    assert page == seen.page.url.partition("?")[0]
    assert card == "card-ranked"
    asked = {"measure": "refugees", "table": "ranked", "lang": code}
    assert dict(parse_qsl(query)) == asked
    assert link in cited


READY = ".picture[data-ready=yes]"
FACES = ("Source Sans", "Source Serif")


@pytest.mark.parametrize("card", [CARD, "ranked"])
def test_picture_is_saved_as_png_and_as_svg_with_its_letters(visit, card):
    seen = visit("/corridors", lang="ru")
    seen.offer(card, "png").click()
    dialog = seen.page.get_by_role("dialog")
    expect(dialog.locator(READY)).to_be_visible()
    png, name = saved(seen, dialog, "png")
    assert re.fullmatch(rf"{card}_KAZ-.*_2024_ru(_1)?\.png", name)
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (3200, 1800)
    assert len(png) > 20_000
    svg, name = saved(seen, dialog, "svg")
    assert re.search(r"_2024_ru(_1)?\.svg$", name)
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
    seen.offer(CARD, "show").click()
    seen.wait_for_choice(show=CARD, countries="KAZ", lang="en")
    shown = seen.part("stage").locator(f"{READY} img")
    expect(shown).to_be_visible()
    told = shown.evaluate("async image => (await fetch(image.src)).text()")
    assert bare(headline) in bare(told)
    expect(seen.page.get_by_test_id("stHeader")).to_be_hidden()
    expect(seen.part("open-language-switch")).to_be_hidden()
    assert shown.bounding_box()["width"] > 0.9 * seen.page.viewport_size["width"]
    seen.page.keyboard.press("Escape")
    seen.wait_for_choice(show=None, countries="KAZ")
    assert seen.headline == headline
    expect(seen.page.get_by_test_id("stHeader")).to_be_visible()


def test_after_the_whole_screen_reader_and_focus_are_at_the_card_again(visit):
    seen = visit("/corridors", lang="en", closer="sankey")
    seen.offer("sankey", "show").click()
    seen.wait_for_choice(show="sankey")
    seen.page.keyboard.press("Escape")
    seen.wait_for_choice(show=None)
    menu = seen.part("more-sankey").get_by_role("button")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    bar = seen.page.get_by_test_id("stHeader").bounding_box()
    assert menu.bounding_box()["y"] >= bar["y"] + bar["height"]


def test_a_link_of_a_card_opens_at_that_card(visit):
    seen = visit("/corridors?lang=en&closer=sankey#card-sankey")
    expect(seen.page.locator("#card-sankey")).to_be_in_viewport()


def bare(text):
    return re.sub(r"\s", "", text)
