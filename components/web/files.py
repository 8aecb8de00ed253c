"""Streamlit's files and the atlas' own: packed once for all readers, and kept by browsers.

Streamlit sends its scripts as they are. What packs answers on their way out would pack 700 kB, and
plotly's 4.7 MB, anew for each reader who comes for the first time.
"""

import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from components.session.paths import base_path
from components.web import charts, fonts
from components.web.packed import YEAR, pack, way_of
from data.paths import DATA

FOREVER = YEAR["Cache-Control"]  # Streamlit's files have their content in their names
# A file that changes under its name is asked for in the background: nobody waits for the answer.
FONT = "public, max-age=604800, stale-while-revalidate=31536000"
OWN = "public, max-age=3600, stale-while-revalidate=604800"
PACKED = (".woff2", ".png", ".woff")  # are so already
SMALLEST = 300  # bytes; what packing saves of less is eaten by what says so
MOST = 1500  # files, by way: all there are


@dataclass(frozen=True)
class File:
    """A file that is sent.

    Attributes
    ----------
    path : Path
        Where it is.
    may_keep : str
        How long browsers may keep it.
    """

    path: Path
    may_keep: str


@cache
def known() -> dict[str, File]:
    """Return the files by the path below the atlas' own at which they are asked for."""
    streamlits = Path(file_util.get_static_dir())
    found = _below(streamlits, "static", "/static", FOREVER)
    found |= _below(DATA.parent, "static", "/app/static", OWN)
    return found | {at: File(path, FONT) for at, path in fonts.cut().items()}


def _below(folder: Path, name: str, address: str, may_keep: str) -> dict[str, File]:
    root = folder / name
    files = (path for path in root.rglob("*") if path.is_file())
    return {
        f"{address}/{path.relative_to(root).as_posix()}": File(path, may_keep) for path in files
    }


class Files:
    """Answers for the files of the pages; whatever else is asked for goes on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file, or pass the request on."""
        asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        file = known().get(scope["path"].removeprefix(base_path())) if asked else None
        if file is None:
            await self.app(scope, receive, send)
            return
        try:
            answer = await to_thread.run_sync(_answer, file, Headers(scope=scope))
        except OSError:  # it is gone since: whoever comes next says so
            await self.app(scope, receive, send)
            return
        await answer(scope, receive, send)


def _answer(file: File, asked: Headers) -> Response:
    way = "" if file.path.suffix in PACKED else way_of(asked.get("accept-encoding", ""))
    if way:
        content, tag, way = _packed(file.path, way)
    else:  # few ask for it as it is, or it is small
        content, tag = _content(file.path), f'"{_mark(file.path)}"'
    headers = {"ETag": tag, "Cache-Control": file.may_keep, "Vary": "Accept-Encoding"}
    if file.may_keep == OWN:
        headers["Access-Control-Allow-Origin"] = "*"  # as Streamlit says of them
    if tag in asked.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if way:
        headers["Content-Encoding"] = way
    kind = mimetypes.guess_type(file.path.name)[0] or "application/octet-stream"
    return Response(content, media_type=kind, headers=headers)


@lru_cache(MOST)
def _packed(path: Path, way: str) -> tuple[bytes, str, str]:
    """Return a file's content, its mark, and the way in which it is packed after all."""
    content = _content(path)
    packed = pack(content, way) if len(content) >= SMALLEST else content
    if len(packed) < len(content):
        return packed, f'"{_mark(path)}-{way}"', way
    return content, f'"{_mark(path)}"', ""


@lru_cache(MOST)
def _mark(path: Path) -> str:
    return hashlib.sha256(_content(path)).hexdigest()[:16]


def _content(path: Path) -> bytes:
    if path.name.startswith(charts.NAME):
        return charts.lean(path.read_text(encoding="utf-8")).encode()
    return path.read_bytes()
