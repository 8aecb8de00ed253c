"""The tables that the benchmark prints, with what is aimed at."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bench.clicks import Clicked
from bench.explore import Explored
from bench.figures import median, percentile, table
from bench.memory import Memory
from bench.pages import Measured
from bench.session import Run
from bench.start import ATLAS, Start
from bench.tables import Load
from bench.targets import (
    ANSWER_SECONDS,
    CLICK_SECONDS,
    CROWD_SECONDS,
    FIRST_SECONDS,
    FLOOR,
    LOAD_BYTES,
    LOAD_SECONDS,
    NEW_SECONDS,
    PAGE_BYTES,
    RERUN_SECONDS,
    REST_BYTES,
    SESSION_BYTES,
    START_TIMES_EMPTY,
    Target,
)


def verdict(reached: bool) -> str:
    """Say whether an aim is reached."""
    return "ok" if reached else "miss"


def rerun_aim(target: Target) -> float:
    """Return how many seconds a rerun may take."""
    return NEW_SECONDS if target.is_new_each_time else RERUN_SECONDS


def pages_table(found: Sequence[Measured], sessions: int) -> str:
    """Return the table of pages: first runs, reruns, bytes, crowds."""
    floor = next(median(_times(m.again)) for m in found if m.target.name == FLOOR)
    head = [
        "page",
        "first ever, ms",
        "aim",
        "first run, ms",
        "rerun p50, ms",
        "p95",
        "processor, ms",
        "× floor",
        "aim",
        "first run, kB",
        "aim",
        "rerun, kB",
        f"{sessions} at once p95, s",
        "aim",
    ]
    return table(head, [_page_row(m, floor) for m in found])


def _page_row(one: Measured, floor: float) -> list[str]:
    if one.failed:
        return [one.target.name, f"failed: {one.failed}"]
    again, page = median(_times(one.again)), not one.target.is_beside
    first_bytes = median([run.wire for run in one.first])
    crowd = median(one.crowd) if one.crowd else None
    return [
        one.target.name,
        _ms(one.first[0].seconds),
        verdict(one.first[0].seconds <= FIRST_SECONDS) if page else "",
        _ms(median(_times(one.first[1:] or one.first))),
        _ms(again),
        _ms(percentile(_times(one.again), 95)),
        _ms(median(one.cpu)),
        f"{again / floor:.1f}",
        verdict(again <= rerun_aim(one.target)) if page else "",
        f"{first_bytes / 1000:.1f}",
        verdict(first_bytes < PAGE_BYTES) if page else "",
        f"{median([run.wire for run in one.again]) / 1000:.1f}",
        "" if crowd is None else f"{crowd:.2f}",
        "" if crowd is None or not page else verdict(crowd <= CROWD_SECONDS),
    ]


def clicks_table(found: Sequence[Clicked]) -> str:
    """Return the table of clicks inside a card."""
    head = ["page", "click", "p50, ms", "aim", "p95", "kB"]
    rows = []
    for one in found:
        times = _times(one.runs)
        p50, wire = median(times), median([run.wire for run in one.runs])
        told = [_ms(p50), verdict(p50 <= CLICK_SECONDS), _ms(percentile(times, 95))]
        rows.append([f"/{one.page}", one.kind, *told, f"{wire / 1000:.1f}"])
    return table(head, rows)


def memory_table(found: Mapping[str, Memory]) -> str:
    """Return the table of memory; an open page of the atlas beside one of the empty app."""
    head = ["app", "at rest, MB", "aim", "an open page, MB", "aim"]
    floor = found[FLOOR].session
    rows = []
    for name, one in found.items():
        own = name != FLOOR
        rest = verdict(one.rest <= REST_BYTES) if own else ""
        session = verdict(one.session - floor < SESSION_BYTES) if own else ""
        rows.append([name, f"{one.rest / 1e6:.0f}", rest, f"{one.session / 1e6:.2f}", session])
    return table(head, rows)


def warnings(found: Sequence[Measured]) -> str:
    """Name the pages that show an error message: they do less than usual."""
    names = [m.target.name for m in found if m.first and m.first[-1].kinds["alert"]]
    return f"\nThese pages show an error message: {'; '.join(names)}.\n" if names else ""


def bytes_table(found: Sequence[Measured]) -> str:
    """Return the table of what the bytes are: the four heaviest kinds of each page."""
    head = ["page", "first run, kB", "rerun, kB"]
    rows = [
        [m.target.name, heaviest(m.first[-1].kinds), heaviest(m.again[-1].kinds)]
        for m in found
        if not m.failed and not m.target.is_beside
    ]
    return table(head, rows)


def heaviest(kinds: Counter[str], count: int = 4) -> str:
    """Return the heaviest kinds of messages with their kilobytes."""
    return ", ".join(f"{name} {size / 1000:.1f}" for name, size in kinds.most_common(count))


def starts_table(starts: Mapping[str, Start]) -> str:
    """Return the table of cold starts; the atlas beside each of the empty apps."""
    head = ["app", "healthy, s", "first page, s", "atlas is × this", "aim"]
    ours = median(starts[ATLAS].shown)
    rows = []
    for name, start in starts.items():
        row = [name, f"{median(start.healthy):.2f}", f"{median(start.shown):.2f}"]
        if name != ATLAS:
            times = ours / median(start.shown)
            row += [f"{times:.2f}", verdict(times < START_TIMES_EMPTY)]
        rows.append(row)
    return table(head, rows)


def load_table(loads: Sequence[Load]) -> str:
    """Return the table of the cold load of all curated tables."""
    one, seconds = loads[0], median([load.seconds for load in loads])
    growth = median([load.growth for load in loads])
    head = ["all curated tables, fresh process", "value", "aim"]
    rows = [
        ["tables, rows", f"{one.tables}, {one.rows}"],
        ["import of the loaders, s", f"{median([load.imports for load in loads]):.2f}"],
        ["load, s", f"{seconds:.2f}", verdict(seconds < LOAD_SECONDS)],
        ["growth of the process, MB", f"{growth / 1e6:.0f}", verdict(growth < LOAD_BYTES)],
    ]
    return table(head, rows + [["failed", reason] for reason in one.failed])


def explore_table(found: Explored) -> str:
    """Return the table of questions to the largest table and to copies of it."""
    copies = list(found.rows)
    head = ["question", *(f"{found.rows[n]} rows, ms" for n in copies), "aim"]
    rows = [
        [name, *map(_ms, seconds), verdict(seconds[0] <= ANSWER_SECONDS)]
        for name, seconds in found.seconds.items()
    ]
    grown = f"The engine and the table for it made the process grow by {found.growth / 1e6:.0f} MB."
    return f"{table(head, rows)}\n\n{grown}"


def _times(runs: Sequence[Run]) -> list[float]:
    return [run.seconds for run in runs]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f}"
