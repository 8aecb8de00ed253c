"""Time of questions to the largest table, and to ten of it: ``python -m bench.explore``."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from statistics import median
from typing import TYPE_CHECKING

from bench.servers import ROOT, resident

if TYPE_CHECKING:
    import pandas as pd

TABLE = "migration_flows"
TIMES = (1, 10, 100)  # copies of the table
RUNS = {100: 3}  # else nine
MODEL = {"indicator": "flow_5y", "source_id": "abel_cohen_flows_ims2024", "sex": "total"}
ONE_MODEL = MODEL | {"method": "da_pb_closed", "series": "pairs"}
# What is asked, in the words of a link; a filter's answer is the rows of one page and its counts.
ASKED: dict[str, dict[str, str]] = {
    "the table as it is": {},
    "one filter": {"origin": "UZB"},
    "three filters, by value": {"origin": "UZB,KAZ", "year": "2010..2020", "_sort": "-value"},
    "all rows, by value": {"_sort": "-value"},
    "a search of two words": {"_search": "uzbek russia"},
    "a sum by partner and year": ONE_MODEL | {"_by": "origin,destination,year", "_how": "sum"},
    "the same, years as columns": ONE_MODEL
    | {"_by": "origin,destination,year", "_how": "sum", "_across": "year"},
    "the largest by pair": MODEL | {"_by": "origin,destination", "_how": "max"},
    "a sum that is refused": {"_by": "origin", "_how": "sum"},
}


@dataclass(frozen=True)
class Explored:
    """Questions to a table in a fresh process.

    Attributes
    ----------
    rows : dict of str to int
        Rows of the table by the number of copies.
    seconds : dict of str to list of float
        Median seconds of each question, by the number of copies in order.
    growth : int
        Bytes by which the engine and the first copy made the process grow.
    """

    rows: dict[str, int]
    seconds: dict[str, list[float]]
    growth: int


def explore_fresh(quick: bool = False) -> Explored:
    """Ask all questions in a fresh process and return what it took; quickly of few copies."""
    times = TIMES[:2] if quick else TIMES
    out = subprocess.run(
        [sys.executable, "-m", "bench.explore", *map(str, times)],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    return Explored(**json.loads(out.stdout))


def main() -> None:
    """Ask all questions and print what they took as JSON."""
    import pandas as pd  # noqa: PLC0415 - the process shall be small until it asks

    from data.explore.answer import answer  # noqa: PLC0415
    from data.explore.params import from_params  # noqa: PLC0415
    from data.loaders import load  # noqa: PLC0415
    from data.store.package import Package  # noqa: PLC0415

    frame = load(TABLE)
    before, growth = resident(os.getpid()), 0
    rows, seconds = {}, {name: list[float]() for name in ASKED}
    for times in map(int, sys.argv[1:] or TIMES):
        many = pd.concat([frame] * times, ignore_index=True) if times > 1 else frame
        store = Package(load=cache(partial(_kept, many)))
        rows[str(times)] = len(many)
        for name, asked in ASKED.items():
            question = from_params(TABLE, asked)
            seconds[name].append(_median(partial(answer, store, question), RUNS.get(times, 9)))
        growth = growth or resident(os.getpid()) - before
    print(json.dumps({"rows": rows, "seconds": seconds, "growth": growth}))


def _kept(frame: "pd.DataFrame", _: str) -> "pd.DataFrame":
    return frame


def _median(ask: Callable[[], object], runs: int = 9) -> float:
    """Return the median of some runs after a first one."""
    from data.explore.refusal import Refused  # noqa: PLC0415

    found = []
    for _ in range(runs + 1):
        began = time.perf_counter()
        with suppress(Refused):  # the time of a refusal is what is asked for, too
            ask()
        found.append(time.perf_counter() - began)
    return median(found[1:])


if __name__ == "__main__":
    main()
