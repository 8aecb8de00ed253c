"""The choices of the page that explores the tables: a question, as links write it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from components import cache
from components.controls.sql import SQL, sql_choice
from components.language import N_, Language
from components.session.choice import Choice, ChoiceSet, Part, messages, offered
from components.session.memory import ask
from components.views.explore.answer import CHART_NAMES, charts_offered
from components.views.explore.asked import MOST
from components.views.explore.coverage import ALL
from components.views.explore.filters import ExploreFilters, question_of, told, written
from components.views.explore.words import table_title
from components.views.spec import TablesByName
from data.codelists import code_list, codes
from data.explore import params
from data.explore.answer import PAGE, answer, values
from data.explore.params import from_params, to_params
from data.explore.refusal import Refused
from data.explore.rules import check
from data.schema import fields, tables

USUAL = ExploreFilters()
EMPTY = ","  # an empty cell, where nothing at all would be no filter
LISTS = (params.COLUMNS, params.SORT, params.BY)
MOST_SHEETS = 10**6
NO_CHARTS: tuple[tuple[str, ...], str] = (("rows",), "")
TABLES = TablesByName(ALL, cache.table)


@cache.remembered
def charts(data: str, asked: str) -> tuple[tuple[str, ...], str]:
    """Return the forms in which an answer can be shown, and why there are no more."""
    try:
        if sheets(data, asked) * PAGE > MOST + PAGE:
            return ("rows",), "many_rows"
        return charts_offered(TABLES, ExploreFilters(data, asked))
    except Refused:
        return ("rows",), "unfit"


@cache.remembered
def refused(data: str, asked: str) -> Refused | None:
    """Return why rows may not be put together as is asked; None where they may."""
    try:
        check(cache.store(), question_of(data, asked))
    except Refused as refusal:
        return refusal
    return None


@cache.remembered
def sheets(data: str, asked: str) -> int:
    """Return how many pages the rows of an answer have."""
    return answer(cache.store(), question_of(data, asked)).pages


@cache.remembered
def values_of(data: str, asked: str, column: str) -> Mapping[str, int]:
    """Return the values of a column where the other filters hold, with their rows."""
    return values(cache.store(), question_of(data, asked), column)


def again(**wanted: str) -> None:
    """Ask something else; the rows then begin with their first page."""
    ask(sheet="", **wanted)


def _has_table(filters: ExploreFilters) -> bool:
    return bool(filters.data)


def _has(column: str, filters: ExploreFilters) -> bool:
    return _has_table(filters) and column in tables()[filters.data].columns


def _asked(key: str, filters: ExploreFilters, value: object) -> ExploreFilters:
    """Put one part of the question into the filters."""
    if not value:
        return filters
    return replace(filters, asked=written({**told(filters.asked), key: str(value)}))


def _meant(column: str, filters: ExploreFilters, text: str) -> tuple[str, str]:
    """Return what a filter lets through, and what of it this table cannot have."""
    try:
        [one] = from_params(filters.data, {column: text}).where
    except Refused:
        return "", text
    listed = fields()[column].get("codes")
    if not listed or one.low or one.high:
        return (
            to_params(replace(question_of(filters.data, ""), where=(one,)))[column] or EMPTY
        ), ""
    there = {code.casefold(): code for code in _codes(filters.data, column, listed)} | {"": ""}
    found = [there.get(value.strip().casefold()) for value in one.among]
    odd = [value for value, code in zip(one.among, found, strict=True) if code is None]
    known = [code for code in dict.fromkeys(found) if code is not None]
    return (",".join(known) or (EMPTY if known else "")), ",".join(odd)


def _codes(table: str, column: str, listed: str) -> tuple[str, ...]:
    """Return the codes that a column of a table may have."""
    if column != "indicator":
        return tuple(codes(listed))
    named = code_list(listed)
    return tuple(named.index[named["table"].eq(table)].astype(str))


def _names(key: str, filters: ExploreFilters, text: str) -> tuple[str, str]:
    """Return those columns of a list that the question can have there, and the others."""
    good: list[str] = []
    odd = []
    for name in filter(None, text.split(",")):
        try:
            from_params(filters.data, {**told(filters.asked), key: ",".join((*good, name))})
        except Refused:
            odd.append(name)
        else:
            good.append(name)
    return ",".join(good), ",".join(odd)


def _one(key: str, filters: ExploreFilters, text: str) -> tuple[str, str]:
    """Return a part of the question that is understood as a whole or not at all."""
    try:
        from_params(filters.data, {**told(filters.asked), key: text})
    except Refused:
        return "", text
    return text, ""


def _number(_: ExploreFilters, text: str) -> tuple[str, str]:
    good = text.strip().isascii() and text.strip().isdigit() and 0 < int(text) <= MOST_SHEETS
    return (text.strip(), "") if good else ("", text)


def _sheet(filters: ExploreFilters, value: object) -> ExploreFilters:
    return replace(filters, sheet=int(str(value))) if value else filters


Means = Callable[[ExploreFilters, str], tuple[str, str]]


def _text(
    key: str, means: Means, there: Callable[[ExploreFilters], bool]
) -> Choice[ExploreFilters]:
    return Choice(key, "", form="text", into=partial(_asked, key), means=means, there=there)


def _table_name(lang: Language, name: str, _: ExploreFilters) -> str:
    return table_title(lang, name) if name else lang.text("All tables")


def _parts(filters: ExploreFilters) -> tuple[Part[ExploreFilters], ...]:
    if not filters.data:
        return (
            Part("catalogue", N_("The tables in words"), ()),
            Part(SQL, N_("Queries in SQL"), ()),
        )
    return (
        Part("exists", N_("What exists"), ("explore-places",)),
        Part("columns", N_("Columns and sources"), ()),
        Part("take", N_("Download"), ()),
        Part(SQL, N_("Queries in SQL"), ()),
    )


CHOICES = ChoiceSet[ExploreFilters](
    USUAL,
    (
        Choice(
            "data",
            N_("Table"),
            ("", *ALL),
            _table_name,
            form="list",
            help=N_("The table that is looked into."),
        ),
        *(_text(name, partial(_meant, name), partial(_has, name)) for name in fields()),
        _text(params.SEARCH, partial(_one, params.SEARCH), _has_table),
        *(_text(key, partial(_names, key), _has_table) for key in (params.COLUMNS, params.BY)),
        *(_text(key, partial(_one, key), _has_table) for key in (params.HOW, params.ACROSS)),
        _text(params.SORT, partial(_names, params.SORT), _has_table),
        Choice(
            "chart",
            N_("Shown as"),
            lambda filters: offered(charts, filters.data, filters.asked, otherwise=NO_CHARTS)[0],
            messages(CHART_NAMES),
            form="tabs",
            there=_has_table,
            help=N_("Rows, or a chart that fits what is asked."),
        ),
        Choice("sheet", "", form="text", into=_sheet, means=_number, there=_has_table),
        Choice(
            "codes",
            N_("Codes instead of names"),
            form="toggle",
            there=_has_table,
            help=N_("Cells hold the codes of the files, for scripts and questions in SQL."),
        ),
        sql_choice(),
    ),
    views=lambda filters: ("explore-answer",) if filters.data else ("explore-coverage",),
    parts=_parts,
    moved={f"table={name}": f"data={name}" for name in ALL},
)
