"""The atlas can be used without a mouse, and automated checks find no barrier."""

from itertools import pairwise

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import expect

from components.language import LANGUAGES, language
from components.navigation import PAGES
from tests.opening import OF_VIEWS, OPENED

GRAVE = {"serious", "critical"}
WHERE = """() => [...document.querySelectorAll(":focus, :focus-within")]
  .flatMap(part => [...part.classList])
  .filter(name => name.startsWith("st-key-")).map(name => name.slice(7))"""
LOOK = """part => {
  const style = getComputedStyle(part)
  return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor].join(" ")
}"""


def barriers(seen):
    found = Axe().run(seen.page, options={"resultTypes": ["violations"]})
    return [
        f"{rule['id']} ({rule['impact']}): {node['target']} {node['html'][:160]}"
        for rule in found["violations"]
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]


IS_DARK = """() => {
  const [red] = getComputedStyle(document.querySelector(".stApp")).backgroundColor.match(/\\d+/g)
  return red < 128
}"""


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.url)
def test_page_has_no_grave_barriers_in_light_or_dark(visit, spec):
    seen = visit(spec, scheme="light", lang="ru", **OPENED.get(spec.url, {}))
    found = {"light": barriers(seen)}
    seen.page.emulate_media(color_scheme="dark")
    seen.page.wait_for_function(IS_DARK)
    seen.settle()
    assert found | {"dark": barriers(seen)} == {"light": [], "dark": []}


def test_table_menu_and_notes_have_no_grave_barriers(visit):
    seen = visit("/corridors", lang="en")
    seen.show("corridor-map", 1)
    seen.show("ranked", 1)
    expect(seen.notes("ranked")).to_be_visible()
    assert barriers(seen) == []
    seen.page.keyboard.press("Escape")
    expect(seen.offer("ranked", "data")).to_be_visible()
    assert barriers(seen) == []


