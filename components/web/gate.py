"""Who gets to Streamlit at all: pages of the atlas' own, by the ways in that they use.

Streamlit asks the network for the machine's own addresses when a page of another site opens a
socket to it, while all readers wait; and it answers strangers on ways in that no page of the
atlas takes (metrics, agents, a run of the script that checks its health).
"""

import ipaddress
import re
from contextlib import suppress
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from components.session.paths import base_path
from components.web.address import public

CORE = "/_stcore/"
OPEN = ("health", "host-config", "stream", "upload_file", "bidi-components")
METHODS = ("GET", "HEAD", "OPTIONS")
LONGEST = 16 * 1024  # bytes of an address with its choices; a query in it may be long
MOST_HEADERS = 32 * 1024  # bytes
REFUSED, NOT_THERE, TOO_LONG, TOO_LARGE, NOT_TAKEN, ELSEWHERE = 403, 404, 414, 431, 405, 421
SIGNS = ("/healthz", "/readyz", f"{CORE}health")  # of life, for whoever asks by whatever name


class Gate:
    """Refuses what no page of the atlas asks for, before anything is done for it.

    Parameters
    ----------
    app : ASGI application
        What answers.
    public : tuple of str
        Paths below the atlas' own that any page of any site may read from; what stands there has
        rules of its own.
    """

    def __init__(self, app: ASGIApp, public: tuple[str, ...] = ()) -> None:
        self.app = app
        self.public = public

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer that it is refused."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        if scope["type"] == "http" and self._is_public(scope["path"]):
            status = _too_much(scope) or _elsewhere(scope)
            answer: ASGIApp = PlainTextResponse("", status) if status else self.app
            await answer(scope, receive, send)
            return
        origin = _header(scope, b"origin")
        own = not origin or is_own(origin, _header(scope, b"host"))
        status = _status(scope, own)
        if status and scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})  # a 403 before the handshake
        elif status:
            await PlainTextResponse("", status)(scope, receive, send)
        elif origin:
            await self.app(_without_origin(scope), receive, send)
        else:
            await self.app(scope, receive, send)

    def _is_public(self, path: str) -> bool:
        below = path.removeprefix(base_path())
        return any(below == one or below.startswith(f"{one}/") for one in self.public)


def is_own(origin: str, host: str) -> bool:
    """Say whether the page that asks is one of the atlas.

    Parameters
    ----------
    origin : str
        The site of the page, as its browser tells it.
    host : str
        The host that it asks; behind a proxy the one of ``ATLAS_ADDRESS`` counts too.
    """
    try:
        asks = urlsplit(origin)
    except ValueError:
        return False
    if asks.scheme not in ("http", "https") or not asks.netloc:
        return False
    return asks.netloc.lower() in {host.lower(), urlsplit(public()).netloc.lower()} - {""}


def is_known(host: str) -> bool:
    """Say whether the atlas goes by a name: by that of ``ATLAS_ADDRESS``, where one is set.

    Another site can give the machine a name of its own, and its pages would then pass for pages of
    the atlas. It cannot do so with numbers, nor with the machine's name for itself.

    Parameters
    ----------
    host : str
        The header ``Host``; may be anything at all.
    """
    own = urlsplit(public())
    if not own.netloc:
        return True
    name = _name(host)
    with suppress(ValueError):
        return bool(ipaddress.ip_address(name))
    return name == "localhost" or name == _name(own.netloc)


def _name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _elsewhere(scope: Scope) -> int:
    """Return with which status a request is refused that asks for another site; 0 otherwise."""
    sign = scope["type"] == "http" and scope["path"].removeprefix(base_path()) in SIGNS
    return 0 if sign or is_known(_header(scope, b"host")) else ELSEWHERE


def _too_much(scope: Scope) -> int:
    """Return with which status a request is refused for its size; 0 when it is not."""
    if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST:
        return TOO_LONG
    size = sum(len(name) + len(value) for name, value in scope["headers"])
    return TOO_LARGE if size > MOST_HEADERS else 0


def _status(scope: Scope, own: bool) -> int:
    """Return with which status a request is refused; 0 when it is not."""
    below = re.sub("/+", "/", scope["path"]).removeprefix(base_path())
    refused = _too_much(scope) or _elsewhere(scope)
    if refused:
        return refused
    core = below.partition(CORE)[2] if CORE in below else ""
    if CORE in below and core.partition("/")[0] not in OPEN:
        return NOT_THERE
    if scope["type"] == "websocket":
        return 0 if own else REFUSED
    if scope["method"] not in METHODS and not core.startswith("upload_file"):
        return NOT_TAKEN
    return 0


def _header(scope: Scope, name: bytes) -> str:
    told = [value for one, value in scope["headers"] if one == name]
    return told[0].decode("latin-1") if told else ""


def _without_origin(scope: Scope) -> Scope:
    """Return a request as if its page had not been named: it was looked at here."""
    return {**scope, "headers": [one for one in scope["headers"] if one[0] != b"origin"]}
