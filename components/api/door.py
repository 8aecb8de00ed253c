"""The way in to what programs ask for: what is behind it is imported at the first request."""

import asyncio
from threading import Lock

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from components.card.guarding import numbered
from components.session.paths import base_path
from components.web.asking import spoken
from data.errors import report

API = "/api"


def routes() -> list[Route]:
    """Return the routes below which programs are answered."""
    door, below = Door(), base_path()
    return [Route(f"{below}{API}", door), Route(f"{below}{API}/{{rest:path}}", door)]


class Door:
    """Opens when somebody knocks: the packages and modules behind it take time and memory."""

    def __init__(self) -> None:
        self._inside: ASGIApp | None = None
        self._lock = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; where what is behind cannot be had, say so."""
        inside = self._inside
        try:
            if inside is None:
                inside = await asyncio.to_thread(self._open)
        except Exception as error:  # the catalogue of measures, which it reads, may be damaged
            report(error)
            await _closed(Request(scope), error)(scope, receive, send)
            return
        await inside({**scope, "root_path": base_path()}, receive, send)

    def _open(self) -> ASGIApp:
        with self._lock:
            from components.api.app import build  # noqa: PLC0415

            if self._inside is None:
                self._inside = build()
            return self._inside


def _closed(request: Request, error: Exception) -> JSONResponse:
    lang = spoken(request)
    words = f"{lang.text('Something is wrong with the data.')} {numbered(error, lang)}"
    return JSONResponse(
        {"type": "about:blank", "title": words, "status": 503, "detail": words},
        503,
        {"Cache-Control": "no-store", "Access-Control-Allow-Origin": "*"},
        "application/problem+json",
    )
