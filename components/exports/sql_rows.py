"""The rows of an answer in SQL: as HTML, a page at a time, and as a CSV file."""

import csv
import html
import io
import math
from collections.abc import Sequence
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from components.exports.files import number, rounded
from components.language import Language
from components.language.parts import marked
from data.harmless import harmless

PAGE = 100
LONGEST = 500  # letters of a cell on a page; files have all
YEARS = (1900, 2100)  # whole numbers between these are read as years, without spaces
ABOUT = "atlas_tables"  # column of a file: what the rows are from


def pages(rows: pa.Table) -> int:
    """Return how many pages the rows fill; none fill one."""
    full = int(rows.num_rows)
    return max(1, -(-full // PAGE))


def rows_html(rows: pa.Table, page: int, lang: Language, caption: str) -> str:
    """Return a page of rows as an HTML table; an empty cell says so.

    Parameters
    ----------
    page : int
        Its number, from 1.
    caption : str
        What the table is, for those who hear it.
    """
    shown = rows.slice((page - 1) * PAGE, PAGE)
    right = [_is_number(kind) for kind in rows.schema.types]
    plain = [_are_years(rows.column(at)) for at in range(rows.num_columns)]
    head = "".join(
        f"<th scope='col'{_class(n)}>{html.escape(name)}</th>"
        for name, n in zip(rows.column_names, right, strict=True)
    )
    body = []
    for row in zip(*map(_cells, shown.columns), strict=True):
        cells = (
            f"<td{_class(n)}>{_cell(value, years, lang)}</td>"
            for value, n, years in zip(row, right, plain, strict=True)
        )
        body.append(f"<tr>{''.join(cells)}</tr>")
    return (
        "<div class='atlas-table atlas-sql-rows' role='region' tabindex='0' "
        f"aria-label='{html.escape(caption, quote=True)}'><table><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(body)}</tbody></table></div>"
    )


def csv_bytes(rows: pa.Table, tables: Sequence[str], lang: Language) -> bytes:
    """Return all rows as a CSV file for spreadsheets of the reader's language.

    Texts that a spreadsheet would run are made harmless; the last column says which tables the rows
    are from.
    """
    buffer = io.StringIO()
    between = ";" if lang.decimal == "," else ","
    writer = csv.writer(buffer, delimiter=between, lineterminator="\n")
    writer.writerow(map(harmless, (*rows.column_names, ABOUT)))
    about = "; ".join(tables)
    for row in zip(*map(_cells, rows.columns), strict=True):
        writer.writerow((*(_written(value, lang) for value in row), about))
    return ("\ufeff" + buffer.getvalue()).encode("utf-8")


def _cells(column: pa.ChunkedArray) -> list[Any]:
    found: list[Any] = column.to_pylist()
    return found


def _is_number(kind: pa.DataType) -> bool:
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind))


def _are_years(column: pa.ChunkedArray) -> bool:
    if not pa.types.is_integer(column.type) or column.null_count == len(column):
        return False
    ends = pc.min_max(column).as_py()
    return bool(YEARS[0] <= ends["min"] and ends["max"] <= YEARS[1])


def _class(right: bool) -> str:
    return " class='n'" if right else ""


def _cell(value: Any, years: bool, lang: Language) -> str:
    if value is None:
        return "<span class='atlas-sql-null'>NULL</span>"
    if isinstance(value, bool | str | date):
        text = str(value)
        return marked(text if len(text) <= LONGEST else f"{text[:LONGEST]}…", lang.data_code)
    if years or not math.isfinite(value):
        return str(value)
    if abs(value) >= 1e15 or 0 < abs(value) < 1e-6:
        return html.escape(f"{value:g}" if isinstance(value, float) else str(value))
    if isinstance(value, int):
        return html.escape(lang.number(value))
    told = number(value)
    return html.escape(lang.number(rounded(value), len(told.partition(".")[2])))


def _written(value: Any, lang: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        told = number(value) if math.isfinite(value) else str(value)
        return told.replace(".", lang.decimal)
    return harmless(value) if isinstance(value, str) else str(value)
