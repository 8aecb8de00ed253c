"""Time and memory to load all curated tables in a fresh process: ``python -m bench.tables``."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass

from bench.servers import ROOT, resident


@dataclass(frozen=True)
class Load:
    """One load of all curated tables in a fresh process.

    Attributes
    ----------
    imports : float
        Seconds to import the loaders with pandas and pyarrow.
    seconds : float
        Seconds to load all tables.
    growth : int
        Bytes by which the load made the process grow.
    tables, rows : int
        How many were loaded.
    failed : list of str
        Tables that could not be loaded.
    """

    imports: float
    seconds: float
    growth: int
    tables: int
    rows: int
    failed: list[str]


def load_fresh() -> Load:
    """Load all tables in a fresh process and return what it took."""
    out = subprocess.run(
        [sys.executable, "-m", "bench.tables"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return Load(**json.loads(out.stdout))


def main() -> None:
    """Load all tables and print what it took as JSON."""
    began = time.perf_counter()
    from data.errors import DataError  # noqa: PLC0415 - importing is what is measured
    from data.loaders import load  # noqa: PLC0415
    from data.schema import tables  # noqa: PLC0415

    imported, before = time.perf_counter(), resident(os.getpid())
    frames, failed = [], []
    for name in tables():
        try:
            frames.append(load(name))
        except DataError as error:
            failed.append(f"{name}: {error}")
    seconds = time.perf_counter() - imported
    growth = resident(os.getpid()) - before
    rows = sum(len(frame) for frame in frames)
    print(
        json.dumps(
            {
                "imports": imported - began,
                "seconds": seconds,
                "growth": growth,
                "tables": len(frames),
                "rows": rows,
                "failed": failed,
            }
        )
    )


if __name__ == "__main__":
    main()
