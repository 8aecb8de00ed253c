"""Half requests are cut; whole ones, slow answers and open pages are let be."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import uvicorn
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from components.web import halves

HEAD = b"GET / HTTP/1.1\r\nHost: atlas\r\n"
SLOW_BODY = b"POST / HTTP/1.1\r\nHost: atlas\r\nContent-Length: 900\r\n\r\nx"
KEPT = HEAD + b"\r\n" + HEAD  # a whole request, and half of the next one
PATIENCE = 30


class Looks:
    """Counts the looks at connections, and lets answers wait for so many."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seen = 0
        self.enough = asyncio.Event()
        look = halves._look

        def counted(*told: Any) -> None:
            self.seen += 1
            look(*told)
            if self.seen > 5 * halves.HALF:
                self.enough.set()

        monkeypatch.setattr(halves, "_look", counted)
        monkeypatch.setattr(halves, "LOOK", 0.01)


async def served(
    sent: Callable[[asyncio.StreamWriter], Awaitable[None]], answer_when: asyncio.Event | None
) -> bytes:
    """What a connection is told until it is closed."""

    class Own(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
        pass

    async def app(scope: Any, receive: Any, send: Any) -> None:
        if answer_when is not None:
            await answer_when.wait()
        headers = [(b"content-length", b"5")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"there"})

    halves.cut(Own)
    halves.cut(Own)  # once is enough
    config = uvicorn.Config(app, port=0, http=Own, lifespan="off", log_config=None)
    config.timeout_keep_alive = PATIENCE
    server = uvicorn.Server(config)
    running = asyncio.create_task(server._serve())
    while not server.started:
        await asyncio.sleep(0)
    port = server.servers[0].sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        async with asyncio.timeout(PATIENCE):
            sending = asyncio.create_task(sent(writer))
            told = b""
            try:
                while part := await reader.read(1000):
                    told += part
            except ConnectionResetError:
                pass
            sending.cancel()
    finally:
        writer.transport.abort()
        server.should_exit = server.force_exit = True
        await running
    return told


def sending(head: bytes, *, more: bytes = b"") -> Callable[[asyncio.StreamWriter], Any]:
    """Send something, and go on with a letter at a time."""

    async def sent(writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while more:
            await asyncio.sleep(0.002)
            writer.write(more)

    return sent


@pytest.mark.parametrize(
    ("head", "more", "answered"),
    [
        (b"", b"", 0),
        (HEAD, b"", 0),
        (HEAD + b"X-Long: ", b"y", 0),
        (SLOW_BODY, b"x", 1),
        (KEPT, b"", 1),
        (KEPT + b"X-Long: ", b"y", 1),
    ],
)
def test_half_a_request_is_cut_however_it_goes_on(head, more, answered, monkeypatch):
    async def tried() -> bytes:
        Looks(monkeypatch)
        return await served(sending(head, more=more), None)

    assert asyncio.run(tried()).count(b"200 OK") == answered


def test_an_answer_that_takes_long_to_make_is_waited_for(monkeypatch):
    async def tried() -> bytes:
        looks = Looks(monkeypatch)
        return await served(sending(HEAD + b"Connection: close\r\n\r\n"), looks.enough)

    assert asyncio.run(tried()).endswith(b"there")


def test_an_answer_that_is_never_taken_is_cut_in_the_end(monkeypatch):
    async def tried() -> bytes:
        Looks(monkeypatch)
        monkeypatch.setattr(halves, "TAKEN", 9)
        return await served(sending(HEAD + b"\r\n"), asyncio.Event())

    assert asyncio.run(tried()) == b""
