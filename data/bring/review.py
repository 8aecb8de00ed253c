"""Looking at a file without taking it: what is wrong, row by row, and the file with remarks.

Pure: nothing is written, and no source is asked for. The page of the atlas that checks files and
whoever wants to know before bringing use it.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.bring import annex, cells, names, reag_garp, sexes
from data.bring.brought import Brought, Wishes
from data.bring.checks import check
from data.bring.layouts import LAYOUTS, knows, shape
from data.bring.packed import MOST_BYTES, TOO_LARGE
from data.bring.problems import N_, Found, Problem, Refused, refuse
from data.bring.reading import Grid, grid
from data.harmless import harmless, is_risky
from data.paths import DATA

PLACES = {"host", "origin", "nationality", "destination"}
NUMBERS = {"year", "value", "persons"}
ALIASES = {"annex": annex.ALIASES, "reag-garp": reag_garp.ALIASES}

TOO_MANY_HERE = N_("Here at most {most} rows are looked at; the command takes more.")


@dataclass(frozen=True)
class Review:
    """What is known of a file after looking at it.

    Attributes
    ----------
    grid : Grid or None
        Its cells; none where it cannot be read as a table.
    taken : int
        Rows that would be taken.
    problems, remarks : tuple of Problem
        What is wrong, and what else there is to know.
    """

    grid: Grid | None
    taken: int
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


def review(
    content: bytes,
    name: str,
    wishes: Wishes,
    root: Path = DATA,
    most_bytes: int = MOST_BYTES,
    most_rows: int = 10**6,
) -> Review:
    """Look at a file as the command does, up to its source.

    Parameters
    ----------
    content, name : bytes, str
        The file and its name.
    wishes : Wishes
        The layout, and what codes mean.
    root : Path
        The data folder, whose code lists hold.
    most_bytes, most_rows : int
        Up to which size it is looked at.
    """
    read: Grid | None = None
    try:
        if len(content) > most_bytes:
            raise refuse(TOO_LARGE, most=most_bytes // 1024**2)
        read = grid(content, name, shape(wishes.layout), knows)
        if len(read.rows) > most_rows:
            raise refuse(TOO_MANY_HERE, most=most_rows)
        brought = LAYOUTS[wishes.layout](read, wishes, root)
        _check(brought, root)
    except Refused as refused:
        return Review(read, 0, refused.problems, read.remarks if read else ())
    return Review(read, len(brought.rows), (), tuple(brought.remarks))


def _check(brought: Brought, root: Path) -> None:
    """Check the rows by the rules of the package, as far as these do not ask for the source."""
    rows, found = brought.rows, Found()
    if not brought.notes:  # the layouts of Eurostat bring codes and notes of their own
        told = rows.assign(source_id=rows["source_id"].where(rows["source_id"] != "", "_"))
        own = brought.source_id or "_"
        check(brought.table, told.assign(source_id=own), own, (), root)
    sexes.check(rows, brought.table, None, found)
    found.stop()


def with_remarks(seen: Review, layout: str, said: Callable[[Problem], str], heading: str) -> bytes:
    """Return the file once more as CSV: understood cells as codes and digits, and remarks.

    Parameters
    ----------
    seen : Review
        What is known of the file.
    layout : str
        Its layout.
    said : function of Problem to str
        Says a problem in the reader's language, without its row.
    heading : str
        Name of the column of remarks.
    """
    if seen.grid is None:
        return b""
    told: dict[int | None, list[str]] = defaultdict(list)
    for problem in (*seen.problems, *seen.remarks):
        told[problem.row].append(said(problem))
    meant = cells.meanings(ALIASES.get(layout, {}))
    columns = [meant.get(cells.spelt(name), "") for name in seen.grid.header]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*map(harmless, seen.grid.header), harmless(heading)])
    for number, row in seen.grid.rows:
        plain = [_plain(column, cell) for column, cell in zip(columns, row, strict=True)]
        writer.writerow([*map(_cell, plain), harmless(" ".join(told.pop(number, [])))])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def _plain(column: str, cell: str) -> str:
    """Return a cell as the atlas understands it; as it was where it does not."""
    if column in PLACES:
        return names.code_of(cell) or cell
    return (cells.whole(cell) or cell) if column in NUMBERS else cell


def _cell(text: str) -> str:
    """Return a cell that no spreadsheet runs; a number stays one."""
    return harmless(text) if is_risky(text) else text
