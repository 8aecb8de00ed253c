"""The rows that answer a question, by an expression that runs where the tables are."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from data.codelists import code_list
from data.explore.question import Filter, Question
from data.schema import fields, tables
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
    data.errors.DataError
        When the table cannot be had.
    """
    import ibis  # noqa: PLC0415  # see data.store.package

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
    """Return all rows that answer a question, for a chart or a file; at most so many."""
    fit = filtered(store.table(question.table), question)
    return store.answer(_ordered(put_together(fit, question), question).limit(most))


def filtered(table: "ibis.Table", question: Question) -> "ibis.Table":
    """Return the rows that fit the filters and the search of a question."""
    for one in question.where:
        table = table.filter(_fits(table, one))
    for word in question.search.casefold().split():
        table = table.filter(_has(table, word))
    return table


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


def _fits(table: "ibis.Table", one: Filter) -> Any:
    import ibis  # noqa: PLC0415

    cells = table[one.column]
    if one.low or one.high:
        low, high = (_typed(one.column, bound) if bound else None for bound in (one.low, one.high))
        bounds = [cells >= low] if low is not None else []
        return reduce(lambda a, b: a & b, [*bounds, *([cells <= high] if high is not None else [])])
    known = [_typed(one.column, value) for value in one.among if value]
    either = [cells.isin(known)] if known else []
    if "" in one.among:
        either.append(cells.isnull())
    return reduce(or_, either) if either else ibis.literal(True)


def _typed(column: str, value: str) -> Any:
    kind = str(fields()[column]["type"])
    makers: dict[str, Callable[[str], Any]] = {
        "integer": int,
        "number": float,
        "date": date.fromisoformat,
    }
    return makers[kind](value.strip()) if kind in makers else value


def _has(table: "ibis.Table", word: str) -> Any:
    """Return whether a word stands in a text of the row, or in the name of one of its codes."""
    found = []
    for column in table.columns:
        field = fields()[column]
        if field["type"] != "string":
            continue
        if field.get("codes"):
            codes = _named(field["codes"], word)
            found += [table[column].isin(codes)] if codes else []
        else:
            found.append(table[column].lower().contains(word))
    import ibis  # noqa: PLC0415

    return reduce(or_, found) if found else ibis.literal(False)


def _named(name: str, word: str) -> list[str]:
    """Return the codes of a list that have a word in the code itself or in one of its names."""
    listed = code_list(name)
    texts = [listed.index.to_series().astype(str)]
    texts += [listed[column].astype(str) for column in listed.columns if column.startswith("name_")]
    hit = reduce(or_, (text.str.casefold().str.contains(word, regex=False) for text in texts))
    return [str(code) for code in listed.index[hit]]
