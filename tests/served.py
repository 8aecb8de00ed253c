"""The server's own answers, asked for without a server."""

import asyncio
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import FileResponse, PlainTextResponse
from starlette.routing import Mount, Route
from streamlit import file_util

from components.web import files, routes

HOST = "atlas.test:8501"


class Answer:
    def __init__(self) -> None:
        self.status, self.headers, self.body = 0, {}, b""

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


def streamlits() -> list[Any]:
    """Routes that answer as Streamlit's do: its document for whatever it does not know."""
    folder = Path(file_util.get_static_dir())

    def known(request: Any) -> PlainTextResponse:
        return PlainTextResponse("ok")

    def unknown(request: Any) -> FileResponse:
        return FileResponse(folder / "index.html")

    own = [Route("/_stcore/health", known), Route("/app/static/{name:path}", known)]
    return [*own, Route("/{path:path}", unknown)]


def ask(
    path: str,
    query: str = "",
    base: str = "",
    host: str = HOST,
    accept: str = "en-US,en;q=0.9",
    **more: str,
) -> Answer:
    """Ask for an address as a browser does; nothing of it is read by a library on its way."""
    below = streamlits() if not base else [Mount(base, routes=streamlits())]
    stack = [Middleware(files.Files), Middleware(routes.NotFound)]
    app = Starlette(routes=[*routes.routes(), *below], middleware=stack)
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "scheme": "https",
        "http_version": "1.1",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "server": ("127.0.0.1", 8501),
        "headers": [
            (b"host", host.encode()),
            (b"accept-language", accept.encode()),
            *((name.replace("_", "-").encode(), told.encode()) for name, told in more.items()),
        ],
    }
    found = Answer()

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            found.status = message["status"]
            found.headers = {k.decode(): v.decode() for k, v in message["headers"]}
        found.body += message.get("body", b"")

    asyncio.run(app(scope, receive, send))
    return found
