"""Plotly's script for talks, packed once as browsers take it."""

import gzip
from functools import cache

import brotli
import plotly
from starlette.requests import Request
from starlette.responses import Response

from components.decks.talk import plotly_script
from components.session.paths import base_path

YEAR = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
QUALITY = 5
PATH = f"/talk/plotly-{plotly.__version__}.js"  # changes with its version


def script_address() -> str:
    """Return the address of plotly's script on this server."""
    return base_path() + PATH


def plotly_js(request: Request) -> Response:
    """Answer with plotly's script, packed as the browser takes it."""
    taken = request.headers.get("accept-encoding", "")
    way = "br" if "br" in taken else "gzip" if "gzip" in taken else ""
    headers = YEAR | ({"Content-Encoding": way} if way else {})
    return Response(_packed(way), media_type="text/javascript", headers=headers)


@cache
def _packed(way: str) -> bytes:
    script = plotly_script()
    if way == "br":
        return bytes(brotli.compress(script, quality=QUALITY))
    return gzip.compress(script, QUALITY) if way else script
