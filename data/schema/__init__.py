"""The description of every table and column, read from the YAML files beside this module."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from data.errors import DamagedFile
from data.files import name_of
from data.shapes import WORDS, expect
from data.yamlfile import read_yaml

HERE = Path(__file__).parent
FIELD = {
    "type": str,
    "codes?": str,
    "title": WORDS,
    "description": str,
    "minimum?": int,
    "maximum?": int,
    "required?": bool,
    "pattern?": str,
    "below_zero?": [str],
}
TABLE = {"title": WORDS, "description": WORDS, "columns": [str], "key?": [str]}
NOT_IN_KEY = {
    "value",
    "unit",
    "obs_status",
    "confidence",
    "note_id",
    "measure",
    "status",
    "date",
    "text_en",
    "text_ru",
}


@dataclass(frozen=True)
class Table:
    """One curated table.

    Attributes
    ----------
    name : str
        Name of the table and of its folder under ``tables/``.
    title, description : str
        What it holds, in English.
    columns : tuple of str
        Columns in the order in which they are written.
    key : tuple of str
        Columns that together identify a row.
    titles, descriptions : mapping of str to str
        Title and description in each language of the data.
    """

    name: str
    title: str
    description: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    descriptions: Mapping[str, str] = field(default_factory=dict)


@cache
def fields() -> dict[str, dict[str, Any]]:
    """Return the dictionary of all columns: type, code list, title, description.

    Raises
    ------
    data.errors.MissingFile, data.errors.DamagedFile
        When the file is not there, or not as it has to be.
    """
    path = HERE / "fields.yml"
    found: dict[str, dict[str, Any]] = read_yaml(path)
    expect(path, found, {"*": FIELD})
    return found


@cache
def tables() -> dict[str, Table]:
    """Return the description of every curated table by its name.

    Raises
    ------
    data.errors.MissingFile, data.errors.DamagedFile
        When the file is not there, or not as it has to be.
    """
    path = HERE / "tables.yml"
    described = read_yaml(path)
    expect(path, described, {"tables": {"*": TABLE}})
    found = {name: _table(name, entry) for name, entry in described["tables"].items()}
    unknown = {column for table in found.values() for column in (*table.columns, *table.key)}
    unknown -= set(fields())
    if unknown or not found:
        raise DamagedFile(name_of(path), f"names columns that are not described: {unknown}")
    return found


def _table(name: str, entry: dict[str, Any]) -> Table:
    columns = tuple(entry["columns"])
    key = entry.get("key") or [c for c in columns if c not in NOT_IN_KEY]
    titles, words = entry["title"], entry["description"]
    return Table(name, titles["en"], words["en"], columns, tuple(key), titles, words)
