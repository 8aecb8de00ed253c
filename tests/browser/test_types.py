"""A reader asks what kinds of migration a country has, and how each figure is known."""

import pytest
from playwright.sync_api import expect

from components.language import language
from data.areas import FIVE


def test_a_click_on_the_matrix_opens_all_that_is_known_of_the_cell(visit):
    seen = visit("/flow-types", lang="en")
    row = seen.part("card-types-matrix").get_by_role("row", name="Repatriation")
    row.get_by_role("radio").nth(FIVE.index("UZB")).check(force=True)
    seen.wait_for_choice(cell="UZB.repatriation")
    expect(seen.part("card-types-cell")).to_contain_text("Repatriation, Uzbekistan")


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_headline_says_how_the_figures_are_known(visit, lang):
    seen = visit("/flow-types", lang=lang)
    numbers = [
        int("".join(c for c in word if c.isdigit()))
        for word in seen.headline.split()
        if any(c.isdigit() for c in word)
    ]
    total, *known = numbers
    assert total == sum(known)
    names = seen.part("card-types-matrix")
    expect(names).to_contain_text(language(lang).place("TKM"))


def test_the_strip_of_a_country_leads_to_the_cell_of_each_type(visit):
    seen = visit("/countries", lang="en", countries="TJK", part="types")
    seen.page.get_by_role("link", name="All figures: transit").click()
    seen.wait_for_choice(cell="TJK.transit")
    expect(seen.part("card-types-cell")).to_contain_text("Transit migration, Tajikistan")
