"""The mark of what a figure draws, in a table that holds more than the figure."""

from collections.abc import Iterable

from components.language import Language
from components.phrases.columns import column
from components.view import Column

NAME = "drawn"


def drawn_words(lang: Language, flags: Iterable[object]) -> list[str]:
    """Say of each row whether the figure draws it."""
    words = {True: lang.text("yes"), False: lang.text("no")}
    return [words[bool(flag)] for flag in flags]


def drawn_column(lang: Language) -> Column:
    """Return the column of the mark; its cells are from `drawn_words`, under the name `NAME`."""
    return column(lang, NAME)
