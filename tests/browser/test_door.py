"""The frame of every page: title of the document, name in the bar, menu on a phone, foot."""

import re
from itertools import pairwise

from playwright.sync_api import expect

from components.language import language
from components.navigation import PAGES, title_of

SAID = "(part) => getComputedStyle(part, '::after').content"


def test_the_title_of_the_document_follows_page_and_language(visit):
    seen = visit("/avrr", lang="en")
    spec = next(spec for spec in PAGES if spec.url == "avrr")
    expect(seen.page).to_have_title(title_of(spec, language("en")))
    seen.take("language-switch", 1)
    seen.settle()
    expect(seen.page).to_have_title(title_of(spec, language("ru")))
    foot = seen.page.get_by_role("contentinfo")
    expect(foot).to_have_count(1)
    expect(foot).to_contain_text(language("ru").text("How to cite"))


def test_on_a_phone_the_menu_is_named_and_nothing_lies_over_it(visit):
    seen = visit("/avrr", width=390, height=844, lang="ru")
    lang = language("ru")
    opener = seen.page.get_by_test_id("stExpandSidebarButton")
    assert opener.evaluate(SAID) == f'"{lang.text("Menu")}"'
    name = seen.page.get_by_test_id("stHeaderLogo").locator("..")
    assert name.evaluate(SAID) == f'"{lang.text("Central Asia Migration Atlas")}"'
    switch = seen.part("open-language-switch")
    boxes = [part.bounding_box() for part in (name, opener, switch)]
    assert all(a["x"] + a["width"] <= b["x"] + 1 for a, b in pairwise(boxes))
    opener.click()
    expect(switch).to_be_hidden()
    link = seen.page.get_by_test_id("stSidebarNavLink").filter(has_text=lang.text("Countries"))
    assert link.bounding_box()["height"] >= 44
    link.click()
    seen.settle()
    expect(seen.page).to_have_url(re.compile("/countries"))
