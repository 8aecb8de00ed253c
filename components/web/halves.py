"""Half requests: a connection that does not say what it wants, or does not take what it asked for.

uvicorn closes a connection that says nothing after an answer; for the rest of a request it waits
without end, and Streamlit hands it no setting. A reader's request is there within a second.
"""

from typing import Any, Protocol, cast

from uvicorn.protocols.http.auto import AutoHTTPProtocol

LOOK = 5.0  # seconds between two looks at a connection
HALF, TAKEN = 2, 60  # looks that a request may stand half said, and an answer be under way


class _Connection(Protocol):
    """What is looked at of a connection of uvicorn."""

    transport: Any
    cycle: Any
    loop: Any


def cut(connection: type = AutoHTTPProtocol) -> None:
    """Let a kind of connection be looked after from its beginning; once is enough.

    Parameters
    ----------
    connection : type
        Of uvicorn, which makes one for each that comes.
    """
    begin = cast("Any", connection).connection_made
    if hasattr(begin, "looked_after"):
        return

    def connection_made(self: _Connection, transport: Any) -> None:
        begin(self, transport)
        self.loop.call_later(LOOK, _look, self, None, 0)

    connection_made.looked_after = True  # type: ignore[attr-defined]
    cast("Any", connection).connection_made = connection_made


def _look(connection: _Connection, before: object, looks: int) -> None:
    """Cut a connection that stands where it stood, or look again; an open page is none of ours."""
    transport = connection.transport
    if transport.is_closing() or transport.get_protocol() is not connection:
        return
    cycle = connection.cycle
    looks = looks + 1 if cycle is before else 1
    is_answering = cycle is not None and not cycle.response_complete
    if looks >= (TAKEN if is_answering else HALF):
        transport.abort()
    else:
        connection.loop.call_later(LOOK, _look, connection, cycle, looks)
