"""Names that people write in a sheet, resolved to the codes of the atlas.

A name is understood when it is a code (ISO 3166 of three or two letters, UN M49), a name that the
Unicode CLDR gives in English, Russian or German, one that the atlas uses, or one of those that
publishers use (``country_names.csv``: lists of UN DESA, UNHCR, the World Bank, Eurostat, Frontex,
national offices). A hint is given only where one country is near and no other is.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel import Locale
from babel.core import get_global
from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from data.bring.problems import N_, ByLanguage, Found, Problem
from data.codelists import code_list
from data.curation.tidy import CENTRAL_ASIA
from data.paths import DATA

FIVE = frozenset(CENTRAL_ASIA)
WORLD = "WLD"
NAMES = Path(__file__).with_name("country_names.csv")
LANGUAGES = ("en", "ru", "de")  # whose CLDR names are understood
SHORT_WORDS = {
    "st": "saint",
    "rep": "republic",
    "респ": "республика",
    "dem": "democratic",
    "isl": "islands",
    "is": "islands",
}
LETTERS = str.maketrans("øłđıё’ʻ`´'", "oldiе     ")
STEMS = re.compile(
    "^k[iy]r[gk]|qir|k?haz|[ckq]h?aza|kas[ae]?[ck]|casaq|t[ao][dj]|turkm|tuerkm|[uo]+s?z?be[kc]"
    "|каз|қаз|к[иы]рг|тадж|тожи|то[чж]и|туркм|т[уү]рк?м|[уў]зб"
)
LIKE_FIVE = 0.84
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


@cache
def folded(text: str) -> str:
    """Return a name without case, accents, punctuation, articles and double spaces."""
    plain = text.casefold().replace("&", " and ").translate(LETTERS)
    apart = unicodedata.normalize("NFKD", plain)
    plain = "".join(c for c in apart if not unicodedata.combining(c))
    words = re.sub(r"[^\w]+|_", " ", plain).split()
    if len(words) < 2:
        return " ".join(words)
    return " ".join(SHORT_WORDS.get(word, word) for word in words if word != "the")


@cache
def known_places(root: Path = DATA) -> dict[str, str]:
    """Return every name of a place that is understood, folded, with its code."""
    listed = code_list("countries", root)
    found: dict[str, str] = {}
    for code, row in listed.iterrows():
        for name in (code, row["name_en"], row["name_ru"]):
            found.setdefault(folded(str(name)), str(code))
    with NAMES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["code"] in listed.index:
                found.update({folded(name): row["code"] for name in row["names"].split("|")})
    for name, code in _by_territory(listed.index).items():
        found.setdefault(name, code)
    found.pop("", None)
    return found


def _by_territory(codes: Iterable[str]) -> dict[str, str]:
    """Return the names and numbers that the CLDR and ISO 3166 have for the places of the atlas."""
    short = {two_letters(code): code for code in codes}
    short_codes = {
        **short,
        **{c: code for c, code in EUROSTAT.items() if code in {*short.values()}},
    }
    found = {territory.casefold(): code for territory, code in short_codes.items()}
    for language in LANGUAGES:
        for territory, name in Locale(language).territories.items():
            if territory in short:
                found.setdefault(folded(name), short[territory])
    for alias, territories in get_global("territory_aliases").items():
        if len(territories) == 1 and territories[0] in short and re.fullmatch(r"\d{3}", alias):
            found |= {alias: short[territories[0]], alias.lstrip("0"): short[territories[0]]}
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


def code_of(text: str, root: Path = DATA) -> str:
    """Return the code of a place written as a code or a name; empty when it is not understood.

    The mark of a footnote behind a name is no part of it.
    """
    names, name = known_places(root), folded(text)
    without = re.sub(r" \d{1,2}$", "", name)
    return names.get(name) or names.get(without, "")


def place(text: str, found: Found, row: int, column: str, root: Path = DATA) -> str:
    """Return the code of a place; empty when it is not understood, which is noted."""
    if not text:
        found.add(EMPTY_PLACE, row, column)
        return ""
    code = code_of(text, root)
    if not code:
        found.add(NOT_A_PLACE, row, column, text=text[:60])
    return code


def hinted(found: Found, root: Path = DATA) -> Found:
    """Return problems with a hint where a name is a slip of the pen."""
    told = Found()
    for problem in found.problems:
        text = str(problem.values.get("text", ""))
        meant = hint(folded(text), root) if problem.message == NOT_A_PLACE else ""
        values = {"text": text, "names": _named(meant, root)} if meant else problem.values
        message = PERHAPS if meant else problem.message
        told.problems.append(Problem(message, values, problem.row, problem.column))
    return told


def _named(code: str, root: Path) -> ByLanguage:
    row = code_list("countries", root).loc[code]
    return ByLanguage(f"{row['name_en']} ({code})", f"{row['name_ru']} ({code})")


@cache
def hint(name: str, root: Path = DATA) -> str:
    """Return the code of the one place whose name is a slip of the pen away; else nothing.

    It has as many words, each differs in a letter or two at most, no other place is nearly as
    near, and neither name is the beginning of the other (Dominica, Dominican Republic).
    """
    near: dict[str, int] = {}
    for known, code in known_places(root).items():
        if len(known) > 3 and abs(len(known) - len(name)) <= 4:
            away = DamerauLevenshtein.distance(name, known, score_cutoff=4)
            near[code] = min(away, near.get(code, 99))
        elif known.startswith(f"{name[:-1]}") and len(name) > 3:
            near[code] = min(2, near.get(code, 99))
    best = min(near, key=lambda code: near[code], default="")
    alone = all(away > near[best] + 1 for code, away in near.items() if code != best)
    slip = any(c == best and _alike(name, known) for known, c in known_places(root).items())
    return best if alone and slip else ""


def _alike(name: str, known: str) -> bool:
    """Say whether two names differ by slips of the pen only, word by word."""
    pairs = list(zip(name.split(), known.split(), strict=False))
    if len(name.split()) != len(known.split()) or not name:
        return False
    if abs(len(name) - len(known)) > 1 and (name.startswith(known) or known.startswith(name)):
        return False
    slips = [DamerauLevenshtein.distance(one, other) for one, other in pairs]
    return sum(slips) <= 2 and all(
        slip <= len(one) // 5 and one[0] == other[0]
        for slip, (one, other) in zip(slips, pairs, strict=True)
    )


@cache
def may_be_one_of_five(text: str, root: Path = DATA) -> bool:
    """Say whether a name that is not understood may be meant for one of the five."""
    name = folded(text)
    if not re.search(r"[^\W\d_]{3}", name) or STEMS.search(name):
        return True
    if any(STEMS.search(word) for word in name.split()):
        return True
    return any(
        JaroWinkler.similarity(word, known, score_cutoff=LIKE_FIVE)
        for known in _names_of_five(root)
        for word in {name, *name.split()}
    )


@cache
def _names_of_five(root: Path) -> tuple[str, ...]:
    listed = known_places(root).items()
    return tuple(name for name, code in listed if code in FIVE and len(name) > 3)


def is_kept(host: str, origin: str) -> bool:
    """Say whether a row concerns one of the five, or is a total to compare with."""
    return host in FIVE or origin in FIVE or origin == WORLD


def matters(*sides: tuple[str, str], root: Path = DATA) -> bool:
    """Say whether a row with a place that is not understood may concern one of the five.

    Parameters
    ----------
    sides : (str, str)
        Text and code of each side; the code is empty where the text is not understood.
    """
    return any(
        code in FIVE or (not code and (not text or may_be_one_of_five(text, root)))
        for text, code in sides
    )
