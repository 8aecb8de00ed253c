"""Hostile requests over HTTP: to the app in this process, and as bytes to a server."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import unquote

from tests.fuzz import words
from tests.fuzz.inside import End

TRACES = (b"Traceback (most recent", b'File "/')
LOOKED_AT = 40_000  # bytes of an answer
PATIENCE = 60.0
BUSY = 503  # with the time after which to ask again


class Wrong(AssertionError):
    """An answer that no request may get."""


@asynccontextmanager
async def running(app: Any) -> AsyncIterator[None]:
    """Start an app as a server does, and end it."""
    said: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    heard: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    scope = {"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}
    task = asyncio.create_task(app(scope, said.get, heard.put))
    for step in ("startup", "shutdown"):
        await said.put({"type": f"lifespan.{step}"})
        answer = await asyncio.wait_for(heard.get(), PATIENCE)
        if answer["type"] != f"lifespan.{step}.complete":
            raise RuntimeError(answer)
        if step == "startup":
            yield
    await task


def scope_of(chance: random.Random) -> dict[str, Any]:
    """Return a request as a server hands it on."""
    path = words.path(chance)
    known = [(b"host", b"127.0.0.1:8501")] if chance.random() < 0.95 else []
    query = words.address(chance) if chance.random() < 0.7 else f"deck={words.code(chance)}"
    return {
        "type": "http",
        "method": chance.choice(words.METHODS),
        "path": unquote(path),
        "raw_path": path.encode("utf-8", "replace"),
        "root_path": "",
        "query_string": query.encode("utf-8", "replace"),
        "scheme": "http",
        "http_version": "1.1",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "server": ("127.0.0.1", 8501),
        "client": (f"192.0.2.{chance.randrange(256)}", 50_000),
        "headers": [*known, *words.fields(chance)],
    }


async def ask(app: Any, chance: random.Random) -> End:
    """Ask an app; say whether it answered with what was asked for."""
    scope, status, heads, body = scope_of(chance), 0, b"", bytearray()
    coming = [b"x" * chance.choice((0, 10))]

    async def receive() -> dict[str, Any]:
        if not coming:
            await asyncio.Event().wait()  # it stays until it is answered
        return {"type": "http.request", "body": coming.pop(), "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        nonlocal status, heads
        status = message.get("status", status)
        heads += b" ".join(name for name, _ in message.get("headers", ()))
        if len(body) < LOOKED_AT:
            body.extend(message.get("body", b""))

    await asyncio.wait_for(app(scope, receive, send), PATIENCE)
    asked = f"{scope['method']} {scope['path']!r} {scope['query_string']!r}"
    _check(status, heads + bytes(body), asked)
    return "answered" if status < 400 else "refused"


def _check(status: int, told: bytes, asked: str) -> None:
    if status >= 500 and not (status == BUSY and b"retry-after" in told.lower()):
        raise Wrong(f"{status} for {asked[:300]}")
    if any(trace in told for trace in TRACES):
        raise Wrong(f"a trace for {asked[:300]}")


def raw(chance: random.Random) -> bytes:
    """Return a request as bytes, most of them no request."""
    method, path = chance.choice(words.METHODS), words.path(chance)
    told = [f"{method} {path}?{words.address(chance)[:9000]} HTTP/1.{chance.choice('1109')}"]
    told += ["Host: x", *(f"{k.decode()}: {v.decode('latin-1')}" for k, v in words.fields(chance))]
    whole = "\r\n".join(told) + "\r\n\r\n"
    if chance.random() < 0.5:
        whole = words.damaged(chance, whole)
    sent = whole.encode("latin-1", "replace")
    if chance.random() < 0.1:
        sent = chance.randbytes(chance.randint(1, 3000))
    return sent + chance.choice((b"", b"", b"x" * 9, b"ffffffffffffffff\r\n", sent))


async def knock(port: int, chance: random.Random, patience: float) -> End:
    """Send bytes to a server and see what it answers, if anything."""
    sent = raw(chance)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(sent)
        told = await asyncio.wait_for(reader.read(LOOKED_AT), patience)
    except (ConnectionError, TimeoutError):  # it is cut, or waits for the rest and is cut later
        return "refused"
    finally:
        writer.transport.abort()
    status = int(told[9:12]) if told[:5] == b"HTTP/" else 0
    _check(status, told, repr(sent[:300]))
    return "answered" if 0 < status < 400 else "refused"
