"""Questions that a reader brings to the page of what drives return."""

from playwright.sync_api import expect


def test_how_many_citizens_of_kyrgyzstan_were_banned_when_and_who_says_so(visit):
    seen = visit("/drivers", lang="en", countries="KGZ")
    assert "84 thousand people from Kyrgyzstan in 2025" in seen.headline
    seen.show("drivers-bans", 1)
    row = seen.part("card-drivers-bans").locator("tbody tr").filter(has_text="12 August 2025")
    expect(row).to_contain_text("84,000")
    expect(row).to_contain_text("Ministry of Foreign Affairs of Kyrgyzstan")


def test_how_many_citizens_of_uzbekistan_were_found_in_2024_and_where(visit):
    seen = visit("/drivers", lang="en", countries="UZB", closer="found", year="2024")
    card = seen.part("card-drivers-found")
    expect(card).to_contain_text("4,000 people from Uzbekistan were found in the EU")
    seen.show("drivers-found", 1)
    expect(card.locator("tbody tr").filter(has_text="Germany")).to_contain_text("850")
