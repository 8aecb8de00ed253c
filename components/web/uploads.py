"""Streamlit's way in for files: closed, unless the operator lets readers have tables checked.

Streamlit takes files from anybody, whether or not a page asks for one, and keeps them in memory.
Where `components.navigation.BRING_FORM` is not set, nothing is taken. Where it is, a file may have
`MOST_BYTES`, and a session few at a time.
"""

import re
from collections import OrderedDict

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.controls.bringing import MOST_BYTES
from components.session.paths import base_path

PLACE = "/_stcore/upload_file"
AROUND = 8 * 1024  # what a form writes around a file
AT_ONCE = 4  # files of a session that are there at the same time
SESSIONS = 1000
METHODS = {"PUT", "DELETE", "OPTIONS"}


class TooMuchError(Exception):
    """More comes than was said, or than is taken."""


class Uploads:
    """Refuses files, or takes small ones only."""

    def __init__(self, app: ASGIApp, allowed: bool) -> None:
        self.app = app
        self.allowed = allowed
        self.held: OrderedDict[str, set[str]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, unless it brings a file that is not taken."""
        below = scope["path"].removeprefix(base_path()) if scope["type"] == "http" else ""
        if not re.sub("/+", "/", below).startswith(PLACE):
            await self.app(scope, receive, send)
            return
        status = self._refused(scope, below)
        if status:
            await PlainTextResponse("", status)(scope, receive, send)
            return
        counted, began = 0, False

        async def measured() -> Message:
            nonlocal counted
            message = await receive()
            counted += len(message.get("body", b""))
            if counted > MOST_BYTES + AROUND:
                raise TooMuchError
            return message

        async def watched(message: Message) -> None:
            nonlocal began
            began = True
            await send(message)

        try:
            await self.app(scope, measured, watched)
        except TooMuchError:
            if not began:
                await PlainTextResponse("", 413)(scope, receive, send)

    def _refused(self, scope: Scope, path: str) -> int:
        """Return with which status a request is refused; 0 when it is not."""
        if not self.allowed or scope["method"] not in METHODS:
            return 403
        headers = dict(scope["headers"])
        length = headers.get(b"content-length", b"")
        if scope["method"] == "PUT" and not length.isdigit():
            return 411
        if length.isdigit() and int(length) > MOST_BYTES + AROUND:
            return 413
        session, _, file = path.removeprefix(PLACE).strip("/").partition("/")
        held = self.held.setdefault(session, set())
        self.held.move_to_end(session)
        if len(self.held) > SESSIONS:
            self.held.popitem(last=False)
        if scope["method"] == "DELETE":
            held.discard(file)
        elif scope["method"] == "PUT":
            if len(held | {file}) > AT_ONCE:
                return 429
            held.add(file)
        return 0
