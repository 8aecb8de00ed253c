"""Everything that depends on the reader's language: words, numbers, dates, names of places."""

from components.language.language import (
    LANGUAGES,
    N_,
    PSEUDO,
    Language,
    choose,
    language,
)

__all__ = ["LANGUAGES", "N_", "PSEUDO", "Language", "choose", "language"]
