"""A question and its answer in words: tables, columns, values, filters, what is asked."""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from components.language import N_, NP_, Language
from components.language.numbers import as_said
from components.phrases.figures import qualified
from components.phrases.references import source_name
from components.phrases.tables import TABLES
from data.codelists import known
from data.explore.question import Filter, How, Question
from data.schema import fields, tables

WHEN = ("year", "date")  # columns that say the year of a row, the first that a table has
LONGEST = 90  # letters of a headline
FEW = 3  # values of a filter, and columns of a group, that are named
NONE = ""  # the code of an empty cell
# What is asked, by how values are put together.
TITLES: dict[How, tuple[str, str]] = {
    "count": NP_(
        "{n} row of the table “{table}” is counted by {columns}",
        "{n} rows of the table “{table}” are counted by {columns}",
    ),
    "sum": NP_(
        "{n} row of the table “{table}” is added up by {columns}",
        "{n} rows of the table “{table}” are added up by {columns}",
    ),
    "mean": NP_(
        "{n} row of the table “{table}” is averaged by {columns}",
        "{n} rows of the table “{table}” are averaged by {columns}",
    ),
    "median": NP_(
        "{n} row of the table “{table}” has its median taken by {columns}",
        "{n} rows of the table “{table}” have their median taken by {columns}",
    ),
    "min": NP_(
        "{n} row of the table “{table}” is searched for the smallest value by {columns}",
        "{n} rows of the table “{table}” are searched for the smallest value by {columns}",
    ),
    "max": NP_(
        "{n} row of the table “{table}” is searched for the largest value by {columns}",
        "{n} rows of the table “{table}” are searched for the largest value by {columns}",
    ),
}
DRAWN = NP_(
    "{n} row of the table “{table}” is shown by {columns}",
    "{n} rows of the table “{table}” are shown by {columns}",
)
FITTING = NP_(
    "{n} row of the table “{table}” fits the filters",
    "{n} rows of the table “{table}” fit the filters",
)
HOW_NAMES: dict[How, str] = {
    "count": N_("Number of rows"),
    "sum": N_("Sum of values"),
    "mean": N_("Mean of values"),
    "median": N_("Median of values"),
    "min": N_("Smallest value"),
    "max": N_("Largest value"),
}


def table_title(lang: Language, name: str) -> str:
    """Return the title of a curated table."""
    return lang.pick(tables()[name].titles)


def table_words(lang: Language, name: str) -> str:
    """Return what a curated table holds."""
    return lang.pick(tables()[name].descriptions)


def column_title(lang: Language, name: str) -> str:
    """Return what a column of the data is called."""
    return lang.pick(fields()[name]["title"])


def rows_said(lang: Language, n: int, brief: bool = False) -> str:
    """Say so many rows, in a headline with two figures."""
    told = lang.compact(n) if brief else lang.number(n)
    return lang.plural("{n} row", "{n} rows", as_said(n) if brief else n, n=told)


def dates_of(rows: pd.DataFrame) -> pd.Series | None:
    """Return the year of each row; None where the table has no times."""
    for name in WHEN:
        if name in rows:
            found = rows[name]
            return found if name == "year" else found.dt.year.astype("Int64")
    return None


def value_said(lang: Language, column: str, value: Any, codes: bool = False) -> str:
    """Return one cell in words: the name of its code, a date, a number, a text.

    Parameters
    ----------
    lang : Language
        The reader's language.
    column : str
        Column of the data.
    value : object
        As an engine returns it; None for an empty cell.
    codes : bool
        Whether a code stands for its name.
    """
    if value is None or value == NONE:
        return ""
    field = fields()[column]
    listed = field.get("codes")
    if column == "age" and value == "total" and not codes:
        return lang.label("sexes", value)
    if listed and not codes:
        return _name(lang, listed, str(value))
    if field["type"] == "date" and not codes:
        return lang.date(value) if hasattr(value, "year") else lang.verbatim(str(value))
    if field["type"] == "number":
        number = float(value)
        return lang.number(number, 0 if number.is_integer() else 2)
    return str(int(value)) if field["type"] == "integer" else lang.verbatim(str(value))