REGIONS = """() => [...document.querySelectorAll('[class*="st-key-foot-"]')].map(foot => {
  const card = foot.closest('[role="region"]')
  const title = document.getElementById(card.getAttribute("aria-labelledby"))
  const own = card.querySelector("h3") ?? document.querySelector("h1")
  return own === title ? title.textContent : ""
})"""
LEVELS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .map(one => Number(one.getAttribute("aria-level") ?? one.tagName[1]))"""


@pytest.mark.parametrize("spec", OF_VIEWS, ids=lambda spec: spec.url)
def test_cards_are_regions_with_names_and_their_tools_are_told_apart(visit, spec):
    seen = visit(spec, lang="en", **OPENED.get(spec.url, {}))
    names = seen.page.evaluate(REGIONS)
    own = spec.default or spec.url in OPENED  # with a sentence of their own
    assert (names[0] == seen.headline) != own
    assert all(names)
    main = seen.page.get_by_role("main")
    for tools in (main.get_by_role("button", name="Data, picture, link"), main.locator(FACES)):
        told = [one.get_attribute("aria-label") or one.inner_text() for one in tools.all()]
        assert told
        assert len(set(told)) == len(set(names))
    levels = seen.page.evaluate(LEVELS)
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(now <= before + 1 for before, now in pairwise(levels))


FACES = '[class*="st-key-face-"] [role="radiogroup"]'


def test_a_new_headline_is_said_once_and_only_after_a_choice(visit):
    seen = visit("/corridors", lang="en")
    notice = seen.page.get_by_role("status").and_(seen.page.locator("#atlas-notice"))
    expect(notice).to_have_attribute("aria-live", "polite")
    expect(notice).to_have_text("")
    seen.show("ranked", 1)
    seen.wait_for_choice(table="ranked")
    expect(notice).to_have_text("")
    seen.take("direction", 1)
    seen.wait_for_choice(direction="to")
    expect(notice).to_have_text(seen.headline)
    expect(seen.page.locator("#atlas-notice")).to_have_count(1)


def test_what_is_chosen_is_seen_in_forced_colours(visit):
    seen = visit("/corridors", lang="en")
    seen.page.emulate_media(forced_colors="active")
    seen.part("open-language-switch").get_by_role("button").click()
    for key in ("face-ranked", "language-switch"):
        looks = [
            radio.evaluate("part => getComputedStyle(part).backgroundColor")
            for radio in seen.part(key).get_by_role("radio").all()
        ]
        assert len(set(looks)) == 2, key


def test_focus_is_seen_on_links_between_pages(visit):
    seen = visit("/", lang="en")
    link = seen.page.get_by_test_id("stPageLink").get_by_role("link").first
    before = link.evaluate(LOOK)
    link.focus()
    seen.page.keyboard.press("Shift+Tab")
    seen.page.keyboard.press("Tab")
    assert link.evaluate("part => part === document.activeElement")
    assert link.evaluate(LOOK) != before


def test_tab_reaches_the_controls_in_their_order_and_shows_where_it_is(visit):
    seen = visit("/corridors", lang="en")
    wanted = [
        "measure",
        "direction",
        "open-countries",
        "open-year",
        "open-more-controls",
        "face-corridor-map",
        "more-corridor-map",
        "corridor",
    ]
    button = seen.part("open-year").get_by_role("button").first
    looks = {False: {button.evaluate(LOOK)}, True: set()}
    reached = []
    for _ in range(30):
        seen.page.keyboard.press("Tab")
        reached += [key for key in seen.page.evaluate(WHERE) if key in wanted]
        focused = button.evaluate("part => part === document.activeElement")
        looks[focused].add(button.evaluate(LOOK))
    assert list(dict.fromkeys(reached)) == wanted
    assert looks[True]
    assert not looks[True] & looks[False], "focus cannot be seen"


def test_direction_is_changed_with_the_arrow_keys(visit):
    seen = visit("/corridors", lang="en")
    seen.part("direction").get_by_role("combobox").focus()
    for key in ("ArrowDown", "Enter"):  # the first opens the list at what follows the choice
        seen.page.keyboard.press(key)
    seen.wait_for_choice(direction="to")


def test_corridor_is_taken_by_typing_its_name(visit):
    seen = visit("/corridors", lang="en")
    lang = language("en")
    seen.pick("corridor", f"{lang.place('UZB')} → {lang.place('KOR')}")
    seen.wait_for_choice(corridor="UZB-KOR")
    assert seen.part("card-evidence").is_visible()


LATIN_NAMES = """() => [...document.querySelectorAll("button, a")]
  .map(one => one.getAttribute("aria-label")).filter(name => name && !/[а-яё]/i.test(name))"""


def test_menu_of_a_phone_has_no_barriers_and_speaks_the_language_of_the_page(visit):
    seen = visit("/policy", width=390, height=844, lang="ru")
    assert seen.page.evaluate(LATIN_NAMES) == []
    assert barriers(seen) == []
    seen.page.get_by_role("button", name="Меню").click()
    expect(seen.page.get_by_role("button", name="Закрыть меню")).to_be_visible()
    assert seen.page.evaluate(LATIN_NAMES) == []
    assert barriers(seen) == []
    seen.page.get_by_role("button", name="Закрыть меню").click()
    seen.part("open-language-switch").get_by_role("button").click()
    choices = seen.part("language-switch").locator("[role=radio]")
    expect(choices.last).to_have_attribute("lang", list(LANGUAGES)[-1])
    assert [one.get_attribute("lang") for one in choices.all()] == list(LANGUAGES)


CHOSEN_LOOKS = """([chosen, other]) => [chosen, other].map(selector => {
  const style = getComputedStyle(document.querySelector(selector))
  return matchMedia("(forced-colors: active)").matches
    ? style.forcedColorAdjust : [style.backgroundColor, style.color].join(" ")
})"""
RADIO = '.st-key-{} [role="radio"][aria-checked="{}"]'
CHOICES_DRAWN = [
    (RADIO.format("closer", "true"), RADIO.format("closer", "false")),
    (RADIO.format("language-switch", "true"), RADIO.format("language-switch", "false")),
    (".doc-parts input:checked + span", ".doc-parts input:not(:checked) + span"),
    (".doc-pills input:checked + span", ".doc-pills input:not(:checked) + span"),
]


@pytest.mark.parametrize(
    "asked", [{"contrast": "more"}, {"forced_colors": "active"}], ids=lambda one: next(iter(one))
)
def test_each_kind_of_choice_shows_what_is_chosen_to_those_who_ask_for_contrast(visit, asked):
    seen = visit("/sdg", width=390, height=844, lang="ru", closer="figures")
    seen.page.emulate_media(**asked)
    seen.part("open-language-switch").get_by_role("button").click()
    expect(seen.part("language-switch").locator("[role=radio]").last).to_be_visible()
    for pair in CHOICES_DRAWN:
        chosen, other = seen.page.evaluate(CHOSEN_LOOKS, pair)
        assert chosen != other, pair


def test_more_contrast_leaves_nothing_grey_and_draws_the_edges_of_buttons(visit):
    seen = visit("/corridors", lang="en")
    quiet = "() => getComputedStyle(document.querySelector('.atlas-eyebrow')).color"
    ink = "() => getComputedStyle(document.querySelector('.atlas-headline')).color"
    assert seen.page.evaluate(quiet) != seen.page.evaluate(ink)
    seen.page.emulate_media(contrast="more")
    assert seen.page.evaluate(quiet) == seen.page.evaluate(ink)
    opener = seen.part("open-countries").get_by_role("button").first
    edge = opener.evaluate(
        "one => [getComputedStyle(one).borderColor, getComputedStyle(one).color]"
    )
    assert edge[0] == edge[1]


@pytest.mark.parametrize(("page", "show"), [("/corridors", "ranked"), ("/avrr", "avrr-coverage")])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_whole_screen_has_no_grave_barriers(visit, page, show, width):
    scheme = "dark" if page == "/avrr" else "light"
    seen = visit(page, width=width, height=900, scheme=scheme, lang="ru", show=show)
    assert barriers(seen) == []
