"""Rows to take away, in the format that is chosen: of a view, of a slice, of a whole table."""

import datetime
from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from components.exports.bundle import zip_rows
from components.exports.files import csv_bytes, file_name
from components.exports.formats import FORMATS
from components.exports.of_question import file_stem, of_question, whole_table
from components.exports.of_view import of_view
from components.exports.taken import Taken
from components.language import N_, Language
from components.session import memory
from components.session.asker import asker
from components.view import View
from data.explore.answer import answer
from data.explore.question import Question
from data.store.store import Store
from data.turns import Turns

# What each format is called, and what it is for.
WORDS = {
    "csv": ("CSV", N_("The rows alone, for any program.")),
    "xlsx": ("Excel (XLSX)", N_("Three sheets: the rows, what they are and whose, the codes.")),
    "parquet": ("Parquet", N_("Small and with types, for Python, R and databases.")),
    "json": ("JSON", N_("The rows with their description, for programs.")),
    "zip": ("ZIP", N_("All of it: rows, codebook, licences, citation, how to read them.")),
}
READ = N_("For a spreadsheet in your language; each row says whose it is.")  # a view's CSV
BUTTON = 150  # pixels: all alike
NONE: Mapping[str, str] = {}
_TURNS = Turns(at_once=2, of_one=1, waiting=3, patience=60.0)  # files that are made
Make = Callable[[str], bytes]


def offer_data(view: View, lang: Language, address: str) -> None:
    """Show the formats in which the table of a view is taken away.

    Parameters
    ----------
    address : str
        Link that opens the view as it is.
    """

    def made(name: str) -> bytes:
        if name == "csv":
            return csv_bytes(view, lang)
        taken = of_view(view, lang, address, datetime.date.today())
        if name == "zip":
            return zip_rows(taken, lang, csv_bytes(view, lang))
        return FORMATS[name].make(taken, lang)

    stem = file_name(view, lang, "").removesuffix(".")
    _offer(lang, len(view.table.rows), stem, made, "file", {"csv": READ})


def offer_downloads(question: Question, lang: Language, place: Store) -> None:
    """Show the formats in which the answer to a question is taken away, or its whole table.

    Parameters
    ----------
    question : Question
        What is asked; it may be asked, and is answered on the page.
    place : Store
        Where the tables are.
    """
    found = answer(place, question, size=1)
    address = memory.link()
    every = whole_table(question)
    parts = {"slice": (question, found.total), "whole": (every, found.every)}
    if question == every:
        del parts["slice"]
    names = {
        "slice": lang.plural(
            "What is shown, {n} row",
            "What is shown, {n} rows",
            found.total,
            n=lang.number(found.total),
        ),
        "whole": lang.plural(
            "The whole table, {n} row",
            "The whole table, {n} rows",
            found.every,
            n=lang.number(found.every),
        ),
    }
    chosen = st.segmented_control(
        lang.text("Data"),
        list(parts),
        format_func=names.__getitem__,
        default=next(iter(parts)),
        required=True,
        key="take-part",
        label_visibility="collapsed",
    )
    asked, rows = parts.get(str(chosen)) or next(iter(parts.values()))

    def taken() -> Taken:
        return of_question(place, asked, lang, address, datetime.date.today())

    _offer(lang, rows, file_stem(asked), lambda name: FORMATS[name].make(taken(), lang), "take")


def _offer(
    lang: Language, rows: int, stem: str, made: Make, key: str, own: Mapping[str, str] = NONE
) -> None:
    """Show a button for each format; a file is made, in its turn, when its button is pressed."""
    who = asker()

    def in_turn(name: str) -> bytes:
        with _TURNS.taken(who):
            return made(name)

    for name, form in FORMATS.items():
        called, serves = WORDS[name]
        holds = form.holds(rows)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.download_button(
                lang.verbatim(called),
                data=partial(in_turn, name),
                file_name=f"{stem}.{form.ending}",
                mime=form.mime,
                key=f"{key}-{name}",
                on_click="ignore",
                disabled=not holds,
                width=BUTTON,
            )
            many = lang.number(form.most)
            st.caption(
                lang.text(own.get(name, serves))
                if holds
                else lang.text("Up to {n} rows; CSV, Parquet and ZIP have them all.", n=many)
            )
