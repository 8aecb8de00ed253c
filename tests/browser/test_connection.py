"""A page whose server is away: said in its language, off the controls, and one can read on."""

from playwright.sync_api import expect

from components.frame.sheet import LOST
from components.language import language
from tests.browser.conftest import Server, Visitor

# Counts the boxes that Streamlit opens, before the page can put them away.
COUNTED = """() => {
  window.connectionBoxes = 0
  new MutationObserver(changes => {
    for (const { addedNodes } of changes)
      for (const one of addedNodes)
        if (one.textContent?.includes("Connection error")) window.connectionBoxes++
  }).observe(document.body, { childList: true, subtree: true })
}"""
SAID = "part => getComputedStyle(part, '::after').content"


def test_a_page_whose_server_is_away_says_so_in_its_language_and_can_be_read(
    visit: Visitor, fresh_server: Server
) -> None:
    opened = visit("/policy", server=fresh_server, lang="ru")
    page = opened.page
    headline = opened.headline
    page.evaluate(COUNTED)
    fresh_server.end()
    lost = page.locator(LOST)
    expect(lost).to_be_visible()
    words = language("ru").text("No connection. The page tries again by itself.")
    assert words in lost.evaluate(SAID)
    # Streamlit's own box comes after some tries, in English, over the page
    page.wait_for_function("() => connectionBoxes > 0")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert opened.headline == headline
    switch = opened.part("open-language-switch").get_by_role("button").first.bounding_box()
    box = lost.bounding_box()
    assert switch
    assert box
    assert box["y"] > switch["y"] + switch["height"]
    assert "Connecting" not in lost.inner_text()
    opened.problems.clear()  # the browser complains that nobody answers
    fresh_server.start_again()
    expect(lost).to_have_count(0)
    opened.settle()
    opened.problems.clear()
