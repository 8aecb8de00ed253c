"""What strangers are not to get: other sites, ways in that no page takes, names of software."""

import asyncio
import re
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import requests
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus, WebSocketException

from deploy.looks import Line, Site

STRANGER = "https://evil.example"
MOMENT = 2.0  # seconds; who asks the network first takes longer
REFUSALS = (400, 401, 403, 404, 405, 413, 414, 431)
WAYS = (
    ("GET", "/metrics"),
    ("GET", "/_stcore/metrics"),
    ("GET", "/_stcore/script-health-check"),
    ("GET", "/_stcore/agent/openapi.json"),
    ("POST", "/_stcore/agent/interact"),
    ("PUT", "/_stcore/upload_file/a/b"),
    ("POST", "/"),
    ("DELETE", "/app/static/brand/mark.svg"),
    ("TRACE", "/"),
    ("GET", "/app/static/..%2f..%2fapp.py"),
    ("GET", "/.git/config"),
)
YEAR = 365 * 24 * 3600


def strangers(site: Site) -> Iterator[Line]:
    """Look whether pages of other sites are kept out."""
    told = site.ask("/_stcore/host-config", {"Origin": STRANGER}).headers
    allowed = told.get("Access-Control-Allow-Origin", "")
    yield Line(
        allowed not in ("*", STRANGER), "Pages of other sites may not read the atlas' own", allowed
    )
    began = time.monotonic()
    opened = asyncio.run(_opens(site.address))
    took = time.monotonic() - began
    yield Line(not opened, "A socket from a page of another site is refused", opened)
    yield Line(took < MOMENT, "and at once, before the network is asked", f"{took:.2f} s")
    told = site.ask("/api/tables", {"Origin": STRANGER}).headers
    allowed = told.get("Access-Control-Allow-Origin", "")
    yield Line(allowed == "*", "Pages of other sites may read /api", allowed or "they may not")


async def _opens(address: str) -> str:
    """Return what became of a socket that a stranger's page opens; nothing when it was refused."""
    try:
        async with connect(
            f"ws{address.removeprefix('http')}/_stcore/stream",
            origin=STRANGER,  # type: ignore[arg-type]
            subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"],  # type: ignore[list-item]
            proxy=None,
        ):
            return "it opened"
    except InvalidStatus as error:
        status = error.response.status_code
        return "" if status in REFUSALS else f"status {status}"
    except (WebSocketException, OSError, TimeoutError) as error:
        return repr(error)[:100]


def closed(site: Site) -> Iterator[Line]:
    """Look whether ways in that no page takes are closed."""
    for method, path in WAYS:
        status = site.ask(path, method=method).status_code
        seen = "" if status in REFUSALS else f"status {status}"
        yield Line(not seen, f"{method} {path} is closed", seen)
    status = site.ask(f"/?x={'y' * 20_000}").status_code
    yield Line(status in REFUSALS, "Addresses without end are refused", f"status {status}")


def silent(site: Site) -> Iterator[Line]:
    """Look whether answers say which software of which version gave them."""
    for path in ("/", "/no-such-page-is-here", "/app/static/brand/mark.svg"):
        headers = site.ask(path).headers
        told = [headers.get(name, "") for name in ("Server", "X-Powered-By", "Via")]
        wordy = [one for one in told if re.search(r"\d+\.\d+", one)]
        yield Line(not wordy, f"{path} names no version of the software", ", ".join(wordy))


def by_tls(site: Site) -> Iterator[Line]:
    """Look whether who came by TLS comes by it again."""
    if not site.address.startswith("https://"):
        yield Line(True, "HSTS is not looked at: this address has no TLS")
        return
    told = site.ask("/").headers.get("Strict-Transport-Security", "")
    age = re.search(r"max-age=(\d+)", told)
    good = age is not None and int(age[1]) >= YEAR // 2
    yield Line(good, "Browsers are told to come by TLS (HSTS)", told or "nothing is said")
    if urlsplit(site.address).port in (None, 443):
        try:
            plain = Site(f"http{site.address.removeprefix('https')}").ask("/")
        except requests.ConnectionError:
            yield Line(True, "Without TLS nobody answers")
            return
        leads = plain.headers.get("Location", "").startswith("https://")
        yield Line(leads, "Without TLS readers are led to TLS", str(plain.status_code))
