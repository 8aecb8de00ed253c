"""The server's own answers, asked for without a server."""

from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import FileResponse, PlainTextResponse
from starlette.routing import Mount, Route
from streamlit import file_util

from components.web import files, routes
from tests import asking

HOST = "atlas.test:8501"


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
) -> asking.Answer:
    """Ask for an address as a browser does; nothing of it is read by a library on its way."""
    below = streamlits() if not base else [Mount(base, routes=streamlits())]
    stack = [Middleware(files.Files), Middleware(routes.NotFound)]
    app = Starlette(routes=[*routes.routes(), *below], middleware=stack)
    return asking.ask(app, path, query, host=host, accept_language=accept, **more)
