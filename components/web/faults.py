"""What the atlas stumbles over outside its pages: a sentence for who asked, a line in the log.

Of a file that could not be made Streamlit tells the browser in English; it is told in the reader's
language here, on the way.
"""

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from components.card.guarding import numbered
from components.session.paths import static_root
from components.web.asking import FRESH, root, spoken
from components.web.document import worded
from data.errors import report

UNMADE = "Failed to generate file for download"  # Streamlit's words


class Faults:
    """Answers in words where an answer could not be made; one that has begun breaks off."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; whatever goes wrong is logged once."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = False

        async def watched(message: Message) -> None:
            nonlocal began
            began = True
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:  # whatever it is, it is ours
            report(error)
            if began:
                raise
            await _worded(Request(scope), error)(scope, receive, send)


def _worded(request: Request, error: Exception) -> HTMLResponse:
    lang = spoken(request)
    said = f"{lang.text('The atlas cannot answer now')}. {numbered(error, lang)}"
    told = worded(said, lang, root(request), static_root())
    return HTMLResponse(told, 500, headers=FRESH)


class Unmade:
    """Tells a page in the reader's language that a file was not made."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a socket on, and remember in which language its page is."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        query = ""

        async def heard() -> Message:
            nonlocal query
            message = await receive()
            told = BackMsg.FromString(message.get("bytes") or b"")  # one that `Sockets` has read
            if told.WhichOneof("type") == "rerun_script":
                query = told.rerun_script.query_string
            return message

        async def said(message: Message) -> None:
            if UNMADE.encode() in (message.get("bytes") or b""):
                asked = {**scope, "type": "http", "query_string": query.encode()}
                message = {**message, "bytes": _unmade(message["bytes"], Request(asked))}
            await send(message)

        await self.app(scope, heard, said)


def _unmade(told: bytes, request: Request) -> bytes:
    message = ForwardMsg.FromString(told)
    if message.backend_operation_response.error_msg == UNMADE:
        words = spoken(request).text("The file was not made.")
        message.backend_operation_response.error_msg = words
        return bytes(message.SerializeToString())
    return told
