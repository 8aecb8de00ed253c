"""A first visit: the guide comes, is skipped or read, stays away, and is found again."""

import re

import pytest
from playwright.sync_api import expect

from components.language import language

NAME = "How to read the atlas"
SEEN = """() => localStorage.getItem("atlas-guide")"""


def guide(seen, code="en"):
    return seen.page.get_by_role("region", name=language(code).text(NAME))


def test_a_newcomer_reads_it_step_by_step_and_does_not_meet_it_again(visit):
    seen = visit("/avrr", lang="en", newcomer=True)
    shown = guide(seen)
    expect(shown).to_be_visible()
    assert seen.page.evaluate("document.activeElement === document.body"), "focus is stolen"
    read = []
    last = shown.locator("li").count()
    for at in range(last):
        sentence = shown.locator("li").filter(visible=True)
        expect(sentence).to_have_count(1)
        expect(sentence.locator("small")).to_have_text(f"{at + 1} / {last}")
        read.append(sentence.inner_text())
        shown.get_by_role("button", name="Next" if at + 1 < last else "Got it").click()
    assert len(set(read)) == last
    expect(shown).to_be_hidden()
    seen.page.reload()
    seen.settle()
    expect(shown).to_be_hidden()


@pytest.mark.parametrize("way", ["Skip", "Escape"])
def test_who_skips_it_does_not_meet_it_again_but_finds_it_in_the_foot(visit, way):
    seen = visit("/readiness", lang="en", newcomer=True)
    expect(guide(seen)).to_be_visible()
    if way == "Skip":
        guide(seen).get_by_role("button", name=way).click()
    else:
        seen.page.keyboard.press(way)
    expect(guide(seen)).to_be_hidden()
    assert seen.page.evaluate(SEEN)
    opener = seen.page.get_by_role("contentinfo").get_by_role("button", name=NAME)
    opener.click()
    expect(guide(seen).get_by_role("button", name="Next")).to_be_focused()
    seen.page.keyboard.press("ArrowRight")
    expect(guide(seen).locator("li").nth(1)).to_be_visible()
    seen.page.keyboard.press("ArrowLeft")
    expect(guide(seen).locator("li").nth(0)).to_be_visible()
    seen.page.keyboard.press("Escape")
    expect(guide(seen)).to_be_hidden()
    expect(opener).to_be_focused()


def test_it_stays_where_it_is_while_a_choice_is_made_and_another_page_opened(visit):
    seen = visit("/policy", lang="en", newcomer=True)
    guide(seen).get_by_role("button", name="Next").click()
    seen.show("policy-treaties", 1)
    expect(guide(seen).locator("li").nth(1)).to_be_visible()
    seen.take("language-switch", 1)
    seen.wait_for_choice(lang="ru")
    expect(guide(seen, "ru").locator("li").nth(1)).to_be_visible()


def test_an_open_choice_has_the_escape_key_first(visit):
    seen = visit("/avrr", lang="en", newcomer=True)
    seen.part("open-countries").get_by_role("button").click()
    expect(seen.page.get_by_test_id("stPopoverBody")).to_be_visible()
    seen.page.keyboard.press("Escape")
    expect(seen.page.get_by_test_id("stPopoverBody")).to_have_count(0)
    expect(guide(seen)).to_be_visible()


@pytest.mark.parametrize("code", ["en", "ru"])
def test_on_a_phone_it_leaves_most_of_the_screen_to_the_page(visit, code):
    seen = visit("/corridors", width=390, height=844, lang=code, newcomer=True)
    shown = guide(seen, code)
    go = shown.get_by_role("button").last
    for at in range(shown.locator("li").count()):
        box = shown.bounding_box()
        assert box["height"] <= 0.4 * 844
        assert box["y"] + box["height"] <= seen.page.locator(".atlas-bar").bounding_box()["y"] + 1
        assert shown.evaluate("one => one.scrollHeight <= one.clientHeight + 1"), at
        assert go.bounding_box()["height"] >= 44
        go.click()


def test_neither_paper_nor_the_whole_screen_has_it(visit):
    seen = visit("/avrr", lang="en", newcomer=True)
    expect(guide(seen)).to_be_visible()
    seen.page.emulate_media(media="print")
    expect(seen.page.locator(".atlas-guide")).to_be_hidden()
    alone = visit("/avrr", lang="en", show="avrr-coverage", newcomer=True)
    expect(alone.page.locator(".atlas-guide")).to_have_count(0)


def test_a_pointer_and_a_screen_reader_are_told_what_a_control_is_for(visit):
    seen = visit("/corridors", lang="en")
    controls = (
        ("measure", "combobox", "Each measure"),
        ("open-year", "button", "The year shown"),
        ("open-more-controls", "button", "The other choices"),
        ("more-ranked", "button", "What you can take"),
    )
    for key, role, begins in controls:
        told = re.compile(f"^{begins}")
        expect(seen.part(key)).to_have_attribute("title", told)
        expect(seen.part(key).get_by_role(role).first).to_have_accessible_description(told)
