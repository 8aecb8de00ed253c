"""The rows of a table that fit the filters and the search of a question."""

from collections.abc import Callable
from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from data.codelists import code_list
from data.explore.question import Filter, Question
from data.schema import fields

if TYPE_CHECKING:
    import ibis


def filtered(table: "ibis.Table", question: Question) -> "ibis.Table":
    """Return the rows that fit the filters and the search of a question."""
    for one in question.where:
        table = table.filter(_fits(table, one))
    for word in question.search.casefold().split():
        table = table.filter(_has(table, word))
    return table


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
