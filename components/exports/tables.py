"""The exact numbers of a view as an HTML table."""

import html
import math
from collections.abc import Iterator
from typing import Any

import pandas as pd

from components.language import Language
from components.language.parts import marked
from components.view import Column, Table


def table_html(table: Table, lang: Language, caption: str, name: str) -> str:
    """Return a table as HTML with a caption, numbers in the reader's format.

    The caption is there for those who hear the page; who sees it has the title above the card.

    Parameters
    ----------
    caption : str
        What the table is about.
    name : str
        Name by which it is told from others on the page.
    """
    seen = tuple(c for c in table.columns if c.seen)
    table = Table(table.rows, seen)
    head = "".join(
        f"<th scope='col'{_right(c)}>{marked(c.label, lang.data_code)}</th>" for c in seen
    )
    body = []
    for row in cells(table):
        tags = ("th scope='row'", *["td"] * (len(seen) - 1))
        told = "".join(
            f"<{tag}{_right(c)}>{_cell(value, c, lang)}</{tag[:2]}>"
            for tag, c, value in zip(tags, seen, row, strict=True)
        )
        body.append(f"<tr>{told}</tr>")
    return (
        f"<div class='atlas-table' role='region' tabindex='0' aria-labelledby='table-{name}'>"
        f"<table><caption id='table-{name}' class='atlas-heard'>"
        f"{marked(caption, lang.data_code)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(body)}</tbody></table></div>"
    )


def cells(table: Table) -> Iterator[tuple[Any, ...]]:
    """Return the rows of a table: texts, numbers, and None for what is missing."""
    columns = [
        [None if _missing(value) else value for value in table.rows[c.name].tolist()]
        for c in table.columns
    ]
    yield from zip(*columns, strict=True)


def _missing(value: Any) -> bool:
    return bool(pd.isna(value)) or (isinstance(value, float) and math.isinf(value))


def _right(column: Column) -> str:
    return "" if column.digits is None else " class='n'"


def _cell(value: Any, column: Column, lang: Language) -> str:
    if value is None:
        return ""
    if column.digits is None:
        return marked(str(value), lang.data_code)
    return html.escape(lang.number(float(value), column.digits))
