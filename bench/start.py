"""Cold starts: from the start of the process to the end of the first page's run."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from bench.servers import Server, atlas
from bench.session import Session

ATLAS = "Atlas, start page"


@dataclass
class Start:
    """Cold starts of one app, in seconds from the start of its process.

    Attributes
    ----------
    healthy : list of float
        Until the server says that it is well.
    shown : list of float
        Until the first page has been run.
    """

    healthy: list[float] = field(default_factory=list)
    shown: list[float] = field(default_factory=list)


def cold_starts(empties: Mapping[str, Server], times: int) -> dict[str, Start]:
    """Start the empty apps and the atlas in turn; a first round that is not counted warms the disk.

    Parameters
    ----------
    empties : mapping of str to Server
        Empty apps, not running.
    times : int
        How often each is started.
    """
    servers = {**empties, ATLAS: atlas()}
    found = {name: Start() for name in servers}
    for number in range(times + 1):
        for name, server in servers.items():
            with server:
                asyncio.run(_first_page(server.port))
                shown = time.perf_counter() - server.started
            if number:
                found[name].healthy.append(server.healthy)
                found[name].shown.append(shown)
    return found


async def _first_page(port: int) -> None:
    async with Session(port) as session:
        await session.run()
