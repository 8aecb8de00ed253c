"""Readers who look and think, until a server bears no more: ``python -m bench.load --curve``.

``--processes 2`` puts nginx before two processes. ``--kill`` kills one of them under load, and
``--upgrade`` starts them anew one after another; both say what readers saw. With a port, readers
look at a server that runs: ``python -m bench.load 8501 --readers 200 --seconds 60``.
"""

import argparse
import asyncio
import os
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import uvloop

from bench.figures import percentile, table
from bench.many import Running, many, one
from bench.readers import CHOICE, CLICK, PAGE, Met, Reader
from bench.targets import LOADED_SECONDS

FIRST, MOST = 50, 3200  # readers
RAMP = 40.0  # readers who come in a second
SETTLE, WINDOW = 5.0, 20.0  # seconds at each step
HALVINGS = 2  # steps between the last that was borne and the first that was not
THINK = 5.0  # seconds


@dataclass
class Step:
    """What so many readers met with.

    Attributes
    ----------
    readers : int
        How many.
    seconds : list of float
        How long their choices took.
    by_kind : dict of str to list of float
        The same by what they did.
    wrong : int
        Connections that broke or were not to be had, and runs that failed.
    server, maker : float
        Processor seconds a second of the servers, and of those who play the readers.
    """

    readers: int
    seconds: list[float]
    by_kind: dict[str, list[float]]
    wrong: int
    server: float
    maker: float

    @property
    def is_borne(self) -> bool:
        """Whether the server bears as many."""
        return not self.wrong and percentile(self.seconds or [1e9], 95) <= LOADED_SECONDS


@dataclass
class Crowd:
    """Readers of one server, more or fewer of them."""

    running: Running
    think: float = THINK
    met: Met = field(default_factory=Met)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def __aenter__(self) -> Self:
        """Begin with nobody."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Send all away."""
        await self.be(0)

    async def be(self, readers: int) -> None:
        """Let readers come, one after another, or go."""
        while len(self.tasks) < readers:
            reader = Reader(self.running.port, len(self.tasks), self.think, self.met)
            self.tasks.append(asyncio.create_task(reader.read()))
            await asyncio.sleep(1 / RAMP)
        going, self.tasks = self.tasks[readers:], self.tasks[:readers]
        open_ones = set(going)
        while open_ones:  # one whose answer comes in this moment does not hear it the first time
            for task in open_ones:
                task.cancel()
            _, open_ones = await asyncio.wait(open_ones, timeout=1)

    def wrong(self) -> int:
        """Return how often something went wrong so far."""
        return self.met.broken + self.met.refused + len(self.met.failed)

    async def step(self, readers: int, window: float) -> Step:
        """Let so many readers look for a while, and return what they met with."""
        await self.be(readers)
        await asyncio.sleep(self.think + SETTLE)
        since, wrong = time.perf_counter(), self.wrong()
        server, maker = self.running.cpu(), time.process_time()
        await asyncio.sleep(window)
        took = time.perf_counter() - since
        kinds = {kind: self.met.seconds(since, kind) for kind in (CLICK, CHOICE, PAGE)}
        return Step(
            readers,
            self.met.seconds(since),
            kinds,
            self.wrong() - wrong,
            (self.running.cpu() - server) / took,
            (time.process_time() - maker) / took,
        )


