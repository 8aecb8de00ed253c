"""Servers that many readers look at: the atlas in one process, and in several behind nginx."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.servers import ROOT, atlas, cpu_seconds, free_port, healthy

# All readers come from one address here.
OPEN = {"ATLAS_SOCKETS": "100000", "ATLAS_SOCKETS_OF_ONE": "100000"}
PATIENCE = 180.0  # seconds
ANEW = "All processes were started anew"


@dataclass
class Running:
    """A server that runs.

    Attributes
    ----------
    port : int
        Where it answers.
    pid : int
        Its first process; 0 where that is not known.
    said : Path or None
        What the command of several processes says.
    """

    port: int
    pid: int = 0
    said: Path | None = None

    def pids(self) -> list[int]:
        """Return all its processes."""
        found, open_ones = [], [self.pid] if self.pid else []
        while open_ones:
            pid = open_ones.pop()
            found.append(pid)
            open_ones += _children(pid)
        return found

    def workers(self) -> list[int]:
        """Return the processes of the atlas behind the proxy."""
        return [pid for pid in self.pids() if b"serve.py" in _command(pid)]

    def cpu(self) -> float:
        """Return the processor time of all its processes so far."""
        return sum(cpu_seconds(pid) for pid in self.pids())

    async def upgrade(self) -> None:
        """Have all processes started anew one after another, and wait for it.

        Raises
        ------
        TimeoutError
            When it is not done.
        """
        os.kill(self.pid, signal.SIGHUP)
        end = time.monotonic() + PATIENCE
        while self.said is None or ANEW not in self.said.read_text(encoding="utf-8"):
            if time.monotonic() > end:
                raise TimeoutError("The processes were not started anew")
            await asyncio.sleep(0.2)


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(one) for task in tasks for one in task.read_text(encoding="ascii").split()]


def _command(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


@contextmanager
def one() -> Iterator[Running]:
    """Run the atlas in one process."""
    with atlas(OPEN) as server:
        yield Running(server.port, server.pid)


@contextmanager
def many(processes: int, folder: Path) -> Iterator[Running]:
    """Run the atlas in several processes behind nginx.

    Parameters
    ----------
    processes : int
        How many.
    folder : Path
        Where the proxy keeps its files.
    """
    port, said = free_port(), folder / "said.txt"
    command = [sys.executable, "-m", "deploy.many", "--processes", str(processes)]
    command += ["--listen", f"127.0.0.1:{port}", "--folder", str(folder / "proxy")]
    with said.open("wb") as out:
        running = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | OPEN, stdout=out, stderr=subprocess.STDOUT
        )
    try:
        end = time.monotonic() + PATIENCE
        while not healthy(port):
            if running.poll() is not None or time.monotonic() > end:
                raise RuntimeError(said.read_text(encoding="utf-8"))
            time.sleep(0.2)
        yield Running(port, running.pid, said)
    finally:
        running.terminate()
        running.wait(60)
