"""Questions on events and comparisons that a reader brings, answered on the page."""

import pytest
from playwright.sync_api import expect

from components.language import language


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_what_happened_when_money_to_kyrgyzstan_fell(visit, lang):
    seen = visit("/countries", lang=lang, countries="KGZ", part="events", measure="remittances")
    words = language(lang)
    assert words.place("KGZ", "to") in seen.headline
    assert words.compact(560_000_000) in seen.headline
    assert "2014" in seen.headline
    assert "2015" in seen.headline


def test_did_members_of_the_union_lose_fewer_people_to_russia(visit):
    seen = visit("/countries", lang="en", countries="KGZ", part="events", closer="union")
    card = seen.part("card-country-eaeu")
    expect(card).to_contain_text("No effect of membership can be read from it")
    seen.show("country-eaeu", 1)
    rows = card.locator("tbody tr", has_text="Kyrgyzstan")
    row = rows.filter(has_text="live in Russia").first
    expect(row).to_contain_text("333,664")
