"""Questions on money and protection that a reader brings, answered on the page."""

from playwright.sync_api import expect


def test_what_share_of_its_economy_tajikistan_receives(visit):
    seen = visit("/countries", lang="en", countries="TJK", part="money")
    assert "48% of GDP" in seen.headline


def test_how_often_people_from_kazakhstan_are_recognised_in_korea(visit):
    seen = visit("/countries", lang="en", countries="KAZ", part="protection", closer="decisions")
    seen.show("country-recognition", 1)
    row = (
        seen.part("card-country-recognition")
        .locator("tbody tr")
        .filter(has_text="South Korea")
        .filter(has_text="first instance")
        .filter(has_text="2025")
        .first
    )
    expect(row).to_contain_text("South Korea")
    assert row.locator("td").all_inner_texts()[-2] == "0"
