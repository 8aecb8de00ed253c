"""What the page of sources and methods shows below its cards: use, news, issues, words."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from components import cache
from components.card.guarding import guarded
from components.card.report import offer_report
from components.controls.finding import ready_spots, spots
from components.controls.sources import leading
from components.find.entries import Spot
from components.frame.contents import contents_html
from components.frame.page import Page
from components.frame.words import prose, section
from components.language import Language
from components.views.registry import SPECS
from components.views.sources import VIEWS
from components.views.sources.filters import ALL, TABLES, SourceFilters
from components.views.sources.glossary import glossary_html
from components.views.sources.issues import issues_html
from components.views.sources.methods import methods
from components.views.sources.news import news_html
from data.measures.census import holdings_of


@cache.remembered
def tables_of(source_id: str) -> frozenset[str]:
    """Return the curated tables that have rows of a source."""
    return frozenset(
        name
        for name in TABLES
        if any(one.source == source_id for one in holdings_of(cache.table(name), name))
    )


def used(source_id: str, code: str) -> tuple[Sequence[Spot], Sequence[Spot]]:
    """Return where a source is used.

    Parameters
    ----------
    source_id : str
        Id of the source.
    code : str
        The reader's language.

    Returns
    -------
    tuple
        Views that show figures of it as they open, which is known when the index of the search
        has been made, and none before; and the other views of tables that have rows of it, in
        which a choice may lead to them.
    """
    own = tables_of(source_id)
    may = [
        spot
        for spot in spots(code, whole=False)
        if spot.goal.view not in VIEWS and own & set(SPECS[spot.goal.view].tables)
    ]
    told = [
        spot
        for spot in ready_spots(code)
        if spot.goal.view not in VIEWS and source_id in spot.sources
    ]
    shown = {spot.goal for spot in told}
    return told, [spot for spot in may if spot.goal not in shown]


def show_used(page: Page[SourceFilters]) -> None:
    """Show where the chosen source is used."""
    lang, name = page.lang, page.filters.source
    found = guarded(partial(used, name, lang.code), lang)
    if found is None:
        return
    shown, may = found
    section(lang.text("Where it is used"))
    if shown:
        prose(lang.text("These views show figures of this source as they open."))
        st.html(contents_html(shown, lang, page.context.narrow))
    told = lang.plural(
        "{n} view of a table with rows of this source: a choice in it may show them",
        "{n} views of tables with rows of this source: a choice in them may show them",
        len(may),
        n=lang.number(len(may)),
    )
    if may:
        with st.expander(told):
            st.html(contents_html(may, lang, page.context.narrow))
    page.leads(("sources", lang.text("All sources"), {}))


def show_method(page: Page[SourceFilters]) -> None:
    """Show where the chosen method is used."""
    lang, name = page.lang, page.filters.method
    if name == ALL:
        return
    own = next(one.views for one in methods() if one.id == name)
    where = [spot for spot in spots(lang.code, whole=False) if spot.goal.view in own]
    section(lang.text("Where it is used"))
    st.html(contents_html(where, lang, page.context.narrow))


def show_changes(page: Page[SourceFilters]) -> None:
    """Show what is new in the data, edition by edition."""
    _html(news_html, page.lang)


def show_issues(page: Page[SourceFilters]) -> None:
    """Show what is known to be wrong or missing, and a text that reports more."""
    lang = page.lang
    _html(partial(issues_html, is_open=not page.context.narrow), lang)
    view = guarded(partial(page.build, leading(page.filters)), lang)
    if view:
        section(lang.text("Report a number"))
        offer_report(view, lang, leading(page.filters))


def show_words(page: Page[SourceFilters]) -> None:
    """Show the words of the atlas with their meaning."""
    _html(partial(glossary_html, is_open=not page.context.narrow), page.lang)


def _html(write: Callable[[Language], str], lang: Language) -> None:
    told = guarded(partial(write, lang), lang)
    if told:
        st.html(told)
