"""Reading CSV, TSV and XLSX files of any origin into plain text cells."""

import csv
import datetime
import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.bring.problems import N_, Found, Refused, refuse

MOST_BYTES = 64 * 1024 * 1024
MOST_ROWS = 200_000
MOST_COLUMNS = 400
SOURCE_SHEET = "source"
ZIP = b"PK"
DELIMITERS = "\t;,"

NOT_READABLE = N_("The file cannot be read: it is not CSV, TSV or XLSX, or it is damaged.")
NO_FILE = N_("There is no file {path} that can be read.")
TOO_LARGE = N_("The file is too large: at most {most} MB are read.")
NOT_UTF8 = N_("The text of the file is not in UTF-8. Save it as “CSV UTF-8” or as a workbook.")
NO_ROWS = N_("The file has no rows under the line of column names.")
TWICE = N_("The column “{name}” stands in the file twice.")
TOO_MANY = N_("The file has more than {most} rows or columns.")
LONG_ROW = N_("The row has more cells than there are column names.")
NO_SUCH_CHARACTER = N_("A cell holds a character that cannot be printed.")
FORMULA = N_("The cell holds a formula ({text}). Copy the column and paste it as values.")
MERGED = N_("The cells {cells} are merged. Split them: each cell stands alone.")


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
    """

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    source: dict[str, str] = field(default_factory=dict)

    def records(self) -> list[tuple[int, dict[str, str]]]:
        """Return each row as a mapping of column name to text."""
        return [(number, dict(zip(self.header, cells, strict=True))) for number, cells in self.rows]


def read_bytes(path: Path) -> bytes:
    """Return the content of a file, or refuse it."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise refuse(TOO_LARGE, most=MOST_BYTES // 1024**2)
        return path.read_bytes()
    except OSError as error:
        raise refuse(NO_FILE, path=path.name) from error


def grid(content: bytes, name: str = "") -> Grid:
    """Return the cells of a CSV, TSV or XLSX file.

    Parameters
    ----------
    content : bytes
        The file.
    name : str
        Its name; one that ends in ``.xlsx`` has to be a workbook.

    Raises
    ------
    Refused
        When the content is not such a file.
    """
    if content.startswith(ZIP):
        lines, source = _workbook(content)
    elif name.casefold().endswith((".xlsx", ".xls")) and content:
        raise refuse(NOT_READABLE)
    else:
        lines, source = _text_lines(content), {}
    return _grid(lines, source)


def _text_lines(content: bytes) -> list[tuple[int, list[str]]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse(NOT_UTF8, row=content[: error.start].count(b"\n") + 1) from error
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = next((d for d in DELIMITERS if d in first), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    lines, number = [], 1
    try:
        for cells in reader:
            lines.append((number, cells))
            number = reader.line_num + 1
            if len(lines) > MOST_ROWS:
                raise refuse(TOO_MANY, most=MOST_ROWS)
    except csv.Error as error:
        raise refuse(NOT_READABLE, row=number) from error
    return lines


def _workbook(content: bytes) -> tuple[list[tuple[int, list[str]]], dict[str, str]]:
    """Return the lines of the first sheet with data and the entries of the sheet ``source``."""
    from openpyxl import load_workbook  # noqa: PLC0415 - slow, and only workbooks need it

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(item.file_size for item in packed.infolist()) > 4 * MOST_BYTES:
                raise refuse(TOO_LARGE, most=MOST_BYTES // 1024**2)
        book = load_workbook(io.BytesIO(content))
        names = [n for n in book.sheetnames if n.casefold() != SOURCE_SHEET]
        data = _sheet(book[names[0]])
        told = [n for n in book.sheetnames if n.casefold() == SOURCE_SHEET]
        entries = _sheet(book[told[0]]) if told else []
    except Refused:
        raise
    except Exception as error:  # whatever a damaged workbook makes of the library
        raise refuse(NOT_READABLE) from error
    source = {c[0].strip(): c[1].strip() for _, c in entries[1:] if len(c) > 1 and c[0].strip()}
    return data, source


def _sheet(sheet: Any) -> list[tuple[int, list[str]]]:
    if sheet.merged_cells.ranges:
        first = min(sheet.merged_cells.ranges, key=lambda r: (r.min_row, r.min_col))
        raise refuse(MERGED, row=first.min_row, cells=first.coord)
    if sheet.max_row > MOST_ROWS or sheet.max_column > 40 * MOST_COLUMNS:
        raise refuse(TOO_MANY, most=MOST_ROWS)
    rows = sheet.iter_rows(values_only=True)
    return [(n, [cell_text(value) for value in row]) for n, row in enumerate(rows, start=1)]


def cell_text(value: Any) -> str:
    """Write the value of a workbook's cell as a person would: 12, not 12.0; days as ISO dates."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if type(value).__name__ in {"ArrayFormula", "DataTableFormula"}:
        return f"={getattr(value, 'text', '') or ''}"
    return str(value)


def _grid(lines: list[tuple[int, list[str]]], source: dict[str, str]) -> Grid:
    filled = [(n, [" ".join(c.split()) for c in cells]) for n, cells in lines]
    filled = [(n, cells) for n, cells in filled if any(cells)]
    if len(filled) < 2:
        raise refuse(NO_ROWS)
    first, names = filled[0]
    while not names[-1]:
        names.pop()
    found, rows = Found(), []
    _check_names(first, names, found)
    for number, cells in filled[1:]:
        padded = cells[: len(names)] + [""] * (len(names) - len(cells))
        if any(cells[len(names) :]):
            found.add(LONG_ROW, number)
        for name, cell in zip(names, padded, strict=True):
            _check_cell(number, name, cell, found)
        rows.append((number, tuple(padded)))
    found.stop()
    return Grid(tuple(names), tuple(rows), source)


def _check_cell(number: int, name: str, cell: str, found: Found) -> None:
    if cell.startswith("="):
        found.add(FORMULA, number, name, text=cell[:60])
    if not cell.isprintable():
        found.add(NO_SUCH_CHARACTER, number, name if name.isprintable() else "")


def _check_names(row: int, names: list[str], found: Found) -> None:
    if len(names) > MOST_COLUMNS:
        raise refuse(TOO_MANY, most=MOST_COLUMNS)
    seen = set()
    for name in names:
        _check_cell(row, "", name, found)
        if name.casefold() in seen and name:
            found.add(TWICE, row, name=name[:60])
        seen.add(name.casefold())
