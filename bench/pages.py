"""Runs of all targets, one after the other in turn, so that the machine's moods hit all alike."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

from websockets.exceptions import WebSocketException

from bench.figures import percentile
from bench.protocol import CacheMiss
from bench.servers import cpu_seconds
from bench.session import Run, ScriptFailed, Session
from bench.targets import Target

PAUSE = 0.05
OPENED_AT_ONCE = 5
FAILURES = (ScriptFailed, CacheMiss, LookupError, OSError, WebSocketException)


@dataclass
class Measured:
    """What was found out about a target.

    Attributes
    ----------
    target : Target
        What was measured.
    first : list of Run
        First runs, each of a session of its own; the very first stands at the beginning.
    again : list of Run
        Reruns of one session.
    cpu : list of float
        Processor seconds of the server for each of these reruns, with what it does after it.
    crowd : list of float
        For each round of many sessions at once, the 95th percentile in seconds.
    failed : str
        Why it could not be measured; empty when it could.
    """

    target: Target
    first: list[Run] = field(default_factory=list)
    again: list[Run] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    crowd: list[float] = field(default_factory=list)
    failed: str = ""


@dataclass(frozen=True)
class Amount:
    """How often each thing is measured.

    Attributes
    ----------
    reruns : int
        Reruns of each target.
    firsts : int
        New sessions of each target.
    sessions : int
        Sessions that rerun at once.
    crowds : int
        How often they do.
    starts : int
        Cold starts, and cold loads of the data.
    """

    reruns: int = 30
    firsts: int = 10
    sessions: int = 50
    crowds: int = 3
    starts: int = 5


async def measure(targets: Sequence[Target], amount: Amount) -> list[Measured]:
    """Measure first runs, reruns and crowds of all targets."""
    found = [Measured(target) for target in targets]
    await _in_turn(found, amount.firsts, _first)
    async with AsyncExitStack() as stack:
        readers: dict[str, Reader] = {}
        for one in found:
            reader = Reader(one.target, await stack.enter_async_context(_session(one.target)))
            readers[one.target.name] = reader

        async def again(one: Measured) -> None:
            await _again(one, readers[one.target.name])

        await _in_turn(found, 1, lambda one: readers[one.target.name].open())
        await _in_turn(found, amount.reruns, again)
    crowded = [one for one in found if not one.target.is_new_each_time]
    await _in_turn(crowded, amount.crowds, lambda one: _crowd(one, amount.sessions))
    return found


async def _in_turn(
    found: Sequence[Measured], times: int, act: Callable[[Measured], Awaitable[None]]
) -> None:
    """Do something with each target in turn, beginning with another one each time."""
    for number in range(times):
        start = number % len(found)
        for one in [*found[start:], *found[:start]]:
            if one.failed:
                continue
            try:
                await act(one)
            except FAILURES as error:
                one.failed = f"{type(error).__name__}: {error}"
            await asyncio.sleep(PAUSE)


def _session(target: Target) -> Session:
    return Session(target.server.port, target.page, target.state.query)


async def _first(one: Measured) -> None:
    async with _session(one.target) as session:
        one.first.append(await session.run())


async def _again(one: Measured, reader: "Reader") -> None:
    before = cpu_seconds(one.target.server.pid)
    one.again.append(await reader.rerun())
    await asyncio.sleep(PAUSE)
    one.cpu.append(cpu_seconds(one.target.server.pid) - before)


async def _crowd(one: Measured, size: int) -> None:
    gate = asyncio.Semaphore(OPENED_AT_ONCE)
    async with AsyncExitStack() as stack:
        readers = []
        for _ in range(size):
            session = await stack.enter_async_context(_session(one.target))
            readers.append(Reader(one.target, session))

        async def open_in_turn(reader: Reader) -> None:
            async with gate:
                await reader.open()

        await asyncio.gather(*(open_in_turn(reader) for reader in readers))
        await asyncio.sleep(5 * PAUSE)
        runs = await asyncio.gather(*(reader.rerun() for reader in readers))
    one.crowd.append(percentile([run.seconds for run in runs], 95))


class Reader:
    """A session that does before each rerun what its target says.

    Parameters
    ----------
    target : Target
        What is measured.
    session : Session
        A connected session.
    """

    def __init__(self, target: Target, session: Session) -> None:
        self.state = target.state
        self.session = session
        self._turn = 0

    async def open(self) -> None:
        """Run the page for the first time, and once more, so that nothing is new."""
        await self.session.run()
        await self.session.run()

    async def rerun(self) -> Run:
        """Change what is to be changed and run the page again."""
        self._turn += 1
        asks = self.state.asks
        query = asks[self._turn % len(asks)] if asks else None
        return await self.session.run(query=query)
