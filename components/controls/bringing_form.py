"""The form that checks a table: a file is looked at in memory, told row by row, and forgotten."""

import html
import threading
from pathlib import PurePath

import streamlit as st

from components.controls.bringing import MOST_BYTES, BringingFilters
from components.frame.page import Page
from components.frame.words import heading, prose, section
from components.language import Language
from components.language.catalogue import SOURCE
from components.language.customs import LANGUAGES
from data.bring.brought import Wishes
from data.bring.problems import Problem
from data.bring.review import Review, review, with_remarks
from data.bring.template import empty
from data.bring.totals import DOUBTS
from data.bring.words import LANGUAGES as CATALOGUES
from data.bring.words import plain_sentence, translations
from data.errors import report

KEY = "brought"
ENDINGS = ("csv", "tsv", "txt", "xlsx", "gz", "zip", "xls", "ods")
MOST_ROWS, MOST_TOLD = 5000, 100
ONE = threading.Lock()  # files are looked at one after another: the machine has other readers


def form(page: Page[BringingFilters]) -> None:
    """Show the field for a file, and what is to be said of the one that is in it."""
    lang, layout = page.lang, page.filters.layout
    title, question = lang.text(page.spec.title), lang.text(page.spec.question)
    top = st.container()
    page.line("layout")
    with st.container(key="bring-file"):
        told = lang.text("Choose a file"), lang.text("or drop it here")
        st.html(_words(*told))
        file = st.file_uploader(
            lang.text("File to check"),
            list(ENDINGS),
            key=KEY,
            max_upload_size=MOST_BYTES // 1024**2,
        )
    if file is None:
        with top:
            heading(lang, title, question, lede=_lede(lang))
        _empty(lang, layout)
        return
    seen = _seen(file.getvalue(), file.name, layout)
    with top:
        heading(lang, title, _verdict(seen, lang), lede=file.name)
    if seen:
        _tell(seen, lang, layout, file.name)


def _lede(lang: Language) -> str:
    return lang.text(
        "The file is looked at in the memory of the server and is not kept. CSV, TSV or Excel, "
        "up to {size} MB and {rows} rows.",
        size=lang.number(MOST_BYTES // 1024**2),
        rows=lang.number(MOST_ROWS),
    )


def _words(choose: str, drop: str) -> str:
    """Say in the reader's language what the field of the platform says in English."""
    quoted = [text.replace("\\", "").replace('"', "”") for text in (choose, drop)]
    field = ".st-key-bring-file [data-testid='stFileUploaderDropzone']"
    return (
        f"<style>{field} button p, {field} [data-testid='stFileUploaderDropzoneInstructions'] *"
        "{font-size:0}"
        f'{field} button p::after{{content:"{html.escape(quoted[0])}";font-size:1rem}}'
        f"{field} [data-testid='stFileUploaderDropzoneInstructions']::after"
        f'{{content:"{html.escape(quoted[1])}";font-size:1rem}}</style>'
    )


def _empty(lang: Language, layout: str) -> None:
    content = empty(layout)
    if content:
        st.download_button(
            lang.text("Empty file to fill in"),
            content,
            f"{layout}.csv",
            "text/csv",
            on_click="ignore",
        )


def _seen(content: bytes, name: str, layout: str) -> Review | None:
    """Return what is known of a file; nothing where looking itself fails, which is logged."""
    try:
        with ONE:
            return review(content, name, Wishes(layout), most_bytes=MOST_BYTES, most_rows=MOST_ROWS)
    except Exception as error:  # whatever a file makes of the libraries
        report(error)
        return None


def _verdict(seen: Review | None, lang: Language) -> str:
    if seen is None:
        return lang.text("The file cannot be looked at.")
    wrong, good = len(seen.problems), seen.taken
    if wrong:
        return lang.plural(
            "The file cannot be taken yet: {n} thing is wrong",
            "The file cannot be taken yet: {n} things are wrong",
            wrong,
            n=lang.number(wrong),
        )
    if any(one.message in DOUBTS for one in seen.remarks):
        return lang.plural(
            "{n} row can be taken, but first look at what does not add up",
            "{n} rows can be taken, but first look at what does not add up",
            good,
            n=lang.number(good),
        )
    return lang.plural(
        "The file is good: {n} row can be taken",
        "The file is good: {n} rows can be taken",
        good,
        n=lang.number(good),
    )


def _tell(seen: Review, lang: Language, layout: str, name: str) -> None:
    catalogue = translations(_spoken(lang))
    if seen.problems:
        section(lang.text("What is wrong"))
        st.html(_table(seen.problems, lang))
    if seen.remarks:
        section(lang.text("Good to know"))
        prose(*(_row(one, lang) for one in seen.remarks))
    if seen.grid:
        heads = lang.text("Remarks")
        st.download_button(
            lang.text("The file with remarks"),
            with_remarks(seen, layout, lambda one: plain_sentence(one, catalogue), heads),
            f"{PurePath(name).stem[:80]}-{lang.code}.csv",
            "text/csv",
            on_click="ignore",
        )
    if not seen.problems:
        prose(
            lang.text(
                "Whoever keeps the atlas takes the file in, with the address and the licence of "
                "its source."
            )
        )


def _spoken(lang: Language) -> str:
    """Return the language of the sentences on a file: Russian, or English."""
    rest = LANGUAGES[lang.code].rest if lang.code in LANGUAGES else ()
    return next((code for code in (lang.code, *rest) if code in CATALOGUES), SOURCE)


def _row(one: Problem, lang: Language) -> str:
    said = plain_sentence(one, translations(_spoken(lang)))
    if one.row is None:
        return said
    return f"{lang.text('Row {n}', n=lang.number(one.row))}: {said}"


def _table(problems: tuple[Problem, ...], lang: Language) -> str:
    """Return the problems as a table: row, column, what is wrong."""
    spoken, catalogue = _spoken(lang), translations(_spoken(lang))
    heads = (lang.text("Row"), lang.text("Column"), lang.text("What is wrong"))
    rows = "".join(
        f"<tr><td class='n'>{one.row or ''}</td><td>{html.escape(one.column[:60])}</td>"
        f"<td lang='{spoken}'>{html.escape(plain_sentence(one, catalogue))}</td></tr>"
        for one in problems[:MOST_TOLD]
    )
    more = len(problems) - MOST_TOLD
    said = lang.text("Further problems: {n}", n=lang.number(more)) if more > 0 else ""
    head = "".join(
        f"<th scope='col'{mark}>{html.escape(text)}</th>"
        for text, mark in zip(heads, (" class='n'", "", ""), strict=True)
    )
    return (
        "<div class='atlas-table bring-told' role='region' tabindex='0' "
        f"aria-label='{html.escape(heads[2], quote=True)}'><table><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
        + (f"<p class='atlas-deck'>{html.escape(said)}</p>" if said else "")
    )
