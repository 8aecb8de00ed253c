"""The rows that answer a question, by an expression that runs where the tables are."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from data.explore.filters import filtered
from data.explore.order import ordered
from data.explore.pivot import Wide, spread
from data.explore.question import Question
from data.explore.rules import check
from data.store.store import Store

if TYPE_CHECKING:
    import ibis

__all__ = ["LARGEST", "PAGE", "Answer", "answer", "filtered", "put_together", "values", "whole"]
PAGE = 100
LARGEST = 500_000  # rows of one answer


@dataclass(frozen=True)
class Answer:
    """A page of the rows that answer a question.

    Attributes
    ----------
    rows : pyarrow.Table
        The rows of the page, with the columns that were asked for. Rows that were put together
        end in ``rows`` and ``missing``: how many they were, and how many of them have no value;
        ``value`` is of the others alone, and empty where there are none.
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
    across : tuple of str
        Values that became columns, in order, an empty text for an empty cell; their columns are
        the last but ``rows`` and ``missing``. Empty for a long table.
    """

    rows: pa.Table
    total: int
    missing: int
    behind: int
    every: int
    page: int
    pages: int
    across: tuple[str, ...] = ()


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
        When rows may not be put together as is asked (see `data.explore.rules`), or would make
        too many columns.
    data.errors.DataError
        When the table cannot be had.
    """
    check(store, question)
    told = _counts(store, question)
    fit = filtered(store.table(question.table), question)
    if question.across:
        wide = spread(store, put_together(fit, question), question, page, size)
        return Answer(wide.rows, wide.total, *told, wide.page, wide.pages, wide.across)
    if question.by:
        return _grouped(store, put_together(fit, question), question, told, page, size)
    pages = max(1, -(-told[1] // size))
    number = min(max(1, page), pages)
    wanted = ordered(fit, question).limit(size, offset=(number - 1) * size)
    return Answer(store.answer(_shown(wanted, question)), told[1], *told, number, pages)


def _grouped(
    store: Store,
    wanted: "ibis.Table",
    question: Question,
    told: tuple[int, int, int],
    page: int,
    size: int,
) -> Answer:
    """Return a page of rows that were put together, which are counted in the same breath."""
    import ibis  # noqa: PLC0415  # see data.store.package

    counted = wanted.mutate(_total=ibis._.count().over(ibis.window()))
    order = ordered(counted, question)
    page = min(max(1, page), LARGEST)
    rows = store.answer(order.limit(size, offset=(page - 1) * size))
    if not rows.num_rows and told[1]:  # there are fewer pages
        first = store.answer(order.limit(1))
        page = -(-first["_total"][0].as_py() // size)
        rows = store.answer(order.limit(size, offset=(page - 1) * size))
    total = rows["_total"][0].as_py() if rows.num_rows else 0
    pages = max(1, -(-total // size))
    return Answer(rows.drop_columns("_total"), total, *told, min(page, pages), pages)


def whole(store: Store, question: Question, most: int = LARGEST) -> pa.Table:
    """Return all rows that answer a question, for a chart or a file; at most so many.

    It is refused as `answer` refuses it.
    """
    check(store, question)
    fit = put_together(filtered(store.table(question.table), question), question)
    if question.across:
        wide: Wide = spread(store, fit, question, 1, most)
        return wide.rows
    return store.answer(_shown(ordered(fit, question).limit(most), question))


def put_together(table: "ibis.Table", question: Question) -> "ibis.Table":
    """Return the rows as they are, or put together by some of their columns."""
    import ibis  # noqa: PLC0415  # see data.store.package

    if not question.by:
        return table
    told: dict[str, Any] = {"rows": ibis._.count()}
    if "value" in table.columns:
        told["missing"] = ibis._.count() - ibis._.value.count()
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
    rows = store.answer(counted.order_by(ibis.desc("rows"), ibis.asc(column))).to_pylist()
    return {"" if row[column] is None else str(row[column]): row["rows"] for row in rows}


def _shown(table: "ibis.Table", question: Question) -> "ibis.Table":
    """Return the columns that are asked for; those of rows put together are all shown."""
    return table.select(*question.columns) if question.columns and not question.by else table


def _counts(store: Store, question: Question) -> tuple[int, int, int]:
    """Return how many rows have no value, fit, and are there at all: one question."""
    import ibis  # noqa: PLC0415

    table = store.table(question.table)
    fit = filtered(table, question)
    every = table.aggregate(every=ibis._.count())
    known = ibis._.value.count() if "value" in table.columns else ibis._.count()
    counted = fit.aggregate(behind=ibis._.count(), known=known)
    told = store.answer(counted.cross_join(every)).to_pylist()[0]
    return told["behind"] - told["known"], told["behind"], told["every"]
