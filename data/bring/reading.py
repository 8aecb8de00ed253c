"""Reading CSV, TSV and XLSX files of any origin, packed or not, into plain text cells."""

import csv
import io
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from data.bring.decoding import encoding_of
from data.bring.kinds import ARCHIVE, WORKBOOK, kind_of
from data.bring.packed import MOST_BYTES, TOO_LARGE, unpacked
from data.bring.problems import N_, Found, Problem, Refused, refuse
from data.bring.sheets import (
    LONG_CELL,
    LONGEST_CELL,
    MOST_CELLS,
    MOST_ROWS,
    NOT_READABLE,
    TOO_MANY,
    TOO_MANY_CELLS,
    Lines,
    Sheet,
    sheets,
)
from data.bring.table import (
    ANY,
    NO_ROWS,
    Rows,
    Shape,
    check_cell,
    check_names,
    clean,
    find,
    has_table,
    nearness,
    spans,
)

SOURCE_SHEET = "source"
DELIMITERS = "\t;,|"
BLANK = " \t\r\n;,\ufeff"
MOST_LINE = 1024 * 1024
DEEP = 2  # a workbook in a zip, a table in a .gz in a zip

NO_FILE = N_("There is no file {path} that can be read.")
NO_PLAIN_FILE = N_(
    "{path} is no plain file but a folder, a device or a stream. Save it as a file first."
)
LONG_ROW = N_("The row has more cells than there are column names.")
LONG_ROWS = N_("The rows {rows} have more cells than there are column names.")
LONG_LINE = N_("The line is too long: at most {most} characters are read.")
SHEET_READ = N_("The sheet “{name}” was read; not read: {others}.")
SHEETS_ALIKE = N_("Several sheets have the columns of the layout: {names}. Keep one of them.")
PACKED = N_("The file is packed; “{name}” in it was read.")


