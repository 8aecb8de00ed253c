"""How messages leave: those of one moment in one write.

A run of a page is forty small messages, and Streamlit sends each by itself: as many calls into
the kernel, and as many wake-ups of whoever reads (``docs/decisions/0036-fewer-writes.md``).
"""

from asyncio import AbstractEventLoop, Transport
from typing import Any

QUIET = 2  # turns of the event loop without another message end a moment
MOST = 64 * 1024  # bytes that wait for one


class Together(Transport):
    """A transport that joins what is written within a moment, in its order.

    Parameters
    ----------
    transport : Transport
        The connection's own.
    loop : AbstractEventLoop
        The event loop that it belongs to.
    """

    def __init__(self, transport: Transport, loop: AbstractEventLoop) -> None:
        super().__init__()
        self._own = transport
        self._loop = loop
        self._waiting: list[bytes] = []
        self._bytes = 0
        self._quiet = 0

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Take bytes, which are sent when no more come for two turns of the loop."""
        if not self._waiting:
            self._loop.call_soon(self._turn)
        self._waiting.append(bytes(data))
        self._bytes += len(data)
        self._quiet = 0
        if self._bytes >= MOST:
            self.flush()

    def _turn(self) -> None:
        if not self._waiting:
            return
        self._quiet += 1
        if self._quiet > QUIET:
            self.flush()
        else:
            self._loop.call_soon(self._turn)

    def flush(self) -> None:
        """Send what waits."""
        waiting, self._waiting, self._bytes = self._waiting, [], 0
        if waiting and not self._own.is_closing():
            self._own.write(b"".join(waiting))

    def close(self) -> None:
        """Send what waits, then close."""
        self.flush()
        self._own.close()

    def abort(self) -> None:
        """Close at once."""
        self._waiting = []
        self._own.abort()

    def is_closing(self) -> bool:
        """Return whether the connection is closed, or about to be."""
        return self._own.is_closing()

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        """Return what is known of the connection."""
        return self._own.get_extra_info(name, default)

    def pause_reading(self) -> None:
        """Let the other side wait."""
        self._own.pause_reading()

    def resume_reading(self) -> None:
        """Hear the other side again."""
        self._own.resume_reading()
