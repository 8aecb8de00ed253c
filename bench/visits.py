"""One visit of a page in Chromium on a slow line: when words and a picture are there, and bytes."""

import base64
import shutil
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Playwright

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-3d-apis",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
PATIENCE = 120_000.0  # milliseconds
WINDOW_BITS, MEMORY = 12, 5  # with which the server packs what goes over a socket
NOT_MODIFIED = 304
FIGURE = ", ".join(
    (
        "main .atlas-map svg",
        ".js-plotly-plot .main-svg",
        ".atlas-document > *",
        "[data-testid=stHtml] svg",
        "[data-testid=stHtml] table",
        "main canvas",
    )
)
# When the headline is seen in its own letters, or in others after the time for which the browser
# waits for them, and when the first figure is.
WATCH = """() => {
  const seen = {}, since = {}
  const shown = part => part && part.getBoundingClientRect().height > 20
  const look = () => {
    const now = performance.now(), headline = document.querySelector(".atlas-headline")
    if (shown(headline)) since.text ??= now
    if (since.text && (document.fonts.status === "loaded" || now - since.text > 3000))
      seen.text ??= now
    if ([...document.querySelectorAll("FIGURE")].some(shown)) seen.picture ??= now
    if (!seen.text || !seen.picture) requestAnimationFrame(look)
  }
  window.atlasSeen = seen
  look()
}""".replace("FIGURE", FIGURE)
WHOLE = """() => window.atlasSeen?.text && window.atlasSeen?.picture
  && document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning"
  && !document.querySelector('[data-testid="stSkeleton"]')
  && !document.querySelector('[data-testid="stPlotlyChart"]:not(:has(.main-svg))')"""
SETTLE = 1000.0  # milliseconds in which nothing more is fetched


@dataclass(frozen=True)
class Line:
    """How a reader is connected.

    Attributes
    ----------
    name : str
        What it is called.
    bits : float
        Bits a second, either way; 0 where nothing holds them back.
    wait : float
        Milliseconds until an answer begins.
    """

    name: str
    bits: float = 0
    wait: float = 0


@dataclass
class Fetched:
    """One file that was asked for.

    Attributes
    ----------
    path : str
        Its path.
    wire : int
        Bytes that came, with the head; 0 when the browser had it.
    status : int
        What the server said.
    kept : bool
        Whether the browser took it from what it had kept, without asking.
    packed : str
        How it was compressed.
    may_keep : str
        What the server says of keeping it.
    """

    path: str
    wire: int = 0
    status: int = 0
    kept: bool = False
    packed: str = ""
    may_keep: str = ""


@dataclass
class Visit:
    """What a visit took.

    Attributes
    ----------
    text, picture : float
        Seconds from the beginning of the navigation until words, and a figure, were seen.
    files : dict of str to Fetched
        What was asked for over HTTP, by Chromium's number.
    socket : int
        Bytes over the socket, packed as the server packs them.
    """

    text: float = 0.0
    picture: float = 0.0
    files: dict[str, Fetched] = field(default_factory=dict)
    socket: int = 0

    @property
    def asked(self) -> list[Fetched]:
        """What the server was asked for: the browser did not have it, or was not sure."""
        return [one for one in self.files.values() if not one.kept]

    @property
    def wire(self) -> int:
        """Bytes over HTTP."""
        return sum(one.wire for one in self.asked)

    @property
    def unchanged(self) -> int:
        """How many files the browser asked for although it had them."""
        return sum(one.status == NOT_MODIFIED for one in self.asked)


def launch(playwright: Playwright) -> Browser:
    """Start the machine's Chromium, without anything that it does by itself.

    Raises
    ------
    FileNotFoundError
        When there is none.
    """
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found is None:
        raise FileNotFoundError("There is no Chromium; on Debian: apt-get install chromium")
    return playwright.chromium.launch(executable_path=found, args=[*QUIET])


def visit(context: BrowserContext, address: str, line: Line, slower: int = 1) -> Visit:
    """Open a page in a new tab, wait until it is whole, and close the tab.

    Parameters
    ----------
    context : BrowserContext
        A browser's memory: what it has kept makes the second visit a warm one.
    address : str
        The page.
    line : Line
        The connection.
    slower : int
        By how much the processor is slowed down.
    """
    page, found = context.new_page(), Visit()
    asking = context.new_cdp_session(page)
    _Watch(asking, found)
    _slow(asking, line, slower)
    page.add_init_script(f"({WATCH})()")
    page.goto(address, wait_until="commit", timeout=PATIENCE)
    page.wait_for_function(WHOLE, timeout=PATIENCE, polling=100)
    page.wait_for_timeout(SETTLE)
    _read(page, found)
    page.close()
    return found


def _read(page: Page, found: Visit) -> None:
    seen = page.evaluate("window.atlasSeen")
    found.text, found.picture = seen["text"] / 1000, seen["picture"] / 1000


def _slow(asking: CDPSession, line: Line, slower: int) -> None:
    asking.send("Network.enable")
    if line.bits:
        speed = line.bits / 8
        told = {"offline": False, "latency": line.wait}
        told |= {"downloadThroughput": speed, "uploadThroughput": speed}
        asking.send("Network.emulateNetworkConditions", told)
    if slower > 1:
        asking.send("Emulation.setCPUThrottlingRate", {"rate": slower})


class _Watch:
    """Notes what the browser asks for and gets."""

    def __init__(self, asking: CDPSession, found: Visit) -> None:
        self.found = found
        self._packing = zlib.compressobj(wbits=-WINDOW_BITS, memLevel=MEMORY)
        for event, act in {
            "requestWillBeSent": self._asked,
            "requestServedFromCache": self._kept,
            "responseReceived": self._began,
            "responseReceivedExtraInfo": self._said,
            "loadingFinished": self._ended,
            "webSocketFrameReceived": self._came,
        }.items():
            asking.on(f"Network.{event}", act)

    def _file(self, told: Mapping[str, Any]) -> Fetched:
        return self.found.files.get(told["requestId"]) or Fetched("")

    def _asked(self, told: Mapping[str, Any]) -> None:
        parts = urlsplit(told["request"]["url"])
        if parts.scheme in ("http", "https"):
            self.found.files[told["requestId"]] = Fetched(parts.path)

    def _kept(self, told: Mapping[str, Any]) -> None:
        self._file(told).kept = True

    def _began(self, told: Mapping[str, Any]) -> None:
        one, answer = self._file(told), told["response"]
        heads = {name.lower(): value for name, value in answer["headers"].items()}
        one.status = one.status or answer["status"]
        one.kept = one.kept or bool(answer.get("fromDiskCache"))
        one.packed = heads.get("content-encoding", "")
        one.may_keep = heads.get("cache-control", "")

    def _said(self, told: Mapping[str, Any]) -> None:
        """Note what the server itself said: 304 becomes 200 with what the browser had."""
        self._file(told).status = told["statusCode"]

    def _ended(self, told: Mapping[str, Any]) -> None:
        self._file(told).wire = int(told["encodedDataLength"])

    def _came(self, told: Mapping[str, Any]) -> None:
        answer = told["response"]
        text = answer["payloadData"]
        data = text.encode() if answer["opcode"] == 1 else base64.b64decode(text)
        packed = self._packing.compress(data) + self._packing.flush(zlib.Z_SYNC_FLUSH)
        self.found.socket += len(packed)
