"""One table on the page that explores: what is asked, the answer, its pages."""

import html
from dataclasses import replace
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.card.cards import card
from components.card.foot import foot
from components.card.guarding import guarded
from components.card.rows import rows_html
from components.card.tools import menu
from components.controls.explore import charts, refused, sheets
from components.controls.explore_form import asked_anew, chips, controls, plain
from components.explore.refusals import said as said_refused
from components.frame.page import Page
from components.frame.words import heading
from components.language import Language
from components.language.parts import marked
from components.session.memory import ask, button
from components.view import View
from components.views.explore.answer import WHY
from components.views.explore.filters import ExploreFilters, question_of
from components.views.explore.rows import alike
from components.views.explore.words import HOW_NAMES, column_title, filter_said
from data.explore.refusal import Refused, Remedy

NAME = "explore-answer"


def show(page: Page[ExploreFilters]) -> None:
    """Show a table: the headline says what is asked, then the controls, then the answer."""
    head = st.container()
    page.begin()
    lang = page.lang
    view = guarded(partial(page.build, NAME), lang)
    title = view.title if view else lang.text(page.spec.question)
    subtitle = view.subtitle if view else ""
    with head:
        heading(lang, lang.text(page.spec.title), title, subtitle)
    tools = controls(page)
    chips(page)
    if view is None:
        return
    refusal = refused(page.filters.data, page.filters.asked)
    if refusal:
        with st.container(key="refused"):
            _refused(page, refusal)
    elif page.filters.chart == "rows":
        with st.container(key="rows"):
            _rows(page, view, tools)
    else:
        card(view, lang, NAME, heading=False, tools=tools)


def _refused(page: Page[ExploreFilters], refusal: Refused) -> None:
    """Say why rows may not be put together so, and offer what may be asked instead."""
    lang = page.lang
    _told(said_refused(refusal, lang))
    question = question_of(page.filters.data, page.filters.asked)
    with st.container(horizontal=True, gap="xsmall"):
        for at, one in enumerate(refusal.remedies):
            words = remedy_said(lang, one)
            button(plain(words), partial(asked_anew, one.applied(question)), f"x-remedy-{at}")
        rows = replace(question, by=(), how="count", across="", sort=())
        button(lang.text("Show the rows as they are"), partial(asked_anew, rows), "x-remedy-rows")


def _told(words: str) -> None:
    st.html(f"<p class='atlas-refused' role='status'>{html.escape(words)}</p>")


def remedy_said(lang: Language, one: Remedy) -> str:
    """Say a change of what is asked: only some rows, another group, another way."""
    told = []
    if one.where:
        only = "; ".join(filter_said(lang, each) for each in one.where)
        told.append(lang.text("Only {what}", what=only))
    if one.by:
        names = lang.listing([column_title(lang, name) for name in one.by])
        told.append(lang.text("Group by this too: {columns}", columns=names))
    if one.how:
        told.append(lang.text("Instead: {what}", what=lang.text(HOW_NAMES[one.how])))
    return "; ".join(told)


def _rows(page: Page[ExploreFilters], view: View, tools: DeltaGenerator) -> None:
    lang, filters = page.lang, page.filters
    if not len(view.table.rows):
        _told(view.missing)
        return
    with tools:
        menu(view, lang, NAME, NAME)
    st.html(_same(lang, view) + rows_html(view, lang, NAME))
    _pager(page)
    _why_no_chart(lang, filters)
    guarded(partial(foot, view, lang, NAME), lang)


def _same(lang: Language, view: View) -> str:
    """Say once what is the same in all rows of the page."""
    parts = [f"{one.label}: {told}" for one, told in alike(view.table)]
    if not parts:
        return ""
    head = lang.text("The same in all rows of this page")
    words = marked(" · ".join(parts), lang.data_code)
    return f"<details class='atlas-same'><summary>{html.escape(head)}</summary>{words}</details>"


def _pager(page: Page[ExploreFilters]) -> None:
    """Show which page of rows this is, and the ways to others."""
    lang, filters = page.lang, page.filters
    every = sheets(filters.data, filters.asked)
    now = min(filters.sheet, every)
    if every < 2:
        return
    with st.container(key="pager", horizontal=True, gap="small", vertical_alignment="center"):
        back, on = lang.text("← Previous"), lang.text("Next →")
        button(back, partial(_turn, now - 1), "x-back", disabled=now == 1)
        st.session_state["x-sheet"] = now
        st.number_input(
            lang.text("Page of rows"),
            1,
            every,
            key="x-sheet",
            on_change=_typed,
            label_visibility="collapsed",
            width=130,
        )
        words = lang.text("of {n}", n=lang.number(every))
        st.html(f"<p class='atlas-note'>{html.escape(words)}</p>", width="content")
        button(
            on,
            partial(_turn, now + 1),
            "x-on",
            disabled=now == every,
        )


def _typed() -> None:
    _turn(int(st.session_state["x-sheet"]))


def _turn(sheet: int) -> None:
    ask(sheet=str(sheet) if sheet > 1 else "")


def _why_no_chart(lang: Language, filters: ExploreFilters) -> None:
    offers, why = charts(filters.data, filters.asked)
    if len(offers) < 2 and why:
        words = lang.text("No chart: {why}", why=lang.text(WHY[why]))
        st.html(f"<p class='atlas-note'>{html.escape(words)}</p>")
