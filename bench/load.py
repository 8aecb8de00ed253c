"""Readers who look and think: ``python -m bench.load 8501 --readers 200 --seconds 60``.

Each reader has a page open, chooses something, thinks, and chooses again; whose connection breaks
comes back at the same address, as a browser does. A second port measures another server in turn.
"""

import argparse
import asyncio
import random
import sys
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field

from websockets.exceptions import ConnectionClosed, InvalidHandshake

from bench.session import ScriptFailed, Session

PAGES = (
    ("corridors", ("measure=stock", "countries=UZB", "countries=KGZ&direction=to", "year=2015")),
    ("countries", ("countries=TJK", "countries=KAZ", "countries=TKM")),
    ("returns", ("", "countries=UZB")),
    ("avrr", ("", "countries=KGZ")),
    ("", ("",)),
)
AGAIN = 0.5  # seconds after which a broken connection is tried again
HEADLINE = "atlas-headline"


@dataclass
class Load:
    """What readers met with.

    Attributes
    ----------
    seconds : list of float
        How long each choice took, in seconds.
    broken : int
        Connections that broke while a page was open.
    refused : int
        Times that no connection was to be had.
    failed : list of str
        Pages that showed an error, and those that came back as something else.
    """

    seconds: list[float] = field(default_factory=list)
    broken: int = 0
    refused: int = 0
    failed: list[str] = field(default_factory=list)

    def told(self) -> str:
        """Return the figures in a line."""
        ordered = sorted(self.seconds) or [0.0]
        p50, p95, p99 = (ordered[int(len(ordered) * part)] for part in (0.5, 0.95, 0.99))
        return (
            f"{len(self.seconds)} choices, p50 {p50:.3f} s, p95 {p95:.3f} s, p99 {p99:.3f} s, "
            f"longest {ordered[-1]:.2f} s; {self.broken} connections broke, "
            f"{self.refused} were not to be had, {len(self.failed)} pages failed"
        )


async def load(port: int, readers: int, seconds: float, think: float, cookies: bool = True) -> Load:
    """Let readers look at a server for a while.

    Parameters
    ----------
    port : int
        Of the server on the loopback interface.
    readers : int
        How many there are.
    seconds : float
        How long they stay.
    think : float
        Seconds between two choices of one reader, on average.
    cookies : bool
        Whether readers keep the cookie that a proxy gives them.
    """
    found, end = Load(), time.perf_counter() + seconds
    tasks = [
        asyncio.create_task(_read(port, number, end, think, found, cookies))
        for number in range(readers)
    ]
    await asyncio.gather(*tasks)
    return found


async def _read(
    port: int, number: int, end: float, think: float, found: Load, cookies: bool
) -> None:
    chance = random.Random(number)  # noqa: S311  # the same readers each time
    page, queries = PAGES[number % len(PAGES)]
    cookie = await asyncio.to_thread(_cookie, port) if cookies else ""
    await asyncio.sleep(chance.uniform(0, think))
    query = queries[0]
    seen: dict[str, str] = {}
    while time.perf_counter() < end:
        try:
            async with Session(port, page, query, cookie=cookie) as session:
                came = True
                while time.perf_counter() < end:
                    run = await session.run(query=query)
                    found.seconds.append(run.seconds)
                    head = _headline(run.messages)
                    if came and seen.setdefault(query, head) != head:
                        found.failed.append(f"{page}?{query}: came back as something else")
                    came = False
                    await asyncio.sleep(chance.uniform(0, 2 * think))
                    query = chance.choice(queries)
        except ScriptFailed as error:
            found.failed.append(f"{page}?{query}: {error}")
        except ConnectionClosed:
            found.broken += 1
        except (OSError, InvalidHandshake, TimeoutError):
            found.refused += 1
        if time.perf_counter() < end:
            await asyncio.sleep(AGAIN)


def _cookie(port: int) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
        return str(answer.headers.get("Set-Cookie") or "").partition(";")[0]


def _headline(messages: Sequence[object]) -> str:
    told = [str(one.delta.new_element.html.body) for one in messages]  # type: ignore[attr-defined]
    return next((text for text in told if HEADLINE in text), "")


def main(arguments: Sequence[str]) -> int:
    """Measure; return 1 when a page failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ports", type=int, nargs="+")
    parser.add_argument("--readers", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--think", type=float, default=5)
    told = parser.parse_args(arguments)
    failed = 0
    for port in told.ports:
        found = asyncio.run(load(port, told.readers, told.seconds, told.think))
        print(f"{port}, {told.readers} readers: {found.told()}", flush=True)
        for one in found.failed[:5]:
            print(f"  {one}")
        failed += len(found.failed)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
