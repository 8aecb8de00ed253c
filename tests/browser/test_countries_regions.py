"""The regions inside a country: the map and its list, on a desk and on a phone."""

import pytest
from playwright.sync_api import expect

DESK = {"width": 1440, "height": 900, "lang": "en"}
MAP = ".st-key-map-country-regions .atlas-map"
SPOT = """code => {
  const {x, y, width, height} =
    document.querySelector(`.area[data-code="${code}"]`).getBoundingClientRect()
  return [x + 0.5 * width, y + 0.5 * height]
}"""


def test_map_and_list_light_each_other_up_and_the_tip_says_what_a_share_is_of(visit):
    seen = visit("/countries", countries="UZB", part="regions", **DESK)
    assert "Khorezm" in seen.headline
    assert "19%" in seen.headline
    seen.page.locator('li[data-code="UZ-XO"]').hover()
    expect(seen.page.locator(f"{MAP} .area.lit")).to_have_attribute("data-code", "UZ-XO")
    seen.page.mouse.move(*seen.page.evaluate(SPOT, "UZ-NW"))
    expect(seen.page.locator("li.lit")).to_have_attribute("data-code", "UZ-NW")
    tip = seen.page.locator(f"{MAP} .tip")
    expect(tip).to_contain_text("Navoi: 5.2%, that is 21,331 of 406,975 employed")


def test_another_count_is_marks_by_size_with_the_country_alone(visit):
    seen = visit("/countries", countries="UZB", part="regions", regional="workers", **DESK)
    assert seen.page.locator(f"{MAP} .disc").count() == 14
    seen.show("country-regions", 1)
    first = seen.part("card-country-regions").locator("tbody tr").first
    expect(first).to_contain_text("Samarkand")
    expect(first).to_contain_text("229,686")


@pytest.mark.parametrize("code", ["KGZ", "KAZ"])
def test_a_phone_has_the_whole_map_and_its_key_below_it(visit, code):
    seen = visit("/countries", countries=code, part="regions", width=390, height=844, lang="ru")
    drawn = seen.page.locator(f"{MAP} > svg").bounding_box()
    key = seen.page.locator(f"{MAP} .key").bounding_box()
    assert drawn["x"] >= 0
    assert drawn["x"] + drawn["width"] <= 390
    assert key["y"] >= drawn["y"] + drawn["height"]
    assert seen.page.locator(f"{MAP} .area").count() == {"KGZ": 8, "KAZ": 16}[code]
    expect(seen.page.locator(f"{MAP} .key")).to_contain_text("Нет данных")
