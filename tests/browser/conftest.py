"""A server, a browser, and visits that record all that goes wrong while a page is open."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from components.navigation import PageSpec

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
WATCH = Path(__file__).parent / "watch"  # says when a server turns to the outside
WENT_OUTSIDE = "WENT OUTSIDE"
BARE = 40_000  # bytes; a map without land packs to less
PATIENCE = 60.0  # seconds; WebGL drawn by a busy processor is slow
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
SOFTWARE_WEBGL = (
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
)
NO_WEBGL = ("--disable-gpu", "--disable-webgl", "--disable-3d-apis")
# Streamlit looks for its server below a deep link before it looks at the root.
EXPECTED_404 = ("/_stcore/health", "/_stcore/host-config")
BROKEN = '[data-testid="stException"], [data-testid="stAlertContentError"]'
# Nothing runs, nothing is out of date, nothing is on its way, and it has been so for a moment:
# a page may run twice, when the browser has told its width or that it has no WebGL.
SETTLED = """() => {
  const there = selector => document.querySelector(selector) !== null
  const app = document.querySelector('[data-testid="stApp"]')
  const calm = app?.dataset.testScriptState === "notRunning"
    && app.dataset.testConnectionState === "CONNECTED"
    && there('.atlas-headline, .st-key-stage-exit, [data-testid="stException"]')
    && !there('[data-testid="stSkeleton"], [data-stale="true"]')
    && document.fonts.status === "loaded"
    && !there('[data-testid="stPlotlyChart"]:not(:has(.main-svg))')
  if (!calm) window.calmSince = undefined
  else window.calmSince ??= performance.now()
  return calm && performance.now() - window.calmSince > 400
}"""
CHOSEN = """wanted => {
  const asked = Object.fromEntries(new URLSearchParams(location.search))
  return Object.entries(wanted).every(([name, value]) => (asked[name] ?? null) === value)
}"""

SAID = """part => getComputedStyle(part, "::after").content"""

# The document itself never scrolls: Streamlit scrolls its main part.
FITS = """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
  .every(part => part.scrollWidth <= part.clientWidth + 1)"""
HAS_READ = """localStorage.setItem("atlas-guide", "read")"""
LAND_IS_THERE = """() => ["world", "central-asia", "water"].every(name =>
  performance.getEntriesByType("resource").some(
    entry => entry.name.endsWith(`/${name}.geojson`) && entry.responseEnd > 0))"""

expect.set_options(timeout=1000 * PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)
            # Software WebGL on a busy machine can outlast any patience: twice more, then it counts.
            item.add_marker(pytest.mark.flaky(reruns=2))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Show with a failure what the servers said and what the pages complained of."""
    report = yield
    used = getattr(item, "funcargs", {}).values()
    if report.failed:
        for server in (thing for thing in used if isinstance(thing, Server)):
            report.sections.append((f"log of the server {server.address}", server.said()))
    return report


@dataclass
class Server:
    """The atlas in a process of its own.

    Attributes
    ----------
    address : str
        Where it answers.
    process : subprocess.Popen
        The process.
    log : Path
        What it says.
    """

    address: str
    process: subprocess.Popen[bytes]
    log: Path

    def said(self, since: int = 0) -> str:
        """Return what it has said since a position in its log."""
        return self.log.read_bytes()[since:].decode("utf-8", "replace")

    def wait_until_healthy(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while not self._healthy():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.end()
                pytest.fail(f"The server did not become healthy. It said:\n{self.said()}")

    def _healthy(self) -> bool:
        """Ask for its health; give it a moment, or see it end, when it does not answer."""
        try:
            with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=PATIENCE) as it:
                return it.status == 200
        except (urllib.error.URLError, ConnectionError):
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(0.05)
            return False

    def start_again(self) -> None:
        """Start another process, after its end, that answers at the same address."""
        again = start(self.log, urlsplit(self.address).port or 0)
        self.process = again.process

    def end(self) -> None:
        """End the process, and no other; all its life it may have talked to this machine alone."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        outside = [line for line in self.said().splitlines() if WENT_OUTSIDE in line]
        assert not outside, "\n".join(outside)


def start(log: Path, port: int = 0, root: Path = ROOT, **settings: str) -> Server:
    """Start the atlas of a folder, with settings in its environment."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))
        port = probe.getsockname()[1]
    with log.open("ab") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "serve.py", "--server.port", str(port)],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(WATCH), **settings},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://127.0.0.1:{port}", process, log)
    server.wait_until_healthy()
    return server


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = start(tmp_path_factory.mktemp("server") / "log.txt")
    yield running
    running.end()


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[Server]:
    """A server that nobody has visited yet."""
    running = start(tmp_path / "log.txt")
    yield running
    running.end()


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@dataclass
class Chromium:
    """A browser.

    Attributes
    ----------
    browser : Browser
        The browser.
    webgl : bool
        Whether it draws WebGL (in software, at the cost of half of the time of a visit).
    """

    browser: Browser
    webgl: bool


