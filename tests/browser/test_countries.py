"""Questions that a reader of one country brings, answered on the page."""

import pytest
from playwright.sync_api import expect

from components.language import language


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_is_kazakhstan_receiving_or_sending_by_the_stocks(visit, lang):
    seen = visit("/countries", lang=lang)
    words = language(lang)
    assert words.place("KAZ") in seen.headline
    claim = {"en": "In the literature: a receiving, transit", "ru": "В литературе: страна выезда"}
    expect(seen.part("card-country-status")).to_contain_text(claim[lang])
    assert words.compact(2_100_000) in seen.headline
    assert words.compact(2_800_000) in seen.headline


def test_where_people_born_in_kyrgyzstan_live_and_how_many_are_women(visit):
    seen = visit("/countries", lang="en", countries="KGZ", part="people", closer="women")
    assert "62% of them in Russia" in seen.headline
    expect(seen.part("card-country-women")).to_contain_text("Women were 53%")
    seen.show("country-abroad", 1)
    first = seen.part("card-country-abroad").locator("tbody tr").first
    expect(first).to_contain_text("Russia")
    assert first.locator("td").all_inner_texts()[0] == "333,664"


def test_how_many_people_died_on_the_way(visit):
    seen = visit("/countries", lang="en", countries="KAZ", part="protection")
    seen.page.get_by_role("radio", name="Deaths on the way").click()
    seen.wait_for_choice(closer="deaths")
    expect(seen.part("card-country-deaths").locator("h3")).to_contain_text("death")


def test_a_view_of_the_country_beside_is_shown_alone(visit):
    seen = visit(
        "/countries", lang="en", countries="KGZ", beside="TJK", part="people", closer="here"
    )
    card = seen.part("card-country-ages-TJK")
    expect(card).to_contain_text("lived in Tajikistan")
    seen.offer("country-ages-TJK", "show").click()
    seen.wait_for_choice(show="country-ages.TJK", beside="TJK", countries="KGZ")
    told = seen.alone()
    assert "Tajikistan" in told
    assert "Kyrgyzstan" not in told
