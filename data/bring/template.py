"""Empty files to fill in: ``python -m bring template annex out.xlsx``."""

import csv
from pathlib import Path

from data.bring import annex, reag_garp
from data.bring.origin import ENTRIES
from data.bring.problems import N_, refuse
from data.bring.reading import SOURCE_SHEET

COLUMNS = {
    "annex": ("host", "origin", "year", "value", "programme", "sex", "status", "reference"),
    "reag-garp": ("year", "nationality", "persons", "destination", "reference"),
}
KNOWN = {"annex": annex.KNOWN, "reag-garp": reag_garp.KNOWN}
HINTS = {
    "url": "https://…",
    "published": "2026-11-25",
    "licence": "terms of use",
    "licence_url": "https://…",
    "citation": "author, title, year",
}

NO_TEMPLATE = N_("There is no template “{name}”. These are: {names}.")
WRONG_ENDING = N_("A template is written as {names}.")
IS_THERE = N_("{path} is already there and is not overwritten.")
CANNOT_WRITE = N_("{path} cannot be written.")


def write_template(layout: str, path: Path) -> None:
    """Write an empty file of a layout; a workbook gets a sheet that describes the source.

    Raises
    ------
    Refused
        When there is no such layout, or the file exists already.
    """
    if layout not in COLUMNS:
        raise refuse(NO_TEMPLATE, name=layout[:60], names=", ".join(COLUMNS))
    if path.suffix not in {".xlsx", ".csv"}:
        raise refuse(WRONG_ENDING, names=".xlsx, .csv")
    if path.exists():
        raise refuse(IS_THERE, path=path.name)
    try:
        (_workbook if path.suffix == ".xlsx" else _text)(layout, path)
    except OSError as error:
        raise refuse(CANNOT_WRITE, path=path.name) from error


def _text(layout: str, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerow(COLUMNS[layout])


def _workbook(layout: str, path: Path) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - slow, and only workbooks need it
    from openpyxl.styles import Font  # noqa: PLC0415

    book = Workbook()
    data = book.active
    data.title = layout
    data.append(COLUMNS[layout])
    data.freeze_panes = "A2"
    source = book.create_sheet(SOURCE_SHEET)
    source.append(("entry", "value", "needed", "for instance"))
    for name, needed in ENTRIES.items():
        known = KNOWN[layout].get(name, "")
        source.append((name, known, "yes" if needed else "", HINTS.get(name, "")))
    for sheet in (data, source):
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        for letter, width in zip("ABCDEFGH", (18, 60 if sheet is source else 18, *[18] * 6),
                                 strict=True):  # fmt: skip
            sheet.column_dimensions[letter].width = width
    book.save(path)
