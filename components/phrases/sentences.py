"""Sentences joined to others, and as long as there is room for."""

from collections.abc import Iterable

LONGEST = {"ru": 100}  # letters of a headline; 90 in the other languages
USUAL_LONGEST = 90


def fitting(lang: str, told: Iterable[str]) -> str:
    """Return the first of some ways to say a finding that a headline has room for, else the last.

    Parameters
    ----------
    lang : str
        Code of the language.
    told : iterable of str
        The fullest first; there is at least one.
    """
    one = ""
    for one in told:
        if len(one) <= LONGEST.get(lang, USUAL_LONGEST):
            break
    return one


def upper_first(text: str) -> str:
    """Return words as they stand at the beginning of a sentence."""
    at = 1 if text.startswith("⟦") else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def lower_first(text: str) -> str:
    """Return a name as it stands in the middle of a sentence."""
    at = 1 if text.startswith("⟦") else 0
    return text[:at] + text[at : at + 1].lower() + text[at + 1 :]
