"""Measure the atlas beside an empty page: ``python -m bench``.

Prints Markdown. A missed aim is reported, not punished: the exit code is 0. Servers listen on the
loopback interface only and end with the benchmark. See ``docs/performance.md``.
"""

import argparse
import asyncio
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from bench.browser import browser_tables
from bench.clicks import Clicked, click
from bench.explore import explore_fresh
from bench.load import curves
from bench.memory import memory
from bench.pages import Amount, Measured, measure
from bench.report import (
    bytes_table,
    clicks_table,
    explore_table,
    load_table,
    memory_table,
    pages_table,
    starts_table,
    warnings,
)
from bench.rows import rows_tables
from bench.servers import atlas
from bench.start import cold_starts
from bench.tables import load_fresh
from bench.targets import FLOOR, empty_servers, targets

QUICK = Amount(reruns=8, firsts=3, sessions=10, crowds=1, starts=1)


def main() -> None:
    """Read the options, measure, print."""
    amount, quick = _options()
    if platform.system() != "Linux":
        sys.exit("The benchmark reads processor time and memory from Linux, and runs there only.")
    print(_machine(), flush=True)
    with tempfile.TemporaryDirectory(prefix="atlas-bench-") as name:
        _apps(Path(name), amount)
    parts: dict[str, Callable[[], str]] = {
        "Data": lambda: load_table([load_fresh() for _ in range(amount.starts)]),
        "Questions to the largest table": lambda: explore_table(explore_fresh(quick)),
        "More rows": lambda: rows_tables(quick),
        "In a browser": lambda: browser_tables(quick),
        "Readers who think": lambda: curves(quick),
    }
    for head, measured in parts.items():
        _say(head)
        try:
            print(f"\n## {head}\n\n{measured()}", flush=True)
        except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
            print(f"Not measured: {error}", flush=True)  # such as without Chromium or nginx
    print(f"\nLoad of the machine at the end: {_load()}.")


def _apps(folder: Path, amount: Amount) -> None:
    """Measure the atlas beside simple apps, and print."""
    _say("Pages")
    with ExitStack() as stack:
        found, clicked = asyncio.run(_pages(folder / "pages", stack, amount))
    print(f"\n## Pages\n\n{pages_table(found, amount.sessions)}\n{warnings(found)}")
    print(f"\n## Clicks inside a card\n\n{clicks_table(clicked)}")
    print(f"\n## What is sent\n\n{bytes_table(found)}", flush=True)
    _say("Cold starts")
    starts = cold_starts(empty_servers(folder / "starts"), amount.starts)
    print(f"\n## Cold start\n\n{starts_table(starts)}", flush=True)
    _say("Memory")
    grown = {
        FLOOR: memory(empty_servers(folder / "memory")[FLOOR], "", amount.sessions),
        "Atlas, corridors": memory(atlas(), "corridors", amount.sessions),
    }
    print(f"\n## Memory\n\n{memory_table(grown)}", flush=True)


def _options() -> tuple[Amount, bool]:
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    options.add_argument("--reruns", type=int, help=f"of each page ({Amount.reruns})")
    options.add_argument("--sessions", type=int, help=f"at once ({Amount.sessions})")
    options.add_argument("--quick", action="store_true", help="few of each, for a first look")
    chosen = options.parse_args()
    amount = QUICK if chosen.quick else Amount()
    amount = replace(
        amount,
        reruns=chosen.reruns or amount.reruns,
        sessions=chosen.sessions or amount.sessions,
    )
    return amount, chosen.quick


async def _pages(
    folder: Path, stack: ExitStack, amount: Amount
) -> tuple[list[Measured], list[Clicked]]:
    found = targets(folder, stack)
    measured = await measure(found, amount)
    return measured, await click(found[-1].server.port, amount.reruns)


def _machine() -> str:
    return (
        f"Python {platform.python_version()}, Streamlit {version('streamlit')}, "
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}. "
        f"Load of the machine at the start: {_load()}."
    )


def _load() -> str:
    return ", ".join(f"{value:.1f}" for value in os.getloadavg())


def _say(what: str) -> None:
    print(f"{what} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
