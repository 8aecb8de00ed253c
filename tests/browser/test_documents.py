"""Documents are read, heard, printed and operated at every width, in both modes."""

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import expect

from components.language import language

FITS = """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
  .every(part => part.scrollWidth <= part.clientWidth + 1)"""
HEAD = """part => {
  const main = document.querySelector('[data-testid="stMain"]')
  main.scrollTop += part.getBoundingClientRect().top + 300
  return part.querySelector("thead th").getBoundingClientRect().top
}"""
INK = """part => getComputedStyle(part).color"""
SCROLLS = """part => [part, ...part.querySelectorAll("*")]
  .filter(one => one.getClientRects().length)
  .some(one => ["auto", "scroll"].includes(getComputedStyle(one).overflowY))"""


@pytest.mark.parametrize("width", [320, 390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_document_fits_and_has_no_barriers(visit, width, scheme):
    seen = visit("/readiness", width=width, scheme=scheme, lang="en")
    expect(seen.part("card-readiness-mechanisms").get_by_role("table")).to_be_visible()
    assert seen.page.evaluate(FITS)
    found = Axe().run(seen.page, context=".doc")
    assert [rule["id"] for rule in found["violations"]] == []


def test_a_table_has_its_headings_for_those_who_hear_it(visit):
    seen = visit("/readiness", lang="en")
    table = seen.part("card-readiness-mechanisms").get_by_role("table")
    for code in ("KAZ", "UZB"):
        name = language("en").place(code)
        expect(table.get_by_role("columnheader", name=name)).to_be_visible()
    expect(table.get_by_role("rowheader", name="EAEU", exact=True)).to_be_visible()
    row = table.get_by_role("row", name="EAEU")
    expect(row.get_by_role("cell").first).to_contain_text("yes")


def test_on_a_phone_one_country_is_shown_at_a_time_and_the_keys_change_it(visit):
    seen = visit("/readiness", width=390, lang="en")
    card = seen.part("card-readiness-mechanisms")
    head = seen.page.get_by_role("rowheader", name="EAEU", exact=True)
    row = card.get_by_role("row").filter(has=head)
    expect(row.get_by_role("cell")).to_have_count(1)
    expect(row.get_by_role("cell")).to_contain_text("2015")
    card.get_by_role("radio", name=language("en").place("KAZ")).focus()
    seen.page.keyboard.press("ArrowRight")
    seen.page.keyboard.press("ArrowRight")
    expect(card.get_by_role("radio", name=language("en").place("TJK"))).to_be_checked()
    expect(row.get_by_role("cell")).to_contain_text("Not a member")
    assert seen.page.evaluate(FITS)


def test_the_head_stays_in_sight_while_the_page_goes_on(visit):
    seen = visit("/readiness", lang="en")
    top = seen.part("card-readiness-mechanisms").get_by_role("table").evaluate(HEAD)
    assert 0 < top < 120


def test_a_document_prints_whole(visit):
    seen = visit("/readiness", width=390, lang="en")
    card = seen.part("card-readiness-mechanisms")
    head = seen.page.get_by_role("rowheader", name="EAEU", exact=True)
    row = card.get_by_role("row").filter(has=head)
    expect(row.get_by_role("cell")).to_have_count(1)
    seen.page.emulate_media(media="print")
    expect(row.get_by_role("cell")).to_have_count(5)
    assert not card.locator(".doc").evaluate(SCROLLS)


def test_a_switch_of_the_theme_is_followed_at_once(visit):
    seen = visit("/readiness", scheme="light", lang="en")
    words = seen.part("card-readiness-mechanisms").locator(".doc")
    before = words.evaluate(INK)
    seen.page.emulate_media(color_scheme="dark")
    expect(words).not_to_have_css("color", before)


def test_a_cell_is_chosen_with_the_keys(visit):
    seen = visit("/flow-types", lang="en")
    cell = seen.part("card-types-matrix").locator("[data-code='UZB.repatriation']")
    cell.focus()
    seen.page.keyboard.press("Space")
    seen.wait_for_choice(cell="UZB.repatriation")
    expect(seen.part("card-types-cell")).to_contain_text("Repatriation, Uzbekistan")
    expect(cell).to_be_checked()
