"""What the tables are, in words: all of them, and the columns and sources of one."""

import html
from collections.abc import Mapping
from functools import partial
from itertools import chain

import streamlit as st

from components import cache
from components.card.guarding import guarded
from components.card.take import offer_downloads
from components.controls.explore import refused
from components.documents.model import Document, Grid
from components.find.entry import Goal
from components.frame.page import Page
from components.frame.shown import if_there
from components.language import Language
from components.language.parts import marked
from components.phrases.references import source_name
from components.phrases.tables import FAMILIES
from components.session.links import address_of
from components.views.explore.coverage import ALL
from components.views.explore.filters import ExploreFilters, question_of
from components.views.explore.words import column_title, table_title, table_words
from data.provenance import source
from data.schema import fields, tables


def catalogue(page: Page[ExploreFilters]) -> None:
    """Show all tables in words, with a field that searches them."""
    lang = page.lang
    words = st.text_input(
        lang.text("Search the tables"),
        key="x-tables",
        placeholder=lang.text("A word of a title or a description, or a column"),
    )
    view = if_there(partial(page.build, "explore-coverage"))  # its card says what is wrong
    extents: list[str] = []
    if view and isinstance(view.figure, Document):
        rows = [block.rows for block in view.figure.blocks if isinstance(block, Grid)]
        extents = [row.words for row in chain(*rows)]
    told = _catalogue(lang, (words or "").casefold().strip(), dict(zip(ALL, extents, strict=False)))
    if told:
        st.html(told)
    else:
        st.html(f"<p>{html.escape(lang.text('No table has these words.'))}</p>")


def _catalogue(lang: Language, words: str, extents: Mapping[str, str]) -> str:
    parts = []
    for head, names in FAMILIES.values():
        found = [name for name in names if _has(lang, name, words)]
        items = [_item(lang, name, extents.get(name, "")) for name in found]
        if items:
            title = html.escape(lang.text(head))
            parts.append(f"<section><h3>{title}</h3><ul>{''.join(items)}</ul></section>")
    name = html.escape(lang.text("The tables in words"), quote=True)
    room = f"class='atlas-contents atlas-catalogue' role='region' tabindex='0' aria-label='{name}'"
    return f"<div {room}>{''.join(parts)}</div>" if parts else ""


def _has(lang: Language, name: str, words: str) -> bool:
    """Say whether a table has all words in its title, description or names of columns."""
    told = [name, table_title(lang, name), table_words(lang, name), *tables()[name].titles.values()]
    told += [column_title(lang, one) for one in tables()[name].columns]
    text = " ".join(told).casefold()
    return all(word in text for word in words.split())


def _item(lang: Language, name: str, extent: str) -> str:
    link = html.escape(address_of(Goal("explore", (("data", name),)), lang.code))
    title, words, told = (
        marked(one, lang.data_code)
        for one in (table_title(lang, name), table_words(lang, name), extent)
    )
    return (
        f"<li><a href='{link}'><strong>{title}</strong> <span>{words}</span></a>"
        f"<small>{told}</small></li>"
    )


def columns(page: Page[ExploreFilters]) -> None:
    """Show what the columns of the table mean, and its sources."""
    guarded(partial(_columns, page.lang, page.filters.data), page.lang)


def _columns(lang: Language, name: str) -> None:
    st.html(f"<p class='atlas-deck'>{marked(table_words(lang, name), lang.data_code)}</p>")
    told = "".join(_column(lang, one) for one in tables()[name].columns)
    used = dict.fromkeys(str(one) for one in cache.table(name)["source_id"])
    listed = "".join(_source(lang, one) for one in used)
    heads = [html.escape(lang.text(one)) for one in ("Columns", "Sources")]
    st.html(
        f"<div class='atlas-contents'><section><h3>{heads[0]}</h3><dl>{told}</dl></section>"
        f"<section><h3>{heads[1]}</h3><ul>{listed}</ul></section></div>"
    )


def _column(lang: Language, name: str) -> str:
    title = marked(column_title(lang, name), lang.data_code)
    words = html.escape(str(fields()[name]["description"]))
    code = html.escape(name)
    return f"<dt>{title} <code>{code}</code></dt><dd lang='en'>{words}</dd>"


def _source(lang: Language, code: str) -> str:
    found = source(code)
    title, name = (
        marked(one, lang.data_code) for one in (lang.pick(found.title), source_name(lang, code))
    )
    address = html.escape(found.url, quote=True)
    return (
        f"<li><a href='{address}' target='_blank' rel='noopener noreferrer'>"
        f"<strong>{name}</strong> <span>{title}</span></a></li>"
    )


def take(page: Page[ExploreFilters]) -> None:
    """Show the formats in which what is asked, or its whole table, is taken away."""
    data, asked = page.filters.data, page.filters.asked
    fits = refused(data, asked) is None
    offer_downloads(question_of(data, asked if fits else ""), page.lang, cache.store())