def launch(playwright: Playwright, *options: str) -> Browser:
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail(
            "There is no Chromium for the browser tests. On Debian and Ubuntu install it with: "
            "sudo apt-get install chromium fonts-dejavu-core",
            pytrace=False,
        )
    return playwright.chromium.launch(executable_path=found, args=[*QUIET, *options])


@pytest.fixture(scope="package")
def chromium(playwright: Playwright) -> Iterator[Chromium]:
    browser = launch(playwright, *SOFTWARE_WEBGL)
    yield Chromium(browser, webgl=True)
    browser.close()


@pytest.fixture(scope="package")
def chromium_without_webgl(playwright: Playwright) -> Iterator[Chromium]:
    browser = launch(playwright, *NO_WEBGL)
    yield Chromium(browser, webgl=False)
    browser.close()


@pytest.fixture
def reader(chromium_without_webgl: Chromium) -> Chromium:
    """The browser that `visit` uses; what is drawn in WebGL needs the slower one."""
    return chromium_without_webgl


@dataclass
class Visit:
    """One reader with one open page.

    Attributes
    ----------
    page : Page
        The page.
    problems : list of str
        All that went wrong so far; must be empty in the end.
    webgl : bool
        Whether the browser has WebGL; without it, the map's complaint is expected.
    """

    page: Page
    problems: list[str] = field(default_factory=list)
    webgl: bool = True

    def watch(self, context: BrowserContext) -> None:
        """Record what goes outside and what goes wrong from now on."""
        context.on("request", lambda request: self._asked(request.url))
        self.page.on("websocket", lambda socket: self._asked(socket.url))
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self._complain(f"page error: {error}"))

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
            self.problems.append(f"request to the outside: {url}")

    def _said(self, message: ConsoleMessage) -> None:
        where = str(message.location.get("url", ""))
        expected = "404" in message.text and urlsplit(where).path.endswith(EXPECTED_404)
        if message.type == "error" and not expected:
            self._complain(f"console error: {message.text} ({where})")

    def _complain(self, problem: str) -> None:
        if self.webgl or "Failed to create WebGL context" not in problem:
            self.problems.append(problem)

    def settle(self) -> None:
        """Wait until the page is complete and at rest: whole, without errors, not too wide."""
        self.page.evaluate("window.calmSince = undefined")
        self.page.wait_for_function(SETTLED, timeout=1000 * PATIENCE, polling=100)
        assert self.page.locator(BROKEN).all_inner_texts() == []
        assert self.page.evaluate(FITS), "the page is wider than the window"

    def wait_for_choice(self, **wanted: str | None) -> None:
        """Wait until the address says so (None: says nothing of it) and the page has followed."""
        self.page.wait_for_function(CHOSEN, arg=wanted, timeout=1000 * PATIENCE, polling=100)
        self.settle()

    @property
    def asked(self) -> dict[str, str]:
        """The choices in the address."""
        return dict(parse_qsl(urlsplit(self.page.url).query, keep_blank_values=True))

    @property
    def headline(self) -> str:
        """The headline of the page, which must be its only one."""
        heading = self.page.get_by_role("heading", level=1)
        expect(heading).to_have_count(1)
        return heading.inner_text()

    @property
    def language(self) -> str:
        """The language that the document says it is in."""
        return str(self.page.evaluate("document.documentElement.lang"))

    def part(self, key: str) -> Locator:
        """Return a part of the page by its key; a card by its name after ``card-``."""
        if key.startswith("card-"):
            foot = f".st-key-foot-{key.removeprefix('card-')}"
            return self.page.locator(f'[data-testid="stVerticalBlock"]:has(> {foot})')
        return self.page.locator(f".st-key-{key}")

    def alone(self) -> str:
        """Return the picture of the view that has the whole screen, as SVG without white space."""
        shown = self.part("stage").locator(".picture[data-ready=yes] img")
        expect(shown).to_be_visible()
        told = shown.evaluate("async image => (await fetch(image.src)).text()")
        return "".join(str(told).split())

    def control(self, key: str) -> Locator:
        """Return the widget of a choice; what it stands behind is opened for it."""
        for opener in (f"open-{key}", "open-more-controls", "open-more-inside"):
            if self.part(key).count():
                break
            if self.part(opener).count():
                self.part(opener).get_by_role("button").click()
                self.settle()
        self.part(key).scroll_into_view_if_needed()  # a list closes when the page is scrolled
        return self.part(key)

    def take(self, key: str, at: int) -> None:
        """Choose an option by its place, whatever the widget is; what it stands behind is open."""
        part = self.control(key)
        if part.get_by_role("combobox").count():
            part.get_by_role("combobox").click()
            self.page.get_by_role("option").nth(at).click()
        elif part.get_by_role("radio").count():
            part.get_by_role("radio").nth(at).click()
        else:
            part.locator("button:not([aria-label])").nth(at).click()  # the “?” has a label

    def close(self) -> None:
        """Close the choice that is open, if any."""
        self.page.keyboard.press("Escape")
        self.settle()

    def says(self, key: str) -> str:
        """Return what the small control of a choice says is chosen."""
        part = self.part(key)
        if part.get_by_role("combobox").count():
            return part.get_by_role("combobox").input_value()
        if part.get_by_role("radio").count():
            return part.get_by_role("radio", checked=True).inner_text()
        return str(self.part(f"open-{key}").locator("button p").first.evaluate(SAID)).strip('" ')

    def pick(self, key: str, text: str) -> None:
        """Choose an option of a list by its name; of a long list with the keyboard, by typing."""
        box = self.control(key).get_by_role("combobox")
        if box.get_attribute("inputmode") == "none":
            box.click()
            self.page.get_by_role("option", name=text).first.click()
            return
        box.focus()
        box.press("ControlOrMeta+a")
        box.press_sequentially(text)
        expect(self.page.get_by_role("option").first).to_be_visible()
        box.press("Enter")

    def show(self, card: str, face: int) -> None:
        """Show another face of a card: 0 chart, 1 table."""
        radio = self.part(f"face-{card}").get_by_role("radio").nth(face)
        radio.click()
        expect(radio).to_be_checked()
        self.settle()

    def offer(self, card: str, what: str) -> Locator:
        """Open the menu of a card; return one of its buttons: data, png, show."""
        self.part(f"more-{card}").get_by_role("button").click()
        return self.part(f"{what}-{card}").get_by_role("button")

    def notes(self, card: str) -> Locator:
        """Open the notes of a card and return them."""
        self.part(f"foot-{card}").get_by_role("button").click()
        return self.page.locator(".atlas-notes")

    def drawn(self, key: str) -> Locator:
        """Wait until the map with a key is drawn and no longer moves; return its canvas."""
        canvas = self.part(key).locator("canvas").first
        expect(canvas).to_be_visible()
        canvas.scroll_into_view_if_needed()
        self.page.wait_for_function(LAND_IS_THERE, timeout=1000 * PATIENCE, polling=100)
        deadline = time.monotonic() + PATIENCE
        before, now = b"", canvas.screenshot()
        while before != now or len(now) < BARE:
            assert time.monotonic() < deadline, "the map is blank or does not come to rest"
            before, now = now, canvas.screenshot()
        return canvas


