"""The field that finds: by keys alone, in both languages, on a phone; and ways between pages."""

import pytest
from playwright.sync_api import expect

from components.controls.places import places
from components.language import language

PHONE = {"width": 390, "height": 844}


def field(seen):
    return seen.page.get_by_role("combobox", name=language(seen.language).text("Search the atlas"))


def options(seen):
    return seen.page.locator("#atlas-find-list").get_by_role("option")


def arrived(seen, page, **choices):
    seen.page.wait_for_url(f"**/{page}?**")
    seen.wait_for_choice(**choices)


@pytest.mark.parametrize(
    ("lang", "typed", "words"),
    [
        ("en", "asylum decisions tajikistan", "Tajikistan"),
        ("ru", "решения об убежище таджиков", ""),
    ],
)
def test_slash_words_and_enter_lead_to_the_view_with_its_choices(visit, lang, typed, words):
    seen = visit("/policy", lang=lang)
    seen.page.keyboard.press("/")
    expect(field(seen)).to_be_focused()
    seen.page.keyboard.type(typed)
    expect(options(seen).first).to_contain_text(words)
    expect(field(seen)).to_have_attribute("aria-expanded", "true")
    seen.page.keyboard.press("ArrowDown")
    expect(options(seen).first).to_have_attribute("aria-selected", "true")
    first = options(seen).first.get_attribute("id")
    expect(field(seen)).to_have_attribute("aria-activedescendant", first)
    seen.page.keyboard.press("Enter")
    wanted = {"countries": "TJK", "part": "protection", "closer": "decisions", "lang": lang}
    arrived(seen, "countries", **wanted)
    assert seen.language == lang
    expect(seen.part("card-country-recognition")).to_be_in_viewport()


def test_arrows_go_round_escape_closes_and_what_was_typed_is_never_markup(visit):
    seen = visit("/policy", lang="en")
    seen.page.keyboard.press("/")
    seen.page.keyboard.type("remittances")
    expect(options(seen).first).to_be_visible()
    seen.page.keyboard.press("ArrowUp")
    expect(options(seen).last).to_have_attribute("aria-selected", "true")
    seen.page.keyboard.press("ArrowDown")
    expect(options(seen).first).to_have_attribute("aria-selected", "true")
    seen.page.keyboard.press("Escape")
    expect(options(seen).first).to_be_hidden()
    field(seen).fill("<img src=x onerror=alert(1)>/")
    said = seen.page.locator("#atlas-find").get_by_role("status")
    expect(said).to_contain_text("<img src=x onerror=alert(1)>/")
    assert seen.page.locator("#atlas-find img").count() == 0
    seen.page.keyboard.press("Enter")  # nothing was found: nothing is opened
    expect(said).to_be_visible()
    assert "/policy" in seen.page.url


def test_a_slash_in_another_field_is_a_letter(visit):
    seen = visit("/corridors", lang="en", measure="stock", corridor="UZB-RUS")
    seen.control("corridor").get_by_role("combobox").focus()
    seen.page.keyboard.press("/")
    assert seen.page.locator("#atlas-find-field:focus").count() == 0


@pytest.mark.parametrize("lang", ["en", "ru", "uz"])  # both scripts
def test_on_a_phone_an_icon_opens_the_field(visit, lang):
    seen = visit("/avrr", **PHONE, lang=lang)
    expect(field(seen)).to_be_hidden()
    opener = seen.page.locator("#atlas-find").get_by_role("button")
    assert opener.bounding_box()["height"] >= 44
    opener.click()
    expect(field(seen)).to_be_focused()
    seen.page.keyboard.type("ПДВР" if lang == "ru" else "how many tajiks in russia")
    expect(options(seen).first).to_be_visible()
    assert options(seen).first.bounding_box()["width"] > 340
    options(seen).first.click()
    wanted = {"lang": lang} if lang == "ru" else {"lang": lang, "corridor": "TJK-RUS"}
    arrived(seen, "avrr" if lang == "ru" else "corridors", **wanted)


def test_where_one_view_has_the_screen_there_is_no_field(visit):
    seen = visit("/policy", lang="en", show="policy-treaties")
    seen.page.keyboard.press("/")
    expect(seen.page.locator("#atlas-find")).to_be_hidden()


@pytest.mark.parametrize("window", [{"width": 1440, "height": 900}, PHONE])
def test_the_contents_lead_to_every_view(visit, window):
    seen = visit("/views", **window, lang="en")
    links = seen.page.locator(".atlas-contents li a")
    expect(links).to_have_count(len(places()))
    if window is PHONE:
        seen.page.locator("summary", has_text="Countries").click()
    links.filter(has_text="Deaths on the way").click()
    arrived(seen, "countries", part="protection", closer="deaths", lang="en")


def test_a_card_leads_to_the_same_count_on_another_page_with_its_country(visit):
    seen = visit("/countries", lang="ru", countries="KGZ", part="money")
    seen.page.locator(".atlas-also a").first.click()
    arrived(seen, "corridors", measure="remittances", countries="KGZ", lang="ru")
