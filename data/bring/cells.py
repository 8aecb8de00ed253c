"""Reading single cells: years, numbers of people, words from a closed list."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from data.bring.problems import N_, Found
from data.bring.reading import Grid

FIRST_YEAR = 1970
MOST_DIGITS = 12

MISSING_COLUMN = N_("The column “{name}” is missing. The layout needs: {needed}.")
UNKNOWN_COLUMN = N_("The column “{name}” is not part of the layout. It may have: {allowed}.")
UNNAMED_COLUMN = N_("A column has no name.")
TWO_NAMES = N_("The columns “{name}” and “{other}” mean the same.")
NOT_A_YEAR = N_("“{text}” is not a year that is over: write one from {first} to {last}.")
NOT_A_NUMBER = N_(
    "“{text}” is not a number of people. Write digits only, such as 1234; "
    "0 means nobody, an empty cell means not known."
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
    meant = {name: column for column, names in aliases.items() for name in (column, *names)}
    found: dict[str, str] = {}
    trouble = Found()
    for name in grid.header:
        column = meant.get(name.casefold())
        if not name:
            trouble.add(UNNAMED_COLUMN)
        elif column is None:
            trouble.add(UNKNOWN_COLUMN, column=name, name=name, allowed=", ".join(aliases))
        elif column in found:
            trouble.add(TWO_NAMES, column=name, name=name, other=found[column])
        else:
            found[column] = name
    for column in needed:
        if column not in found:
            trouble.add(MISSING_COLUMN, name=column, needed=", ".join(needed))
    trouble.stop()
    return found


def year(text: str, found: Found, row: int, column: str) -> str:
    """Return a year that is over as text; empty when it is none."""
    last = date.today().year - 1
    if re.fullmatch(r"[0-9]{4}", text) and FIRST_YEAR <= int(text) <= last:
        return text
    found.add(NOT_A_YEAR, row, column, text=text[:60], first=FIRST_YEAR, last=last)
    return ""


def people(text: str, found: Found, row: int, column: str) -> str:
    """Return a number of people as digits; empty when it is none.

    Spaces between digits are understood; a comma or a point is not, because it means thousands in
    one language and fractions in another.
    """
    digits = re.sub(r"(?<=[0-9])[\s\u00a0\u202f](?=[0-9]{3})", "", text)
    if re.fullmatch(rf"[0-9]{{1,{MOST_DIGITS}}}", digits):
        return str(int(digits))
    if re.fullmatch(r"[0-9]+\.[0-9]*[1-9][0-9]*", digits):
        found.add(NOT_WHOLE, row, column, text=text[:60])
    elif re.fullmatch(r"-[0-9]+", digits):
        found.add(NEGATIVE, row, column, text=text[:60])
    else:
        found.add(NOT_A_NUMBER, row, column, text=text[:60])
    return ""


def word(text: str, words: Mapping[str, str], found: Found, row: int, column: str) -> str:
    """Return the code that a word stands for; empty when it is in no list."""
    code = words.get(text.casefold())
    if code is None:
        allowed = ", ".join(w for w in words if w)
        found.add(NOT_IN_LIST, row, column, text=text[:60], allowed=allowed)
    return code or ""
