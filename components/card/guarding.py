"""What reads data, guarded: what is wrong is said in its place, in the reader's language.

Imports nothing that reads the catalogue of measures, which may be broken itself.
"""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from components.language import Language
from components.language.parts import markdown
from data.errors import (
    DamagedFile,
    DamagedTable,
    DatabaseDown,
    DatabaseRefuses,
    DatabaseSlow,
    DataError,
    EmptyTable,
    MissingFile,
    MissingLibrary,
    MissingTable,
    OtherEdition,
    number,
    report,
)

T = TypeVar("T")


def guarded(build: Callable[[], T], lang: Language, *, page: bool = False) -> T | None:
    """Do what reads data; when that fails, say so in its place, tell the log, and return None.

    The rest of the page goes on working. Whatever is wrong with the data ends here, a builder that
    stumbles over it too: a reader never meets a trace. What is built is a view, or a `page`.
    """
    try:
        return build()
    except Exception as error:  # what it may be is not known; it is told, and logged with its trace
        report(error)
        st.error(markdown(problem(error, lang, page=page)), icon=":material/database_off:")
        return None


def problem(error: Exception, lang: Language, *, page: bool = False) -> str:
    """Say in the reader's language what is wrong with the data of a view, and what that means.

    The number at the end is that of the line in the log.
    """
    view = lang.text("This view cannot be shown; the rest of the page works.")
    advice = lang.text("This page cannot be shown.") if page else view
    passing = isinstance(error, (DatabaseDown, DatabaseSlow))
    again = f" {lang.text('Try again in a minute.')}" if passing else ""
    return f"{reason(error, lang)} {advice}{again} {numbered(error, lang)}"


def numbered(error: Exception, lang: Language) -> str:
    """Say by which number a fault is found in the log."""
    return lang.text("Fault {number}.", number=number(error))


def reason(error: Exception, lang: Language) -> str:
    """Say in the reader's language what is wrong with the data."""
    name = error.name if isinstance(error, DataError) else ""
    reasons: dict[type[Exception], str] = {
        MissingTable: lang.text("The table “{table}” is missing.", table=name),
        EmptyTable: lang.text("The table “{table}” is empty.", table=name),
        DamagedTable: lang.text(
            "The table “{table}” is damaged: it is not the one that was checked.", table=name
        ),
        MissingFile: lang.text("The file “{file}” is missing.", file=name),
        DamagedFile: lang.text("The file “{file}” is damaged.", file=name),
        **_of_databases(name, lang),
        Exception: lang.text("Something is wrong with the data."),
    }
    return next(text for kind, text in reasons.items() if isinstance(error, kind))


def _of_databases(name: str, lang: Language) -> dict[type[Exception], str]:
    return {
        DatabaseDown: lang.text(
            "The table “{table}” cannot be read: the database does not answer.", table=name
        ),
        DatabaseRefuses: lang.text(
            "The table “{table}” cannot be read: the database refuses access.", table=name
        ),
        DatabaseSlow: lang.text(
            "The table “{table}” cannot be read: the database takes too long.", table=name
        ),
        OtherEdition: lang.text(
            "The table “{table}” cannot be read: the database has another edition of it.",
            table=name,
        ),
        MissingLibrary: lang.text(
            "The table “{table}” cannot be read: a library that reads databases is missing.",
            table=name,
        ),
    }
