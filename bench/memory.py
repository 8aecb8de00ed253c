"""Memory of a server before its readers come, and of each page that is open."""

import asyncio
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass

from bench.servers import Server, cpu_seconds, resident
from bench.session import Session

CALM = 0.05  # seconds of processor time in a second in which a server is at rest
AT_REST = 5  # seconds on end
LONGEST = 120  # seconds that it may take to come to rest


@dataclass(frozen=True)
class Memory:
    """Memory of a server in bytes.

    Attributes
    ----------
    rest : int
        When it has started, and built what it builds before readers come.
    session : float
        By which it grows with each page that is open.
    """

    rest: int
    session: float


def memory(server: Server, page: str, sessions: int) -> Memory:
    """Start a server, wait until it is at rest, open pages, and stop it.

    Parameters
    ----------
    server : Server
        It does not run yet.
    page : str
        What readers open.
    sessions : int
        How many do.
    """
    with server:
        settle(server)
        rest = resident(server.pid)
        return Memory(rest, asyncio.run(_grown(server, page, sessions)) / sessions)


def settle(server: Server) -> None:
    """Wait until a server does next to nothing.

    Raises
    ------
    TimeoutError
        When it does not come to rest.
    """
    end, calm = time.monotonic() + LONGEST, 0
    while calm < AT_REST:
        before = cpu_seconds(server.pid)
        time.sleep(1)
        calm = calm + 1 if cpu_seconds(server.pid) - before < CALM else 0
        if time.monotonic() > end:
            raise TimeoutError("The server did not come to rest")


async def _grown(server: Server, page: str, sessions: int) -> int:
    """Return the bytes by which open pages let a server grow that has as many open already."""
    async with AsyncExitStack() as stack:
        before = 0
        for number in range(2 * sessions):
            if number == sessions:
                before = resident(server.pid)
            session = await stack.enter_async_context(Session(server.port, page))
            await session.run()
        return resident(server.pid) - before
