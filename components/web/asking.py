"""Who asks: the address they know the atlas by, their language; and that there is nothing there."""

from starlette.requests import Request
from starlette.responses import HTMLResponse

from components.language import Language, choose, language
from components.session.paths import base_path, static_root
from components.web import address
from components.web.document import not_found

FRESH = {"Cache-Control": "no-cache", "Vary": "Accept-Language"}


def missing(request: Request) -> HTMLResponse:
    """Answer that there is nothing at an address."""
    told = not_found(root(request), static_root(), spoken(request))
    return HTMLResponse(told, 404, headers=FRESH)


def root(request: Request) -> str:
    """Return the address of the atlas for whoever asks."""
    return address.root(request.url.scheme, request.headers.get("host", ""), base_path())


def spoken(request: Request) -> Language:
    """Return the language of whoever asks: from the address, else the browser's first."""
    first = request.headers.get("accept-language", "").split(",")[0].split(";")[0].strip()
    return language(choose(request.query_params.get("lang", "").casefold() or None, first))
