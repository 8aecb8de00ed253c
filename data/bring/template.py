"""Empty files to fill in: ``python -m data.bring --template annex.xlsx``."""

import csv
from pathlib import Path

from data.bring import annex, reag_garp
from data.bring.origin import ENTRIES
from data.bring.problems import N_, refuse
from data.bring.reading import SOURCE_SHEET
from data.schema import tables

COLUMNS = {"annex": tuple(annex.ALIASES), "reag-garp": tuple(reag_garp.ALIASES)}
KNOWN = {"annex": annex.KNOWN, "reag-garp": reag_garp.KNOWN}
HINTS = {
    "url": "https://…",
    "published": "2026-11-25",
    "licence": "terms of use",
    "licence_url": "https://…",
    "citation": "author, title, year",
}

NO_TEMPLATE = N_("There is no template “{name}”. These are: {names}, or the name of a table.")
WRONG_ENDING = N_("A template is written as {names}.")
CANNOT_WRITE = N_("{path} cannot be written, or is already there and is not overwritten.")


def write_template(name: str, path: Path) -> None:
    """Write an empty file; a workbook gets a sheet that describes the source.

    Parameters
    ----------
    name : str
        ``annex``, ``reag-garp``, or a table whose columns the file gets. With the layout
        ``table`` the table is named by the file.

    Raises
    ------
    Refused
        When there is no such template, or the file exists already.
    """
    name = path.stem if name == "table" else name
    table = tables().get(name)
    columns = COLUMNS.get(name) or (table.columns if table else None)
    if columns is None:
        raise refuse(NO_TEMPLATE, name=name[:60], names=", ".join(COLUMNS))
    if path.suffix not in {".xlsx", ".csv"}:
        raise refuse(WRONG_ENDING, names=".xlsx, .csv")
    try:
        with path.open("xb") as file:
            file.write(b"")
        (_workbook if path.suffix == ".xlsx" else _text)(name, columns, path)
    except OSError as error:
        raise refuse(CANNOT_WRITE, path=path.name) from error


def empty(name: str) -> bytes:
    """Return an empty CSV file of a layout; nothing where the file has no columns of its own."""
    columns = COLUMNS.get(name, ())
    return f"\ufeff{','.join(columns)}\r\n".encode() if columns else b""


def _text(_: str, columns: tuple[str, ...], path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerow(columns)


def _workbook(name: str, columns: tuple[str, ...], path: Path) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - slow, and only workbooks need it
    from openpyxl.styles import Font  # noqa: PLC0415

    book = Workbook()
    data = book.active
    data.title = name
    data.append(columns)
    data.freeze_panes = "A2"
    source = book.create_sheet(SOURCE_SHEET)
    source.append(("entry", "value", "needed for a new source", "for instance"))
    for entry, needed in ENTRIES.items():
        known = KNOWN.get(name, {}).get(entry, "")
        source.append((entry, known, "yes" if needed else "", HINTS.get(entry, "")))
    for sheet in (data, source):
        for cell in sheet[1]:
            cell.font = Font(bold=True)
            sheet.column_dimensions[cell.column_letter].width = 18
    source.column_dimensions["B"].width = 60
    book.save(path)
