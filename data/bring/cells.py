"""Reading single cells: years, numbers of people, words from a closed list.

A whole number may be written with spaces between groups of three digits, and with ``.0`` or
``,0`` behind it, as programs write it; nothing else is read as one.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from data.bring.problems import N_, ByLanguage, Found, refuse
from data.bring.reading import Grid
from data.bring.table import clean

FIRST_YEAR = 1970
NO_FIGURE = {"-", "–", "—", "..", "...", "…", ":", "n/a", "na", "н/д", "нет данных", "k. a."}
MOST_DIGITS = 12
WHOLE = re.compile(r"([0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,]0{1,2})?")
CYRILLIC = re.compile("[а-яё]", re.I)
TWO_FIGURES = re.compile(r"[0-9]+(?:\s+[0-9]+)+")

MISSING_COLUMN = N_("The column “{name}” is missing. The layout needs: {needed}.")
UNKNOWN_COLUMN = N_("The column “{name}” is not part of the layout. It may have: {allowed}.")
UNNAMED_COLUMN = N_("A column has no name.")
TWO_NAMES = N_("The columns “{name}” and “{other}” mean the same.")
YEARS_ASIDE = N_(
    "The years stand side by side ({years}). Write one line for each figure, with its year in the "
    "column “{year}”."
)
NOT_A_YEAR = N_("“{text}” is not a year that is over: write one from {first} to {last}.")
NOT_A_NUMBER = N_(
    "“{text}” is not a number of people. Write digits only, such as 1234; "
    "0 means nobody, an empty cell means not known."
)
TWO_NUMBERS = N_(
    "“{text}” is not one number: spaces stand only between groups of three digits (1 234 567). "
    "Are there two figures in the cell?"
)
NOT_WHOLE = N_("“{text}” is not a whole number of people, such as 1234.")
NEGATIVE = N_("“{text}” is less than zero; a number of people is 0 or more.")
NOT_IN_LIST = N_("“{text}” is not one of: {allowed}.")


def named(
    grid: Grid, aliases: Mapping[str, Iterable[str]], needed: Iterable[str]
) -> dict[str, str]:
    """Return the columns of a layout with the names that the file gives them.

    Parameters
    ----------
    grid : Grid
        The file.
    aliases : mapping of str to names
        Column of the layout to the names under which it may stand (lower case), besides its own.
    needed : iterable of str
        Columns that must be there.

    Raises
    ------
    Refused
        When a column is missing, unknown or stands under two names.
    """
    meant = meanings(aliases)
    found: dict[str, str] = {}
    trouble = Found()
    for name in grid.header:
        column = meant.get(spelt(name))
        if not name:
            trouble.add(UNNAMED_COLUMN)
        elif column is None:
            trouble.add(UNKNOWN_COLUMN, column=name, name=name, allowed=listed(aliases, aliases))
        elif column in found:
            trouble.add(TWO_NAMES, column=name, name=name, other=found[column])
        else:
            found[column] = name
    years = [name for name in grid.header if re.fullmatch(r"(19|20)[0-9]{2}", whole(name))]
    lost = [column for column in needed if column not in found]
    if len(years) > 1 and "year" in lost:
        raise refuse(YEARS_ASIDE, years=", ".join(years[:6]), year=listed(["year"], aliases))
    for column in needed:
        if column not in found:
            trouble.add(
                MISSING_COLUMN, name=listed([column], aliases), needed=listed(needed, aliases)
            )
    trouble.stop()
    return found


def meanings(aliases: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return every name under which a column may stand, with the column."""
    return {spelt(name): column for column, names in aliases.items() for name in (column, *names)}


def spelt(name: str) -> str:
    """Return the name of a column without case, ё, double spaces and lines between words."""
    return " ".join(name.casefold().replace("ё", "е").replace("_", " ").split())


def listed(columns: Iterable[str], aliases: Mapping[str, Iterable[str]]) -> ByLanguage:
    """Return names of columns for a reader: in Russian the Russian ones, where there are any."""
    russian = (next(filter(CYRILLIC.search, aliases[c]), c) for c in columns)
    return ByLanguage(", ".join(columns), ", ".join(russian))


def whole(text: str) -> str:
    """Return a whole number as digits only; empty when the text is none."""
    match = WHOLE.fullmatch(text.strip())
    return match[1].replace(" ", "") if match else ""


def year(text: str, found: Found, row: int, column: str) -> str:
    """Return a year that is over as text; empty when it is none."""
    last = date.today().year - 1
    digits = whole(text) if " " not in text else ""
    if len(digits) == 4 and FIRST_YEAR <= int(digits) <= last:
        return digits
    found.add(NOT_A_YEAR, row, column, text=text[:60], first=FIRST_YEAR, last=last)
    return ""


def no_figure(text: str) -> str:
    """Return a cell without the marks that publishers write where they have no figure."""
    return "" if text.strip().casefold() in NO_FIGURE else text


def people(text: str, found: Found, row: int, column: str) -> str:
    """Return a number of people as digits; empty when it is none.

    A comma or a point between digits is not understood, because it means thousands in one
    language and fractions in another.
    """
    plain = clean(text)
    digits = whole(plain)
    if digits and len(digits) <= MOST_DIGITS:
        return str(int(digits))
    if TWO_FIGURES.fullmatch(plain):
        found.add(TWO_NUMBERS, row, column, text=text[:60])
    elif re.fullmatch(r"[0-9]+\.[0-9]*[1-9][0-9]*", plain):
        found.add(NOT_WHOLE, row, column, text=text[:60])
    elif re.fullmatch(r"[-−–]\s?[0-9 ]+(\.0+)?", plain):
        found.add(NEGATIVE, row, column, text=text[:60])
    else:
        found.add(NOT_A_NUMBER, row, column, text=text[:60])
    return ""


def word(text: str, words: Mapping[str, str], found: Found, row: int, column: str) -> str:
    """Return the code that a word stands for; empty when it is in no list."""
    code = words.get(spelt(text), words.get(text.casefold()))
    if code is None:
        english = [w for w in words if w and not CYRILLIC.search(w)]
        russian = [w for w in words if CYRILLIC.search(w)]
        allowed = ByLanguage(", ".join(english), ", ".join(russian or english))
        found.add(NOT_IN_LIST, row, column, text=text[:60], allowed=allowed)
    return code or ""
