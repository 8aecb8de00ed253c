"""One journey with the keyboard alone, and what readers see who ask for more contrast."""

import re

import pytest
from playwright.sync_api import expect

MOST_STOPS = 60  # of the tab key from one thing to the next that the reader wants
# Whether the focus can be seen: a ring, as an outline or as a shadow.
SEEN = """() => {
  const style = getComputedStyle(document.activeElement)
  return style.boxShadow !== "none" || style.outlineStyle !== "none"
}"""
AT = "selector => document.activeElement?.matches(selector) ?? false"


def tab_to(seen, selector, key="Tab"):
    """Press the tab key until the focus is on what a selector finds, and can be seen there."""
    for _ in range(MOST_STOPS):
        seen.page.keyboard.press(key)
        if seen.page.evaluate(AT, selector):
            seen.page.wait_for_function(SEEN)
            return
    pytest.fail(f"the tab key does not reach {selector}")


def press(seen, key):
    seen.page.keyboard.press(key)
    seen.settle()


def returns_to(seen, selector):
    seen.page.wait_for_function(AT, arg=selector)


def test_a_journey_with_the_keyboard_alone(visit):
    seen = visit("/", lang="en")
    tab_to(seen, 'a[href^="corridors"]')
    press(seen, "Enter")
    expect(seen.page).to_have_url(re.compile("/corridors"))

    countries, menu = ".st-key-open-countries button", ".st-key-more-corridor-map button"
    tab_to(seen, countries)
    press(seen, "Enter")
    tab_to(seen, ".st-key-countries button:not([aria-label])")
    press(seen, "Space")
    seen.wait_for_choice(countries="KAZ")
    press(seen, "Escape")
    returns_to(seen, countries)

    tab_to(seen, menu)
    press(seen, "Enter")
    tab_to(seen, ".st-key-data-corridor-map button")
    press(seen, "Enter")
    tab_to(seen, ".st-key-file-csv button")
    with seen.page.expect_download() as started:
        seen.page.keyboard.press("Enter")
    assert started.value.suggested_filename.endswith(".csv")
    returns_to(seen, "[role=dialog], [role=dialog] *")  # its button rests while the file is made
    press(seen, "Escape")
    expect(seen.part("file-csv")).to_have_count(0)

    tab_to(seen, menu)
    press(seen, "Enter")
    tab_to(seen, ".st-key-show-corridor-map button")
    press(seen, "Enter")
    expect(seen.part("stage").locator(".picture[data-ready=yes]")).to_be_visible()
    press(seen, "Escape")
    expect(seen.part("stage")).to_have_count(0)
    returns_to(seen, menu)


def test_a_part_and_a_table_are_opened_with_the_keyboard_alone(visit):
    seen = visit("/corridors", lang="en")
    tab_to(seen, ".st-key-closer [role=radio]")
    press(seen, "ArrowRight")
    press(seen, "Space")
    seen.wait_for_choice(closer="sankey")
    tab_to(seen, ".st-key-face-sankey [role=radio]")
    press(seen, "ArrowRight")
    press(seen, "Space")
    seen.wait_for_choice(table="sankey")
    expect(seen.part("card-sankey").locator("table")).to_be_visible()
