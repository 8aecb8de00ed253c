"""A page that is printed has its views and tables whole, light, and without its controls."""

import re

import pytest

SHEET = {"width": 700, "height": 1000}  # pixels of what A4 leaves between its margins
CUT = """() => [...document.querySelectorAll(
  "[data-testid=stPlotlyChart] .main-svg, .atlas-table table, .doc, .atlas-map"
)].filter(one => one.getBoundingClientRect().right > innerWidth + 1).length"""
HIDDEN = (
    "stHeader",
    "stSelectbox",
    "stButtonGroup",
    "stSlider",
    "stPageLink",
)
ROWS = """() => [...document.querySelectorAll(".atlas-table")].map(
  one => [one.clientHeight, one.scrollHeight])"""
PAPER = """() => getComputedStyle(document.querySelector(".stApp")).backgroundColor"""
TEXT = """() => getComputedStyle(document.querySelector(".atlas-headline")).color"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("path", "table"), [("/corridors", "time"), ("/returns", "")])
def test_views_and_tables_are_whole_and_light_on_paper(visit, path, table, scheme):
    seen = visit(path, scheme=scheme, lang="en", **({"table": table} if table else {}))
    page = seen.page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.add_style_tag(content=f"body {{ width: {SHEET['width']}px }}")
    assert page.evaluate(CUT.replace("innerWidth", str(SHEET["width"]))) == 0
    for shown, whole in page.evaluate(ROWS):
        assert whole <= shown + 1
    assert page.evaluate(PAPER) == "rgb(255, 255, 255)"
    assert sum(map(int, re.findall(r"\d+", page.evaluate(TEXT))[:3])) < 200
    for part in HIDDEN:
        assert page.get_by_test_id(part).locator("visible=true").count() == 0, part
    sheet = page.locator("#atlas-sheet").text_content()
    assert f"{path}?" in sheet
    assert "counter(page)" in sheet


def test_the_page_is_itself_again_after_printing(visit):
    seen = visit("/corridors", lang="en")
    before = seen.page.locator(".main-svg").first.bounding_box()
    assert seen.page.pdf(format="A4").startswith(b"%PDF")
    assert seen.page.locator(".main-svg").first.bounding_box() == before
    assert seen.page.locator("[viewBox].main-svg").count() == 0
