"""Names, notes and sources full of markup: they show as they are, and nothing of them runs."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Server, Visitor, start
from tests.opening import ROOT

EVIL = "<img src=x onerror=window.ran=1><b>x</b> [a](javascript:window.ran=2) $x$ &lt;"
NAME = "Kazakhstan"
FOLDERS = ("components", "pages", "static", "geo", ".streamlit")
FILES = ("app.py", "serve.py", "CITATION.cff", "pyproject.toml")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "tables", "curation")


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The atlas on data whose words are hostile."""
    there = tmp_path_factory.mktemp("atlas")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, there / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, there)
    shutil.copytree(ROOT / "data", there / "data", ignore=LEFT_OUT)
    for name in ("tables", "curation"):
        (there / "data" / name).symlink_to(ROOT / "data" / name)
    countries = there / "data" / "codes" / "countries.csv"
    told = countries.read_text("utf-8")
    assert f",{NAME}," in told
    countries.write_text(told.replace(f",{NAME},", f",{NAME} {EVIL},"), "utf-8")
    for one in (there / "data" / "sources").glob("*.yml"):
        told = one.read_text("utf-8")
        one.write_text(told.replace("short: {en: ", f'short: {{en: "{EVIL}", was: '), "utf-8")
    running = start(there / "log.txt", root=there)
    yield running
    running.end()


@pytest.mark.parametrize(
    ("where", "choices"),
    [
        ("/corridors", {}),
        ("/countries", {"countries": "KAZ"}),
    ],
)
def test_no_word_of_the_data_runs_or_becomes_an_element(
    where: str, choices: dict[str, str], visit: Visitor, hostile_server: Server
) -> None:
    opened = visit(where, server=hostile_server, lang="en", **choices)
    page = opened.page
    expect(page.get_by_text("onerror").first).to_be_attached()
    assert page.evaluate("window.ran ?? 0") == 0
    assert page.locator("img[src=x], a[href^=javascript], .katex").count() == 0
    for at in range(page.locator(".js-plotly-plot").count()):
        assert page.locator(".js-plotly-plot").nth(at).locator("a, img").count() == 0
