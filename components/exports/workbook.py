"""What is taken away as a workbook: a sheet with the data, one with what it is, one with codes."""

import datetime
import io
import math
from typing import Any

import pyarrow as pa

from components.exports.taken import Field, Taken, codes_used, described
from components.exports.written import BATCH, is_text, texts_changed
from components.language import N_, Language

ROWS = 1_048_575  # of a sheet, below the line of headings
BOTH = ("en", "ru")  # languages of the code lists
LONGEST = 32_767  # letters of a cell
FIRST = datetime.date(1900, 3, 1)  # day from which on a workbook counts days rightly
WIDTHS = (10, 40)
HEADINGS = (N_("Column"), N_("Title"), N_("Meaning"), N_("Unit"), N_("Code list"))
CODES = (N_("Code list"), N_("Code"), N_("Name (English)"), N_("Name (Russian)"))
SAFE: dict[str, Any] = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}


class TooManyRows(Exception):
    """A sheet has no room for so many rows."""


def xlsx_rows(taken: Taken, lang: Language) -> bytes:
    """Return the rows as a workbook.

    Numbers are numbers, days are days, and every text is written as a text, which no spreadsheet
    takes for a formula. A text longer than a cell may be is cut, which the second sheet says.

    Raises
    ------
    TooManyRows
        When there are more than a sheet has room for.
    """
    import xlsxwriter  # noqa: PLC0415  # only who takes a workbook pays

    if taken.rows.num_rows > ROWS:
        raise TooManyRows(taken.rows.num_rows)
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, SAFE) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        folded = book.add_format({"text_wrap": True, "valign": "top"})
        data = book.add_worksheet(_sheet(lang.text("Data")))
        about = book.add_worksheet(_sheet(lang.text("What it is")))
        codes = book.add_worksheet(_sheet(lang.text("Codes")))
        cut = _data(data, taken, bold)
        about.set_column(0, 0, 28)
        about.set_column(1, 1, 60)
        about.set_column(2, 4, 34)
        for number, line in enumerate(_about(taken, lang, cut)):
            for place, words in enumerate(line):
                about.write_string(number, place, _cell(words), folded if place else bold)
        _codes(codes, taken, lang, bold)
    return buffer.getvalue()


def _sheet(name: str) -> str:
    """Return the name of a sheet without the signs that it may not have."""
    return "".join(letter for letter in name if letter not in "[]:*?/\\'")[:31]


def _data(sheet: Any, taken: Taken, bold: Any) -> int:
    """Write the rows and return how many texts were cut."""
    heads = [one.head for one in taken.fields]
    sheet.freeze_panes(1, 0)
    for place, head in enumerate(heads):
        sheet.set_column(place, place, min(max(len(head) + 2, WIDTHS[0]), WIDTHS[1]))
        sheet.write_string(0, place, _cell(head), bold)
    rows = texts_changed(taken.rows, _cell)
    cut = sum(map(_too_long, _texts(taken.rows)))
    writers = [_writer(sheet, one, rows.schema.field(one.name).type) for one in taken.fields]
    number = 1
    for batch in rows.to_batches(max_chunksize=BATCH):
        columns = [batch.column(place).to_pylist() for place in range(batch.num_columns)]
        for row in zip(*columns, strict=True):
            for place, (value, write) in enumerate(zip(row, writers, strict=True)):
                if value is not None:
                    write(number, place, value)
            number += 1
    if taken.rows.num_rows:
        sheet.autofilter(0, 0, taken.rows.num_rows, len(heads) - 1)
    return cut


def _writer(sheet: Any, field: Field, kind: pa.DataType) -> Any:
    """Return what writes the cells of a column."""
    if is_text(kind):
        return sheet.write_string
    if field.kind != "date":
        return lambda row, place, value: (
            sheet.write_number(row, place, value) if math.isfinite(value) else None
        )
    return lambda row, place, value: (
        sheet.write_datetime(row, place, value)
        if value >= FIRST
        else sheet.write_string(row, place, value.isoformat())
    )


def _about(taken: Taken, lang: Language, cut: int) -> list[tuple[str, ...]]:
    """Return the lines of the sheet that says what the data are."""
    told = described(taken, lang)
    atlas = told["atlas"]
    lines: list[tuple[str, ...]] = [
        (lang.text("Title"), taken.title),
        (lang.text("What was counted"), taken.told),
        (lang.text("Number of rows"), str(taken.rows.num_rows)),
        *((head, words) for head, words in taken.filters),
        (
            lang.text("Atlas, version"),
            f"{lang.text('Central Asia Migration Atlas')}, {atlas['version']}",
        ),
        (lang.text("Taken on"), taken.day),
        (lang.text("Link"), taken.address),
    ]
    if cut:
        words = lang.text("Texts that are too long for a cell are cut; other formats have them.")
        lines.append((lang.text("Cut"), words))
    lines += [(lang.text("Caution"), words) for words in taken.cautions]
    lines += [(lang.text("Note"), words) for words in taken.notes]
    for one in told["sources"]:
        terms = (one["licence"], one.get("licence_url", ""), one.get("licence_note", ""))
        lines += [
            (),
            (lang.text("Source"), one["title"], one["id"]),
            (lang.text("Publisher"), one["publisher"]),
            (lang.text("Licence"), *(words for words in terms if words)),
            (lang.text("To be cited as"), one["cite_as"]),
            (lang.text("Address"), one["url"]),
            (lang.text("Version"), one.get("version", ""), one["read"]),
        ]
    lines += [(), tuple(lang.text(head) for head in HEADINGS)]
    lines += [(one.head, one.title, one.meaning, one.unit, one.codes) for one in taken.fields]
    return lines


def _codes(sheet: Any, taken: Taken, lang: Language, bold: Any) -> None:
    """Write the codes that the rows use, with their names in both languages of the data."""
    heads = [lang.text(head) for head in CODES]
    sheet.set_column(0, 1, 20)
    sheet.set_column(2, 3, 50)
    for place, head in enumerate(heads):
        sheet.write_string(0, place, _cell(head), bold)
    for number, one in enumerate(codes_used(taken, BOTH), 1):
        for place, words in enumerate((one.listed, one.code, *one.names)):
            sheet.write_string(number, place, _cell(words))


def _texts(rows: pa.Table) -> list[str]:
    told: list[str] = []
    for field in rows.schema:
        if is_text(field.type):
            told += [str(one) for one in rows[field.name].unique().to_pylist() if one is not None]
    return told


def _too_long(text: str) -> bool:
    return len(text) > LONGEST


def _cell(text: str) -> str:
    """Return a text as a cell may have it: with one kind of line ends, and not too long."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return plain if not _too_long(plain) else plain[: LONGEST - 1] + "…"
