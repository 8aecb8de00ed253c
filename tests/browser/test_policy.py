"""Questions that a reader of treaties and agreements brings, answered on the page."""

from playwright.sync_api import expect


def test_to_which_of_the_five_poland_can_return_people_under_an_agreement_in_force(visit):
    seen = visit("/policy", lang="en")
    seen.show("readmission-matrix", 1)
    poland = seen.part("card-readmission-matrix").locator("tbody tr").filter(has_text="Poland")
    in_force = poland.filter(has_text="in force").filter(has_not_text="not known")
    expect(in_force).to_have_count(1)
    expect(in_force).to_contain_text("Kazakhstan")
    expect(in_force).to_contain_text("4 August 2017")


def test_how_the_five_voted_on_the_global_compact(visit):
    seen = visit("/policy", lang="ru")
    seen.pick("instrument", "Голосования")
    seen.wait_for_choice(instrument="votes")
    assert "Кыргызстан и Туркменистан не голосовали" in seen.headline.replace("\u00a0", " ")


def test_who_has_not_ratified_the_migrant_workers_convention(visit):
    seen = visit("/policy", lang="en")
    assert "Only Kyrgyzstan and Tajikistan" in seen.headline.replace("\u00a0", " ")
    grid = seen.part("card-policy-treaties").get_by_role("table")
    row = grid.get_by_role("row").filter(has_text="Migrant Workers Convention 1990")
    expect(row.get_by_role("cell").filter(has_text="Not a party")).to_have_count(3)
