"""The list of places: ``python -m data.curation.countries`` writes ``codes/countries.csv``.

The names come from the Unicode CLDR, as packaged by Babel. ``country_forms.csv`` beside this
module holds what the CLDR does not give: the kind of place, names that the atlas writes in
another way, places with no CLDR name, and the Russian phrases with their prepositions and cases.
An empty cell there means: the CLDR name, or the English phrase that follows from the name.
"""

import csv
import re
from pathlib import Path

from babel import Locale
from babel.core import get_global

from data.paths import CODES

FORMS = Path(__file__).with_name("country_forms.csv")
COUNTRIES = CODES / "countries.csv"
PREPOSITIONS = ("in", "from", "to", "of")
COLUMNS = ["code", "kind"] + [
    f"{text}_{language}" for text in ("name", *PREPOSITIONS) for language in ("en", "ru")
]
IN_FULL = {"en": ((" & ", " and "), ("St. ", "Saint "))}  # what the CLDR shortens
THE = (
    "ALA ARE ATF BHS CAF CCK CHI COD COG COK COM CYM DOM FLK FRO FSM GBR GMB IMN IOT MDV MHL MNP "
    "NLD PCN PHL PSE SLB TCA UMI USA VGB VIR "
    "EU27_2007 EU27_2020 EU28 R_CARIBBEAN R_EEA R_EEA_CHE R_MEDITERRANEAN R_MENA"
)
WITH_ARTICLE = frozenset(THE.split())
OUT_OF = re.compile("^(from|из|со?|от) ")  # the Russian genitive stands after these


class UnnamedPlaceError(ValueError):
    """A place has neither a curated name nor a CLDR name."""


def read_forms(path: Path = FORMS) -> list[dict[str, str]]:
    """Return the rows of the curated forms, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cldr_name(code: str, language: str) -> str:
    """Return the CLDR name of a country or area.

    Parameters
    ----------
    code : str
        ISO 3166-1 alpha-3 code.
    language : str
        ``en`` or ``ru``.

    Returns
    -------
    str
        The name; English names are written without ``&`` and ``St.``.

    Raises
    ------
    UnnamedPlaceError
        When the code does not stand for exactly one territory with a name.
    """
    territories = get_global("territory_aliases").get(code, [])
    names = Locale(language).territories
    if len(territories) != 1 or territories[0] not in names:
        raise UnnamedPlaceError(f"{code}: no CLDR name, write one in {FORMS.name}")
    name: str = names[territories[0]]
    for short, full in IN_FULL.get(language, ()):
        name = name.replace(short, full)
    return name


def english_phrase(code: str, name: str, preposition: str) -> str:
    """Return a phrase such as ``in the United States``."""
    article = "the " if code in WITH_ARTICLE else ""
    return f"{preposition} {article}{name}"


def place(form: dict[str, str]) -> dict[str, str]:
    """Return one row of the list of places from one row of the curated forms."""
    code = form["code"]
    row = dict(form)
    for language in ("en", "ru"):
        key = f"name_{language}"
        row[key] = form[key] or cldr_name(code, language)
    for preposition in PREPOSITIONS:
        key = f"{preposition}_en"
        row[key] = form.get(key) or english_phrase(code, row["name_en"], preposition)
    row["of_en"] = OUT_OF.sub("of ", row["from_en"])
    row["of_ru"] = OUT_OF.sub("", row["from_ru"])
    return {column: row[column] for column in COLUMNS}


def places(path: Path = FORMS) -> list[dict[str, str]]:
    """Return the whole list of places, sorted by code."""
    return sorted((place(form) for form in read_forms(path)), key=lambda row: row["code"])


def write(path: Path = COUNTRIES) -> Path:
    """Write the list of places and return the path of the file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(places())
    return path


if __name__ == "__main__":
    write()
