"""The tables and columns that a query can name, as HTML."""

import html

from components.language import N_, Language
from data.codelists import code_list
from data.explore.sql import CODES
from data.schema import fields, tables

KINDS = {
    "string": N_("text"),
    "integer": N_("whole number"),
    "number": N_("number"),
    "date": N_("day"),
}


def schema_html(table: str, lang: Language) -> str:
    """Return the columns of a table: name, kind, what it is, and where its codes have names.

    Parameters
    ----------
    table : str
        A name of `data.explore.sql.known`.
    """
    told = [
        f"<tr><th scope='row'><code>{html.escape(name)}</code></th>"
        f"<td>{html.escape(kind)}</td><td>{words}</td></tr>"
        for name, kind, words in _columns(table, lang)
    ]
    heads = (lang.text("Column"), lang.text("Kind"), lang.text("What it is"))
    head = "".join(f"<th scope='col'>{html.escape(one)}</th>" for one in heads)
    label = html.escape(lang.text("Columns of {table}", table=table), quote=True)
    return (
        "<div class='atlas-table atlas-sql-schema' role='region' tabindex='0' "
        f"aria-label='{label}'>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(told)}</tbody></table></div>"
    )


def _columns(table: str, lang: Language) -> list[tuple[str, str, str]]:
    if table.startswith(CODES):
        text = lang.text(KINDS["string"])
        listed = code_list(table.removeprefix(CODES))
        return [(_quoted(column), text, "") for column in listed.columns]
    found = []
    for column in tables()[table].columns:
        field = fields()[column]
        words = html.escape(lang.pick(field["title"]))
        if field.get("codes"):
            words += f" → <code>{CODES}{html.escape(field['codes'])}</code>"
        found.append((column, lang.text(KINDS[str(field["type"])]), words))
    return found


def _quoted(column: str) -> str:
    """Return a column as a query names it: one that is a word of SQL stands in quotes."""
    return f'"{column}"' if column == "table" else column
