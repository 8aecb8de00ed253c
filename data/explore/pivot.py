"""A wide table: the values of one column of a grouping become columns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from data.codelists import codes
from data.explore.order import ordering
from data.explore.question import Question
from data.explore.refusal import Refused
from data.schema import fields
from data.store.store import Store

if TYPE_CHECKING:
    import ibis

WIDEST = 60  # columns that one column may become
LARGEST = 500_000  # pages that may be asked for


@dataclass(frozen=True)
class Wide:
    """A page of a wide table.

    Attributes
    ----------
    rows : pyarrow.Table
        The columns of the grouping but one, a column for each of its values, ``rows``, and
        ``missing`` where the table has values. There are no totals. A cell is empty where no row
        stands behind it, or none with a value.
    across : tuple of str
        The values that became columns, in order.
    total, page, pages : int
        Rows of the whole, number of the page, and of pages.
    """

    rows: pa.Table
    across: tuple[str, ...]
    total: int
    page: int
    pages: int


def spread(store: Store, long: "ibis.Table", question: Question, page: int, size: int) -> Wide:
    """Return a page of a long table that was made wide.

    Parameters
    ----------
    store : Store
        Where the tables are.
    long : ibis.Table
        Rows put together by the columns of the question.
    question : Question
        Its column ``across`` is one of its grouping.
    page, size : int
        Number of the page, from 1, and its rows.

    Raises
    ------
    Refused
        When there are more columns than `WIDEST`.
    """
    across = _across(store, long, question)
    found = _numbered(long, question)
    page = min(max(1, page), LARGEST)
    rows = store.answer(_page(found, page, size))
    total = rows["_total"][0].as_py() if rows.num_rows else _total(store, found)
    pages = max(1, -(-total // size))
    if page > pages:
        rows = store.answer(_page(found, pages, size))
    return Wide(_table(rows, question, across), across, total, min(page, pages), pages)


def _across(store: Store, long: "ibis.Table", question: Question) -> tuple[str, ...]:
    """Return the values that become columns: numbers and days as they go, codes as listed."""
    column = question.across
    found = store.answer(long.select(column).distinct())[column].to_pylist()
    if len(found) > WIDEST:
        raise Refused("across_many", column=column, n=len(found), most=WIDEST)
    known = [value for value in found if value is not None]
    listed = fields()[column].get("codes")
    if column == "age":
        known.sort(key=_years_of_life)
    elif listed:
        place = {code: index for index, code in enumerate(codes(listed))}
        known.sort(key=lambda code: (place.get(code, len(place)), code))
    else:
        known.sort()
    return (*map(str, known), *([""] if None in found else []))


def _years_of_life(age: str) -> tuple[int, int, str]:
    """Return the place of an age group: all together first, then the youngest."""
    digits = "".join(letter if letter.isdigit() else " " for letter in age).split()
    first = -1 if age.startswith("<") else int(digits[0]) if digits else 999
    return 0 if age == "total" else 1, first, age


def _numbered(long: "ibis.Table", question: Question) -> "ibis.Table":
    """Return the cells, each with the columns and the number of the wide row that it is in."""
    import ibis  # noqa: PLC0415  # see data.store.package

    rest = [column for column in question.by if column != question.across]
    sums = {name: f"_{name}" for name in ("rows", "missing") if name in long.columns}
    cell = long["value"] if "value" in long.columns else long["rows"]
    cells = {"_across": long[question.across].cast("string").fill_null(""), "_cell": cell}
    own = long.select(*rest, **cells, **{new: long[old] for old, new in sums.items()})
    if not rest:
        every = ibis.window()
        summed = own.mutate(**{name: own[name].sum().over(every) for name in sums.values()})
        return summed.mutate(_row=ibis.literal(0), _total=ibis.literal(1))
    summed = own.group_by(*rest).mutate(**{name: own[name].sum() for name in sums.values()})
    order = ordering([*rest, *sums.values()], _by_sums(question), rest)
    ranked = summed.mutate(_row=ibis.dense_rank().over(order_by=order))
    return ranked.mutate(_total=ranked["_row"].max().over(ibis.window()) + 1)


def _by_sums(question: Question) -> Question:
    """Return a question whose order by rows or missing is that of the sums of wide rows."""
    names = {"rows": "_rows", "-rows": "-_rows", "missing": "_missing", "-missing": "-_missing"}
    return replace(question, sort=tuple(names.get(name, name) for name in question.sort))


def _page(found: "ibis.Table", page: int, size: int) -> "ibis.Table":
    first = (page - 1) * size
    rows = found.filter((found["_row"] >= first) & (found["_row"] < first + size))
    return rows.order_by("_row", "_across")


def _total(store: Store, found: "ibis.Table") -> int:
    """Return the rows of a wide table of which an empty page was asked."""
    told = store.answer(found.aggregate(total=found["_total"].max()))["total"][0].as_py()
    return int(told or 0)


def _table(rows: pa.Table, question: Question, across: Sequence[str]) -> pa.Table:
    """Return cells as a wide table; no cell of a wide row is on another page."""
    numbers = rows["_row"].to_numpy()
    first = np.flatnonzero(np.diff(numbers, prepend=-1))  # numbers go up, from 0
    rest = [column for column in question.by if column != question.across]
    heads = rows.take(pa.array(first, pa.int64()))
    found = {name: heads[name] for name in rest}
    cells = rows.select(["_row", "_across", "_cell"]).to_pandas()
    wide = cells.pivot(index="_row", columns="_across", values="_cell")
    kind = rows.schema.field("_cell").type
    for value in across:
        own = wide[value] if value in wide else [None] * len(wide)
        clash = not value or value in (*question.by, "rows", "missing")
        name = f"{question.across}={value}" if clash else value
        found[name] = pa.array(own, kind, from_pandas=True)
    ends = {name[1:]: heads[name] for name in ("_rows", "_missing") if name in heads.column_names}
    return pa.table(found | ends)
