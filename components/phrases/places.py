"""Places in words: corridors, groups of countries, whose citizens people are."""

from collections.abc import Sequence

from components.language import N_, Language
from data.areas import FIVE
from data.measures.avrr import UNKNOWN

REGION = "R_CENTRAL_ASIA"
EVERYONE = "WLD"  # all countries together
# Several countries, and places with a long name, as a headline has them.
CHOSEN = {
    "name": N_("the countries chosen"),
    "in": N_("in the countries chosen"),
    "from": N_("from the countries chosen"),
    "to": N_("to the countries chosen"),
}
SHORT = {
    ("EU27_2020", "in"): N_("in the EU"),
    ("EU27_2020", "from"): N_("from the EU"),
    ("GBR", "in"): N_("in the UK"),
    ("GBR", "from"): N_("from the UK"),
    ("USA", "in"): N_("in the US"),
    ("USA", "from"): N_("from the US"),
}


def corridor(lang: Language, start: str, end: str) -> str:
    """Name a corridor by its two ends: “Uzbekistan → Russia”."""
    return f"{lang.place(start)} → {lang.place(end)}"


def way(lang: Language, start: str, end: str) -> str:
    """Say from where to where people went, inside a sentence: “from Russia to Tajikistan”."""
    home = lang.place(end, "to")
    if start == UNKNOWN:
        return lang.text("from a country not named {home}", home=home)
    if start == EVERYONE:
        return home
    return lang.text("{host} {home}", host=lang.place(start, "from"), home=home)


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


def briefly(lang: Language, countries: Sequence[str], form: str = "name") -> str:
    """Name countries in a headline, which has room for one name: “from the countries chosen”.

    Parameters are those of `among`, but for ``of``.
    """
    if len(countries) == 1 or set(countries) == set(FIVE):
        return among(lang, countries, form)
    return lang.text(CHOSEN[form])


def headlined(lang: Language, code: str, form: str) -> str:
    """Name a place in a headline with its preposition: “from the EU”, “in Poland”."""
    return lang.text(SHORT[code, form]) if (code, form) in SHORT else lang.place(code, form)


def nationality(lang: Language, code: str) -> str:
    """Name whose citizens people are, or that they are of all nationalities together."""
    return lang.text("All nationalities") if code == EVERYONE else lang.place(code)
