"""What kinds of figures are among the rows that fit a question, told where the rows are."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from data.codelists import code_list
from data.store.store import Store

if TYPE_CHECKING:
    import ibis

PLACES = ("origin", "destination", "host", "country", "sender", "receiver", "partner", "region")
KINDS = (
    "measure",
    "unit",
    "indicator",
    "series",
    "period_type",
    "sex",
    "age",
    "origin_basis",
    "method",
    "programme",
    "obs_status",
    "source_id",
    "year",
)
ENDS = ("period_start", "period_end", "reference", "name", *PLACES)
GROUP = "R_"  # how the codes of regions of the world begin
LARGEST = 100_000  # combinations that are looked at one by one


@dataclass(frozen=True)
class Profile:
    """The combinations of kinds among rows with a value, and the way back to these rows.

    Attributes
    ----------
    store : Store
        Where the rows are.
    fit : ibis.Table
        The rows that fit the question and have a value.
    by : tuple of str
        Columns whose combinations are put together.
    rows : pandas.DataFrame
        One row for each combination of `KINDS` and of ``<place>_whole``, whether a place is a sum
        of others. ``n`` counts rows; ``<column>_low`` and ``<column>_high`` are the ends of a
        column of `ENDS`. An empty cell is an empty text, or 0.
    """

    store: Store
    fit: "ibis.Table"
    by: tuple[str, ...]
    rows: pd.DataFrame

    @property
    def coarse(self) -> list[str]:
        """Columns of the grouping that `rows` have."""
        return [column for column in self.by if column in self.rows]

    @property
    def fine(self) -> bool:
        """Whether the grouping goes on where `rows` do not see it."""
        return len(self.coarse) < len(self.by)


def profile(store: Store, fit: "ibis.Table", by: tuple[str, ...]) -> Profile:
    """Return which kinds of figures are among some rows: one question to the store.

    Parameters
    ----------
    store : Store
        Where the rows are.
    fit : ibis.Table
        Rows of a table with values.
    by : tuple of str
        Columns whose combinations are put together.
    """
    import ibis  # noqa: PLC0415  # see data.store.package

    known = fit.filter(fit["value"].notnull())
    kinds = [name for name in KINDS if name in known.columns]
    flags = {f"{name}_whole": whole(known, name) for name in PLACES if name in known.columns}
    edges = [name for name in ENDS if name in known.columns]
    told: dict[str, Any] = {"n": ibis._.count()}
    for name in edges:
        cells = known[name]
        told |= {
            f"{name}_low": cells.min(),
            f"{name}_high": cells.max(),
            f"{name}_known": cells.count(),
        }
    rows = store.answer(known.group_by(*kinds, **flags).aggregate(**told))
    return Profile(store, known, by, _without_gaps(rows, edges).to_pandas())


def _without_gaps(rows: pa.Table, edges: Iterable[str]) -> pa.Table:
    """Return rows with a value in each empty cell; an empty cell is the lowest of a column."""
    for name in edges:
        whole_column = pc.equal(rows[f"{name}_known"], rows["n"])
        low = pc.if_else(whole_column, rows[f"{name}_low"], None)
        rows = rows.set_column(rows.column_names.index(f"{name}_low"), f"{name}_low", low)
    for place, one in enumerate(rows.schema):
        cells, number = rows[one.name], pa.types.is_integer(one.type)
        if not number and not pa.types.is_boolean(one.type):
            cells = cells.cast(pa.string())
        if cells.null_count:
            cells = pc.fill_null(cells, 0 if number else "")
        rows = rows.set_column(place, one.name, cells)
    return rows


def filled(table: "ibis.Table", column: str) -> Any:
    """Return a column with a value in its empty cells, which are a kind of their own."""
    cells = table[column]
    if cells.type().is_temporal():
        return cells.cast("string").fill_null("")
    return cells.fill_null(0 if cells.type().is_numeric() else "")


def whole(table: "ibis.Table", column: str) -> Any:
    """Return whether a place is a sum of others: the world, a group, a country of regions."""
    cells, codes = table[column], sums(column)
    if not codes:
        return cells.isnull() & False
    few = [code for code in codes if not code.startswith(GROUP)]  # each code costs in an expression
    found = cells.isin(few)
    return (found | cells.startswith(GROUP) if len(few) < len(codes) else found).fill_null(False)


@cache
def sums(column: str) -> tuple[str, ...]:
    """Return the codes of a column of places that are sums of others."""
    if column == "region":
        regions = code_list("regions")
        return tuple(code for code in regions["country"].unique() if code)
    places = code_list("countries")
    return tuple(places.index[places["kind"].eq("aggregate")])


def any_group(told: Profile, by: Iterable[str], cells: Any, flag: Any = True) -> bool:
    """Return whether in some group a flag holds for one row and cells differ.

    Parameters
    ----------
    told : Profile
        The rows.
    by : iterable of str
        Columns of the grouping.
    cells, flag : expression
        Of the rows; an empty cell differs from none.
    """
    import ibis  # noqa: PLC0415

    one = ibis.literal(1) if flag is True else ibis.ifelse(flag, 1, 0)  # not every engine casts
    table = told.fit.mutate(_flag=one, _cells=cells)
    ends = table.group_by(*by).aggregate(
        _any=table["_flag"].max(), _low=table["_cells"].min(), _high=table["_cells"].max()
    )
    found = (ends["_any"] == 1) & (ends["_low"] < ends["_high"])
    return bool(told.store.answer(ends.filter(found).limit(1)).num_rows)


def any_twice(told: Profile, flag: Any, by: Iterable[str]) -> bool:
    """Return whether, among rows with a flag, a combination of columns is there twice."""
    import ibis  # noqa: PLC0415

    counted = told.fit.filter(flag).group_by(*by).aggregate(_n=ibis._.count())
    return bool(told.store.answer(counted.filter(counted["_n"] > 1).limit(1)).num_rows)


def combinations(told: Profile, columns: Iterable[str]) -> pd.DataFrame:
    """Return the different combinations of some columns, `LARGEST` at most."""
    cells = {name: filled(told.fit, name) for name in columns}
    return told.store.answer(told.fit.select(**cells).distinct().limit(LARGEST)).to_pandas()
