"""The filters of a table as controls: values with their rows, bounds, days."""

import datetime
from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from components.controls.explore import EMPTY, again, values_of
from components.frame.page import Page
from components.language import Language
from components.views.explore.filters import ExploreFilters
from components.views.explore.words import column_title, value_said
from data.explore import params
from data.explore.params import to_params
from data.explore.question import Filter, Question
from data.schema import fields, tables

MOST = 500  # values that a list offers
FIRST_YEAR, LAST_YEAR = 1950, 2031


def filters_of(page: Page[ExploreFilters], question: Question) -> None:
    """Show the choice of a column, and the filter of that column."""
    lang = page.lang
    names = tables()[question.table].columns
    held = {one.column: one for one in question.where}

    def said(name: str) -> str:
        return f"{column_title(lang, name)} •" if name in held else column_title(lang, name)

    name = st.selectbox(
        lang.text("Column"),
        names,
        format_func=said,
        key=f"x-column-{question.table}",
        filter_mode="fuzzy",
    )
    one = held.get(name, Filter(name))
    kind = fields()[name]["type"]
    if kind == "string":
        _among(page, one)
    elif kind == "date":
        _days(lang, one)
    else:
        _range(lang, one, whole=kind == "integer")


def _among(page: Page[ExploreFilters], one: Filter) -> None:
    """Show the values of a column, each with its rows; of very many the most frequent."""
    lang, filters = page.lang, page.filters
    found = values_of(filters.data, filters.asked, one.column)
    offers = list(found)[:MOST]
    offers += [value for value in one.among if value not in offers]
    key = f"x-among-{filters.data}-{one.column}"
    st.session_state[key] = list(one.among)

    def said(value: str) -> str:
        name = value_said(lang, one.column, value, filters.codes) or lang.text("empty")
        return f"{name} · {lang.number(found.get(value, 0))}"

    st.multiselect(
        column_title(lang, one.column),
        offers,
        format_func=said,
        key=key,
        placeholder=lang.text("All"),
        on_change=partial(_chosen, key, one.column),
    )
    if len(found) > MOST:
        st.caption(
            lang.text(
                "The {n} most frequent of {every} different values are listed; the field that "
                "searches in the rows finds the others.",
                n=lang.number(MOST),
                every=lang.number(len(found)),
            )
        )


def _chosen(key: str, column: str) -> None:
    among = tuple(st.session_state[key])
    again(**{column: _written(Filter(column, among)) if among else ""})


def _written(one: Filter) -> str:
    return to_params(Question("votes", (one,)))[one.column] or EMPTY


def _range(lang: Language, one: Filter, whole: bool) -> None:
    step: Any = 1 if whole else None
    bounds: tuple[Any, ...] = (FIRST_YEAR, LAST_YEAR) if whole else (None, None)
    make: Callable[[str], Any] = int if whole else float
    low, high = one.low, one.high
    if len(one.among) == 1 and one.among[0]:
        low = high = one.among[0]
    keys = (f"x-low-{one.column}", f"x-high-{one.column}")
    names = (lang.text("From"), lang.text("To"))
    for place, key, name, bound in zip(st.columns(2), keys, names, (low, high), strict=True):
        st.session_state[key] = make(bound) if bound else None
        place.number_input(
            name,
            *bounds,
            key=key,
            step=step,
            format="%d" if whole else "%g",
            on_change=partial(_between, one.column, keys),
        )


def _days(lang: Language, one: Filter) -> None:
    keys = (f"x-low-{one.column}", f"x-high-{one.column}")
    names = (lang.text("From"), lang.text("To"))
    for place, key, name, bound in zip(
        st.columns(2), keys, names, (one.low, one.high), strict=True
    ):
        st.session_state[key] = datetime.date.fromisoformat(bound) if bound else None
        place.date_input(
            name,
            key=key,
            min_value=datetime.date(FIRST_YEAR, 1, 1),
            max_value=datetime.date(LAST_YEAR, 12, 31),
            on_change=partial(_between, one.column, keys),
        )


def _between(column: str, keys: tuple[str, str]) -> None:
    low, high = (st.session_state[key] for key in keys)
    if low is None and high is None:
        again(**{column: ""})
        return
    told_low, told_high = ("" if one is None else _bound(one) for one in (low, high))
    again(**{column: f"{told_low}{params.RANGE}{told_high}"})


def _bound(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) and not value.is_integer() else _whole(value)


def _whole(value: Any) -> str:
    return str(int(value)) if isinstance(value, float) else str(value)