@dataclass(frozen=True)
class Grid:
    """The cells of a file.

    Attributes
    ----------
    header : tuple of str
        Column names as the file writes them.
    rows : tuple of (int, tuple of str)
        Number of the row in the file, and one text for each column name. Rows without any cell
        are left out.
    source : dict of str to str
        The sheet ``source`` of a workbook: entry to value.
    remarks : tuple of Problem
        What was left aside, and how the file was read.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    source: dict[str, str] = field(default_factory=dict)
    remarks: tuple[Problem, ...] = ()

    def records(self) -> list[tuple[int, dict[str, str]]]:
        """Return each row as a mapping of column name to text."""
        return [(number, dict(zip(self.header, cells, strict=True))) for number, cells in self.rows]


def read_bytes(path: Path) -> bytes:
    """Return the content of a file, or refuse it: devices and pipes may have no end."""
    try:
        opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError) as error:
        raise refuse(NO_FILE, path=path.name) from error
    try:
        told = os.fstat(opened)
        if not stat.S_ISREG(told.st_mode):
            raise refuse(NO_PLAIN_FILE, path=path.name)
        if told.st_size > MOST_BYTES:
            raise refuse(TOO_LARGE, most=MOST_BYTES // 1024**2)
        with os.fdopen(opened, "rb", closefd=False) as file:
            content = file.read(MOST_BYTES + 1) or b""
    except OSError as error:
        raise refuse(NO_FILE, path=path.name) from error
    finally:
        os.close(opened)
    if len(content) > MOST_BYTES:
        raise refuse(TOO_LARGE, most=MOST_BYTES // 1024**2)
    return content


def grid(
    content: bytes,
    name: str = "",
    shape: Shape = ANY,
    knows: Callable[[str], bool] = lambda cell: False,
) -> Grid:
    """Return the cells of a CSV, TSV or XLSX file.

    Parameters
    ----------
    content : bytes
        The file.
    name : str
        Its name; one that ends in ``.xlsx`` has to be a workbook.
    shape : Shape
        How the layout knows its table.
    knows : function of str to bool
        Whether a cell is a word that layouts know (see `data.bring.decoding`).

    Raises
    ------
    Refused
        When the content is not such a file.
    """
    inside, remarks = name, list[Problem]()
    kind = kind_of(content)
    for _ in range(DEEP):
        if kind == ARCHIVE:
            content, inside = unpacked(content, inside)
            kind = kind_of(content)
            remarks = [Problem(PACKED, {"name": inside[:80]})]
    if kind == WORKBOOK:
        rows, source, told = _workbook(content, shape)
        remarks += told
    elif kind == ARCHIVE or (inside.casefold().endswith((".xlsx", ".xls")) and content):
        raise refuse(NOT_READABLE)
    else:
        encoding, decoded = encoding_of(content, knows)
        rows, source = find(_text_lines(content, encoding), shape), {}
        remarks += decoded
    return _grid(rows, source, remarks)


def _text_lines(content: bytes, encoding: str) -> Lines:
    _check_lines(content)
    text = io.TextIOWrapper(io.BytesIO(content), encoding, newline="")
    delimiter = _delimiter(text)
    text.seek(0)
    reader = csv.reader((line.lstrip("\ufeff") for line in text), delimiter=delimiter)
    lines, number, count = list[tuple[int, list[str]]](), 1, 0
    try:
        for cells in reader:
            lines.append((number, cells))
            number = reader.line_num + 1
            count += len(cells)
            if any(len(cell) > LONGEST_CELL for cell in cells):
                raise refuse(LONG_CELL, lines[-1][0], most=LONGEST_CELL)
            if len(lines) > MOST_ROWS:
                raise refuse(TOO_MANY, most=MOST_ROWS)
            if count > MOST_CELLS:
                raise refuse(TOO_MANY_CELLS, most=MOST_CELLS)
    except csv.Error as error:
        if "field limit" in str(error):
            raise refuse(LONG_CELL, number, most=LONGEST_CELL) from error
        raise refuse(NOT_READABLE, row=number) from error
    return lines


def _delimiter(text: io.TextIOWrapper) -> str:
    """Return what stands between cells: what most of the first lines have."""
    lines = [line for line, _ in zip(text, range(60), strict=False)]
    told = {d: sum(d in line for line in lines if line.strip(BLANK)) for d in DELIMITERS}
    best = max(told.values())
    return next((d for d in DELIMITERS if best and told[d] == best), ",")


def _check_lines(content: bytes) -> None:
    """Refuse a line that would fill the memory."""
    start, number = 0, 1
    while start <= len(content):
        end = content.find(b"\n", start)
        end = len(content) if end < 0 else end
        if end - start > MOST_LINE and content.find(b"\r", start, start + MOST_LINE) < 0:
            raise refuse(LONG_LINE, number, most=MOST_LINE)
        start, number = end + 1, number + 1


def _workbook(content: bytes, shape: Shape) -> tuple[Rows, dict[str, str], list[Problem]]:
    """Return the table of the sheet that has it, and the entries of the sheet ``source``."""
    book = sheets(content)
    source = next((s for s in book if s.name.casefold() == SOURCE_SHEET), None)
    others = [s for s in book if s is not source]
    sheet, told = _sheet(others, shape)
    entries = source.lines[1:] if source else []
    said = {c[0].strip(): c[1].strip() for _, c in entries if len(c) > 1 and c[0].strip()}
    try:
        return find(sheet.lines, shape, sheet.merged), said, told
    except Refused as refused:
        raise Refused(*told, *refused.problems) from refused


def _sheet(book: list[Sheet], shape: Shape) -> tuple[Sheet, list[Problem]]:
    """Return the one sheet that has the columns; where none has, the first that has rows."""
    filled = [s for s in book if any(any(cells) for _, cells in s.lines)]
    if not filled:
        raise refuse(NO_ROWS)
    having = [s for s in filled if has_table(s.lines, shape)]
    if len(having) > 1:
        raise refuse(SHEETS_ALIKE, names=", ".join(f"“{s.name}”" for s in having[:6]))
    sheet = having[0] if having else max(filled, key=lambda s: nearness(s.lines, shape))
    others = ", ".join(f"“{s.name}”" for s in filled if s is not sheet)
    return sheet, [Problem(SHEET_READ, {"name": sheet.name, "others": others})] if others else []


def _grid(table: Rows, source: dict[str, str], remarks: list[Problem]) -> Grid:
    found, rows, longer = Found(), list[tuple[int, tuple[str, ...]]](), list[int]()
    names = table.header
    check_names(table.header_row, names, found)
    for number, cells in table.rows:
        padded = cells[: len(names)] + [""] * (len(names) - len(cells))
        if any(map(str.strip, cells[len(names) :])):
            longer.append(number)
        for name, cell in zip(names, padded, strict=True):
            if cell:
                check_cell(number, name, cell, found)
        rows.append((number, tuple(map(clean, padded))))
    if len(longer) > 1:
        found.add(LONG_ROWS, rows=spans(longer))
    elif longer:
        found.add(LONG_ROW, longer[0])
    if found.problems:  # which sheet or packed file was read is said first
        found.problems[:0] = [r for r in remarks if r.message in {SHEET_READ, PACKED}]
    found.stop()
    return Grid(tuple(names), tuple(rows), source, (*remarks, *table.remarks))
