"""The order of rows: as is asked, equal ones by the key, empty cells last."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from data.explore.question import Question
from data.schema import tables

if TYPE_CHECKING:
    import ibis


def ordered(table: "ibis.Table", question: Question) -> "ibis.Table":
    """Return rows in the order that is asked for.

    Parameters
    ----------
    table : ibis.Table
        Rows of the table with all their columns, or put together.
    question : Question
        A column of its order that the rows do not have says nothing.
    """
    key = question.by or tables()[question.table].key
    order = ordering(table.columns, question, key)
    return table.order_by(*order) if order else table


def ordering(columns: Sequence[str], question: Question, key: Sequence[str]) -> list[Any]:
    """Return the terms of the order: those asked for, then the columns of a key."""
    import ibis  # noqa: PLC0415  # see data.store.package

    told: dict[str, Any] = {}
    for asked in (*question.sort, *key):
        name = asked.removeprefix("-")
        if name in columns and name not in told:
            make = ibis.desc if asked.startswith("-") else ibis.asc
            told[name] = make(name, nulls_first=False)
    return list(told.values())
