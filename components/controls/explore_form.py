"""What is asked of a table, as controls: filters, groups, columns and order, words."""

from collections.abc import Callable
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.card.guarding import guarded
from components.controls.explore import EMPTY, again
from components.controls.explore_filters import filters_of
from components.frame.page import Page
from components.language import N_, Language
from components.session.memory import ask, button
from components.views.explore.coverage import ALL
from components.views.explore.filters import ExploreFilters, question_of
from components.views.explore.words import (
    HOW_NAMES,
    column_title,
    filter_said,
    table_title,
)
from data.explore import params
from data.explore.params import to_params
from data.explore.question import HOWS, Question
from data.schema import fields, tables

OPEN = "x-open-"


def asked_anew(question: Question) -> None:
    """Ask another question of the same table."""
    told = to_params(question)
    rest = dict.fromkeys((*tables()[question.table].columns, *params.OWN), "")
    again(**(rest | {name: value or EMPTY for name, value in told.items()}))


def controls(page: Page[ExploreFilters]) -> DeltaGenerator:
    """Show the line of controls, and return it for what else stands there."""
    lang = page.lang
    question = question_of(page.filters.data, page.filters.asked)
    narrow = page.context.narrow
    place = st.container(key="controls", horizontal=True, gap="xsmall", vertical_alignment="center")
    with place:
        _tables(page)
        if narrow:
            _opened("asked", lang.text("Filters, groups, order"), partial(_all, page, question))
        else:
            for key, (name, content) in _CONTENTS.items():
                _opened(
                    key, lang.text(name), partial(guarded, partial(content, page, question), lang)
                )
            _search(lang, question)
        page.controls.show(("chart",), named=False)
    return place


def _opened(key: str, name: str, content: Callable[[], object]) -> None:
    """Show a button that opens controls; until then nothing of them is on the page."""
    opener = st.popover(name, key=f"{OPEN}{key}", on_change="rerun")
    if opener.open:
        with opener:
            content()


def _all(page: Page[ExploreFilters], question: Question) -> None:
    """Show on a phone what stands side by side at a desk, one at a time."""
    lang = page.lang
    chosen = st.segmented_control(
        lang.text("What is asked"),
        list(_CONTENTS),
        format_func=lambda key: lang.text(_CONTENTS[key][0]),
        default="filters",
        required=True,
        key="x-part",
        label_visibility="collapsed",
    )
    _search(lang, question)
    guarded(partial(_CONTENTS[str(chosen)][1], page, question), lang)


def _search(lang: Language, question: Question) -> None:
    st.session_state["x-search"] = question.search
    st.text_input(
        lang.text("Search in the rows"),
        key="x-search",
        placeholder=lang.text("Search in the rows"),
        label_visibility="collapsed",
        max_chars=params.LONGEST,
        on_change=_searched,
        width=190,
    )


def _searched() -> None:
    again(**{params.SEARCH: str(st.session_state["x-search"]).strip()})


def _tables(page: Page[ExploreFilters]) -> None:
    """Show the choice of the table; another one begins with all its rows."""
    lang = page.lang
    names = ("", *ALL)
    st.session_state["x-table"] = page.filters.data

    def said(name: str) -> str:
        return table_title(lang, name) if name else lang.text("All tables")

    st.selectbox(
        lang.text("Table"),
        names,
        format_func=said,
        key="x-table",
        on_change=_changed,
        label_visibility="collapsed",
        filter_mode="fuzzy",
        width=320 if not page.context.narrow else "stretch",
    )


def _changed() -> None:
    rest = dict.fromkeys((*fields(), *params.OWN, "chart", "sheet"), "")
    ask(**{**rest, "data": str(st.session_state["x-table"])})


