"""The atlas can be used without a mouse, and automated checks find no barrier."""

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import expect

from components.language import language
from components.navigation import PAGES

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


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.url)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_has_no_grave_barriers(visit, spec, scheme):
    seen = visit(spec, scheme=scheme, lang="ru")
    assert barriers(seen) == []


def test_table_menu_and_notes_have_no_grave_barriers(visit):
    seen = visit("/corridors", lang="en")
    seen.show("corridor-map", 1)
    seen.show("ranked", 2)
    expect(seen.notes("ranked")).to_be_visible()
    assert barriers(seen) == []
    seen.page.keyboard.press("Escape")
    expect(seen.offer("ranked", "csv")).to_be_visible()
    assert barriers(seen) == []


def test_tab_reaches_the_controls_in_their_order_and_shows_where_it_is(visit):
    seen = visit("/corridors", lang="en")
    wanted = [
        "measure",
        "direction",
        "countries",
        "year",
        "world",
        "face-corridor-map",
        "more-corridor-map",
        "corridor",
    ]
    button = seen.part("direction").get_by_role("radio").first
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
    seen.part("direction").get_by_role("radio").first.focus()
    seen.page.keyboard.press("ArrowRight")
    seen.page.keyboard.press("Space")
    seen.wait_for_choice(direction="to")


def test_corridor_is_taken_by_typing_its_name(visit):
    seen = visit("/corridors", lang="en")
    lang = language("en")
    seen.pick("corridor", f"{lang.place('UZB')} → {lang.place('KOR')}")
    seen.wait_for_choice(corridor="UZB-KOR")
    assert seen.part("card-evidence").is_visible()
