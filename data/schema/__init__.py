"""The description of every table and column, read from the YAML files beside this module."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.yamlfile import read_yaml

HERE = Path(__file__).parent
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
    """

    name: str
    title: str
    description: str
    columns: tuple[str, ...]
    key: tuple[str, ...]


@cache
def fields() -> dict[str, dict[str, Any]]:
    """Return the dictionary of all columns: type, code list, title, description."""
    return read_yaml(HERE / "fields.yml")


@cache
def tables() -> dict[str, Table]:
    """Return the description of every curated table by its name."""
    described = read_yaml(HERE / "tables.yml")["tables"]
    return {name: _table(name, entry) for name, entry in described.items()}


def _table(name: str, entry: dict[str, Any]) -> Table:
    columns = tuple(entry["columns"])
    key = entry.get("key") or [c for c in columns if c not in NOT_IN_KEY]
    return Table(name, entry["title"], entry["description"], columns, tuple(key))
