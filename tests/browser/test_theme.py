"""A switch of the theme while a page is open is followed at once, by every word and every list."""

import pytest

UNREADABLE = """() => {
  const parts = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number)
  const light = colour => {
    const [r, g, b] = parts(colour).map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const paper = light(getComputedStyle(document.querySelector(".stApp")).backgroundColor)
  const words = [...document.querySelectorAll(
    ".main-svg text, .doc :is(b, th, small, p), h1, h2, h3, .atlas-card-subtitle")]
  return words.filter(one => one.textContent.trim()).map(one => {
    const style = getComputedStyle(one)
    const ink = light(one.closest("svg") ? style.fill : style.color)
    const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05)
    return ratio < 3 ? `${one.textContent.slice(0, 30)} ${ratio.toFixed(1)}` : ""
  }).filter(Boolean)
}"""
GROUND = """wanted => {
  const [red] = getComputedStyle(document.querySelector(".stApp")).backgroundColor.match(/\\d+/g)
  return (red < 128 ? "dark" : "light") === wanted
}"""
READABLE = f"""() => document.querySelector(".main-svg text, .doc") && !({UNREADABLE})().length"""


def is_readable(seen, mode):
    seen.page.wait_for_function(GROUND, arg=mode)
    seen.page.wait_for_function(READABLE)
    seen.settle()
    assert seen.page.evaluate(UNREADABLE) == []


@pytest.mark.parametrize("url", ["corridors", "readiness"])
def test_figures_follow_a_switch_of_the_theme_there_and_back(visit, url):
    seen = visit(f"/{url}", lang="en")
    is_readable(seen, "light")
    seen.page.emulate_media(color_scheme="dark")
    is_readable(seen, "dark")
    seen.page.emulate_media(color_scheme="light")
    is_readable(seen, "light")
    seen.page.get_by_test_id("stMainMenu").click()
    seen.page.get_by_role("menuitemradio", name="Dark").click()
    is_readable(seen, "dark")
