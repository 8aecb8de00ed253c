"""Figures for whoever runs the atlas, in Prometheus' format, on an address of their own.

Nothing is measured of readers but how many there are: no address, no choice, no page.
"""

import os
import time
from typing import TYPE_CHECKING

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.web.address import HOST
from data.errors import log_once

if TYPE_CHECKING:
    pass

SETTING = "ATLAS_METRICS"  # such as 127.0.0.1:9501; nothing is measured without it
SECONDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10)


class _Figures:
    """What is counted while the server runs."""

    def __init__(self) -> None:
        from prometheus_client import Counter, Gauge, Histogram  # noqa: PLC0415

        from components import cache  # noqa: PLC0415  # reads the catalogue, which may be broken

        self.answers: Counter = Counter("atlas_answers", "Answers by status", ["status"])
        self.seconds: Histogram = Histogram(
            "atlas_answer_seconds", "Time of answers", buckets=SECONDS
        )
        self.sockets: Gauge = Gauge("atlas_sockets", "Open pages")
        self.refused: Counter = Counter("atlas_sockets_refused", "Pages that were not let in")
        views = Gauge("atlas_views", "Built views that are kept")
        views.set_function(cache.views_kept)


_figures: list[_Figures] = []


def measure() -> None:
    """Begin to measure, and answer at the address of the setting, if there is one."""
    told = os.environ.get(SETTING, "").strip()
    host, _, port = told.rpartition(":")
    if not told or _figures:
        return
    if not (port.isascii() and port.isdigit() and int(port) < 65_536 and HOST.fullmatch(host)):
        log_once(f"{SETTING}: {told!r} is no address such as 127.0.0.1:9501; nothing is measured")
        return
    from prometheus_client import start_http_server  # noqa: PLC0415  # only for who asks

    try:
        start_http_server(int(port), host)
    except OSError as error:
        log_once(f"{SETTING}: no answers at {told}: {error}")
        return
    _figures.append(_Figures())


class Metrics:
    """Counts answers and open pages, where somebody wants to know."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and count it."""
        if not _figures or scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._socket(_figures[0], scope, receive, send)
        else:
            await self._answer(_figures[0], scope, receive, send)

    async def _socket(self, figures: _Figures, scope: Scope, receive: Receive, send: Send) -> None:
        opened = False

        async def watched(message: Message) -> None:
            nonlocal opened
            if message["type"] == "websocket.accept":
                opened = True
                figures.sockets.inc()
            elif message["type"] == "websocket.close" and not opened:
                figures.refused.inc()
            await send(message)

        try:
            await self.app(scope, receive, watched)
        finally:
            if opened:
                figures.sockets.dec()

    async def _answer(self, figures: _Figures, scope: Scope, receive: Receive, send: Send) -> None:
        began = time.perf_counter()

        async def watched(message: Message) -> None:
            if message["type"] == "http.response.start":
                figures.answers.labels(str(message["status"])).inc()
                figures.seconds.observe(time.perf_counter() - began)
            await send(message)

        await self.app(scope, receive, watched)
