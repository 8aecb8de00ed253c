"""What comes over the socket of a page: so many sockets, so many bytes, and runs of pages alone.

Streamlit obeys any browser that tells it to empty its caches or to read its folder, keeps what
it cannot read in the log, and takes as many sockets as are opened.
"""

import json
import os
from collections import Counter

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from data.errors import log_once

ALL, OF_ONE = "ATLAS_SOCKETS", "ATLAS_SOCKETS_OF_ONE"
MOST, MOST_OF_ONE = 2000, 500  # a whole hall may stand behind one address
LARGEST = 512 * 1024  # bytes; a page's choices and a long list of slides are below 100 kB
HEARD = {
    "rerun_script",
    "stop_script",
    "file_urls_request",
    "app_heartbeat",
    "backend_operation_request deferred_file",  # one that is made when its button is pressed
}
TRY_LATER, TOO_LARGE, NOT_UNDERSTOOD = 1013, 1009, 1002


class Sockets:
    """Lets readers' sockets through, as many as the machine bears, and what pages say on them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.most = whole(ALL, MOST)
        self.most_of_one = whole(OF_ONE, MOST_OF_ONE)
        self.open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a socket on, or say that there are too many."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        who = str((scope.get("client") or ("",))[0])
        if self.open.total() >= self.most or self.open[who] >= self.most_of_one:
            log_once("sockets: as many are open as are taken; more are refused")
            await send({"type": "websocket.close", "code": TRY_LATER})
            return
        self.open[who] += 1
        try:
            await self.app(scope, _Heard(receive, send), send)
        finally:
            self.open[who] -= 1
            if not self.open[who]:
                del self.open[who]


class _Heard:
    """What a page says, without what no page of the atlas would."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self.receive = receive
        self.send = send
        self.over = False

    async def __call__(self) -> Message:
        """Return the next message of a page; what is none ends the socket."""
        while not self.over:
            message = await self.receive()
            if message["type"] != "websocket.receive":
                return message
            told = message.get("bytes")
            kind = _kind(told)
            if kind in HEARD:
                return message
            if kind is None:
                self.over = True
                code = TOO_LARGE if len(told or b"") > LARGEST else NOT_UNDERSTOOD
                await self.send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": NOT_UNDERSTOOD}


def _kind(told: bytes | None) -> str | None:
    """Return what kind of message it is, empty for none of any; None where it is no message."""
    if told is None or len(told) > LARGEST:
        return None
    try:
        message = BackMsg.FromString(told)
        for state in message.rerun_script.widget_states.widgets:
            if state.WhichOneof("value") == "json_value":
                json.loads(state.json_value)
    except (DecodeError, ValueError, RecursionError):
        return None
    kind = str(message.WhichOneof("type") or "")
    if kind == "backend_operation_request":
        return f"{kind} {message.backend_operation_request.WhichOneof('payload')}"
    return kind


def whole(setting: str, usual: int) -> int:
    """Return a setting that is a whole number above zero; the usual one where it is none."""
    told = os.environ.get(setting, "").strip()
    if told.isascii() and told.isdigit() and 0 < int(told) < 10**9:
        return int(told)
    if told:
        log_once(f"{setting}: {told!r} is no whole number above zero; {usual} is meant")
    return usual
