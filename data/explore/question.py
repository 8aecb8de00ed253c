"""What can be asked of one curated table."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

How: TypeAlias = Literal["count", "sum", "mean", "median", "min", "max"]
HOWS: tuple[How, ...] = get_args(How)


@dataclass(frozen=True)
class Filter:
    """What one column has to be.

    Attributes
    ----------
    column : str
        Column of the table.
    among : tuple of str
        Values that are let through, as they stand in the files; an empty text is an empty cell.
    low, high : str
        Bounds of a number, a year or a day (ISO 8601), both included; empty where there is none.
    """

    column: str
    among: tuple[str, ...] = ()
    low: str = ""
    high: str = ""


@dataclass(frozen=True)
class Question:
    """A slice of a curated table, as it is or put together.

    Attributes
    ----------
    table : str
        Name of the table.
    where : tuple of Filter
        Filters, at most one a column; all have to hold.
    search : str
        Words that stand in some text of the row or in the English or Russian name of one of its
        codes, letters large or small.
    columns : tuple of str
        Columns that are shown, in order; all where there is none.
    sort : tuple of str
        Columns by which rows are ordered, with a hyphen before those from large to small.
    by : tuple of str
        Columns whose combinations are put together; none for the rows themselves.
    how : {"count", "sum", "mean", "median", "min", "max"}
        How the values of rows that are put together become one.
    across : str
        Column whose values become columns, one of `by`; empty for a long table.
    """

    table: str
    where: tuple[Filter, ...] = field(default=())
    search: str = ""
    columns: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    how: How = "count"
    across: str = ""