def chips(page: Page[ExploreFilters]) -> None:
    """Show each filter that holds, as a button that removes it, and one that removes all."""
    lang = page.lang
    question = question_of(page.filters.data, page.filters.asked)
    held = [(one.column, filter_said(lang, one)) for one in question.where]
    if question.search:
        words = lang.verbatim(question.search)
        held.append((params.SEARCH, lang.text("with the words “{words}”", words=words)))
    if question.by:
        names = lang.listing([column_title(lang, name) for name in question.by])
        how = lang.text(HOW_NAMES[question.how])
        held.append((params.BY, lang.text("{what}: {values}", what=how, values=names)))
    if not held:
        return
    with st.container(key="chips", horizontal=True, gap="xsmall"):
        for name, words in held:
            button(
                plain(words),
                partial(_without, name),
                f"x-chip-{name}",
                icon=":material/close:",
                help=lang.text("Remove"),
            )
        if len(held) > 1:
            every = [name for name, _ in held]
            button(lang.text("Remove all"), partial(_without, *every), "x-chips", type="tertiary")


def plain(words: str) -> str:
    """Return words in which Streamlit finds no markup."""
    return "".join(f"\\{one}" if one in "*_`~[]<>$#:\\" else one for one in words)


def _without(*names: str) -> None:
    gone = dict.fromkeys(names, "")
    if params.BY in names:
        gone |= {params.HOW: "", params.ACROSS: "", params.SORT: ""}
    again(**gone)


# Groups, columns and order


def _group(page: Page[ExploreFilters], question: Question) -> None:
    lang = page.lang
    names = [name for name in tables()[question.table].columns if name != "value"]
    st.session_state["x-by"] = list(question.by)
    st.multiselect(
        lang.text("Put rows together by"),
        names,
        format_func=partial(column_title, lang),
        key="x-by",
        placeholder=lang.text("Not put together"),
        on_change=_grouped,
    )
    hows = HOWS if "value" in tables()[question.table].columns else HOWS[:1]
    st.session_state["x-how"] = question.how
    st.selectbox(
        lang.text("How"),
        hows,
        format_func=lambda how: lang.text(HOW_NAMES[how]),
        key="x-how",
        on_change=_grouped,
        disabled=not question.by,
        filter_mode=None,
    )
    if len(question.by) > 1:
        st.session_state["x-across"] = question.across
        st.selectbox(
            lang.text("As columns"),
            ("", *question.by),
            format_func=lambda name: column_title(lang, name) if name else lang.text("None"),
            key="x-across",
            on_change=_grouped,
            filter_mode=None,
        )


def _grouped() -> None:
    by, how = st.session_state["x-by"], st.session_state["x-how"]
    across = st.session_state.get("x-across", "")
    again(
        **{
            params.BY: ",".join(by),
            params.HOW: how if by and how != HOWS[0] else "",
            params.ACROSS: across if across in by and len(by) > 1 else "",
            params.SORT: "",
        }
    )


def _columns(page: Page[ExploreFilters], question: Question) -> None:
    lang = page.lang
    every = list(tables()[question.table].columns)
    if not question.by:
        st.session_state["x-columns"] = list(question.columns)
        st.multiselect(
            lang.text("Columns"),
            every,
            format_func=partial(column_title, lang),
            key="x-columns",
            placeholder=lang.text("All, but for what is the same in all rows"),
            on_change=_picked,
        )
    there = [*question.by, "value", "rows"] if question.by else every
    names = ["", *(name for name in dict.fromkeys(there) if name in every or name == "rows")]
    first = question.sort[0] if question.sort else ""
    st.session_state["x-sort"] = first.removeprefix("-")
    st.session_state["x-down"] = first.startswith("-")

    def said(name: str) -> str:
        if name == "rows":
            return lang.text("Rows")
        return column_title(lang, name) if name else lang.text("As in the files")

    st.selectbox(
        lang.text("Order by"),
        names,
        format_func=said,
        key="x-sort",
        on_change=_sorted,
        filter_mode="fuzzy",
    )
    st.toggle(lang.text("From large to small"), key="x-down", on_change=_sorted, disabled=not first)
    page.controls.show(("codes",))


def _picked() -> None:
    again(**{params.COLUMNS: ",".join(st.session_state["x-columns"])})


def _sorted() -> None:
    name, down = st.session_state["x-sort"], st.session_state["x-down"]
    again(**{params.SORT: f"-{name}" if name and down else name})


_CONTENTS: dict[str, tuple[str, Callable[[Page[ExploreFilters], Question], None]]] = {
    "filters": (N_("Filters"), filters_of),
    "group": (N_("Group"), _group),
    "columns": (N_("Columns and order"), _columns),
}
