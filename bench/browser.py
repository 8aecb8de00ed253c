"""Pages in a browser on slow and fast lines, cold and warm: ``python -m bench.browser``.

``--files`` lists what each page fetches. A server that runs is measured with ``--port``.
"""

import argparse
import sys
import urllib.request
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from playwright.sync_api import Browser, sync_playwright

from bench.figures import median, table
from bench.servers import atlas
from bench.visits import Fetched, Line, Visit, launch, visit

PAGES = ("", "corridors", "countries", "avrr", "explore")
SLOW, MIDDLE, FREE = (
    Line("1.6 Mbit/s", 1_600_000, 150),
    Line("10 Mbit/s", 10_000_000, 40),
    Line("unthrottled"),
)
LINES = (SLOW, MIDDLE, FREE)
DESK, PHONE = (1440, 900), (390, 844)
WINDOWS = (DESK, PHONE)
PHONE_IS_SLOWER = 4  # times, on a slow line
PICTURE_AFTER_TEXT = 2.0  # seconds
SMALL = 1000  # bytes that are not worth compressing
NOT_MORE = ("font/", ".woff2", ".png")


@dataclass(frozen=True)
class Seen:
    """A page in a window on a line, visited first and again.

    Attributes
    ----------
    page : str
        Its address.
    width : int
        Of the window.
    line : Line
        The connection.
    cold, warm : list of Visit
        Visits without and with what the browser kept.
    """

    page: str
    width: int
    line: Line
    cold: list[Visit]
    warm: list[Visit]


def look(
    port: int, lines: Sequence[Line], windows: Sequence[tuple[int, int]], times: int
) -> list[Seen]:
    """Visit all pages in all windows on all lines.

    Parameters
    ----------
    port : int
        Of a server on the loopback interface.
    lines, windows : sequence
        Connections, and sizes of windows.
    times : int
        How often each is visited, cold and then warm.
    """
    found = []
    with sync_playwright() as running:
        browser = launch(running)
        for page in PAGES:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/{page}").close()
        for line in lines:
            for size in windows:
                found += [_seen(browser, port, page, size, line, times) for page in PAGES]
        browser.close()
    return found


def _seen(
    browser: Browser, port: int, page: str, size: tuple[int, int], line: Line, times: int
) -> Seen:
    slower = PHONE_IS_SLOWER if size == PHONE and line == SLOW else 1
    one = Seen(page, size[0], line, [], [])
    for _ in range(times):
        context = browser.new_context(viewport={"width": size[0], "height": size[1]})
        for into in (one.cold, one.warm):
            into.append(visit(context, f"http://127.0.0.1:{port}/{page}", line, slower))
        context.close()
    return one


def visits_table(found: Iterable[Seen]) -> str:
    """Return the table of times and bytes, with a verdict on the picture after the text."""
    head = ["page", "window", "line", "visit", "first text, s", "first picture, s", "aim"]
    head += ["kB over HTTP", "kB over the socket", "requests", "of which unchanged"]
    return table(head, [row for one in found for row in _rows(one)])


def _rows(one: Seen) -> Iterator[list[str]]:
    for name, visits in (("cold", one.cold), ("warm", one.warm)):
        text, picture = (median([getattr(v, what) for v in visits]) for what in ("text", "picture"))
        last = visits[-1]
        yield [
            f"/{one.page}",
            str(one.width),
            one.line.name,
            name,
            f"{text:.1f}",
            f"{picture:.1f}",
            "ok" if picture - text <= PICTURE_AFTER_TEXT else "miss",
            f"{last.wire / 1000:.0f}",
            f"{last.socket / 1000:.0f}",
            str(len(last.asked)),
            str(last.unchanged),
        ]


def faults(visits: Iterable[Visit]) -> list[str]:
    """Say what is served uncompressed, or without a word on how long it may be kept."""
    said: dict[str, None] = {}
    for one in (file for each in visits for file in each.asked):
        if one.status == 200 and one.wire > SMALL and not one.packed and not _is_packed(one):
            said[f"{one.path}: not compressed"] = None
        if one.status == 200 and not one.may_keep:
            said[f"{one.path}: no Cache-Control"] = None
    return list(said)


def _is_packed(one: Fetched) -> bool:
    return one.path.endswith(NOT_MORE)


def files_table(one: Seen) -> str:
    """Return what a page fetches, the largest first, and what it still asks for again."""
    again = {file.path: file for file in one.warm[-1].asked}
    files = sorted(one.cold[-1].asked, key=lambda file: -file.wire)
    head = ["file", "kB", "packed", "kept for", "again"]
    rows = [
        [
            file.path,
            f"{file.wire / 1000:.1f}",
            file.packed,
            file.may_keep,
            str(again[file.path].status) if file.path in again else "",
        ]
        for file in files
    ]
    only = [f for f in again.values() if f.path not in {file.path for file in files}]
    rows += [[file.path, "", file.packed, file.may_keep, str(file.status)] for file in only]
    return f"### /{one.page}, {one.width}\n\n{table(head, rows)}"


def report(found: Sequence[Seen], files: bool = False) -> str:
    """Return the tables, and what is not as it should be."""
    parts = [visits_table(found)]
    wrong = faults(each for one in found for each in (*one.cold, *one.warm))
    parts.append("\n".join(f"- {one}" for one in wrong) or "All is compressed and may be kept.")
    if files:
        parts += [files_table(one) for one in found]
    return "\n\n".join(parts)


def browser_tables(quick: bool = False, times: int = 1, port: int = 0, files: bool = False) -> str:
    """Measure the atlas, or the server of a port, in a browser and return the tables."""
    lines, windows = (LINES, WINDOWS) if not quick else ((SLOW,), (PHONE,))
    with ExitStack() as stack:
        port = port or stack.enter_context(atlas()).port
        return report(look(port, lines, windows, times), files)


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(prog="python -m bench.browser", description=__doc__)
    options.add_argument("--port", type=int, default=0, help="of a server that runs")
    options.add_argument("--times", type=int, default=1, help="visits of each, cold and warm")
    options.add_argument("--quick", action="store_true", help="a phone on a slow line only")
    options.add_argument("--files", action="store_true", help="list what each page fetches")
    told = options.parse_args(arguments)
    print(browser_tables(told.quick, told.times, told.port, told.files))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
