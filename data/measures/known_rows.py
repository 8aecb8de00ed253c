"""The rows of the lines of what is known of return, as plain rows, looked up by kind and origin.

A table is read once, in one pass: choosing and adding a few rows at a time is quick in plain
Python, and slow by columns.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from data.kept import kept
from data.measures.notes import standing
from data.measures.returns import ENFORCED, REFUSED, VOLUNTARY
from data.measures.returns_known import LINES, KnownLine

INDICATORS = {name for line in LINES for name in line.indicators} | {*VOLUNTARY, ENFORCED, REFUSED}


class KnownRow(NamedTuple):
    """A row of a curated table; `place` is its position there, `left` the country left."""

    place: int
    left: str
    origin: str
    indicator: str
    series: Any
    year: Any
    period_start: Any
    period_end: Any
    period_type: str
    sex: str
    age: str
    method: Any
    value: float
    unit: str
    obs_status: str
    confidence: str
    source_id: str
    note_id: Any
    reference: Any


@kept(entries=6)
def by_kind(table: pd.DataFrame) -> Mapping[tuple[str, str], tuple[KnownRow, ...]]:
    """Return the rows that any line may read, by indicator and country of origin.

    Parameters
    ----------
    table : pandas.DataFrame
        ``returns``, ``avrr`` or ``forced_displacement``.

    Returns
    -------
    mapping of (str, str) to tuple of KnownRow
        In the order of the table, without rows that a later figure of their source replaces.
    """
    host = "host" if "host" in table else "destination"
    wanted = table["indicator"].isin(list(INDICATORS))
    rows = table.loc[wanted].assign(place=np.flatnonzero(wanted), left=table.loc[wanted, host])
    rows = standing(rows)
    found: dict[tuple[str, str], list[KnownRow]] = {}
    for told in zip(*(rows[name].to_list() for name in KnownRow._fields), strict=True):
        row = KnownRow(*told)
        found.setdefault((row.indicator, row.origin), []).append(row)
    return {key: tuple(own) for key, own in found.items()}


def of_kinds(table: pd.DataFrame, indicators: Iterable[str], origin: str) -> list[KnownRow]:
    """Return the rows of some kinds for one country of origin, in the order of the table."""
    kinds = by_kind(table)
    return sorted(row for name in indicators for row in kinds.get((name, origin), ()))


def rows_of(tables: Mapping[str, pd.DataFrame], line: KnownLine, origin: str) -> list[KnownRow]:
    """Return the rows of a line for one country of origin, of all people together.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        ``returns``, ``avrr`` and ``forced_displacement``.
    line : KnownLine
        The line.
    origin : str
        ISO 3166-1 alpha-3.
    """
    rows = of_kinds(tables[line.table], line.indicators, origin)
    return [row for row in rows if _belongs(row, line)]


def _belongs(row: KnownRow, line: KnownLine) -> bool:
    return (
        (not line.hosts or row.left in line.hosts)
        and (not line.sources or row.source_id in line.sources)
        and str(row.series).startswith(line.series)
        and not (line.apart and str(row.series).endswith(line.apart))
        and (line.split or (row.sex, row.age) == ("total", "total"))
    )
