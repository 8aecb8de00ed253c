"""The browser's Back and Forward, and a page that has outlived its server."""

import re

import pytest
from playwright.sync_api import expect

from components.language import language
from components.navigation import PAGES

LOST = re.compile("WebSocket|ERR_CONNECTION_REFUSED|/_stcore/|server is not responding")
CONNECTION = "data-test-connection-state"
EN = language("en")


def state(seen, keys):
    """What a reader sees of the choices: address, headline, controls."""
    return seen.asked, seen.headline, {key: seen.says(key) for key in keys}


def take(key, at):
    """Choose by its place; what it stood behind is closed again."""

    def choose(seen):
        seen.take(key, at)
        if seen.part(f"open-{key}").count():
            seen.page.keyboard.press("Escape")

    return choose


def pressed(key):
    return lambda seen: seen.part(key).get_by_role("button").first.click()


def listed(key, text):
    return lambda seen: seen.pick(key, text)


WALKS = {
    "corridors": (
        ("measure", "direction", "countries", "year"),
        (listed("measure", "Refugees"), {"measure": "refugees"}),
        (take("countries", 0), {"countries": "KAZ"}),
        (take("direction", 1), {"direction": "to"}),
        (listed("measure", "Asylum"), {"measure": "asylum"}),
    ),
    "returns": (
        ("part", "countries"),
        (take("part", 1), {"part": "uk"}),
        (take("countries", 4), {"countries": "UZB"}),
        (take("by", 1), {"by": "sex"}),
    ),
    "countries": (
        ("countries", "part"),
        (take("countries", 2), {"countries": "TJK"}),
        (take("part", 1), {"part": "people"}),
        (take("sex", 1), {"sex": "female"}),
        (take("countries", 0), {"countries": None}),
    ),
}


@pytest.mark.parametrize("page", WALKS)
def test_back_and_forward_restore_address_widgets_and_headline(visit, page):
    keys, *steps = WALKS[page]
    seen = visit(f"/{page}", lang="en")
    states = [state(seen, keys)]
    for choose, wanted in steps:
        choose(seen)
        seen.wait_for_choice(**wanted)
        states.append(state(seen, keys))
    assert len({str(one) for one in states}) == len(states)
    for expected in reversed(states[:-1]):
        seen.page.go_back()
        arrive(seen, expected)
        assert state(seen, keys) == expected
    for expected in states[1:]:
        seen.page.go_forward()
        arrive(seen, expected)
        assert state(seen, keys) == expected


def arrive(seen, expected):
    """Wait until address and headline are those of a state."""
    names = {*expected[0], *seen.asked}
    seen.wait_for_choice(**{name: expected[0].get(name) for name in names})
    expect(seen.page.get_by_role("heading", level=1)).to_have_text(expected[1])
    seen.settle()


def by_menu(seen, url):
    spec = next(one for one in PAGES if one.url == url)
    menu = seen.page.get_by_role("navigation")
    menu.get_by_role("button", name=EN.text(spec.section)).click()
    seen.page.get_by_role("menuitem", name=EN.text(spec.title), exact=True).click()
    seen.page.wait_for_url(re.compile(f"/{url}"))


def test_a_country_goes_along_both_ways_and_back_leads_to_each_page_as_it_was_left(visit):
    seen = visit("/corridors", lang="en", measure="refugees", who="TJK", sex="total")
    seen.wait_for_choice(countries="TJK", who=None, sex=None, measure="refugees")
    first = seen.asked, seen.headline
    by_menu(seen, "returns")
    seen.wait_for_choice(countries="TJK", measure=None)
    second = seen.asked, seen.headline
    by_menu(seen, "countries")
    seen.wait_for_choice(countries="TJK")
    seen.pick("countries", "Uzbekistan")
    seen.wait_for_choice(countries="UZB")
    by_menu(seen, "corridors")
    seen.wait_for_choice(countries="UZB", measure=None)
    for _ in range(3):
        seen.page.go_back()
        seen.settle()
    arrive(seen, second)
    assert "/returns" in seen.page.url
    seen.page.go_back()
    arrive(seen, first)
    assert "/corridors" in seen.page.url


def test_what_the_address_asks_for_in_vain_is_told_once_until_the_next_choice(visit):
    seen = visit("/corridors?countries=tjk.&countries=XYZ&year=1066", lang="en")
    seen.wait_for_choice(countries="TJK", year=None)
    told = seen.page.locator(".atlas-odd")
    expect(told).to_have_count(1)
    expect(told).to_contain_text("countries=XYZ; year=1066")
    seen.take("direction", 1)
    seen.wait_for_choice(direction="to")
    expect(told).to_have_count(0)


# A page that has outlived its server


CLICKS = [
    ({}, take("countries", 4), {"countries": "UZB"}),
    ({"measure": "flow", "countries": "TJK"}, take("direction", 1), {"direction": "to"}),
    ({}, listed("measure", "Refugees"), {"measure": "refugees"}),
    ({"countries": "UZB"}, take("language-switch", 1), {"lang": "ru", "countries": "UZB"}),
    ({"corridor": "KAZ-RUS"}, pressed("whole-map"), {"corridor": None}),
    ({"show": "ranked"}, lambda seen: seen.page.keyboard.press("Escape"), {"show": None}),
    ({"countries": "KAZ"}, take("face-ranked", 1), {"table": "ranked", "countries": "KAZ"}),
]


def test_the_first_click_after_a_restart_of_the_server_counts(visit, fresh_server):
    readers = [
        visit("/corridors", server=fresh_server, **({"lang": "en"} | address))
        for address, _, _ in CLICKS
    ]
    fresh_server.end()
    for seen in readers:
        app = seen.page.locator('[data-testid="stApp"]')
        expect(app).not_to_have_attribute(CONNECTION, "CONNECTED")
    fresh_server.start_again()
    for seen, (_, choose, wanted) in zip(readers, CLICKS, strict=True):
        app = seen.page.locator('[data-testid="stApp"]')
        expect(app).to_have_attribute(CONNECTION, "CONNECTED")
        choose(seen)
        seen.wait_for_choice(**wanted)
        seen.problems[:] = [problem for problem in seen.problems if not LOST.search(problem)]
