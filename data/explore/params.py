"""A question as names and values: what stands in links and in requests.

``origin=UZB,KAZ`` lets two values through, ``year=2010..2020`` and ``value=1000..`` what lies
between bounds, ``note_id=`` what is empty. ``_search``, ``_columns``, ``_sort``, ``_by``, ``_how``
and ``_across`` say the rest. No column begins with the line below.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from math import isfinite

from data.explore.question import HOWS, Filter, Question
from data.explore.refusal import Refused
from data.schema import fields, tables

SEARCH, COLUMNS, SORT, BY, HOW, ACROSS = (
    "_search",
    "_columns",
    "_sort",
    "_by",
    "_how",
    "_across",
)
OWN = (SEARCH, COLUMNS, SORT, BY, HOW, ACROSS)
RANGE = ".."
LONGEST = 200  # letters of what is searched for
WORDS = 10  # words of a search
MOST = 1000  # values of one filter


def to_params(question: Question) -> dict[str, str]:
    """Return a question without its table as names and values; what is usual is left out."""
    told = {one.column: _written(one) for one in question.where}
    told[SEARCH] = question.search
    for name, columns in (
        (COLUMNS, question.columns),
        (SORT, question.sort),
        (BY, question.by),
    ):
        told[name] = ",".join(columns)
    if question.by:
        told[HOW] = question.how
        told[ACROSS] = question.across
    kept = {one.column for one in question.where}
    return {name: value for name, value in told.items() if value or name in kept}


def from_params(table: str, params: Mapping[str, str]) -> Question:
    """Return the question that names and values ask.

    Parameters
    ----------
    table : str
        Name of the table.
    params : mapping of str to str
        As `to_params` writes them.

    Raises
    ------
    Refused
        When there is no such table, column or form of putting together, or a bound is no number,
        year or day.
    """
    if table not in tables():
        raise Refused("unknown_table", table=_clean(table))
    params = {_clean(name): _clean(told) for name, told in params.items()}
    names = tables()[table].columns
    unknown = [name for name in params if name not in names and name not in OWN]
    if unknown:
        raise Refused("unknown_column", table=table, columns=unknown)
    search = " ".join(params.get(SEARCH, "").split())
    if len(search) > LONGEST:
        raise Refused("long_search", most=LONGEST)
    if len(search.split()) > WORDS:
        raise Refused("many_words", most=WORDS)
    how = params.get(HOW, "") or HOWS[0]
    if how not in HOWS:
        raise Refused("unknown_how", how=how)
    sort = tuple(filter(None, params.get(SORT, "").split(",")))
    by = _columns(table, params.get(BY, ""))
    across = params.get(ACROSS, "")
    if across and across not in by:
        raise Refused("across_not_by", column=across)
    own = (*names, *(("value", "rows", "missing") if by else ()))
    odd = [name for name in sort if name.removeprefix("-") not in own]
    if odd:
        raise Refused("unknown_column", table=table, columns=odd)
    where = tuple(_filter(name, params[name]) for name in names if name in params)
    where = tuple(one for one in where if one != Filter(one.column))  # “..” bounds nothing
    shown = _columns(table, params.get(COLUMNS, ""))
    return Question(table, where, search, shown, sort, by, how if by else HOWS[0], across)


def _clean(told: str) -> str:
    """Return a text without what no table has and engines choke on: nulls, halves of letters."""
    return told.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")


def _columns(table: str, told: str) -> tuple[str, ...]:
    asked: Sequence[str] = tuple(dict.fromkeys(filter(None, told.split(","))))
    unknown = [name for name in asked if name not in tables()[table].columns]
    if unknown:
        raise Refused("unknown_column", table=table, columns=unknown)
    return tuple(asked)


def _written(one: Filter) -> str:
    if one.low or one.high:
        return f"{one.low}{RANGE}{one.high}"
    return ",".join(_escaped(value) for value in one.among)


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace(",", "\\,")


def _values(told: str) -> tuple[str, ...]:
    """Return the values of a list in which a comma inside a value has a stroke before it."""
    found, word, escaped = [], "", False
    for letter in told:
        if escaped or letter not in "\\,":
            word, escaped = word + letter, False
        elif letter == "\\":
            escaped = True
        else:
            found.append(word)
            word = ""
    return tuple(dict.fromkeys((*found, word)))


def _filter(column: str, told: str) -> Filter:
    kind = str(fields()[column]["type"])
    if kind != "string" and RANGE in told:
        low, _, high = told.partition(RANGE)
        for bound in filter(None, (low, high)):
            _check(column, kind, bound)
        return Filter(column, low=low.strip(), high=high.strip())
    values = _values(told)
    if len(values) > MOST:
        raise Refused("many_values", column=column, most=MOST)
    if kind != "string":
        for value in filter(None, values):
            _check(column, kind, value)
    return Filter(column, values)


def _check(column: str, kind: str, value: str) -> None:
    """Refuse a value that is not of the kind of its column."""
    try:
        if kind == "date":
            date.fromisoformat(value.strip())
        elif kind == "integer":
            if abs(int(value)) > 32_767:
                raise ValueError(value)
        elif not isfinite(float(value)):
            raise ValueError(value)
    except ValueError as error:
        raise Refused(f"not_{kind}", column=column, value=value) from error
