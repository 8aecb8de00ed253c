"""Names that people write in a sheet, resolved to the codes of the atlas."""

import difflib
import re
from functools import cache
from pathlib import Path

from babel import Locale
from babel.core import get_global

from data.bring.problems import N_, Found
from data.codelists import code_list
from data.curation.tidy import CENTRAL_ASIA
from data.paths import DATA

FIVE = frozenset(CENTRAL_ASIA)
WORLD = "WLD"
EVERYBODY = (
    "world",
    "total",
    "all",
    "all countries",
    "весь мир",
    "мир",
    "всего",
    "итого",
    "все страны",
    "gesamt",
    "insgesamt",
)
ALSO = {
    "CZE": ("czech republic",),
    "DEU": ("фрг",),
    "GBR": ("uk", "великобритания", "great britain"),
    "IRN": ("islamic republic of iran",),
    "KGZ": ("kyrgyz republic", "киргизия", "кыргызстан", "кыргызская республика", "kirgistan"),
    "KOR": ("republic of korea", "республика корея", "южная корея"),
    "MDA": ("republic of moldova", "молдавия", "молдова"),
    "BLR": ("белоруссия", "беларусь", "weissrussland"),
    "NLD": ("the netherlands",),
    "RUS": ("russian federation", "российская федерация"),
    "SYR": ("syrian arab republic",),
    "TKM": ("туркмения", "туркменистан"),
    "TUR": ("turkey", "turkiye"),
    "USA": ("usa", "united states of america", "сша"),
    "VNM": ("viet nam",),
}
EUROSTAT = {"EL": "GRC", "UK": "GBR", "XK": "XKX", "TOTAL": WORLD}
SEXES = {
    "": "total",
    "total": "total",
    "all": "total",
    "всего": "total",
    "все": "total",
    "male": "male",
    "men": "male",
    "m": "male",
    "мужчины": "male",
    "мужской": "male",
    "female": "female",
    "women": "female",
    "f": "female",
    "женщины": "female",
    "женский": "female",
    "other": "other",
    "другое": "other",
    "unknown": "unknown",
    "not known": "unknown",
    "неизвестно": "unknown",
}

NOT_A_PLACE = N_("“{text}” is not a country that the atlas knows. Write its three-letter code.")
PERHAPS = N_(
    "“{text}” is not a country that the atlas knows. Did you mean {names}? "
    "Write the three-letter code."
)
EMPTY_PLACE = N_("No country is named. Write a country, or WLD for all of them together.")


def folded(text: str) -> str:
    """Return a name without case, accents of ё, punctuation and double spaces."""
    plain = text.casefold().replace("ё", "е").replace("&", " and ").replace("ü", "u")
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


@cache
def known_places(root: Path = DATA) -> dict[str, str]:
    """Return every name of a place that is understood, folded, with its code."""
    listed = code_list("countries", root)
    german = Locale("de").territories
    found: dict[str, str] = {}
    for code, row in listed.iterrows():
        found.setdefault(folded(str(code)), str(code))
        for column in ("name_en", "name_ru"):
            found.setdefault(folded(str(row[column])), str(code))
        found.setdefault(folded(german.get(two_letters(str(code)), str(code))), str(code))
    for code, names in ALSO.items():
        found.update({folded(name): code for name in names})
    found.update({folded(name): WORLD for name in EVERYBODY})
    return found


def two_letters(code: str) -> str:
    """Return the ISO 3166-1 alpha-2 code of an alpha-3 code; empty where there is none."""
    territories = get_global("territory_aliases").get(code, [])
    return territories[0] if len(territories) == 1 else ""


@cache
def eurostat_places(root: Path = DATA) -> dict[str, str]:
    """Return Eurostat's codes of countries and of the European Union with the atlas' codes."""
    listed = code_list("countries", root)
    short = {two_letters(code): code for code in listed.index}
    unions = {code: code for code in listed.index if code.startswith("EU")}
    known = short | unions | EUROSTAT
    return {code: known[code] for code in known if code and known[code] in listed.index}


def place(text: str, found: Found, row: int, column: str, root: Path = DATA) -> str:
    """Return the code of a place written as a code or a name; empty when it is not understood."""
    if not text:
        found.add(EMPTY_PLACE, row, column)
        return ""
    names = known_places(root)
    code = names.get(folded(text), "")
    if not code:
        close = difflib.get_close_matches(folded(text), names, n=3, cutoff=0.75)
        codes = dict.fromkeys(names[name] for name in close)
        listed = code_list("countries", root)
        meant = ", ".join(f"{listed.at[c, 'name_en']} ({c})" for c in codes)
        found.add(PERHAPS if meant else NOT_A_PLACE, row, column, text=text[:60], names=meant)
    return code


def is_kept(host: str, origin: str) -> bool:
    """Say whether a row concerns one of the five, or is a total to compare with."""
    return host in FIVE or origin in FIVE or origin == WORLD
