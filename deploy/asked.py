"""What readers are to get: pages, files, sockets, and what is said with them."""

import asyncio
import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from http import HTTPStatus

from requests import Response
from websockets.exceptions import WebSocketException

from bench.session import ScriptFailed, Session
from deploy.looks import Line, Site

PAGES = ("/", "/corridors", "/sources")
NOWHERE = "/no-such-page-is-here"
FILES = (
    "/app/static/brand/mark.svg",
    "/api/tables",
    "/api/tables/votes?_format=csv",
    "/robots.txt",
)
SCRIPT = re.compile(r'src="(?:\./|/[^"]*?)?(static/js/[^"]+)"')
UNSAFE = re.compile(r"script-src[^;]*'unsafe-(eval|inline)'")
DAY = 24 * 3600
COOKIE = "atlas_way"
HEADLINE = "atlas-headline"
STARTING = 120  # seconds in which a server makes its first views


def alive(site: Site) -> Iterator[Line]:
    """Look whether it lives and can do its work."""
    status = site.ask("/healthz").status_code
    yield Line(status == 200, "The server is alive", "" if status == 200 else f"/healthz: {status}")
    answer = _ready(site)
    known = "json" in answer.headers.get("Content-Type", "")
    faults = ", ".join(map(str, answer.json().get("faults", ()))) if known else ""
    good = answer.status_code == 200 and known and not faults
    seen = "" if good else f"/readyz: {answer.status_code} {faults}".rstrip()
    yield Line(good, "Every table, list, text and a view can be had", seen)


def _ready(site: Site) -> Response:
    """Ask whether it is ready; one that has just been started is given time to become so."""
    until = time.monotonic() + STARTING
    while True:
        answer = site.ask("/readyz")
        if answer.status_code == HTTPStatus.OK or "starting" not in answer.text:
            return answer
        if time.monotonic() > until:
            return answer
        time.sleep(1)


def documents(site: Site) -> Iterator[Line]:
    """Look at what browsers are told with each document."""
    for path in (*PAGES, NOWHERE):
        headers = site.ask(path).headers
        policy = headers.get("Content-Security-Policy", "")
        lacks = [
            one for one in ("script-src", "frame-ancestors", "object-src") if one not in policy
        ]
        lacks += ["a script-src without unsafe-eval and unsafe-inline"] * bool(
            UNSAFE.search(policy)
        )
        lacks += [] if "Permissions-Policy" in headers else ["Permissions-Policy"]
        yield Line(
            not lacks,
            f"The document {path} says what browsers may run and who may frame it",
            f"lacks {', '.join(lacks)}" if lacks else "",
        )


def every_answer(site: Site) -> Iterator[Line]:
    """Look at what is said with documents, files, downloads and answers to programs."""
    for path in (*PAGES, *FILES, _script(site)):
        answer = site.ask(path)
        lacks = [f"status {answer.status_code}"] * (answer.status_code != 200)
        lacks += ["nosniff"] * (answer.headers.get("X-Content-Type-Options") != "nosniff")
        lacks += ["Referrer-Policy"] * ("Referrer-Policy" not in answer.headers)
        yield Line(not lacks, f"{path} comes, taken for what it says it is", ", ".join(lacks))


def packed(site: Site) -> Iterator[Line]:
    """Look whether what is large comes compressed, and is kept."""
    path = _script(site)
    for what, one in (("A document", "/"), ("JavaScript", path)):
        for asked in ("gzip", "br, gzip"):
            answer = site.ask(one, {"Accept-Encoding": asked})
            how = answer.headers.get("Content-Encoding", "")
            good = how in asked.split(", ")
            yield Line(good, f"{what} comes compressed to who takes {asked}", how or "as it is")
    told = site.ask(path).headers.get("Cache-Control", "")
    age = re.search(r"max-age=(\d+)", told)
    kept = age is not None and int(age[1]) >= DAY
    yield Line(kept, "JavaScript is kept by browsers for a day at least", told or "nothing is said")


def _script(site: Site) -> str:
    """Return where the page's own script is."""
    found = SCRIPT.search(site.ask("/").text)
    return f"/{found[1]}" if found else "/static/js/index.js"


def absent(site: Site) -> Iterator[Line]:
    """Look whether what is not there is said not to be there."""
    for path in (NOWHERE, "/static/js/none.js", "/app/static/none.svg", "/api/tables/none"):
        status = site.ask(path).status_code
        yield Line(status == 404, f"{path} is not there", "" if status == 404 else str(status))


def told_to_engines(site: Site) -> Iterator[Line]:
    """Look at what search engines are told."""
    robots = site.ask("/robots.txt")
    line = f"Sitemap: {site.address}/sitemap.xml"
    yield Line(
        line in robots.text,
        "robots.txt names the map of the site at this address",
        "" if line in robots.text else "ATLAS_ADDRESS is not set, or another",
    )
    answer = site.ask("/sitemap.xml")
    try:
        places = [one.text or "" for one in ET.fromstring(answer.content).iter() if _is_place(one)]  # noqa: S314
    except ET.ParseError:
        places = []
    good = bool(places) and all(one.startswith(site.address) for one in places)
    yield Line(good, "sitemap.xml has pages at this address", f"{len(places)} addresses")


def _is_place(element: ET.Element) -> bool:
    return element.tag.endswith("}loc")


def reader(site: Site) -> Iterator[Line]:
    """Look whether a page is shown to who comes with a browser."""
    cookie = site.ask("/").headers.get("Set-Cookie", "").partition(";")[0]
    for page in ("", "corridors"):
        try:
            shown, seen = asyncio.run(_shown(site.address, page, cookie)), ""
        except (ScriptFailed, WebSocketException, OSError, TimeoutError) as error:
            shown, seen = False, repr(error)[:200]
        yield Line(shown, f"A socket opens and /{page} is shown with its headline", seen)


async def _shown(address: str, page: str, cookie: str) -> bool:
    async with Session(0, page, cookie=cookie, site=address) as session:
        run = await session.run()
    return any(HEADLINE in one.delta.new_element.html.body for one in run.messages)


def sticky(site: Site) -> Iterator[Line]:
    """Look whether one reader's requests go to one process."""
    first = site.ask("/").headers.get("Set-Cookie", "")
    name, _, _ = first.partition("=")
    if not first:
        yield Line(True, "There are no cookies, as with one process")
        return
    good = "HttpOnly" in first and "SameSite" in first
    yield Line(good, f"The cookie {name} is out of reach of scripts and other sites", first[:60])
    again = site.ask("/", {"Cookie": first.partition(";")[0]}).headers.get("Set-Cookie", "")
    yield Line(not again, f"Who has the cookie {name} keeps it", again[:60])
