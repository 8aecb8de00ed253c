"""A server of the atlas under hostile input: does it stay up, and does anybody else notice?"""

import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed

from bench.servers import free_port, healthy
from bench.session import ScriptFailed, Session
from tests.fuzz import hostile

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90.0
STATES = 8  # of widgets in one message
RUNS = 25  # of a session
TRACE = re.compile(r"Traceback|File \"|\bline \d+, in\b")
HEADLINE = "atlas-headline"


@dataclass
class Found:
    """What an attack has found out."""

    inputs: int = 0
    failed: list[str] = field(default_factory=list)
    traces: list[str] = field(default_factory=list)
    closed: int = 0


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


async def calm(port: int) -> str:
    """Return the headline that a reader sees who has nothing to do with it."""
    async with Session(port, "corridors", "countries=UZB") as session:
        run = await session.run()
    told = [str(m.delta.new_element.html.body) for m in run.messages]
    return next(text for text in told if HEADLINE in text)
