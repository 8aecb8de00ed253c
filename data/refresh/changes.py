"""What a new edition changes in a table: rows that are new, gone or changed, and by how much."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from data.bring.problems import N_, Problem
from data.schema import tables

LARGEST = 5
SHRUNK_BY = Decimal("0.05")
SILENT = {"source_id", "period_start", "period_end", "reference"}
CHECKED = "machine_checked"
OBVIOUS = {"", "total"}

COUNTS = N_(
    "Table {table}: {before} rows before, {after} after. New: {new} (zeros among them: {zeros}). "
    "Gone: {gone}. Figures changed: {changed}. The same figure, otherwise described: {described}."
)
UNCHECKED = N_(
    "Rows that count as read once, and no more as checked, until somebody compares the edition "
    "with a second copy: {unchecked}."
)
NEWEST = N_("Newest year: {before} before, {after} after.")
LARGE = N_("Largest changes, {unit}:")
ONE = N_("  {what}: {old} → {new} ({difference})")
SHRUNK = N_(
    "The table {table} would lose {gone} of {before} rows. A list that shrinks is most often half "
    "an answer. If the publisher did take them out, say {option}."
)


@dataclass(frozen=True)
class Moved:
    """A figure before and after."""

    what: str
    unit: str
    old: str
    new: str

    @property
    def difference(self) -> Decimal:
        """By how much the figure is larger, in its unit."""
        return Decimal(self.new) - Decimal(self.old)


@dataclass(frozen=True)
class TableChange:
    """What becomes of the rows of one source in one table.

    Attributes
    ----------
    table : str
        Name of the table.
    before, after : int
        Rows before and after.
    new, zeros, gone, changed, described, unchecked : int
        Rows that are new, those of them that say 0, rows that are gone, rows with another figure,
        rows with the same figure of which something else is said, and rows that were checked
        against a second copy before and are not now.
    newest : tuple of str
        Newest year before and after.
    largest : tuple of Moved
        The largest changes of each unit.
    """

    table: str
    before: int
    after: int
    new: int
    zeros: int
    gone: int
    changed: int
    described: int
    unchecked: int
    newest: tuple[str, str]
    largest: tuple[Moved, ...]

    @property
    def is_shrinking(self) -> bool:
        """Whether so many rows are gone that the answer may be half of one."""
        return self.gone > SHRUNK_BY * self.before

    def as_data(self) -> dict[str, Any]:
        """Return the change as plain data, for JSON."""
        return asdict(self)


def compare(table: str, old: pd.DataFrame, new: pd.DataFrame) -> TableChange:
    """Compare two editions of a source's rows, as text cells.

    Rows are the same when all columns of the table's key are, without the reference.
    """
    key = [c for c in tables()[table].key if c != "reference"]
    if old.duplicated(key).any() or new.duplicated(key).any():
        key = list(tables()[table].key)
    before, after = _by_key(old, key), _by_key(new, key)
    added = [row for k, row in after.items() if k not in before]
    pairs = [(before[k], row) for k, row in after.items() if k in before]
    moved = [
        _moved(a, b, key) for a, b in pairs if _differs(a.get("value", ""), b.get("value", ""))
    ]
    same = len(pairs) - len(moved)
    told = [c for c in new.columns if c not in SILENT | {"value", "confidence"}]
    described = sum(any(a[c] != b[c] for c in told) for a, b in pairs)
    return TableChange(
        table,
        len(old),
        len(new),
        len(added),
        sum(not _differs(row.get("value", ""), "0") for row in added),
        len(before) - len(pairs),
        len(moved),
        min(described, same),
        sum(a.get("confidence") == CHECKED != b.get("confidence") for a, b in pairs),
        (_newest(old), _newest(new)),
        tuple(_largest(moved)),
    )


def told(change: TableChange) -> list[Problem]:
    """Return a change in sentences."""
    numbers = {k: v for k, v in change.as_data().items() if isinstance(v, (int, str))}
    lines = [Problem(COUNTS, numbers)]
    if change.unchecked:
        lines.append(Problem(UNCHECKED, {"unchecked": change.unchecked}))
    if any(change.newest) and change.newest[0] != change.newest[1]:
        lines.append(Problem(NEWEST, {"before": change.newest[0], "after": change.newest[1]}))
    unit = ""
    for one in change.largest:
        if one.unit != unit:
            unit = one.unit
            lines.append(Problem(LARGE, {"unit": unit}))
        lines.append(Problem(ONE, _said(one)))
    return lines


def _said(one: Moved) -> dict[str, str]:
    difference = f"{one.difference:+f}"
    if Decimal(one.old):
        difference += f", {one.difference / abs(Decimal(one.old)) * 100:+.1f} %"
    return {"what": one.what, "old": one.old, "new": one.new, "difference": difference}


def line(source_id: str, mark: str, changes: tuple[TableChange, ...]) -> str:
    """Return the line for the changelog of the data."""
    parts = [
        f"`{c.table}`: {c.new} rows new, {c.gone} gone, {c.changed} figures changed"
        for c in changes
    ]
    said = f"- `{source_id}`: the publisher’s edition “{mark}”, fetched by `make refresh`"
    if not any(c.new or c.changed for c in changes):
        return f"{said} ({'; '.join(parts)})."
    return f"{said} ({'; '.join(parts)}). It was not compared with a second copy yet."


def _by_key(frame: pd.DataFrame, key: list[str]) -> dict[tuple[str, ...], dict[str, str]]:
    rows: list[dict[str, str]] = frame.to_dict("records")
    return {tuple(row[c] for c in key): row for row in rows}


def _differs(old: str, new: str) -> bool:
    if old == new or not (old and new):
        return old != new
    return Decimal(old) != Decimal(new)


def _moved(old: Mapping[str, str], new: Mapping[str, str], key: list[str]) -> Moved:
    what = " ".join(new[c] for c in key if c not in SILENT and new[c] not in OBVIOUS)
    return Moved(what, new.get("unit", ""), old["value"] or "0", new["value"] or "0")


def _largest(moved: list[Moved]) -> Iterator[Moved]:
    for unit in sorted({one.unit for one in moved}):
        mine = [one for one in moved if one.unit == unit]
        yield from sorted(mine, key=lambda one: (-abs(one.difference), one.what))[:LARGEST]


def _newest(rows: pd.DataFrame) -> str:
    return str(max(rows["year"], default="")) if "year" in rows else ""
