"""Who gets to Streamlit at all, and what browsers are told with each answer."""

import asyncio
import base64
import hashlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from streamlit import net_util

import serve
from components.decks.talk import script
from components.web.address import SETTING
from components.web.gate import Gate, is_known, is_own
from components.web.headers import Headers

HOST = b"atlas.example:8501"
SHELL = "<html><script>\nwindow.prerenderReady = false\n</script><p>page"


def scope_of(kind: str, path: str, headers: list[tuple[bytes, bytes]], **more: Any) -> dict:
    usual = {
        "type": kind,
        "method": "GET",
        "path": path,
        "raw_path": path.encode("utf-8", "replace"),
        "root_path": "",
        "query_string": b"",
        "scheme": "http",
        "http_version": "1.1",
        "headers": [(b"host", HOST), *headers],
        "server": ("127.0.0.1", 8501),
        "subprotocols": [],
    }
    return usual | more


def asked(app: Any, scope: dict) -> list[dict]:
    """What an application answers to one request."""
    said: list[dict] = []
    start = "websocket.connect" if scope["type"] == "websocket" else "http.request"

    async def receive() -> dict[str, Any]:
        return {"type": start, "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        said.append(message)

    asyncio.run(app(scope, receive, send))
    return said


class Behind:
    """What stands behind the gate; it notes what gets there."""

    def __init__(self) -> None:
        self.seen: list[dict] = []

    async def __call__(self, scope: dict, receive: Any, send: Any) -> None:
        self.seen.append(scope)
        await PlainTextResponse("there")(scope, receive, send)


@pytest.mark.parametrize(
    "origin",
    [
        b"https://evil.example",
        b"null",
        b"http://atlas.example",
        b"http://atlas.example:8501.evil.example",
        b"file://",
        b"http://[",
        b"\xff\xfe",
    ],
)
def test_a_socket_from_a_foreign_page_is_refused_before_streamlit_looks_for_addresses(
    origin, monkeypatch
):
    def asks_the_network() -> str:
        raise AssertionError("the network was asked for the machine's own address")

    monkeypatch.setattr(net_util, "get_internal_ip", asks_the_network)
    monkeypatch.setattr(net_util, "get_external_ip", asks_the_network)
    said = asked(serve.app, scope_of("websocket", "/_stcore/stream", [(b"origin", origin)]))
    assert [one["type"] for one in said] == ["websocket.close"]


@pytest.mark.parametrize("origin", ["http://atlas.example:8501", "https://ATLAS.example:8501"])
def test_own_pages_get_through_and_are_not_looked_at_again(origin):
    behind = Behind()
    headers = [(b"origin", origin.encode())]
    asked(Gate(behind), scope_of("http", "/_stcore/host-config", headers))
    assert [name for name, _ in behind.seen[0]["headers"]] == [b"host"]


def test_behind_a_proxy_the_public_address_is_the_atlas_too(monkeypatch):
    assert not is_own("https://atlas.example.org", "10.0.0.5:8501")
    monkeypatch.setenv(SETTING, "https://atlas.example.org/migration")
    assert is_own("https://atlas.example.org", "10.0.0.5:8501")
    assert not is_own("https://example.org", "10.0.0.5:8501")


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("atlas.example.org", True),
        ("ATLAS.example.org.:443", True),
        ("localhost:8501", True),
        ("127.0.0.1:8501", True),
        ("10.0.0.5:8501", True),
        ("[::1]:8501", True),
        ("evil.example", False),
        ("atlas.example.org.evil.example", False),
        ("evil.example@atlas.example.org", True),  # what a browser would ask of that address
        ("127.0.0.1.evil.example", False),
        ("[", False),
        ("", False),
        ("localhost.evil.example", False),
    ],
)
def test_with_an_address_of_its_own_the_atlas_goes_by_no_other_name(host, known, monkeypatch):
    assert is_known(host)
    monkeypatch.setenv(SETTING, "https://atlas.example.org/migration")
    assert is_known(host) == known


