"""Everything that depends on the reader's language: words, numbers, dates, names of places."""

from components.language.language import (
    LANGUAGES,
    PSEUDO,
    Language,
    N_,
    choose,
    language,
)

__all__ = ["LANGUAGES", "PSEUDO", "Language", "N_", "choose", "language"]
