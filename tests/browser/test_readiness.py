"""Questions that a reader brings about readiness, answered on the page."""

import pytest
from playwright.sync_api import expect

from components.language import language


def table_rows(seen, card: str):
    seen.show(card, 1)
    return seen.part(f"card-{card}").locator("tbody tr")


@pytest.mark.parametrize(("lang", "words"), [("en", "no shared mechanism"), ("ru", "не найдено")])
def test_which_regional_mechanism_on_return_takes_in_all_five(visit, lang, words):
    assert words in visit("/readiness", lang=lang).headline


def test_what_turkmenistan_lacks_that_its_peers_have(visit):
    seen = visit("/readiness", lang="en", closer="peers")
    seen.pick("country", language("en").place("TKM"))
    seen.wait_for_choice(country="TKM")
    rows = table_rows(seen, "readiness-peers").filter(has_text="Known not to have")
    own = rows.filter(has_text="Not a member").filter(has_text="Turkmenistan")
    expect(own).to_have_count(1)
    expect(own).to_contain_text("EAEU")


def test_what_evidence_there_is_on_economy_and_society_in_tajikistan(visit):
    seen = visit("/readiness", lang="en", countries="TJK", closer="factors")
    rows = table_rows(seen, "readiness-factors")
    remittances = rows.filter(has_text="Remittances received, share of GDP")
    expect(remittances).to_have_count(1)
    expect(remittances).to_contain_text("48%")
    expect(remittances).to_contain_text("2024")
