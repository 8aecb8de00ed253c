"""Attack the atlas with so many inputs of every kind, and say what happened."""

import asyncio
import os
import random
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.fuzz import inside
from tests.fuzz.tally import Said, Tally, heads

SHARES = {  # of all inputs; the rest goes over the sockets of pages
    "addresses and widgets": 0.22,
    "questions to tables": 0.12,
    "views by name": 0.08,
    "values of components": 0.12,
    "frames of sockets": 0.12,
    "statements of SQL": 0.10,
    "slides as code and file": 0.08,
    "files to be checked": 0.02,
}
REQUESTS, BYTES = 0.05, 0.02  # over HTTP, in this process and as bytes
TOLD = 100  # faults in a log, each told once with its trace


def pure(inputs: int, seed: int) -> Iterator[Tally]:
    """Ask what reads hostile input, in this process."""
    with inside.streamlit_left_alone():
        for kind, probe in inside.PROBES.items():
            tally, chance = Tally(kind), random.Random(seed)
            with tally.measured():
                for _ in range(int(inputs * SHARES[kind])):
                    _one(tally, lambda probe=probe, chance=chance: probe(chance))
            yield tally


def _one(tally: Tally, ask: Callable[[], str]) -> None:
    try:
        tally.ends[ask()] += 1
    except Exception as error:
        tally.ends["failed"] += 1
        last = traceback.extract_tb(error.__traceback__)[-1]
        tally.faults.append(f"{error!r:.250} at {last.filename[-50:]}:{last.lineno}")


async def requests(inputs: int, seed: int) -> Tally:
    """Ask the app in this process over HTTP."""
    os.environ["ATLAS_API_RATE"] = "off"
    import serve  # sets what Streamlit does
    from tests.fuzz import web

    tally, chance = Tally("requests"), random.Random(seed)
    async with web.running(serve.app):
        with tally.measured():
            for _ in range(int(inputs * REQUESTS)):
                try:
                    tally.ends[await web.ask(serve.app, chance)] += 1
                except Exception as error:
                    tally.ends["failed"] += 1
                    tally.faults.append(f"{error!r:.350}")
    return tally


def attacked(inputs: int, seed: int) -> tuple[list[Tally], list[str]]:
    """Attack a server over its socket; return the counts, and its log."""
    from tests.fuzz.attack import attack, calm, knocks, server, settled, watched

    async def both(port: int) -> list[Tally]:
        tallies = [Tally("bytes to a server"), Tally("pages over sockets")]
        await settled(port)
        before = await calm(port)
        async with watched(port) as alive:
            with tallies[0].measured(alive.process):
                await knocks(port, int(inputs * BYTES), seed, tallies[0])
            with tallies[1].measured(alive.process):
                rest = inputs * (1 - sum(SHARES.values()) - REQUESTS - BYTES)
                found = await attack(port, int(rest), seed)
        tallies[1].ends.update(answered=found.inputs - found.closed, refused=found.closed)
        tallies[1].faults += [*found.failed, *found.traces]
        if await calm(port) != before:
            tallies[1].faults.append("another reader saw something else")
        print(f"health: {alive.asked} times asked, at most {alive.longest:.2f} s")
        return tallies

    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with server(log) as port:
            tallies = asyncio.run(both(port))
        return tallies, log.read_text(encoding="utf-8", errors="replace").splitlines()


def main() -> int:
    """Attack; return 1 when something went wrong."""
    inputs = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    said = Said()
    with said.listening():
        tallies = []
        for tally in pure(inputs, seed):
            print(tally, flush=True)
            tallies.append(tally)
        tallies.append(asyncio.run(requests(inputs, seed)))
        print(tallies[-1], flush=True)
    own = len(said.lines)
    more, lines = attacked(inputs, seed)
    tallies += more
    print(*more, sep="\n")
    told = heads([*said.lines, *lines])
    print(
        f"log: {own} lines here, {len(lines)} of the server, {sum(map(len, lines)) / 1000:.0f} kB"
    )
    print(*told[:30], sep="\n")
    print(
        f"{sum(sum(one.ends.values()) for one in tallies):,} inputs in "
        f"{sum(one.seconds for one in tallies):.0f} s"
    )
    return int(any(one.faults for one in tallies) or len(told) > TOLD)


sys.exit(main())
