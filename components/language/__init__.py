"""Everything that depends on the reader's language: words, numbers, dates, names of places."""

from components.language.customs import LANGUAGES, PSEUDO, choose
from components.language.known import language
from components.language.language import N_, NP_, Language

__all__ = ["LANGUAGES", "NP_", "N_", "PSEUDO", "Language", "choose", "language"]
