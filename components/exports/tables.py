"""The exact numbers of a view: as an HTML table and as a CSV file."""

import csv
import html
import io
from typing import Any

import pandas as pd

from components.language import Language
from components.view import Table, View
from data.provenance import source


def table_html(table: Table, lang: Language, caption: str) -> str:
    """Return a table as HTML with a caption, numbers in the reader's format."""
    head = "".join(
        f"<th scope='col'{_right(c.digits)}>{html.escape(c.label)}</th>" for c in table.columns
    )
    body = []
    for row in table.rows.itertuples():
        cells = "".join(
            f"<td{_right(c.digits)}>{html.escape(_cell(getattr(row, c.name), c.digits, lang))}</td>"
            for c in table.columns
        )
        body.append(f"<tr>{cells}</tr>")
    return (
        f"<div class='atlas-table' tabindex='0'><table><caption hidden>{html.escape(caption)}"
        f"</caption><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )


def _right(digits: int | None) -> str:
    return "" if digits is None else " class='n'"


def _cell(value: Any, digits: int | None, lang: Language) -> str:
    if digits is None:
        return "" if value is None else str(value)
    return "" if pd.isna(value) else lang.number(float(value), digits)


def csv_bytes(view: View, lang: Language) -> bytes:
    """Return the exact numbers of a view as CSV; each row names its measure and its source."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    labels = [c.label for c in view.table.columns]
    writer.writerow([*labels, lang.text("Measure, population, period"), lang.text("Source")])
    cited = "; ".join(source(s).citation for s in view.sources)
    for row in view.table.rows.itertuples():
        cells = [getattr(row, c.name) for c in view.table.columns]
        plain = [int(v) if isinstance(v, float) and v.is_integer() else v for v in cells]
        writer.writerow([*plain, view.subtitle, cited])
    return ("\ufeff" + buffer.getvalue()).encode("utf-8")
