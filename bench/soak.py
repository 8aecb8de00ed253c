"""Memory under load, with and without Streamlit's collection after each run.

``python -m bench.soak --minutes 15`` runs the atlas once for each setting, all at the same time and
under the same load: readers who stay and come back every few seconds, and each second a new one
who looks at one page and leaves. Every ten seconds the resident memory of each server is read.
What came of it: ``docs/decisions/0004-garbage-collection.md``.
"""

import argparse
import asyncio
import itertools
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from bench.figures import percentile, table
from bench.servers import Server, atlas, resident
from bench.session import Session

AFTER_EACH_RUN = "STREAMLIT_RUNNER_POST_SCRIPT_GC"
SETTINGS = {
    "collected after each run": {AFTER_EACH_RUN: "true"},
    "as configured": {},
}
VISITS = (
    ("", ""),
    ("", "lang=ru"),
    ("corridors", ""),
    ("corridors", "lang=ru&direction=to"),
    ("corridors", "measure=flow&corridor=UZB-RUS"),
    ("corridors", "year=2010&top=20&who=KAZ,UZB"),
)
EVERY = 10.0


@dataclass
class Watched:
    """A server under load, and what was seen of it.

    Attributes
    ----------
    name : str
        The setting.
    server : Server
        The server.
    memory : list of (float, int)
        Seconds since the start, and bytes of resident memory.
    reruns : list of (float, float)
        Seconds since the start, and seconds that a rerun took.
    visits : int
        Sessions that came and went.
    """

    name: str
    server: Server
    memory: list[tuple[float, int]] = field(default_factory=list)
    reruns: list[tuple[float, float]] = field(default_factory=list)
    visits: int = 0


@dataclass(frozen=True)
class Load:
    """How much load, and for how long.

    Attributes
    ----------
    seconds : float
        How long.
    stayers : int
        Readers who stay.
    think : float
        Seconds between two reruns of one reader.
    """

    seconds: float
    stayers: int = 20
    think: float = 4.0


async def watch(watched: Sequence[Watched], load: Load) -> None:
    """Put all servers under load at the same time, until the time is over."""
    began = time.perf_counter()
    try:
        async with asyncio.timeout(load.seconds), asyncio.TaskGroup() as group:
            for one in watched:
                group.create_task(_sample(one, began))
                group.create_task(_come_and_go(one, itertools.cycle(VISITS)))
                for number in range(load.stayers):
                    group.create_task(_stay(one, number, load, began))
    except TimeoutError:
        return


async def _sample(one: Watched, began: float) -> None:
    while True:
        one.memory.append((time.perf_counter() - began, resident(one.server.pid)))
        await asyncio.sleep(EVERY)


async def _stay(one: Watched, number: int, load: Load, began: float) -> None:
    await asyncio.sleep(number * load.think / load.stayers)
    page, query = VISITS[number % len(VISITS)]
    async with Session(one.server.port, page, query) as session:
        await session.run()
        while True:
            await asyncio.sleep(load.think)
            run = await session.run()
            one.reruns.append((time.perf_counter() - began, run.seconds))


async def _come_and_go(one: Watched, visits: Iterator[tuple[str, str]]) -> None:
    for page, query in visits:
        async with Session(one.server.port, page, query) as session:
            await session.run()
        one.visits += 1
        await asyncio.sleep(1.0)


def summary(watched: Sequence[Watched], minutes: Sequence[int]) -> str:
    """Return a Markdown table: memory by minute, reruns and visits of each setting."""
    head = ["setting", *(f"MB at {m} min" for m in minutes), "reruns", "visits", "rerun p50, p95"]
    rows = []
    for one in watched:
        took = [seconds * 1000 for _, seconds in one.reruns]
        rows.append(
            [
                one.name,
                *(f"{_at(one.memory, m * 60) / 1e6:.0f}" for m in minutes),
                str(len(took)),
                str(one.visits),
                f"{percentile(took, 50):.0f}, {percentile(took, 95):.0f} ms" if took else "",
            ]
        )
    return table(head, rows)


def _at(memory: Sequence[tuple[float, int]], seconds: float) -> int:
    return min(memory, key=lambda sample: abs(sample[0] - seconds))[1]


def run(settings: Mapping[str, Mapping[str, str]], load: Load) -> str:
    """Run the atlas with each setting under load and return the table."""
    with ExitStack() as stack:
        watched = [Watched(n, stack.enter_context(atlas(o))) for n, o in settings.items()]
        asyncio.run(watch(watched, load))
    last = int(load.seconds // 60)
    wanted = {0, 1, 2, last // 4, last // 2, last * 3 // 4, last}
    return summary(watched, sorted(minute for minute in wanted if minute <= last))


def main() -> None:
    """Read the options, run, print."""
    options = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    options.add_argument("--minutes", type=float, default=15)
    options.add_argument("--sessions", type=int, default=20)
    options.add_argument("--think", type=float, default=4.0, help="seconds between two reruns")
    chosen = options.parse_args()
    print(run(SETTINGS, Load(chosen.minutes * 60, chosen.sessions, chosen.think)))


if __name__ == "__main__":
    main()
