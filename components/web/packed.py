"""Files that never change at their address, packed once as browsers take them."""

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
QUALITY = 5
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


def _style() -> bytes:
    return sheet().encode()


def _answer(request: Request, content: Callable[[], bytes], kind: str) -> Response:
    taken = request.headers.get("accept-encoding", "")
    way = "br" if "br" in taken else "gzip" if "gzip" in taken else ""
    headers = YEAR | ({"Content-Encoding": way} if way else {})
    return Response(_packed(content, way), media_type=kind, headers=headers)


@until_mended
def _packed(content: Callable[[], bytes], way: str) -> bytes:
    found = content()
    if way == "br":
        return bytes(brotli.compress(found, quality=QUALITY))
    return gzip.compress(found, QUALITY) if way else found
