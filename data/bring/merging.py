"""Brought rows beside those that the source already has: new, the same, or changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.schema import tables


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
    """All rows of a source in a table after bringing a file, and what the file changes."""

    rows: pd.DataFrame
    added: int
    same: int
    changes: tuple[Change, ...]


def existing(table: str, source_id: str, root: Path) -> pd.DataFrame:
    """Return the rows that a source has in a table, as text; none when it has no file."""
    path = root / "tables" / table / f"{source_id}.csv"
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
    after, added, same, changes = dict(before), 0, 0, []
    for number, row in zip(new.index, new.to_dict("records"), strict=True):
        told = tuple(row[c] for c in key)
        if told not in before:
            added += 1
        elif _meaning(before[told]) == _meaning(row):
            same += 1
            continue
        else:
            changes.append(_change(int(number), before[told], row, key))
        after[told] = row
    rows = pd.DataFrame(list(after.values()), columns=list(old.columns))
    return Merged(rows, added, same, tuple(changes))


def _meaning(row: Mapping[str, str]) -> dict[str, str]:
    """Return the cells that say something of the figure, without where it was read."""
    return {c: text for c, text in row.items() if c != "reference"}


def _change(number: int, old: dict, new: dict, key: list[str]) -> Change:
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