def _name(lang: Language, listed: str, code: str) -> str:
    if listed == "sources":
        return source_name(lang, code)
    if listed == "notes" or code not in known(listed):
        return lang.verbatim(code)
    return lang.label(listed, code)


def filter_said(lang: Language, one: Filter) -> str:
    """Say a filter: “Host country: United Kingdom, Germany”."""
    name = column_title(lang, one.column)
    return lang.text("{what}: {values}", what=name, values=values_said(lang, one))


def values_said(lang: Language, one: Filter) -> str:
    """Say what a filter lets through."""
    if one.low or one.high:
        low, high = (_bound(lang, one.column, bound) for bound in (one.low, one.high))
        if low and high:
            return low if low == high else f"{low}–{high}"
        return lang.text("from {year}", year=low) if low else lang.text("to {year}", year=high)
    named = [
        value_said(lang, one.column, _typed(one.column, value)) or lang.text("empty")
        for value in one.among[:FEW]
    ]
    left = len(one.among) - FEW
    told = ", ".join(named)
    return lang.text("{names} and {n} more", names=told, n=lang.number(left)) if left > 0 else told


def _bound(lang: Language, column: str, bound: str) -> str:
    return value_said(lang, column, _typed(column, bound)) if bound else ""


def _typed(column: str, value: str) -> Any:
    kind = fields()[column]["type"]
    if not value or kind == "string":
        return value
    return pd.Timestamp(value).date() if kind == "date" else float(value)


def question_title(
    lang: Language, question: Question, behind: int, drawn_by: Sequence[str] = ()
) -> str:
    """Say in one sentence what is asked, with the number of rows that it is asked of.

    Parameters
    ----------
    behind : int
        Rows that fit.
    drawn_by : sequence of str
        Columns that a chart of rows tells apart; none for the rows themselves.
    """
    table = lang.text(TABLES[question.table])
    if not behind:
        return lang.text("No row of the table “{table}” fits what is asked", table=table)
    rows, n = rows_said(lang, behind, brief=True), lang.compact(behind)
    behind = int(as_said(behind))
    forms = TITLES[question.how] if question.by else DRAWN if drawn_by else FITTING
    if not question.by and not drawn_by and not (question.where or question.search):
        return lang.text("The table “{table}” has {rows}", table=table, rows=rows)
    titles = (
        lang.plural(*forms, behind, n=n, table=table, columns=columns)
        for columns in _columns_said(lang, question.by or drawn_by)
    )
    short = (title for title in titles if len(title) <= LONGEST)
    return next(short, lang.plural(*FITTING, behind, n=n, table=table))


def _columns_said(lang: Language, names: Sequence[str]) -> Iterator[str]:
    """Yield columns in words, fewer and fewer of them named."""
    yield from (_some_said(lang, names, most) for most in range(FEW, 0, -1))


def _some_said(lang: Language, names: Sequence[str], most: int) -> str:
    told = [column_title(lang, name).lower() for name in names[:most]]
    left = len(names) - most
    if left > 0:
        return lang.text("{names} and {n} more", names=", ".join(told), n=lang.number(left))
    return lang.listing(told)


def question_subtitle(lang: Language, question: Question, unit: str = "") -> str:
    """Say the table, what is put together, the unit and the filters."""
    told = [table_title(lang, question.table)]
    if question.by:
        names = lang.listing([column_title(lang, name) for name in question.by])
        how = lang.text(HOW_NAMES[question.how])
        told.append(lang.text("{what}: {values}", what=how, values=names))
    told += [unit] if unit and not (question.by and question.how == "count") else []
    told += [filter_said(lang, one) for one in question.where]
    if question.search:
        words = lang.verbatim(question.search)
        told.append(lang.text("with the words “{words}”", words=words))
    return " · ".join(told)


def number_said(lang: Language, value: float, status: str = "") -> str:
    """Write a value in full, with what its source says of it."""
    told = lang.number(value, 0 if float(value).is_integer() else 2)
    return qualified(lang, status, told)
