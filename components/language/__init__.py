"""Everything that depends on the reader's language: words, numbers, dates, names of places."""

from components.language.language import (
    LANGUAGES,
    N_,
    NP_,
    PSEUDO,
    Language,
    choose,
    language,
)

__all__ = ["LANGUAGES", "NP_", "N_", "PSEUDO", "Language", "choose", "language"]
