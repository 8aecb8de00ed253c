"""Brought rows beside those that the source already has: new, the same, or changed.

What is brought for a source with a recipe is kept in ``brought/<table>/<source_id>.csv`` as well:
the recipe, whenever it runs again, puts these rows into the table that it writes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.schema import tables

BROUGHT = "brought"


@dataclass(frozen=True)
class Change:
    """A figure that a file says anew.

    Attributes
    ----------
    row : int
        Row of the file.
    what : str
        The codes that tell what the figure is, in the order of the table.
    old, new : str
        The figure before and after, or the other cells where the figure is the same.
    """

    row: int
    what: str
    old: str
    new: str


@dataclass(frozen=True)
class Merged:
    """All rows of a source in a table after bringing a file, and what the file changes.

    Attributes
    ----------
    rows : pandas.DataFrame
        All rows; the index is the row of the file, 0 for a row that the file does not have.
    added, same : int
        Number of rows that are new, and of rows that say the same as an old one.
    changes : tuple of Change
        What becomes different.
    """

    rows: pd.DataFrame
    added: int
    same: int
    changes: tuple[Change, ...]


def existing(folder: Path, table: str, source_id: str) -> pd.DataFrame:
    """Return the rows of a source in a folder of tables, as text; none when it has no file."""
    path = folder / table / f"{source_id}.csv"
    if not path.is_file():
        return pd.DataFrame(columns=list(tables()[table].columns), dtype=str)
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def merged(table: str, old: pd.DataFrame, new: pd.DataFrame) -> Merged:
    """Return old and new rows together; a row with the same key as an old one takes its place.

    The reference counts as part of the key only where a source tells rows apart by it.
    """
    key = [c for c in tables()[table].key if c != "reference"]
    if old.duplicated(key).any() or new.duplicated(key).any():
        key = list(tables()[table].key)
    before = {tuple(row[c] for c in key): row for row in old.to_dict("records")}
    after = {told: (0, row) for told, row in before.items()}
    added, same, changes = 0, 0, []
    for number, row in zip(new.index, new.to_dict("records"), strict=True):
        told = tuple(row[c] for c in key)
        if told not in before:
            added += 1
        elif _meaning(before[told]) == _meaning(row):
            same += 1
            continue
        else:
            changes.append(_change(int(number), before[told], row, key))
        after[told] = (int(number), row)
    numbers = [number for number, _ in after.values()]
    rows = pd.DataFrame([row for _, row in after.values()], numbers, columns=list(new.columns))
    return Merged(rows, added, same, tuple(changes))


def _meaning(row: Mapping[str, str]) -> dict[str, str]:
    """Return the cells that say something of the figure, without where it was read."""
    return {c: text for c, text in row.items() if c != "reference"}


def _change(number: int, old: dict[str, str], new: dict[str, str], key: list[str]) -> Change:
    silent = {"source_id", "period_start", "period_end"}
    what = " ".join(new[c] for c in key if c not in silent and new[c] not in {"", "total"})
    cells = [c for c in old if old[c] != new[c] and c != "reference"]
    if "value" in cells:
        cells = ["value"]
    return Change(
        number,
        what,
        ", ".join(old[c] or "—" for c in cells),
        ", ".join(new[c] or "—" for c in cells),
    )
