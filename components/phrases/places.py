"""Places in words: corridors, groups of countries, whose citizens people are."""

from collections.abc import Sequence

from components.language import Language
from data.areas import FIVE

REGION = "R_CENTRAL_ASIA"
EVERYONE = "WLD"  # all origins together


def corridor(lang: Language, start: str, end: str) -> str:
    """Name a corridor by its two ends: “Uzbekistan → Russia”."""
    return f"{lang.place(start)} → {lang.place(end)}"


def named(lang: Language, countries: Sequence[str], form: str = "name") -> str:
    """Name countries as a phrase: “Kazakhstan and Tajikistan”."""
    return lang.listing([lang.place(code, form) for code in countries])


def among(lang: Language, countries: Sequence[str], form: str = "name") -> str:
    """Name countries in a sentence; all five of the region are “Central Asia”.

    Parameters
    ----------
    lang : Language
        The reader's language.
    countries : sequence of str
        Codes.
    form : str
        As of `Language.place`: ``from``, ``in``, ``to``, ``of`` or ``name``.
    """
    if set(countries) == set(FIVE):
        return lang.place(REGION, "from" if form == "of" else form)  # no one’s citizens
    return named(lang, countries, form)


def nationality(lang: Language, code: str) -> str:
    """Name whose citizens people are, or that they are of all nationalities together."""
    return lang.text("All nationalities") if code == EVERYONE else lang.place(code)
