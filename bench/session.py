"""One reader: a websocket to a Streamlit server, held and used as a browser does."""

import asyncio
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from bench.protocol import Address, MessageCache, count_bytes, rerun_message

BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0"
SUBPROTOCOLS = ["streamlit", "PLACEHOLDER_AUTH_TOKEN"]
PATIENCE = 60.0


class ScriptFailed(Exception):
    """The page showed an exception; its time means nothing."""


@dataclass(frozen=True)
class Run:
    """One run of a page's script, as the reader meets it.

    Attributes
    ----------
    seconds : float
        From sending the request to receiving the end of the run.
    wire : int
        Bytes that came over the socket meanwhile, frame headers included.
    kinds : Counter of str
        Bytes by what the messages carried.
    messages : tuple of ForwardMsg
        The messages themselves.
    """

    seconds: float
    wire: int
    kinds: Counter[str]
    messages: tuple[ForwardMsg, ...]


class _Counted(ClientConnection):
    """A connection that counts what comes in."""

    received = 0

    def data_received(self, data: bytes) -> None:
        self.received += len(data)
        super().data_received(data)


class Session:
    """A reader of one page.

    Parameters
    ----------
    port : int
        Port of the server on the loopback interface.
    page : str
        Name of the page in the address; empty for the first page.
    query : str
        Query of the address, without the question mark.
    cookie : str
        What the browser sends along.
    site : str
        Address of another server, such as ``https://atlas.example.org``; the port does not matter
        then.
    """

    def __init__(
        self, port: int, page: str = "", query: str = "", cookie: str = "", site: str = ""
    ) -> None:
        self._cookie = {"Cookie": cookie} if cookie else {}
        self._site = site or f"http://127.0.0.1:{port}"
        self.address = Address(f"{self._site}/{page}", page, query=query)
        self.cache = MessageCache()
        self._socket: _Counted | None = None

    async def __aenter__(self) -> Self:
        """Connect."""
        self._socket = await connect(  # type: ignore[assignment]
            f"ws{self._site.removeprefix('http')}/_stcore/stream",
            origin=origin(self._site),  # type: ignore[arg-type]
            subprotocols=SUBPROTOCOLS,  # type: ignore[arg-type]
            user_agent_header=BROWSER,
            additional_headers=self._cookie,
            create_connection=_Counted,
            max_size=None,
            max_queue=None,
            proxy=None,
            ping_interval=None,
            close_timeout=2,
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the tab."""
        if self._socket:
            await self._socket.close()

    async def run(
        self, widgets: Sequence[WidgetState] = (), query: str | None = None, fragment: str = ""
    ) -> Run:
        """Run the script and wait for its end.

        Parameters
        ----------
        widgets : sequence of WidgetState
            Widgets that the reader has changed.
        query : str or None
            Another query for the address, as after following a link on the page.
        fragment : str
            The part of the page that runs alone; all of it by default.

        Raises
        ------
        ScriptFailed
            When the page shows an exception.
        """
        if query is not None:
            self.address = replace(self.address, query=query)
        message = rerun_message(self.address, self.cache.hashes(), widgets, fragment)
        return await asyncio.wait_for(self._exchange(message.SerializeToString()), PATIENCE)

    async def _exchange(self, request: bytes) -> Run:
        socket = self._socket
        if socket is None:
            raise ConnectionError("The session is not connected")
        before, started = socket.received, time.perf_counter()
        await socket.send(request)
        got, ended = await self._hear(socket)
        for message, _ in got:
            self._remember(message)
        self.cache.end_run()
        messages = tuple(m for m, _ in got)
        return Run(ended - started, socket.received - before, count_bytes(got), messages)

    async def _hear(self, socket: ClientConnection) -> tuple[list[tuple[ForwardMsg, int]], float]:
        """Return the messages of a run with their bytes, and when the last one came."""
        got: list[tuple[ForwardMsg, int]] = []
        while not (got and is_end(got[-1][0])):
            frame: Any = await socket.recv()
            got.append((ForwardMsg.FromString(frame), len(frame)))
        return got, time.perf_counter()

    def _remember(self, message: ForwardMsg) -> None:
        self.cache.see(message)
        found = message.WhichOneof("type")
        if found == "new_session":
            self.address = replace(self.address, script=message.new_session.page_script_hash)
            self.cache.max_age = message.new_session.config.max_cached_message_age
        elif found == "navigation":
            self.address = replace(self.address, script=message.navigation.page_script_hash)
        elif found == "page_info_changed":
            self.address = replace(self.address, query=message.page_info_changed.query_string)
        elif found == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            raise ScriptFailed(message.delta.new_element.exception.message)


def origin(site: str) -> str:
    """Return what a browser says of the site of a page: its scheme, host and port."""
    parts = urlsplit(site)
    return f"{parts.scheme}://{parts.netloc}"


def is_end(message: ForwardMsg) -> bool:
    """Say whether a message ends a run."""
    return message.WhichOneof("type") == "script_finished" and (
        message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
    )
