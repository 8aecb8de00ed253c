"""Reading workbooks (XLSX) into lines of text cells, sheet by sheet.

How many cells a sheet has, and which are merged, is counted in the packed XML before the sheet is
opened: so that one of millions of cells is refused before it fills the memory.
"""

import datetime
import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import Any

from data.bring.packed import MOST_BYTES, too_large
from data.bring.problems import N_, Refused, refuse

MOST_ROWS = 200_000
MOST_CELLS = 500_000  # of a file; a workbook takes seconds for so many
MOST_IN_WORKBOOK = 150_000
MOST_COLUMNS = 400
MOST_SHEETS = 100
LONGEST_CELL = 32_767  # as long as Excel lets one be
PIECE = 1 << 20
SHEETS, STRINGS = "xl/worksheets/", "xl/sharedStrings"
MOST_OF_STRINGS = 16 * 1024 * 1024
MOST_OF_A_PART = 4 * 1024 * 1024  # styles and the like
OVERLAP = 64
CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
MERGED_CELLS = re.compile(
    rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'
)

NOT_READABLE = N_("The file cannot be read: it is not CSV, TSV or XLSX, or it is damaged.")
TOO_MANY = N_("The file has more than {most} rows or columns.")
TOO_MANY_CELLS = N_("The file has more than {most} cells.")
LONG_CELL = N_("A cell has more than {most} characters.")
NO_WORKBOOKS = N_("Workbooks cannot be read here. Save the sheet as CSV UTF-8.")

Lines = list[tuple[int, list[str]]]


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook.

    Attributes
    ----------
    name : str
        Its name.
    lines : list of (int, list of str)
        Number of the row, and the texts of its cells.
    merged : tuple of (int, int, str)
        First and last row of merged cells, and how a spreadsheet writes them.
    """

    name: str
    lines: Lines
    merged: tuple[tuple[int, int, str], ...] = field(default=())


def sheets(content: bytes) -> list[Sheet]:
    """Return all sheets of a workbook.

    Raises
    ------
    Refused
        When it is no workbook, or has too many cells.
    """
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - slow, and only workbooks need it
    except ImportError as error:
        raise refuse(NO_WORKBOOKS) from error
    try:
        merged = _counted(content)
        book = load_workbook(io.BytesIO(content), read_only=True)
        return [
            Sheet(sheet.title, _lines(sheet), merged.get(_path(sheet), ()))
            for sheet in book.worksheets
        ]
    except Refused:
        raise
    except Exception as error:  # whatever a damaged workbook makes of the library
        raise refuse(NOT_READABLE) from error


def _path(sheet: Any) -> str:
    return str(getattr(sheet, "_worksheet_path", "")).lstrip("/")


def _counted(content: bytes) -> dict[str, tuple[tuple[int, int, str], ...]]:
    """Return the merged cells of each sheet; refuse what is too much before it is opened."""
    found, cells, size, strings = {}, 0, 0, 0
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        entries = packed.infolist()
        if sum(entry.file_size for entry in entries) > 4 * MOST_BYTES:
            raise too_large()
        if sum("worksheets/sheet" in entry.filename for entry in entries) > MOST_SHEETS:
            raise refuse(TOO_MANY, most=MOST_SHEETS)
        for entry in entries:
            tail, merged = b"", []
            with packed.open(entry) as file:
                while piece := file.read(PIECE):
                    size += len(piece)
                    if size > 4 * MOST_BYTES or entry.file_size > _most(entry.filename):
                        raise too_large()
                    if b"<!ENTITY" in piece or b"<!DOCTYPE" in piece:
                        raise refuse(NOT_READABLE)
                    strings += piece.count(b"<si>") + piece.count(b"<si ")
                    if strings > MOST_IN_WORKBOOK:
                        raise refuse(TOO_MANY_CELLS, most=MOST_IN_WORKBOOK)
                    if not entry.filename.startswith(SHEETS):
                        continue
                    text = tail + piece
                    cells += sum(m.start() >= len(tail) - 2 for m in CELL.finditer(text))
                    if cells > MOST_IN_WORKBOOK:
                        raise refuse(TOO_MANY_CELLS, most=MOST_IN_WORKBOOK)
                    merged += [_merged(m) for m in MERGED_CELLS.finditer(text)]
                    tail = text[-OVERLAP:]
            found[entry.filename] = tuple(sorted(set(merged)))
    return found


def _most(part: str) -> int:
    """Return how large a part of the package may be."""
    if part.startswith(SHEETS):
        return 2 * MOST_BYTES
    if part.startswith(STRINGS):
        return MOST_OF_STRINGS
    return MOST_OF_A_PART if part.endswith((".xml", ".rels")) else 4 * MOST_BYTES


def _merged(match: re.Match[bytes]) -> tuple[int, int, str]:
    left, top, right, bottom = (part.decode("ascii") for part in match.groups())
    return int(top), int(bottom), f"{left}{top}:{right}{bottom}"


def _lines(sheet: Any) -> Lines:
    sheet.reset_dimensions()
    lines: Lines = []
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > MOST_ROWS or len(row) > 40 * MOST_COLUMNS:
            raise refuse(TOO_MANY, most=MOST_ROWS)
        cells = [cell_text(value) for value in row]
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise refuse(LONG_CELL, number, most=LONGEST_CELL)
        lines.append((number, cells))
    return lines


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
