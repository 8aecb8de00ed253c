"""The rows that answer a question, by an expression that runs where the tables are."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from data.explore.filters import filtered
from data.explore.question import Question
from data.explore.rules import check
from data.schema import tables
from data.store.store import Store

if TYPE_CHECKING:
    import ibis

PAGE = 100
LARGEST = 500_000  # rows of one answer


@dataclass(frozen=True)
class Answer:
    """A page of the rows that answer a question.

    Attributes
    ----------
    rows : pyarrow.Table
        The rows of the page, with the columns that were asked for.
    total : int
        Rows that fit the question, or combinations into which they were put together.
    missing : int
        Of the rows that fit, those without a value.
    behind : int
        Rows of the table that fit the filters, before they were put together.
    every : int
        All rows of the table.
    page, pages : int
        Number of the page, from 1, and how many there are; none make one.
    """

    rows: pa.Table
    total: int
    missing: int
    behind: int
    every: int
    page: int
    pages: int


def answer(store: Store, question: Question, page: int = 1, size: int = PAGE) -> Answer:
    """Return one page of the rows that answer a question.

    Parameters
    ----------
    store : Store
        Where the tables are.
    question : Question
        What is asked; its columns are those of the table.
    page : int
        Number of the page, from 1; one that is not there becomes the nearest.
    size : int
        Rows of a page.

    Raises
    ------
    Refused
        When rows may not be put together as is asked (see `data.explore.rules`).
    data.errors.DataError
        When the table cannot be had.
    """
    import ibis  # noqa: PLC0415  # see data.store.package

    check(store, question)
    table = store.table(question.table)
    fit = filtered(table, question)
    value = "value" in table.columns
    counted = fit.aggregate(
        behind=ibis._.count(),
        missing=ibis._.value.isnull().sum().fill_null(0) if value else ibis.literal(0),
    )
    told = store.answer(counted).to_pylist()[0]
    every = store.answer(table.aggregate(every=ibis._.count()))["every"][0].as_py()
    wanted = put_together(fit, question)
    total = told["behind"]
    if question.by:
        total = store.answer(wanted.aggregate(total=ibis._.count()))["total"][0].as_py()
    pages = max(1, -(-total // size))
    number = min(max(1, page), pages)
    rows = store.answer(_ordered(wanted, question).limit(size, offset=(number - 1) * size))
    return Answer(rows, total, int(told["missing"]), told["behind"], every, number, pages)


def whole(store: Store, question: Question, most: int = LARGEST) -> pa.Table:
    """Return all rows that answer a question, for a chart or a file; at most so many.

    It is refused as `answer` refuses it.
    """
    check(store, question)
    fit = filtered(store.table(question.table), question)
    return store.answer(_ordered(put_together(fit, question), question).limit(most))


def put_together(table: "ibis.Table", question: Question) -> "ibis.Table":
    """Return the columns that are asked for, or the rows put together by some of them."""
    import ibis  # noqa: PLC0415

    if not question.by:
        return table.select(*(question.columns or table.columns))
    told: dict[str, Any] = {"rows": ibis._.count()}
    if "value" in table.columns:
        told["missing"] = ibis._.value.isnull().sum().fill_null(0)
        if question.how != "count":
            told = {"value": getattr(ibis._.value, question.how)(), **told}
    return table.group_by(*question.by).aggregate(**told)


def values(store: Store, question: Question, column: str) -> dict[str, int]:
    """Return the values that a column has where the other filters hold, with their rows.

    Parameters
    ----------
    column : str
        Column of the table; its own filter does not count.
    """
    import ibis  # noqa: PLC0415

    others = replace(question, where=tuple(f for f in question.where if f.column != column))
    fit = filtered(store.table(question.table), others)
    counted = fit.group_by(column).aggregate(rows=ibis._.count())
    rows = store.answer(counted.order_by(ibis.desc("rows"), column)).to_pylist()
    return {"" if row[column] is None else str(row[column]): row["rows"] for row in rows}


def _ordered(table: "ibis.Table", question: Question) -> "ibis.Table":
    """Return rows in the order that is asked for; equal ones in the order of the key."""
    import ibis  # noqa: PLC0415

    asked = [
        ibis.desc(name[1:], nulls_first=False) if name.startswith("-") else ibis.asc(name)
        for name in question.sort
        if name.removeprefix("-") in table.columns
    ]
    told = {name.removeprefix("-") for name in question.sort}
    key = question.by or tables()[question.table].key
    rest = [name for name in key if name in table.columns and name not in told]
    order = [*asked, *map(ibis.asc, rest)]
    return table.order_by(*order) if order else table
