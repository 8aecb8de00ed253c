"""A view in a frame of another site: shown where that is allowed, refused elsewhere."""

import html
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Frame, Page, expect

from components.card.embed import snippet
from components.language import language
from components.session.embedding import SETTING, frame_address
from tests.browser.conftest import FITS, Chromium, Server, start

MENU = (
    '[data-testid="stHeader"], [data-testid="stSidebar"], .st-key-open-language-switch, '
    ".st-key-controls, "
    ".atlas-footer, .atlas-guide"
)
PALE = """() => {
  const app = document.querySelector(".stApp")
  return Number(getComputedStyle(app).backgroundColor.match(/\\d+/)[0]) > 128
}"""
WHOLE = """() => {
  const main = document.querySelector('[data-testid="stMain"]')
  return main.scrollHeight <= main.clientHeight + 1
}"""


class Site(ThreadingHTTPServer):
    """Another site: a page with what the query says in it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.address = f"http://127.0.0.1:{self.server_port}"

    def page(self, lines: str) -> str:
        return f"{self.address}/?{urlencode({'lines': lines})}"


class Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        lines = parse_qs(urlsplit(self.path).query).get("lines", [""])[0]
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        script = "onmessage = event => { window.height = event.data?.atlasHeight ?? window.height }"
        page = f"<!DOCTYPE html><title>News</title><script>{script}</script>{lines}"
        self.wfile.write(page.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def sites() -> Iterator[tuple[Site, Site]]:
    """Two other sites; the first may show views of the atlas."""
    both = Site(), Site()
    for site in both:
        threading.Thread(target=site.serve_forever, daemon=True).start()
    yield both
    for site in both:
        site.shutdown()
        site.server_close()


@pytest.fixture(scope="module")
def open_atlas(tmp_path_factory: pytest.TempPathFactory, sites) -> Iterator[Server]:
    """An atlas that the first of the sites may show."""
    log: Path = tmp_path_factory.mktemp("embed") / "log.txt"
    running = start(log, **{SETTING: sites[0].address})
    yield running
    running.end()


@pytest.fixture
def reading(reader: Chromium) -> Iterator[Page]:
    """A page of a reader whose device is light."""
    context = reader.browser.new_context(viewport={"width": 1200, "height": 900})
    yield context.new_page()
    context.close()


def framed(page: Page, site: Site, address: str, width: int = 680) -> Frame:
    """Open a page of a site with a view in it; return the frame."""
    lines = snippet(address, "A view", "en", 900).replace("100%", str(width), 1)
    page.goto(site.page(lines))
    frame = page.locator("iframe").element_handle().content_frame()
    assert frame is not None
    return frame


def address_of(server: Server, page: str, view: str, mode: str = "light", **choices: str) -> str:
    return frame_address(f"{server.address}/{page}?{urlencode(choices)}", view, mode)


@pytest.mark.parametrize(
    ("page", "view", "drawn", "code", "mode", "width"),
    [
        ("corridors", "time", ".main-svg", "ru", "dark", 680),
        ("avrr", "avrr-coverage", ".doc", "en", "light", 320),
        ("corridors", "corridor-map", ".atlas-map", "en", "dark", 1150),
    ],
)
def test_an_allowed_site_shows_one_view_alone(
    reading, open_atlas, sites, page, view, drawn, code, mode, width
):
    address = address_of(open_atlas, page, view, mode, lang=code, countries="KAZ,UZB")
    frame = framed(reading, sites[0], address, width)
    lang = language(code)
    expect(frame.locator(f".st-key-embed {drawn}").first).to_be_visible()
    expect(frame.get_by_role("heading", level=1)).to_be_visible()
    expect(frame.locator(MENU).filter(visible=True)).to_have_count(0)
    expect(frame.get_by_role("radio").filter(visible=True)).to_have_count(0)
    origin = frame.locator(".atlas-origin")
    expect(origin.locator("span")).not_to_be_empty()
    way = origin.get_by_role("link", name=lang.text("Open in the Central Asia Migration Atlas"))
    opened = urlsplit(str(way.get_attribute("href")))
    assert (opened.path, opened.fragment) == (f"/{page}", f"card-{view}")
    assert parse_qs(opened.query) == {"countries": ["KAZ,UZB"], "lang": [code]}
    assert way.get_attribute("target") == "_blank"
    assert frame.evaluate("document.documentElement.lang") == code
    assert frame.evaluate(PALE) == (mode == "light")
    assert frame.evaluate(FITS), "the view is wider than its frame"


def test_the_figure_answers_to_the_pointer(reading, open_atlas, sites):
    frame = framed(reading, sites[0], address_of(open_atlas, "corridors", "time", lang="en"))
    frame.locator(".scatterlayer .points path").first.hover(force=True)
    expect(frame.locator(".hoverlayer .hovertext").first).to_be_visible()


def test_a_frame_tells_how_high_it_is(reading, open_atlas, sites):
    frame = framed(reading, sites[0], address_of(open_atlas, "avrr", "avrr-coverage", lang="en"))
    expect(frame.locator(".st-key-embed .doc").first).to_be_visible()
    reading.wait_for_function("() => window.height > 0")
    reading.evaluate("document.querySelector('iframe').height = window.height")
    frame.wait_for_function(WHOLE)


def refused(page: Page, site: Site, address: str) -> bool:
    """Say whether the browser shows nothing of the atlas in a frame of a site."""
    with page.expect_console_message(lambda one: "frame-ancestors" in one.text):
        page.goto(site.page(f"<iframe src='{html.escape(address)}'></iframe>"))
    return not page.frames[-1].url.startswith("http")


def test_another_site_is_refused(reading, open_atlas, sites):
    assert refused(reading, sites[1], address_of(open_atlas, "avrr", "avrr-coverage"))


def test_every_site_is_refused_by_default(reading, server, sites):
    assert refused(reading, sites[0], address_of(server, "avrr", "avrr-coverage"))
    assert refused(reading, sites[1], f"{server.address}/")


def test_without_sites_there_is_nothing_to_embed(visit):
    seen = visit("/avrr", lang="en")
    seen.offer("avrr-coverage", "show").wait_for()
    expect(seen.part("embed-avrr-coverage")).to_have_count(0)
    alone = visit("/avrr", lang="en", show="avrr-coverage", embed="true")
    expect(alone.part("embed")).to_have_count(0)


def test_the_menu_gives_the_lines_for_the_frame_that_it_shows(visit, open_atlas, sites):
    seen = visit("/avrr", lang="ru", server=open_atlas, countries="KGZ")
    seen.offer("avrr-coverage", "embed").click()
    dialog = seen.page.get_by_role("dialog")
    expect(dialog).to_contain_text(sites[0].address)
    shown = dialog.frame_locator("iframe")
    expect(shown.locator(".doc").first).to_be_visible()
    lines = dialog.locator("code")
    expect(lines).not_to_contain_text('height="700"')
    expect(lines).to_contain_text("light_theme")
    dialog.get_by_role("radio", name=language("ru").text("Dark")).click()
    expect(lines).to_contain_text("dark_theme")
    expect(lines).to_contain_text('lang="ru"')
    expect(lines).to_contain_text("countries=KGZ")