@pytest.mark.parametrize(
    ("kind", "path", "refused"),
    [
        ("http", "/corridors", True),
        ("http", "/api/tables", True),
        ("websocket", "/_stcore/stream", True),
        ("http", "/healthz", False),
        ("http", "/readyz", False),
        ("http", "/_stcore/health", False),
    ],
)
def test_a_page_whose_site_gives_the_machine_another_name_gets_nothing(
    kind, path, refused, monkeypatch
):
    monkeypatch.setenv(SETTING, "https://atlas.example.org")
    behind = Behind()
    headers = [(b"origin", b"http://evil.example:8501")]
    scope = scope_of(kind, path, headers if kind == "websocket" else [])
    scope["headers"][0] = (b"host", b"evil.example:8501")
    said = asked(Gate(behind, public=("/api",)), scope)
    assert bool(behind.seen) != refused
    if kind == "http" and refused:
        assert said[0]["status"] == 421


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/_stcore/metrics", "GET", 404),
        ("//_stcore//metrics", "GET", 404),
        ("/_stcore/agent/interact", "POST", 404),
        ("/_stcore/agent/openapi.json", "GET", 404),
        ("/corridors/_stcore/agent/mcp", "POST", 404),
        ("/_stcore/script-health-check", "GET", 404),
        ("/corridors", "POST", 405),
        ("/app/static/brand/mark.svg", "DELETE", 405),
        ("/" + "x" * 17_000, "GET", 414),
        ("/_stcore/health", "GET", 200),
        ("/corridors", "HEAD", 200),
    ],
)
def test_ways_in_that_no_page_takes_are_closed(path, method, status):
    behind = Behind()
    said = asked(Gate(behind), scope_of("http", path, [], method=method))
    assert said[0]["status"] == status
    assert bool(behind.seen) == (status == 200)


def test_what_any_site_may_read_has_rules_of_its_own():
    behind = Behind()
    headers = [(b"origin", b"https://news.example")]
    gate = Gate(behind, public=("/api",))
    asked(gate, scope_of("http", "/api/tables", headers, method="POST"))
    assert (b"origin", b"https://news.example") in behind.seen[0]["headers"]
    assert asked(gate, scope_of("http", "/apiary", headers, method="POST"))[0]["status"] == 405
    assert asked(gate, scope_of("http", "/api/" + "x" * 17_000, headers))[0]["status"] == 414


def test_headers_without_end_are_refused():
    said = asked(Gate(Behind()), scope_of("http", "/", [(b"x", b"y" * 40_000)]))
    assert said[0]["status"] == 431


@given(
    path=st.text(max_size=60),
    origin=st.binary(max_size=40),
    host=st.binary(max_size=40),
    kind=st.sampled_from(["http", "websocket"]),
)
def test_whatever_comes_is_answered_or_passed_on(path, origin, host, kind):
    behind = Behind()
    scope = scope_of(kind, "/" + path, [(b"origin", origin)])
    scope["headers"][0] = (b"host", host)
    said = asked(Gate(behind), scope)
    assert said


def headers_of(path: str, **more: Any) -> dict[str, str]:
    app = Starlette(
        routes=[
            Route("/", lambda _: HTMLResponse(SHELL)),
            Route("/data", lambda _: PlainTextResponse("a,b")),
        ],
        middleware=[Middleware(Headers, sent=lambda: SHELL)],
    )
    (start, *_) = asked(app, scope_of("http", path, [], **more))
    return {name.decode(): value.decode() for name, value in start["headers"]}


def test_a_document_may_run_what_comes_from_the_atlas_and_nothing_made_up_on_the_way():
    told = headers_of("/")["content-security-policy"]
    parts = dict(part.split(" ", 1) for part in told.split("; "))
    assert "unsafe-eval" not in parts["script-src"].replace("wasm-unsafe-eval", "")
    assert "unsafe-inline" not in parts["script-src"]
    for text in ("\nwindow.prerenderReady = false\n", script()):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in parts["script-src"]
    assert parts["default-src"] == "'self'"
    assert parts["object-src"] == "'none'"
    assert "ws://atlas.example:8501" in parts["connect-src"]


def test_a_document_that_is_stricter_stays_so():
    strict = {"Content-Security-Policy": "default-src 'none'"}
    app = Headers(HTMLResponse("x", headers=strict), lambda: SHELL)
    (start, *_) = asked(app, scope_of("http", "/", []))
    assert dict(start["headers"])[b"content-security-policy"] == b"default-src 'none'"


def test_a_host_that_is_none_gets_no_place_in_the_policy():
    scope = scope_of("http", "/", [])
    scope["headers"] = [(b"host", b"x; script-src *")]
    app = Headers(HTMLResponse(SHELL), lambda: SHELL)
    (start, *_) = asked(app, scope)
    told = dict(start["headers"])[b"content-security-policy"].decode()
    assert told.count("script-src") == 1


def test_every_answer_is_taken_for_what_it_says_it_is():
    told = headers_of("/data")
    assert told["x-content-type-options"] == "nosniff"
    assert "content-security-policy" not in told
    assert "strict-transport-security" not in told


def test_who_came_by_tls_is_to_come_by_tls_again(monkeypatch):
    assert "strict-transport-security" in headers_of("/data", scheme="https")
    monkeypatch.setenv(SETTING, "https://atlas.example.org")
    assert "strict-transport-security" in headers_of("/data")
