"""What an answer can be drawn as: its dimensions, its one unit, and the charts that fit them."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from components.views.explore.asked import MOST
from data.explore.profile import sums
from data.explore.question import Question
from data.schema import fields, tables

# Columns that say what a row is about, and those that say what was counted, and how: rows that
# differ in one of the latter are no points of one line, unless the former tell them apart too.
ABOUT = (
    "origin",
    "destination",
    "host",
    "sender",
    "receiver",
    "country",
    "region",
    "partner",
    "year",
    "name",
    "status",
)
KINDS = (
    "indicator",
    "sex",
    "age",
    "series",
    "programme",
    "method",
    "origin_basis",
    "measure",
    "source_id",
    "period_type",
)
BARS, WIDE = 400, 60  # more things than that are no chart
FLAG = "flag"  # status of a row that is a fact without a number


@dataclass(frozen=True)
class Shape:
    """An answer as a chart sees it.

    Attributes
    ----------
    rows : pandas.DataFrame
        Its rows that have a number.
    dims : tuple of str
        Columns that tell each row from the others, one to two and the year; none where there are
        more.
    number : str
        Column of the number: ``value``, or ``rows``.
    unit : str
        Code of its unit; empty for counts of rows, and where there are several.
    why : str
        Why it cannot be drawn, as a code; empty where it can.
    sums : tuple of str
        Codes of places that are not drawn, because they are sums of others that are.
    """

    rows: pd.DataFrame
    dims: tuple[str, ...]
    number: str
    unit: str
    why: str = ""
    sums: tuple[str, ...] = ()

    @property
    def others(self) -> tuple[str, ...]:
        """The dimensions that are no year."""
        return tuple(name for name in self.dims if name != "year")

    def count(self, name: str) -> int:
        """Return how many values a dimension has."""
        return int(self.rows[name].nunique(dropna=False))


def shape_of(question: Question, rows: pd.DataFrame, units: Sequence[str]) -> Shape:
    """Return the shape of an answer.

    Parameters
    ----------
    rows : pandas.DataFrame
        All rows of the answer, or one more than are looked at.
    units : sequence of str
        Codes of the units of the rows behind it.
    """
    for one in question.where:  # what is the same of all rows, and put together with them
        if len(one.among) == 1 and one.among[0] and one.column not in rows and len(rows):
            rows = rows.assign(**{one.column: one.among[0]})
    number = "rows" if question.by and question.how == "count" else "value"
    if number not in rows:
        return Shape(rows.iloc[:0], (), number, "", "no_value")
    known = rows.loc[rows[number].notna()]
    if "obs_status" in known and not question.by:
        known = known.loc[known["obs_status"].ne(FLAG)]
    unit = units[0] if len(units) == 1 and number == "value" else ""
    dims = question.by
    why = _in_the_way(question, rows, known, units if number == "value" else ())
    if not why and not dims:
        dims = told_apart(question.table, known)
    if not why and not 1 <= len(dims) <= 2 + ("year" in dims):
        why = "dimensions"
    if why:
        return Shape(known.iloc[:0], (), number, unit, why)
    drawn, left_out = _without_sums(known, dims)
    return Shape(drawn, tuple(dims), number, unit, "", left_out)


def _without_sums(rows: pd.DataFrame, dims: Sequence[str]) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return rows without the sums of places that stand among their parts, and those sums."""
    left_out: list[str] = []
    for name in dims:
        if name != "region" and not is_place(name):
            continue
        own = rows[name].isin(sums(name))
        if own.any() and not own.all():
            left_out += [str(code) for code in rows.loc[own, name]]
            rows = rows.loc[~own]
    return rows, tuple(dict.fromkeys(left_out))


def _in_the_way(
    question: Question, rows: pd.DataFrame, known: pd.DataFrame, units: Sequence[str]
) -> str:
    """Return why no chart can be made of rows, whatever tells them apart; empty where one can."""
    if len(rows) > MOST:
        return "many_rows"
    if known.empty:
        return "nothing"
    if len(units) > 1:
        return "units"
    kinds = "measure" in known and not question.by and known["measure"].nunique() > 1
    return "measures" if kinds else ""


def told_apart(table: str, rows: pd.DataFrame) -> tuple[str, ...]:
    """Return the columns that tell each row from the others; none where no few of them do.

    A single row is told by its first column. What follows from the columns without the year (the
    source of each country, say) is left out; what changes with the years alone is not: a line
    through them would join what is not alike.
    """
    there = [name for name in (*ABOUT, *KINDS) if name in rows and name in tables()[table].columns]
    varying = [name for name in there if rows[name].nunique(dropna=False) > 1]
    if not varying:
        return tuple(there[:1]) if len(rows) == 1 else ()
    for name in [one for one in reversed(varying) if one in KINDS]:
        left = [one for one in varying if one not in (name, "year")]
        if left and rows.groupby(left, dropna=False)[name].nunique(dropna=False).max() == 1:
            varying.remove(name)
    return tuple(varying) if not rows.duplicated(varying).any() else ()


def charts_of(shape: Shape) -> tuple[str, ...]:
    """Return the charts that fit a shape; of rows there is always a list."""
    if shape.why or not shape.dims:
        return ("rows",)
    found, others = ["rows"], shape.others
    dated = "year" in shape.dims
    many = [shape.count(name) for name in others]
    positive = bool((shape.rows[shape.number] >= 0).all())
    if len(shape.dims) == 1 and shape.count(shape.dims[0]) <= BARS and positive:
        found.append("bars")
    if dated and shape.count("year") > 1 and sum(many) <= BARS:
        found.append("lines")
    if len(shape.dims) == 2:
        found += ["heat"] if _fits_heat(shape) else []
        if dated and shape.count("year") > 1 and positive:
            found.append("slope")
    if mapped(shape):
        found.append("map")
    return tuple(found)


def _fits_heat(shape: Shape) -> bool:
    down, across = heat_sides(shape)
    return shape.count(down) <= BARS and shape.count(across) <= WIDE


def heat_sides(shape: Shape) -> tuple[str, str]:
    """Return the dimension of the rows of a heat table and that of its columns."""
    first, second = shape.dims
    if first == "year" or (second != "year" and shape.count(first) < shape.count(second)):
        return second, first
    return first, second


def is_place(name: str) -> bool:
    """Say whether a column holds countries."""
    return str(fields()[name].get("codes", "")) == "countries"


ENDS = (("origin", "destination"), ("host", "origin"), ("sender", "receiver"))


def ends_of(shape: Shape) -> tuple[str, str] | None:
    """Return the columns of both ends of movements, where each row has one of each."""
    for start, end in ENDS:
        both = {start, end} <= set(shape.rows.columns)
        if both and set(shape.dims) <= {start, end}:
            return start, end
    return None


def mapped(shape: Shape) -> str:
    """Return the kind of map that a shape can be: of movements, of regions, or none."""
    if "region" in shape.dims and len(shape.dims) == 1:
        return "regions"
    return "flows" if ends_of(shape) and not shape.why else ""
