"""Style sheets and scripts as they are sent: without the lines that only explain them."""

import re
from collections.abc import Iterable
from pathlib import Path

from data import files
from data.errors import DataError, report

FOLDER = Path(__file__).parents[1] / "assets"
SHEETS = (
    "frame.css",
    "find.css",
    "atlas.css",
    "cards.css",
    "documents.css",
    "map.css",
    "start.css",
    "stories.css",
    "explore.css",
    "sql.css",
    "guide.css",
    "print.css",
)
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE = re.compile(r"^\s*//.*$", re.MULTILINE)
_INDENT = re.compile(r"\n\s+")


def asset(name: str) -> str:
    """Return a file of the folder ``assets`` as it is.

    Raises
    ------
    data.errors.MissingFile, data.errors.DamagedFile
        When it is not there or cannot be read.
    """
    path = FOLDER / name
    with files.reading(path):
        return files.content(path).decode("utf-8")


def sheets(names: Iterable[str]) -> str:
    """Return style sheets of the folder ``assets`` as one; one that is not there is left out."""
    return _INDENT.sub("\n", _REMARK.sub("", "".join(map(_sheet, names))))


def _sheet(name: str) -> str:
    try:
        return asset(name)
    except DataError as error:  # a page without it is plain, but can be read
        report(error)
        return ""


def scripts(names: Iterable[str]) -> str:
    """Return scripts of the folder ``assets`` as one; remarks stand on lines of their own."""
    return _INDENT.sub("\n", _LINE.sub("", _joined(names)))


def _joined(names: Iterable[str]) -> str:
    return "".join(map(asset, names))
