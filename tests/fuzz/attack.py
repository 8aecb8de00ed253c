"""A server of the atlas under hostile input: does it stay up, and does anybody else notice?"""

import asyncio
import random
import re
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed

from bench.servers import free_port, healthy
from bench.session import ScriptFailed, Session
from tests.fuzz import hostile, web
from tests.fuzz.tally import Tally

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90.0
STATES = 8  # of widgets in one message
RUNS = 25  # of a session
TRACE = re.compile(r"Traceback|File \"|\bline \d+, in\b")
HEADLINE = "atlas-headline"
HEALTH = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
ALIVE = 60.0  # seconds in which a server has to say that it is alive, on whatever machine
AT_ONCE = 20  # connections with bytes


@dataclass
class Found:
    """What an attack has found out."""

    inputs: int = 0
    failed: list[str] = field(default_factory=list)
    traces: list[str] = field(default_factory=list)
    closed: int = 0


@dataclass
class Alive:
    """What a server says of its health while it is attacked."""

    process: int
    asked: int = 0
    longest: float = 0.0


processes: dict[int, int] = {}  # of the servers that run, by port


@asynccontextmanager
async def watched(port: int) -> AsyncIterator[Alive]:
    """Ask a server for its health again and again; an answer too late is a failure."""
    alive = Alive(processes[port])

    async def look() -> None:
        while True:
            began = time.monotonic()
            async with asyncio.timeout(ALIVE):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(HEALTH)
                assert b"200 OK" in await reader.read()
                writer.close()
            alive.asked += 1
            alive.longest = max(alive.longest, time.monotonic() - began)
            await asyncio.sleep(0.5)

    looking = asyncio.create_task(look())
    try:
        yield alive
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking  # raises what it met


async def knocks(port: int, inputs: int, seed: int, tally: Tally) -> None:
    """Send bytes to a server, on some connections at once."""
    chance, free = random.Random(seed), asyncio.Semaphore(AT_ONCE)

    async def one(own: random.Random) -> None:
        async with free:
            try:
                tally.ends[await web.knock(port, own, 2.0)] += 1
            except (AssertionError, OSError) as error:
                tally.ends["failed"] += 1
                tally.faults.append(repr(error))

    await asyncio.gather(*(one(random.Random(chance.random())) for _ in range(inputs)))


@contextmanager
def server(log: Path) -> Iterator[int]:
    """Start a server of the atlas whose words go to a file; yield its port."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "serve.py", "--server.port", str(port)]
    with log.open("wb") as told:
        process = subprocess.Popen(command, cwd=ROOT, stdout=told, stderr=subprocess.STDOUT)
        try:
            end = time.monotonic() + PATIENCE
            while not healthy(port):
                if process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError(f"the server did not start: {log.read_text()}")
                time.sleep(0.05)
            processes[port] = process.pid
            yield port
        finally:
            process.terminate()
            process.wait(PATIENCE)


async def attack(port: int, inputs: int, seed: int) -> Found:
    """Send hostile input to the pages of a server, in sessions of some runs each.

    Parameters
    ----------
    port : int
        Where the server is.
    inputs : int
        How many addresses and states of widgets are sent, at least.
    seed : int
        Of the chance by which they are chosen.
    """
    chance, found = random.Random(seed), Found()
    while found.inputs < inputs:
        page, query = hostile.page(chance), hostile.query(chance)
        found.inputs += 1
        try:
            async with Session(port, page, query) as session:
                known: list[str] = []
                for _ in range(RUNS):
                    states = [hostile.state(chance, known) for _ in range(STATES)] if known else []
                    asked = hostile.query(chance) if chance.random() < 0.2 else None
                    found.inputs += len(states) + (asked is not None)
                    run = await session.run(states, asked)
                    known = hostile.widgets_of(run.messages) or known
                    _look(run.messages, f"{page}?{session.address.query}", found)
        except ScriptFailed as error:
            found.failed.append(f"{page}?{query}: {error}")
        except ConnectionClosed:  # for saying what no browser says
            found.closed += 1
        except (TimeoutError, OSError) as error:
            found.failed.append(f"{page}?{query}: {error!r}")
    return found


def _look(messages: tuple[ForwardMsg, ...], where: str, found: Found) -> None:
    for message in messages:
        text = str(message) if message.ByteSize() < 20_000 else ""
        if TRACE.search(text):
            found.traces.append(f"{where}: {text[:300]}")


async def settled(port: int) -> None:
    """Wait until a server has made what its slowest page is the first to need."""
    for _ in range(5):
        with suppress(TimeoutError):
            async with Session(port, "views") as session:
                await session.run()
                return


async def calm(port: int) -> str:
    """Return the headline that a reader sees who has nothing to do with it."""
    async with Session(port, "corridors", "countries=UZB") as session:
        run = await session.run()
    told = [str(m.delta.new_element.html.body) for m in run.messages]
    return next(text for text in told if HEADLINE in text)
