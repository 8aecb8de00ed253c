"""Ten and a hundred times the rows: ``python -m bench.rows``.

The copies are about places that do not exist, so that what a view shows stays as it is: its time
should stay too. Each number of copies has a process of its own.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from bench.figures import percentile, table
from bench.servers import ROOT, resident

if TYPE_CHECKING:
    import pandas as pd

    from components.view import View

TIMES = (1, 10, 100)  # copies
PLACES = ("origin", "destination", "host", "country", "sender", "receiver", "partner")
OTHER = "KGZ"  # another country than pages open with
FLAT = 1.5  # times as long as without copies, or shorter than what follows, is flat
LITTLE = 0.02  # seconds
BUILDS = 3


@dataclass(frozen=True)
class Grown:
    """Views of tables with so many copies.

    Attributes
    ----------
    rows : int
        Rows of all tables that were asked for.
    memory : int
        Bytes of the process in the end.
    first, again : dict of str to float
        Processor seconds of the first build of a view, and of one for another choice.
    titles : dict of str to str
        What each view says.
    """

    rows: int
    memory: int
    first: dict[str, float]
    again: dict[str, float]
    titles: dict[str, str]


def many(frame: "pd.DataFrame", times: int) -> "pd.DataFrame":
    """Return a table with copies of its rows about places that do not exist.

    Parameters
    ----------
    frame : DataFrame
        A curated table.
    times : int
        How many times its rows there are in the end.
    """
    import numpy as np  # noqa: PLC0415 - the processes that ask need none
    import pandas as pd  # noqa: PLC0415

    if times == 1:
        return frame
    grown = pd.concat([frame] * times, ignore_index=True)
    for name in (name for name in PLACES if name in frame):
        told = frame[name].astype("category")
        names = [str(one) for one in told.cat.categories]
        copies = [f"{one}~{number}" for number in range(1, times) for one in names]
        shift = np.repeat(np.arange(times, dtype="int32") * len(names), len(frame))
        codes = np.tile(told.cat.codes.to_numpy().astype("int32"), times)
        told_anew = pd.Categorical.from_codes(
            np.where(codes < 0, -1, codes + shift), categories=[*names, *copies]
        )
        grown[name] = pd.Series(told_anew).astype(frame[name].dtype.name)
    return grown


def build(times: int) -> Grown:
    """Build the views that pages open with from tables with so many copies."""
    from components import cache as shared  # noqa: PLC0415 - importing it loads what takes long
    from components.context import RenderContext  # noqa: PLC0415
    from components.controls.pages import CHOICES  # noqa: PLC0415
    from components.views.registry import SPECS  # noqa: PLC0415
    from data.errors import DataError  # noqa: PLC0415

    rows: dict[str, int] = {}

    @cache
    def load(name: str) -> "pd.DataFrame":
        grown = many(shared.table(name), times)
        rows[name] = len(grown)
        return grown

    context, found = RenderContext(static="/app/static"), Grown(0, 0, {}, {}, {})
    for declared in CHOICES.values():
        filters = declared.unchosen()
        for asked in declared.all_views(filters):
            name, own = declared.asks(asked, filters)
            spec = SPECS[name]
            if name in found.titles or not spec.tables:
                continue
            try:
                for one in spec.tables:
                    load(one)
                _build(found, name, partial(spec.view, load, context=context), spec.own(own))
            except DataError as error:
                found.titles[name] = str(error)
    return replace(found, rows=sum(rows.values()), memory=resident(os.getpid()))


def _build(found: Grown, name: str, view: Callable[[Any], "View"], own: Any) -> None:
    """Build a view, and then for another choice."""
    began = time.process_time()
    found.titles[name] = view(own).title
    found.first[name] = time.process_time() - began
    took, other = [], _other(own)
    for _ in range(BUILDS):
        began = time.process_time()
        view(other)
        took.append(time.process_time() - began)
    found.again[name] = min(took)


def _other(own: Any) -> Any:
    """Return choices with another country, where there is one to choose."""
    there = {one.name for one in fields(own)} if own is not None else set()
    for name in there & {"countries", "country"}:
        return replace(own, **{name: OTHER if isinstance(getattr(own, name), str) else (OTHER,)})
    return own


def build_fresh(times: int) -> Grown:
    """Build in a fresh process and return what it took."""
    out = subprocess.run(
        [sys.executable, "-m", "bench.rows", "--build", str(times)],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    return Grown(**json.loads(out.stdout.splitlines()[-1]))


def is_flat(before: float, after: float) -> bool:
    """Say whether a view takes as long with more rows as without them."""
    return after <= max(FLAT * before, LITTLE)


def grown_table(found: dict[int, Grown]) -> str:
    """Return the table of views: what another choice takes, and those that are not flat."""
    one, most = found[1], max(found)
    head = ["view", *(f"× {times}, ms" for times in found), "flat"]
    head += [f"first × {times}, ms" for times in found]
    rows = []
    for name in sorted(one.again, key=lambda name: -found[most].again.get(name, 0)):
        again = [grown.again.get(name, 0.0) for grown in found.values()]
        first = [grown.first.get(name, 0.0) for grown in found.values()]
        flat = "ok" if is_flat(again[0], again[-1]) else "miss"
        changed = len({grown.titles.get(name) for grown in found.values()}) > 1
        told = f"{name} (says something else)" if changed else name
        rows.append([told, *map(_ms, again), flat, *map(_ms, first)])
    sums = [
        f"× {times}: {grown.rows:,} rows, {grown.memory / 1e6:,.0f} MB, median of another choice "
        f"{_ms(percentile(list(grown.again.values()), 50))} ms"
        for times, grown in found.items()
    ]
    return f"{table(head, rows)}\n\n" + "; ".join(sums)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f}"


def rows_tables(quick: bool = False) -> str:
    """Build with each number of copies and return the table."""
    times = TIMES[:2] if quick else TIMES
    return grown_table({one: build_fresh(one) for one in times})


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(prog="python -m bench.rows", description=__doc__)
    options.add_argument("--quick", action="store_true", help="ten times the rows at most")
    options.add_argument("--build", type=int, help="what it takes with so many copies, as JSON")
    told = options.parse_args(arguments)
    if told.build:
        print(json.dumps(build(told.build).__dict__))
    else:
        print(rows_tables(told.quick))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
