"""A server on this machine that stands for all publishers and answers in their shapes.

Addresses are ``/host/path``. Each question is noted. A fault is put in front of the true answers:
the next questions to a place get it instead.
"""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

Query = dict[str, list[str]]


@dataclass(frozen=True)
class Reply:
    """What the server sends; `cut` bytes only, if it is not None, and then it hangs up."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    is_file: bool = False


@dataclass(frozen=True)
class Asked:
    method: str
    place: str
    query: Query
    headers: dict[str, str]


Answering = Callable[[re.Match[str], Query], Reply]


@dataclass
class Replay:
    """The answers of the server, and what it was asked."""

    routes: list[tuple[str, Answering]] = field(default_factory=list)
    faults: list[tuple[str, list[Reply]]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    address: str = ""

    def on(self, pattern: str, answering: Answering | Reply) -> None:
        """Answer at places like a pattern; what is said last counts."""
        reply = (lambda match, query: answering) if isinstance(answering, Reply) else answering
        self.routes.insert(0, (pattern, reply))

    def spoil(self, pattern: str, *replies: Reply) -> None:
        """Send these first, one for each question."""
        self.faults.append((pattern, list(replies)))

    def questions(self, pattern: str) -> list[Asked]:
        return [one for one in self.asked if re.search(pattern, one.place)]

    def reply(self, asked: Asked) -> Reply:
        for pattern, left in self.faults:
            if left and re.search(pattern, asked.place):
                return left.pop(0)
        for pattern, answering in self.routes:
            if match := re.search(pattern, asked.place):
                return answering(match, asked.query)
        return Reply(b"nothing here", 404)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    replay: Replay

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        place = unquote(parts.path) if not parts.netloc else f"/{parts.netloc}{parts.path}"
        asked = Asked(self.command, place, parse_qs(parts.query), dict(self.headers))
        self.replay.asked.append(asked)
        reply = self.replay.reply(asked)
        status, body, headers = reply.status, reply.body, dict(reply.headers)
        if reply.is_file and status == 200:
            status, body, headers = self._part(body, headers)
        self.send_response(status)
        headers.setdefault("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body if reply.cut is None else body[: reply.cut])
        if reply.cut is not None:
            self.close_connection = True

    def _part(self, body: bytes, headers: dict[str, str]) -> tuple[int, bytes, dict[str, str]]:
        """Answer conditions and ranges as servers of files do."""
        etag = headers.get("ETag", "")
        if etag and self.headers.get("If-None-Match") == etag:
            return 304, b"", {"Content-Length": "0", "ETag": etag}
        wanted = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if wanted and self.headers.get("If-Range") == etag:
            start = int(wanted[1])
            told = {"Content-Range": f"bytes {start}-{len(body) - 1}/{len(body)}"}
            return 206, body[start:], headers | told
        return 200, body, headers

    do_HEAD = do_GET  # noqa: N815

    def do_CONNECT(self) -> None:
        self.replay.asked.append(Asked("CONNECT", self.path, {}, dict(self.headers)))
        self.send_error(403, "not through this proxy")

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(replay: Replay) -> Iterator[Replay]:
    """Run the server in a thread of its own."""
    handler = type("Bound", (Handler,), {"replay": replay})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    replay.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield replay
    finally:
        server.shutdown()
        server.server_close()
