"""The terms of the field in English and Russian, from the one table of ``docs/glossary.md``."""

import re
from functools import cache
from pathlib import Path

from data.files import reading, text

FILE = Path(__file__).parents[1] / "docs" / "glossary.md"
BETWEEN = re.compile(r"(?<!\\)\|")  # cells; between the forms of one term the sign is escaped


@cache
def terms(path: Path = FILE) -> tuple[tuple[str, str], ...]:
    """Return each term in English and in Russian, in its first form, in the order of the table.

    Raises
    ------
    data.errors.MissingFile, data.errors.DamagedFile
        When the file is not there, or has no such table.
    """
    with reading(path):
        rows = [line for line in text(path).splitlines() if line.startswith("| ")][1:]
        cells = [[one.strip() for one in BETWEEN.split(row)[1:3]] for row in rows]
        found = tuple(
            (_first(english), _first(russian))
            for english, russian in cells
            if not english.startswith("---")
        )
        if not found:
            raise ValueError("no table of terms")
    return found


def _first(cell: str) -> str:
    return cell.split(r"\|", maxsplit=1)[0]
