"""The flow map answers pointer, keys and wheel, and lights up with the list beside it."""

import pytest
from playwright.sync_api import expect

DESK = {"width": 1440, "height": 900, "lang": "en"}
ON_FLOW = """code => {
  const line = document.querySelector(`.flow[data-code="${code}"] path`)
  const spot = line.getPointAtLength(0.7 * line.getTotalLength())
  const {x, y} = new DOMPoint(spot.x, spot.y).matrixTransform(line.getScreenCTM())
  return [x, y]
}"""
MAP = ".st-key-map-corridor-map .atlas-map"


@pytest.fixture
def seen(visit):
    opened = visit("/corridors", **DESK)
    opened.page.wait_for_selector("li[data-code]")
    return opened


def box(seen):
    return seen.page.locator(f"{MAP} > svg").get_attribute("viewBox")


def scrolled(seen):
    return seen.page.get_by_test_id("stMain").evaluate("main => main.scrollTop")


def test_flow_and_list_light_each_other_up_and_the_tip_is_clear_of_the_flow(seen):
    lit = seen.page.locator(f"{MAP} .flow.lit")
    seen.page.locator('li[data-code="TJK-RUS"]').hover()
    expect(lit).to_have_attribute("data-code", "TJK-RUS")
    x, y = seen.page.evaluate(ON_FLOW, "KAZ-DEU")
    seen.page.mouse.move(x, y)
    expect(seen.page.locator("li.lit")).to_have_attribute("data-code", "KAZ-DEU")
    tip = seen.page.locator(f"{MAP} .tip")
    expect(tip).to_contain_text("Germany")
    told = tip.bounding_box()
    assert told["y"] + told["height"] <= y - 12 or told["y"] >= y + 12


def test_the_wheel_scrolls_the_page_and_with_ctrl_zooms_the_map(seen):
    whole = box(seen)
    seen.page.mouse.move(*seen.page.evaluate(ON_FLOW, "KAZ-DEU"))
    seen.page.mouse.wheel(0, 300)
    seen.page.wait_for_function(
        "() => document.querySelector('[data-testid=stMain]').scrollTop > 200", polling=50
    )
    assert box(seen) == whole
    seen.page.mouse.wheel(0, -300)
    seen.page.wait_for_function(
        "() => document.querySelector('[data-testid=stMain]').scrollTop === 0", polling=50
    )
    seen.page.keyboard.down("Control")
    seen.page.mouse.wheel(0, -120)
    seen.page.keyboard.up("Control")
    seen.page.wait_for_function(
        "whole => document.querySelector('.atlas-map > svg').getAttribute('viewBox') !== whole",
        arg=whole,
        polling=50,
    )
    assert scrolled(seen) == 0
    seen.page.get_by_role("button", name="Whole map").click()
    assert box(seen) == whole


def test_keys_walk_the_flows_and_choose_one(seen):
    first = seen.page.locator(f'{MAP} .flow[tabindex="0"]')
    first.focus()
    assert first.get_attribute("data-code") == "KAZ-RUS"
    seen.page.keyboard.press("ArrowRight")
    seen.page.keyboard.press("Enter")
    seen.wait_for_choice(corridor="KAZ-DEU")
    assert "Germany" in seen.headline


def test_a_line_of_the_list_is_chosen_and_let_go(seen):
    line = seen.page.locator('li[data-code="UZB-RUS"]').get_by_role("radio")
    line.click()
    seen.wait_for_choice(corridor="UZB-RUS")
    assert "Uzbekistan" in seen.headline
    expect(line).to_be_checked()
    line.click()
    seen.wait_for_choice(corridor=None)
    expect(line).not_to_be_checked()
    line.press("Space")
    seen.wait_for_choice(corridor="UZB-RUS")
    line.press("Space")
    seen.wait_for_choice(corridor=None)


def test_click_on_a_place_frames_its_flows_and_a_second_lets_it_go(seen):
    before = seen.headline
    seen.page.locator(f'{MAP} .place[data-place="TJK"]').click()
    seen.wait_for_choice(countries="TJK", place="TJK")
    assert "Tajikistan" in seen.headline
    seen.page.locator(f'{MAP} .place[data-place="TJK"]').click()
    seen.wait_for_choice(countries=None, place=None)
    assert seen.headline == before


@pytest.mark.parametrize("width", [390, 1440, 1920])
def test_the_map_has_room_and_words_keep_their_size(visit, width):
    opened = visit("/corridors", width=width, height=1080, lang="ru")
    drawn = opened.page.locator(f"{MAP} > svg")
    size = drawn.bounding_box()
    assert size["height"] >= (400 if width == 390 else 560)
    words = drawn.locator("text").first
    high = words.evaluate("text => text.getBoundingClientRect().height")
    assert 15 <= high <= 24
