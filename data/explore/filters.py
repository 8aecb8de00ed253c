"""The rows of a table that fit the filters and the search of a question."""

from collections.abc import Callable
from datetime import date
from functools import cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from data.codelists import code_list
from data.explore.question import Filter, Question
from data.schema import fields

if TYPE_CHECKING:
    import ibis


APOSTROPHES = "’‘ʻʼ`´ʹ"
SAME = str.maketrans("ё" + APOSTROPHES, "е" + "'" * len(APOSTROPHES))
PROSE = ("name", "text_en", "text_ru", "reference")  # texts in which such letters stand


def filtered(table: "ibis.Table", question: Question) -> "ibis.Table":
    """Return the rows that fit the filters and the search of a question."""
    for one in question.where:
        table = table.filter(_fits(table, one))
    for word in dict.fromkeys(plain(question.search).split()):
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


def plain(text: str) -> str:
    """Return a text in small letters, with ё as е and every apostrophe alike."""
    return text.lower().translate(SAME)


def _has(table: "ibis.Table", word: str) -> Any:
    """Return whether a word stands in a text of the row, or in the name of one of its codes."""
    import ibis  # noqa: PLC0415  # see data.store.package

    found = []
    for column in table.columns:
        field = fields()[column]
        if field["type"] != "string" or field.get("pattern"):  # age groups are no words
            continue
        if field.get("codes"):
            hit = named(field["codes"], word)
            found += [table[column].isin(hit)] if hit else []
        else:
            cells = table[column].lower()
            if column in PROSE:
                cells = cells.translate("ё" + APOSTROPHES, "е" + "'" * len(APOSTROPHES))
            found.append(cells.contains(word))
    return reduce(or_, found) if found else ibis.literal(False)


def named(name: str, word: str) -> list[str]:
    """Return the codes of a list that have a word in the code itself or in one of its names."""
    return [code for code, text in _names(name) if word in text]


@cache
def _names(name: str) -> tuple[tuple[str, str], ...]:
    """Return each code of a list with all its names, line by line."""
    listed = code_list(name)
    columns = [column for column in listed.columns if column.startswith("name_")]
    told = zip(listed.index, *(listed[column] for column in columns), strict=True)
    return tuple((str(one[0]), plain("\n".join(map(str, one)))) for one in told)
