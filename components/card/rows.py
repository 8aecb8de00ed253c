"""Rows of a table on a page: the first column stays, each row leads to its source and its note."""

import html
from collections.abc import Mapping
from functools import cache

from components.exports.tables import cells
from components.language import Language
from components.language.parts import marked
from components.phrases.codes import code_of
from components.view import Column, View
from data.codelists import code_list
from data.provenance import source

SHORT = 22  # letters of a cell that are not wrapped


def rows_html(view: View, lang: Language, name: str) -> str:
    """Return the rows of a view as an HTML table in a region that scrolls.

    Parameters
    ----------
    name : str
        Name by which the table is told from others on the page.
    """
    seen = [(at, one) for at, one in enumerate(view.table.columns) if one.seen]
    head = "".join(
        f"<th scope='col'{_right(one)}>{marked(one.label, lang.data_code)}</th>" for _, one in seen
    )
    kept: dict[tuple[str, str], str] = {}
    body = []
    for row in cells(view.table):
        told = []
        for place, (at, one) in enumerate(seen):
            tag = "td" if place else "th scope='row'"
            cell = _cell(row[at], one, lang, kept)
            long = _right(one) or (" class='w'" if len(str(row[at] or "")) > SHORT else "")
            told.append(f"<{tag}{long}>{cell}</{tag[:2]}>")
        body.append(f"<tr>{''.join(told)}</tr>")
    caption = marked(view.title, lang.data_code)
    return (
        f"<div class='atlas-table atlas-rows' role='region' tabindex='0' "
        f"aria-labelledby='rows-{name}'><table><caption id='rows-{name}' class='atlas-heard'>"
        f"{caption}</caption><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"
        "</div>"
    )


def _right(column: Column) -> str:
    return "" if column.digits is None else " class='n'"


def _cell(value: object, column: Column, lang: Language, kept: dict[tuple[str, str], str]) -> str:
    if value is None and column.digits is not None:  # a pair without a row, or a row without it
        return f"<i>{html.escape(lang.text('no value')) if column.name == 'value' else '–'}</i>"
    if value is None:
        return ""
    if column.digits is not None:
        return html.escape(lang.number(float(str(value)), column.digits))
    told = str(value)
    key = (column.name, told)
    if key not in kept:
        kept[key] = _words(told, column, lang)
    return kept[key]


def _words(told: str, column: Column, lang: Language) -> str:
    """Write a text; a source is a link to where it is published, a note opens its words."""
    if column.name == "source_id":
        code = code_of(lang, "source", told)
        return _source(told, code, lang) if code else marked(told, lang.data_code)
    if column.name == "note_id" and told:
        return _note(told, lang)
    return marked(told, lang.data_code)


def _source(told: str, code: str, lang: Language) -> str:
    found = source(code)
    title = html.escape(lang.pick(found.title), quote=True)
    address = html.escape(found.url, quote=True)
    return (
        f"<a href='{address}' title='{title}' target='_blank' rel='noopener noreferrer'>"
        f"{marked(told, lang.data_code)}</a>"
    )


def _note(told: str, lang: Language) -> str:
    notes = _notes()
    words = [notes[one] for one in told.strip("⟦⟧").split() if one in notes]
    if not words:
        return marked(told, lang.data_code)
    text = " ".join(lang.pick(one) for one in words)
    name = html.escape(lang.text("Note"))
    return f"<details><summary>{name}</summary>{marked(text, lang.data_code)}</details>"


@cache
def _notes() -> Mapping[str, Mapping[str, str]]:
    listed = code_list("notes")
    return {
        str(code): {"en": str(row["text_en"]), "ru": str(row["text_ru"])}
        for code, row in listed.iterrows()
    }