async def climb(running: Running, first: int = FIRST, window: float = WINDOW) -> list[Step]:
    """Double the readers until the server does not bear them, then halve what lies between."""
    steps: list[Step] = []
    async with Crowd(running) as crowd:
        readers = first
        while readers <= MOST:
            steps.append(await crowd.step(readers, window))
            _say(steps[-1])
            if not steps[-1].is_borne:
                break
            readers *= 2
        borne = max((one.readers for one in steps if one.is_borne), default=0)
        above = min((one.readers for one in steps if not one.is_borne), default=borne)
        for _ in range(HALVINGS if above - borne > 1 else 0):
            steps.append(await crowd.step((borne + above) // 2, window))
            _say(steps[-1])
            if steps[-1].is_borne:
                borne = steps[-1].readers
            else:
                above = steps[-1].readers
    return sorted(steps, key=lambda one: one.readers)


def _say(step: Step) -> None:
    print(f"  {step.readers} readers: p95 {_p(step.seconds, 95)} s", file=sys.stderr, flush=True)


def _p(seconds: Sequence[float], share: float) -> str:
    return f"{percentile(seconds, share):.3f}" if seconds else ""


def steps_table(steps: Sequence[Step]) -> str:
    """Return the table of a curve."""
    head = ["readers", "choices", "p50, s", "p95, s", "aim", "p99, s"]
    head += [f"{kind} p95, s" for kind in (CLICK, CHOICE, PAGE)]
    head += ["errors", "server, cores", "load maker, cores"]
    rows = [
        [
            str(one.readers),
            str(len(one.seconds)),
            *(_p(one.seconds, share) for share in (50, 95)),
            "ok" if one.is_borne else "miss",
            _p(one.seconds, 99),
            *(_p(one.by_kind[kind], 95) for kind in (CLICK, CHOICE, PAGE)),
            str(one.wrong),
            f"{one.server:.2f}",
            f"{one.maker:.2f}",
        ]
        for one in steps
    ]
    return table(head, rows)


async def disturbed(running: Running, readers: int, event: str) -> Met:
    """Let readers look, kill a process or start all anew meanwhile, and return what they saw."""
    async with Crowd(running) as crowd:
        await crowd.be(readers)
        await asyncio.sleep(crowd.think + SETTLE)
        crowd.met.__init__()  # type: ignore[misc]  # what was before does not count
        if event == "kill":
            os.kill(running.workers()[0], signal.SIGKILL)
            await asyncio.sleep(WINDOW)
        else:
            await running.upgrade()
            await asyncio.sleep(2 * AFTER)
        return crowd.met


AFTER = 5.0  # seconds in which those who were sent away come back


def saw(met: Met) -> str:
    """Say what readers saw of it."""
    took = met.seconds()
    return (
        f"{len(took)} choices, p50 {_p(took, 50)} s, p95 {_p(took, 95)} s, "
        f"longest {max(took, default=0):.2f} s; {met.broken} connections broke, "
        f"{met.refused} times none was to be had; {met.back} readers came back to what they had "
        f"left, {len(met.other)} to something else"
        f"{_few(met.other)}; of their first clicks {met.counted} counted and "
        f"{met.lost} were lost; {len(met.failed)} runs failed{_few(met.failed)}"
    )


def _few(failed: Sequence[str]) -> str:
    return f" ({'; '.join(sorted(set(failed))[:5])})" if failed else ""


def curve(processes: int, quick: bool = False) -> str:
    """Return the table of a server of so many processes."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="atlas-bench-")))
        running = stack.enter_context(one() if processes == 1 else many(processes, folder))
        first, window = (FIRST, WINDOW / 4) if quick else (FIRST, WINDOW)
        return steps_table(uvloop.run(climb(running, first, window)))


def disturbance(event: str, readers: int) -> str:
    """Return what readers of two processes saw of an event."""
    with tempfile.TemporaryDirectory(prefix="atlas-bench-") as name, many(2, Path(name)) as running:
        return saw(uvloop.run(disturbed(running, readers, event)))


def curves(quick: bool = False) -> str:
    """Return the curves of one and of two processes, and what is seen of a kill and an upgrade."""
    parts = [f"### One process\n\n{curve(1, quick)}"]
    parts.append(f"### Two processes behind nginx\n\n{curve(2, quick)}")
    readers = 20 if quick else 100
    parts += [
        f"### {readers} readers of two processes, of which one is killed\n\n"
        f"{disturbance('kill', readers)}",
        f"### {readers} readers of two processes that are started anew\n\n"
        f"{disturbance('upgrade', readers)}",
    ]
    return "\n\n".join(parts)


async def look(port: int, readers: int, seconds: float, think: float) -> Met:
    """Let readers look at a server that runs."""
    async with AsyncExitStack() as stack:
        crowd = await stack.enter_async_context(Crowd(Running(port), think))
        await crowd.be(readers)
        await asyncio.sleep(seconds)
        return crowd.met


def main(arguments: Sequence[str]) -> int:
    """Measure; return 1 when a run failed that readers of a port asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("ports", type=int, nargs="*")
    parser.add_argument("--readers", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--think", type=float, default=THINK)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="a shorter look at each step")
    for event in ("curve", "kill", "upgrade"):
        parser.add_argument(f"--{event}", action="store_true")
    told = parser.parse_args(arguments)
    failed = 0
    for port in told.ports:
        met = uvloop.run(look(port, told.readers, told.seconds, told.think))
        print(f"{port}, {told.readers} readers: {saw(met)}", flush=True)
        failed += len(met.failed)
    if told.curve:
        print(curve(told.processes, told.quick), flush=True)
    for event in ("kill", "upgrade"):
        if getattr(told, event):
            print(
                f"{event}, {told.readers} readers: {disturbance(event, told.readers)}", flush=True
            )
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
