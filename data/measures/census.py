"""What the curated tables hold: rows by table, source and year. Rows are counted, never people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.kept import kept

Counts = Mapping[str, int]
KINDS = ("measure", "method", "confidence", "obs_status", "note_id")  # columns that are counted


@dataclass(frozen=True)
class Holding:
    """The rows of one source in one table.

    Attributes
    ----------
    table, source : str
        Name of the table, id of the source.
    rows : int
        How many rows.
    years : mapping of int to int
        Rows by year, in order; of a table of acts, by the year of their day.
    undated : int
        Rows without a year.
    measure, method, confidence, obs_status, note_id : mapping of str to int
        Rows by the codes of a column, the most first; empty where the table has no such column.
        A row with several notes counts for each.
    """

    table: str
    source: str
    rows: int
    years: Mapping[int, int]
    undated: int
    measure: Counts = field(default_factory=dict)
    method: Counts = field(default_factory=dict)
    confidence: Counts = field(default_factory=dict)
    obs_status: Counts = field(default_factory=dict)
    note_id: Counts = field(default_factory=dict)


@kept(entries=60)
def holdings_of(rows: pd.DataFrame, table: str) -> tuple[Holding, ...]:
    """Return what each source gives to one table, in alphabetical order of the sources."""
    return tuple(_holdings(rows, table))


def _holdings(rows: pd.DataFrame, table: str) -> Iterator[Holding]:
    codes = rows["source_id"].cat.codes.to_numpy()
    years = _years(rows)
    names = list(map(str, rows["source_id"].cat.categories))
    for place in sorted(set(codes.tolist()), key=names.__getitem__):
        own = np.flatnonzero(codes == place)
        dated = years[own]
        counted = {name: _counts(rows[name].iloc[own]) for name in KINDS if name in rows}
        known, times = np.unique(dated[~np.isnan(dated)], return_counts=True)
        told = {int(year): int(count) for year, count in zip(known, times, strict=True)}
        undated = len(own) - sum(told.values())
        yield Holding(table, names[place], len(own), told, undated, **counted)


def _years(rows: pd.DataFrame) -> npt.NDArray[np.float64]:
    """Return the year of each row, of its day where the table has no years; NaN without one."""
    found = rows["year"] if "year" in rows else rows["date"].dt.year if "date" in rows else None
    if found is None:
        return np.full(len(rows), np.nan)
    return np.asarray(found.to_numpy("float64", na_value=np.nan), dtype=np.float64)


def _counts(cells: "pd.Series[str]") -> Counts:
    """Return how often each code stands in cells, the most frequent first."""
    found: dict[str, int] = {}
    told = cells.value_counts()
    for value, count in told[told > 0].items():
        for code in str(value).split():
            found[code] = found.get(code, 0) + int(count)
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))


def census(tables: Mapping[str, pd.DataFrame]) -> tuple[Holding, ...]:
    """Return what each source gives to each of the tables, table by table."""
    return tuple(one for name in tables for one in holdings_of(tables[name], name))


def added(holdings: "tuple[Holding, ...] | list[Holding]", kind: str) -> dict[str, int]:
    """Return rows by the codes of a column over several holdings, the most first."""
    found: dict[str, int] = {}
    for one in holdings:
        for code, count in getattr(one, kind).items():
            found[code] = found.get(code, 0) + count
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))


def span(holdings: "tuple[Holding, ...] | list[Holding]") -> tuple[int, int] | None:
    """Return the first and the last year of any row; None where no row has a year."""
    years = [year for one in holdings for year in one.years]
    return (min(years), max(years)) if years else None
