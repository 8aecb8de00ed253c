"""Numbers in the words of a story, each taken from the table of the view beside it.

Rows are found in the English table, places by their codes; what is found is written in the
reader's language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

import pandas as pd

from components.language import Language
from components.language.catalogue import SOURCE
from components.language.numbers import as_said, plural_number
from components.phrases.codes import code_of
from components.view import Table, View

Of = Literal["only", "first", "last", "sum", "min", "max", "share", "count", "top", "bottom"]
As = Literal["number", "compact", "signed", "percent", "year", "place", "counted"]
OF, AS = get_args(Of), get_args(As)
Where: TypeAlias = Mapping[str, tuple[str, ...]]
Found: TypeAlias = float | str
NEWEST = ("newest",)  # the latest of the periods that the other conditions leave
MINUS = "\N{MINUS SIGN}"
SPAN = "view.period"  # stands for a column: the time that the whole view is about
PERIOD = re.compile(r"\d{4}(?:–\d{4})?")  # is written alike in every language


class NoFigure(LookupError):
    """The table does not have what a figure asks for."""


@dataclass(frozen=True)
class Figure:
    """A number, a year or a place, and where it stands.

    Attributes
    ----------
    column : str
        Id of the column that it is taken from, or ``view.period``: what the view says of its time.
    of : {"only", "first", "last", "sum", "min", "max", "share", "count", "top", "bottom"}
        What is taken of the rows: the one that there is, the first or the last of them, their sum,
        the least or the largest value, their share (0 to 1) of the rows that `among` leaves, how
        many they are, or the cell beside the largest or the least value of the column `by`.
    form : {"number", "compact", "signed", "percent", "year", "place", "counted"}
        How it is written: in full, in words, in words with its sign, as a percentage (of a share
        from 0 to 1), as a year or a span of years, as the name of a place, or in full before a
        noun.
    where, but, among : mapping of str to tuple of str
        Values that a column must have, must not have, and must have in the rows of which a share
        is taken. Places stand as codes, texts as the English table says them; ``newest`` stands
        for the latest period.
    by : str
        Column of numbers, for `top` and `bottom`.
    times : float
        What the number is multiplied by.
    digits : int
        Decimals, at most.
    case : str
        Form of a place: ``name``, ``in``, ``from``, ``to`` or ``of``.
    noun : mapping of str to mapping of str to str
        By language, the forms of the noun that is counted, by their names in the CLDR; the last
        stands for those that are not named.
    none : bool
        Whether a count may be 0; otherwise rows that are not there are a fault.
    below : str
        Name of a figure that has to be larger, for words that say that something grew or fell.
    """

    column: str
    of: Of = "only"
    form: As = "number"
    where: Where = field(default_factory=dict)
    but: Where = field(default_factory=dict)
    among: Where = field(default_factory=dict)
    by: str = ""
    times: float = 1.0
    digits: int = 0
    case: str = "name"
    noun: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    none: bool = False
    below: str = ""


def all_found(
    figures: Mapping[str, Figure], view: View, english: Language
) -> tuple[dict[str, Found], dict[str, str]]:
    """Return what the figures of a step find in its view, and what is wrong with the others."""
    values: dict[str, Found] = {}
    faults: dict[str, str] = {}
    for name, figure in figures.items():
        try:
            values[name] = found(figure, view, english)
        except NoFigure as error:
            faults[name] = str(error)
    for name, figure in figures.items():
        low, high = values.get(name), values.get(figure.below)
        less = isinstance(low, float) and isinstance(high, float) and low < high
        if figure.below and name in values and not less:
            faults[name] = f"is not below {figure.below}"
    return {name: one for name, one in values.items() if name not in faults}, faults


def found(figure: Figure, view: View, english: Language) -> Found:
    """Return what a figure finds in its view, in English.

    Raises
    ------
    NoFigure
        When there is no such row, more than the one that was meant, or no number in it.
    """
    if figure.column == SPAN:
        return _told(view.period, figure, english)
    table = view.table
    rows = _rows(figure.where, figure.but, table, english)
    cells = _column(rows, figure.column)
    if rows.empty and not figure.none:
        raise NoFigure(f"no row has {dict(figure.where)}")
    if figure.of == "count":
        return float(len(rows))
    if figure.by:
        numbers = _numbers(_column(rows, figure.by))
        at = numbers.idxmax() if figure.of == "top" else numbers.idxmin()
        return _told(cells.loc[at], figure, english)
    if figure.of in ("only", "first", "last"):
        if figure.of == "only" and len(cells.drop_duplicates()) > 1:
            raise NoFigure(f"{len(cells)} rows have {dict(figure.where)}")
        return _told(cells.iloc[-1 if figure.of == "last" else 0], figure, english)
    return figure.times * _of_many(figure, cells, table, english)


def _of_many(figure: Figure, cells: pd.Series, table: Table, english: Language) -> float:
    numbers = _numbers(cells)
    if figure.of == "share":
        whole = _column(_rows(figure.among, {}, table, english), figure.column)
        return float(numbers.sum() / _numbers(whole).sum())
    return float(numbers.agg(figure.of))


def _told(cell: object, figure: Figure, english: Language) -> Found:
    """Return one cell: a number, a year or the code of a place."""
    if pd.isna(cell):
        raise NoFigure(f"{figure.column} is empty")
    if figure.form == "place":
        if code := code_of(english, "place", str(cell)):
            return code
        raise NoFigure(f"{cell} is no place")
    if figure.form == "year":
        if PERIOD.fullmatch(_text(cell)):
            return _text(cell)
        raise NoFigure(f"{cell} is no year")
    return figure.times * float(_numbers(pd.Series([cell])).iloc[0])


def _rows(where: Where, but: Where, table: Table, english: Language) -> pd.DataFrame:
    """Return the rows that have what they must have, and not what they must not."""
    rows, places = table.rows, {one.name for one in table.columns if one.kind == "place"}

    def said(name: str) -> pd.Series:
        cells = _column(rows, name).map(_text)
        return cells.map(lambda cell: code_of(english, "place", cell)) if name in places else cells

    for name, wanted in where.items():
        rows = rows if wanted == NEWEST else rows.loc[said(name).isin(wanted)]
    for name, unwanted in but.items():
        rows = rows.loc[~said(name).isin(unwanted)]
    for name in (name for name, wanted in where.items() if wanted == NEWEST):
        rows = rows.loc[said(name).eq(max(said(name), default=""))]
    return rows


def _column(rows: pd.DataFrame, name: str) -> pd.Series:
    if name not in rows:
        raise NoFigure(f"no column {name}")
    return rows[name]


def _numbers(cells: pd.Series) -> pd.Series:
    numbers = pd.to_numeric(cells, errors="coerce").dropna()
    if numbers.empty:
        raise NoFigure(f"no number in {cells.name}")
    return numbers


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def written(value: Found, figure: Figure, lang: Language) -> str:
    """Write what was found in the reader's language."""
    if isinstance(value, str):
        return lang.place(value, figure.case) if figure.form == "place" else value
    if figure.form in ("compact", "signed"):
        told = lang.compact(value).replace("-", MINUS)
        return f"+{told}" if figure.form == "signed" and value > 0 else told
    if figure.form == "percent":
        return lang.percent(value, figure.digits)
    told = lang.number(value, figure.digits)
    return f"{told} {_noun(value, figure, lang)}" if figure.form == "counted" else told


def _noun(value: float, figure: Figure, lang: Language) -> str:
    forms = figure.noun.get(lang.data_code) or figure.noun[SOURCE]
    kind = lang.locale.plural_form(plural_number(as_said(value)))
    return forms.get(kind) or list(forms.values())[-1]