Visitor = Callable[..., Visit]


@pytest.fixture
def visit(request: pytest.FixtureRequest, reader: Chromium) -> Iterator[Visitor]:
    """Open pages, each as a new reader; in the end nothing may have gone wrong on any."""
    visits: list[tuple[Visit, BrowserContext]] = []
    logs: dict[Path, int] = {}

    def open_page(
        where: str | PageSpec = "/",
        width: int = 1440,
        height: int = 1000,
        locale: str = "en-US",
        scheme: str = "light",
        server: Server | None = None,
        newcomer: bool = False,
        **choices: str,
    ) -> Visit:
        server = server or request.getfixturevalue("server")
        logs.setdefault(server.log, len(server.said().encode()))
        context = reader.browser.new_context(
            viewport={"width": width, "height": height},
            locale=locale,
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        context.set_default_timeout(1000 * PATIENCE)
        if not newcomer:
            context.add_init_script(HAS_READ)
        opened = Visit(context.new_page(), webgl=reader.webgl)
        visits.append((opened, context))
        opened.watch(context)
        if isinstance(where, PageSpec):
            where = "/" if where.default else f"/{where.url}"
        query = f"?{urlencode(choices)}" if choices else ""
        opened.page.goto(f"{server.address}{where}{query}")
        opened.settle()
        return opened

    yield open_page
    problems = [problem for opened, _ in visits for problem in opened.problems]
    for _, context in visits:
        context.close()
    for log, since in logs.items():
        said = log.read_bytes()[since:].decode("utf-8", "replace")
        if "Traceback" in said or WENT_OUTSIDE in said:
            problems.append(f"the server logged an error:\n{said}")
    assert not problems, "\n".join(problems)
