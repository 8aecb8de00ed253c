"""What browsers are told with each answer: what a document may run and fetch, and who frames it."""

import base64
import hashlib
import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.decks.talk import script
from components.session.embedding import hosts
from components.web import address

YEAR = 365 * 24 * 3600  # seconds
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# Of what the browser can do, the atlas asks for the whole screen and for copying alone.
UNASKED = (
    "accelerometer",
    "bluetooth",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
    "xr-spatial-tracking",
)


class Headers:
    """Says with each answer what browsers may do with it; a document has a policy of its own.

    Parameters
    ----------
    app : ASGI application
        What answers.
    sent : callable
        Returns the document that Streamlit sends, for the script that stands in it.
    """

    def __init__(self, app: ASGIApp, sent: Callable[[], str]) -> None:
        self.app = app
        self.sent = sent
        self.hosts = hosts()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and add the headers to its answer."""

        async def say(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
                headers["Cross-Origin-Opener-Policy"] = "same-origin"
                if _is_secure(scope):
                    headers["Strict-Transport-Security"] = f"max-age={YEAR}"
                is_document = headers.get("content-type", "").startswith(("text/html", "image/svg"))
                if is_document and "content-security-policy" not in headers:  # it may have its own
                    host = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
                    headers["Content-Security-Policy"] = policy(
                        self.sent(), sockets(host), self.hosts
                    )
                    headers["Permissions-Policy"] = ", ".join(f"{one}=()" for one in UNASKED)
            await send(message)

        await self.app(scope, receive, say if scope["type"] == "http" else send)


def sockets(host: str) -> str:
    """Return the addresses of the atlas' own sockets, for browsers that need them by name."""
    return f"ws://{host} wss://{host}" if address.HOST.fullmatch(host) else ""


@lru_cache(maxsize=16)
def policy(shell: str, sockets: str, framing: tuple[str, ...]) -> str:
    """Return what a document of the atlas may run and fetch: what comes from the atlas itself.

    Scripts that stand in a document are named by what they say; nothing is made into a script
    while a page is open (no ``unsafe-eval``). Modules of the atlas' own components come as blobs,
    which is how Streamlit hands them to the browser. Styles stand in the elements of charts.

    Parameters
    ----------
    shell : str
        The document that Streamlit sends.
    sockets : str
        Addresses of the atlas' own sockets.
    framing : tuple of str
        Sites that may show it in a frame.
    """
    inline = " ".join(f"'sha256-{_digest(text)}'" for text in (*INLINE.findall(shell), script()))
    parts = {
        "default-src": "'self'",
        "script-src": f"'self' blob: 'wasm-unsafe-eval' {inline}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "worker-src": "'self' blob:",
        "connect-src": f"'self' blob: data: {sockets}".rstrip(),
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": " ".join(("'self'", *framing)),
    }
    return "; ".join(f"{name} {told}" for name, told in parts.items())


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _is_secure(scope: Scope) -> bool:
    """Return whether the reader came by TLS, or the atlas is known to stand behind it."""
    return scope["scheme"] == "https" or urlsplit(address.public()).scheme == "https"
