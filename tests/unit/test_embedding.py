"""Views in frames of other sites: who may, what is told to the browser, and the lines to copy."""

import asyncio
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

import serve
from components.card.embed import LEAST, MOST, USUAL, height_of, snippet
from components.session import embedding
from components.session.embedding import SETTING, frame_address, hosts, whole_address
from components.web.faults import Unmade
from components.web.gate import Gate
from components.web.headers import Headers
from components.web.metrics import Metrics
from components.web.routes import NotFound
from components.web.sockets import Sockets
from data import errors

LINK = "https://atlas.test/corridors?countries=KAZ,UZB&year=2020&lang=ru"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the log is told."""
    said: list[str] = []
    monkeypatch.setattr(embedding, "log_once", said.append)
    return said


def test_nobody_may_by_default(monkeypatch):
    monkeypatch.delenv(SETTING, raising=False)
    assert hosts() == ()
    assert policy() == "frame-ancestors 'self'"


def test_sites_are_those_of_the_setting_each_once(monkeypatch, told):
    asked = (
        "https://News.example/ https://*.example.org, http://127.0.0.1:8690  https://news.example"
    )
    monkeypatch.setenv(SETTING, asked)
    assert hosts() == ("https://news.example", "https://*.example.org", "http://127.0.0.1:8690")
    assert told == []
    assert policy() == f"frame-ancestors 'self' {' '.join(hosts())}"


@pytest.mark.parametrize(
    "odd",
    [
        "*",
        "https://*",
        "https://*.org",
        "news.example",
        "javascript:alert(1)",
        "https://news.example/page",
        "https://news.example;script-src",
        "'unsafe-inline'",
        "https://a.*.example",
        "https://news..example",
        "https://user@news.example",
    ],
)
def test_what_is_no_site_is_told_and_left_out(monkeypatch, told, odd):
    monkeypatch.setenv(SETTING, f"{odd} https://news.example")
    assert hosts() == ("https://news.example",)
    assert len(told) == 1
    assert odd in told[0]
    assert policy() == "frame-ancestors 'self' https://news.example"


def test_a_bad_entry_is_logged_once_however_often_it_is_read(monkeypatch, caplog):
    monkeypatch.setenv(SETTING, "nonsense")
    errors.forget()
    assert [hosts() for _ in range(3)] == [()] * 3
    assert caplog.text.count("nonsense") == 1


def policy(path: str = "/") -> str:
    """What the browser is told of an answer."""
    app = Starlette(
        routes=[
            Route("/", lambda _: HTMLResponse("<p>page")),
            Route("/picture", lambda _: PlainTextResponse("none")),
            Route("/{path:path}", lambda _: HTMLResponse("Streamlit's own")),
        ],
        middleware=[Middleware(Headers, sent=lambda: "<script>1</script>"), Middleware(NotFound)],
    )
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "scheme": "http",
        "http_version": "1.1",
        "headers": [],
        "server": ("127.0.0.1", 8501),
    }
    found: dict[str, str] = {}

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        found.update({k.decode(): v.decode() for k, v in message.get("headers", ())})

    asyncio.run(app(scope, receive, send))
    told = found.get("content-security-policy", "")
    return "; ".join(part for part in told.split("; ") if part.startswith("frame-ancestors"))


def test_every_document_says_it_and_nothing_else_does(monkeypatch):
    monkeypatch.setenv(SETTING, "https://news.example")
    assert policy() == policy("/nowhere") == "frame-ancestors 'self' https://news.example"
    assert policy("/picture") == ""


def test_the_server_says_it_before_anything_but_a_refusal():
    first = [one.cls for one in serve.app._user_middleware[:5]]
    assert first == [Metrics, Gate, Sockets, Unmade, Headers]


def test_the_address_of_a_frame_has_the_choices_the_view_and_the_colours():
    address = frame_address(LINK, "country-ages.KGZ", "dark")
    assert parse_qs(urlsplit(address).query) == {
        "countries": ["KAZ,UZB"],
        "year": ["2020"],
        "lang": ["ru"],
        "show": ["country-ages.KGZ"],
        "embed": ["true"],
        "embed_options": ["dark_theme"],
    }
    assert address.startswith("https://atlas.test/corridors?")


def test_the_way_to_the_atlas_opens_the_same_page_at_the_card():
    inside = LINK.replace("?", "?show=time&")
    assert whole_address(inside, "time") == f"{LINK}#card-time"


class Frames(HTMLParser):
    """The tags of a text, with what they say."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_lines_to_copy_hold_one_frame_whatever_the_title_is():
    title = """5 < 6 & "so" 'on' <script>alert(1)</script>"""
    address = frame_address(f'{LINK}&partners="><img src=x>', "time", "light")
    [(tag, said)] = Frames(snippet(address, title, "ru", 640)).found
    assert tag == "iframe"
    assert said == {
        "src": address,
        "title": title,
        "lang": "ru",
        "width": "100%",
        "height": "640",
        "style": "border:0",
        "loading": "lazy",
    }


@pytest.mark.parametrize("odd", [None, "700", -1, 0, LEAST - 1, MOST + 1, float("nan"), [700], {}])
def test_a_height_that_is_none_is_the_usual(odd):
    assert height_of({"height": odd}) == height_of({}) == USUAL


def test_a_height_is_that_of_the_browser():
    assert height_of({"height": 812.4}) == 812
