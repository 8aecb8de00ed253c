"""What a reader chooses stands in the address, and the address brings it back."""

import re

from playwright.sync_api import expect

from components import cache
from components.language import language
from components.navigation import PAGES
from components.views.measures import CORRIDOR_WORDS
from components.views.story import STEPS

NOT_FOUND = re.compile("not found|не найден", re.IGNORECASE)
NONSENSE = {
    "measure": "zzz",
    "year": "12",
    "countries": "ABC",
    "corridor": "XX",
    "top": "999",
    "lang": "klingon",
    "place": "<script>alert(1)</script>",
    "show": "nope",
}


def controls(seen):
    """Return what the controls of the corridor page show."""
    return {
        key: seen.says(key) for key in ("measure", "corridor", "direction", "countries", "year")
    }


def measure(code, name):
    return language(code).text(CORRIDOR_WORDS[name].name)


def test_deep_link_is_understood_by_a_server_that_nobody_has_visited(visit, fresh_server):
    seen = visit(
        "/corridors",
        server=fresh_server,
        measure="flow",
        direction="both",
        corridor="KAZ-RUS",
        lang="ru",
    )
    expect(seen.page.get_by_role("dialog")).to_have_count(0)
    expect(seen.page.get_by_text(NOT_FOUND)).to_have_count(0)
    assert seen.page.url.startswith(f"{fresh_server.address}/corridors?")
    assert seen.language == "ru"
    lang = language("ru")
    assert lang.place("RUS", "to") in seen.headline
    shown = controls(seen)
    assert shown["measure"] == measure("ru", "flow")
    assert shown["corridor"] == f"{lang.place('KAZ')} → {lang.place('RUS')}"


def test_choices_come_back_with_the_link(visit):
    first = visit("/corridors", lang="en")
    first.pick("measure", measure("en", "flow"))
    first.wait_for_choice(measure="flow")
    first.take("direction", 2)
    first.wait_for_choice(direction="both")
    first.take("countries", 0)
    first.take("countries", 1)
    first.wait_for_choice(countries="KAZ,KGZ")
    first.close()
    first.control("year").get_by_role("slider").press("ArrowLeft")
    first.wait_for_choice(year="2015")
    first.close()
    first.control("world").get_by_role("switch").press("Space")
    first.wait_for_choice(world="1")
    again = visit("/corridors", **first.asked)
    assert again.asked == first.asked
    assert again.headline == first.headline
    assert controls(again) == controls(first)


def test_other_language_keeps_the_choices(visit):
    chosen = {"measure": "flow", "direction": "to", "countries": "KGZ,UZB", "corridor": "RUS-UZB"}
    seen = visit("/corridors", lang="en", **chosen)
    english = seen.headline
    seen.take("language-switch", 1)
    seen.wait_for_choice(lang="ru", **chosen)
    expect(seen.page.locator("html")).to_have_attribute("lang", "ru")
    assert seen.headline != english
    assert controls(seen)["measure"] == measure("ru", "flow")


def test_back_button_returns_to_the_choice_before(visit):
    seen = visit("/corridors", lang="en")
    before = seen.headline, controls(seen)
    seen.take("direction", 1)
    seen.wait_for_choice(direction="to")
    assert seen.headline != before[0]
    seen.page.go_back()
    seen.wait_for_choice(direction=None)
    expect(seen.page.get_by_role("heading", level=1)).to_have_text(before[0])
    assert (seen.headline, controls(seen)) == before


def test_nonsense_in_the_address_falls_back_to_the_defaults(visit):
    plain = visit("/corridors")
    nonsense = visit("/corridors", **NONSENSE)
    nonsense.wait_for_choice(**dict.fromkeys(NONSENSE))
    assert nonsense.headline == plain.headline
    assert controls(nonsense) == controls(plain)


def test_choices_and_language_go_along_to_the_next_page(visit):
    start, corridors = (next(s for s in PAGES if s.url == url) for url in ("start", "corridors"))
    seen = visit("/corridors", countries="KAZ", lang="ru", measure="flow")
    headline = seen.headline
    open_by_menu(seen, start, "ru")
    seen.wait_for_choice(lang="ru", measure=None)
    expect(seen.page.get_by_role("heading", level=1)).not_to_have_text(headline)
    open_by_menu(seen, corridors, "ru")
    seen.wait_for_choice(lang="ru", countries="KAZ", measure=None)
    assert controls(seen)["countries"] == language("ru").place("KAZ")


def open_by_menu(seen, spec, code):
    lang = language(code)
    menu = seen.page.get_by_role("navigation")
    menu.get_by_role("button", name=lang.text(spec.section)).click()
    seen.page.get_by_role("menuitem", name=lang.text(spec.title), exact=True).click()


def test_step_of_the_story_opens_the_page_that_tells_more_of_it(visit):
    seen = visit("/", lang="ru")
    steps = (cache.step("ru", number) for number in range(len(STEPS)))
    step = next(one for one in steps if one and one.query)
    seen.part("story").get_by_role("link", name=step.link, exact=True).click()
    seen.wait_for_choice(lang="ru", **step.query)
    assert f"/{step.url}?" in seen.page.url
