"""Names of codes in languages that the code lists themselves do not have.

Countries are named by the CLDR; here are those that it lacks, or has in a form that nobody says.
"""

import csv
import io
from functools import cache
from pathlib import Path

from data import files

NAMES = Path(__file__).parent / "locale" / "names.csv"


def listed_name(list_name: str, code: str, language: str) -> str:
    """Return the name of a code of a list in a language; nothing where it is not here."""
    return _names().get((list_name, code, language), "")


@cache
def _names() -> dict[tuple[str, str, str], str]:
    with files.reading(NAMES):
        rows = list(csv.DictReader(io.StringIO(files.content(NAMES).decode("utf-8"))))
        return {
            (row["list"], row["code"], language): name
            for row in rows
            for language, name in row.items()
            if language not in ("list", "code") and name
        }
