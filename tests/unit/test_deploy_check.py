"""The check of a running atlas: what is wrong at an address is said, each thing by its name."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest

from deploy.check import CHECKS, look, main, said
from deploy.guarded import by_tls


class Wrong(BaseHTTPRequestHandler):
    """Answers everything to everybody, and says by what."""

    server_version, sys_version, protocol_version = "nginx/1.2.3", "", "HTTP/1.1"
    wbufsize = 65536  # an answer leaves as a whole

    def do_GET(self) -> None:
        document = b'<script type="module" src="./static/js/index.js"></script>'
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(document)))
        self.send_header("Content-Security-Policy", "script-src 'self' 'unsafe-eval'")
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Set-Cookie", "way=1; Path=/")
        self.end_headers()
        self.wfile.write(document)

    do_POST = do_PUT = do_DELETE = do_TRACE = do_GET  # noqa: N815

    def log_message(self, *told: object) -> None:
        pass


@pytest.fixture(scope="module")
def wrong() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Wrong) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("check", "words"),
    [
        ("alive", "FAILED  Every table, list, text and a view can be had (/readyz: 200)"),
        ("documents", "lacks frame-ancestors, object-src, a script-src without unsafe-eval"),
        (
            "every_answer",
            "/robots.txt comes, taken for what it says it is (nosniff, Referrer-Policy)",
        ),
        ("packed", "FAILED  JavaScript comes compressed to who takes gzip (as it is)"),
        ("packed", "FAILED  JavaScript is kept by browsers for a day at least (nothing is said)"),
        ("absent", "FAILED  /no-such-page-is-here is not there (200)"),
        ("told_to_engines", "FAILED  sitemap.xml has pages at this address (0 addresses)"),
        ("strangers", "FAILED  Pages of other sites may not read the atlas' own (*)"),
        ("strangers", "FAILED  A socket from a page of another site is refused (status 200)"),
        ("closed", "FAILED  GET /_stcore/metrics is closed (status 200)"),
        ("closed", "FAILED  PUT /_stcore/upload_file/a/b is closed (status 200)"),
        ("silent", "FAILED  / names no version of the software (nginx/1.2.3"),
        ("reader", "FAILED  A socket opens and /corridors is shown with its headline"),
        ("sticky", "FAILED  The cookie way is out of reach of scripts and other sites"),
        ("sticky", "FAILED  Who has the cookie way keeps it"),
    ],
)
def test_each_thing_that_is_wrong_is_said(wrong, check, words, capsys):
    (chosen,) = (one for one in CHECKS if one.__name__ == check)
    assert said(look(wrong, [chosen])) == 1
    assert words in capsys.readouterr().out


def test_where_nobody_answers_every_look_says_so_and_the_next_goes_on():
    found = look("http://127.0.0.1:9")
    assert len(found) >= len(CHECKS)
    assert all(not one.ok or "not looked at" in one.words for one in found)


def test_what_is_no_address_is_said_to_be_none(capsys):
    assert main(["atlas.example.org"]) == 1
    assert "begins with http" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("told", "ok"), [("max-age=31536000", True), ("max-age=60", False), ("", False)]
)
def test_behind_tls_browsers_have_to_be_told_to_come_by_it_again(told, ok):
    answer = SimpleNamespace(headers={"Strict-Transport-Security": told})
    site = SimpleNamespace(address="https://atlas.example:8443", ask=lambda path: answer)
    (line,) = by_tls(site)
    assert line.ok is ok
