"""What never changes at its address, packed once as browsers take it."""

import gzip
from collections.abc import Callable

import brotli
import plotly
from starlette.requests import Request
from starlette.responses import Response

from components.decks.talk import plotly_script
from components.frame.sheet import sheet
from components.session.paths import base_path
from data.files import until_mended

YEAR = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
BROTLI, GZIP = 7, 6  # beyond these, plotly's script takes a second for a hundredth of its size
PLOTLY = f"/talk/plotly-{plotly.__version__}.js"  # changes with its version
STYLE = "/style-{version}.css"  # what is asked for of another version gets this one


def script_address() -> str:
    """Return the address of plotly's script on this server."""
    return base_path() + PLOTLY


def plotly_js(request: Request) -> Response:
    """Answer with plotly's script for talks."""
    return _answer(request, plotly_script, "text/javascript")


def style_css(request: Request) -> Response:
    """Answer with the style sheet of the pages."""
    return _answer(request, _style, "text/css")


def way_of(taken: str) -> str:
    """Return how to pack for a browser: ``br``, ``gzip``, or not at all.

    Parameters
    ----------
    taken : str
        What the browser takes, in the words of ``Accept-Encoding``.
    """
    parts = [part.replace(" ", "").lower().partition(";") for part in taken.split(",")]
    ways = {name for name, _, weight in parts if weight not in ("q=0", "q=0.0")}
    return next((way for way in ("br", "gzip") if way in ways), "")


def pack(content: bytes, way: str) -> bytes:
    """Return bytes packed in one of the ways of `way_of`."""
    if way == "br":
        return bytes(brotli.compress(content, quality=BROTLI))
    return gzip.compress(content, GZIP, mtime=0) if way else content


def _style() -> bytes:
    return sheet().encode()


def _answer(request: Request, content: Callable[[], bytes], kind: str) -> Response:
    way = way_of(request.headers.get("accept-encoding", ""))
    headers = YEAR | ({"Content-Encoding": way} if way else {})
    return Response(_packed(content, way), media_type=kind, headers=headers)


@until_mended
def _packed(content: Callable[[], bytes], way: str) -> bytes:
    return pack(content(), way)
