"""The beginning and the end of every page."""

import html
from collections.abc import Callable, Sequence
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from components.card.cards import card, guarded, stage, typeset
from components.context import RenderContext
from components.frame.shell import open_page
from components.frame.state import Choices
from components.language import Language
from components.view import View


def opened(page: str) -> tuple[Choices, Language, RenderContext]:
    """Open a page and return its choices, the language and the look of its views."""
    choices = Choices(page)
    lang, context = open_page(choices)
    return choices, lang, context


def finish(choices: Choices, lang: Language, views: Sequence[str]) -> str:
    """Write the address, and the link that stands under each view.

    Called after all choices are read and before views are shown.

    Parameters
    ----------
    choices : Choices
        The page's choices.
    lang : Language
        The reader's language.
    views : sequence of str
        Names of the views that the page can show.

    Returns
    -------
    str
        Name of the view that has the whole screen, or an empty string.
    """
    st.session_state["_link"] = _address(choices.written | {"lang": lang.code})
    alone = choices.alone(views)
    choices.write()
    return alone


def _address(query: dict[str, str]) -> str:
    base = (st.context.url or "").split("?")[0]
    return f"{base}?{urlencode(query, safe=',')}" if query else base


def lone(alone: str, build: Callable[[str], View], lang: Language) -> None:
    """Show the one view that has the whole screen, if any, and end the page there.

    Parameters
    ----------
    alone : str
        What `finish` returned.
    build : callable
        Returns a view by its name.
    """
    if not alone:
        return
    view = guarded(partial(build, alone), lang)
    if view:
        stage(view, lang)
    st.stop()


def heading(eyebrow: str, title: str, subtitle: str = "", lede: str = "") -> None:
    """Show the headline of a page: what it is about, the finding, and how it is measured."""
    parts = [f"<p class='atlas-eyebrow'>{html.escape(eyebrow)}</p>"]
    parts.append(f"<h1 class='atlas-headline'>{typeset(title)}</h1>")
    if lede:
        parts.append(f"<p class='atlas-lede'>{html.escape(lede)}</p>")
    if subtitle:
        parts.append(f"<p class='atlas-card-subtitle'>{html.escape(subtitle)}</p>")
    st.html("".join(parts))


def section(title: str, words: str = "") -> None:
    """Show the heading of a part of a page, with a sentence below it."""
    told = f"<p class='atlas-deck'>{html.escape(words)}</p>" if words else ""
    st.html(f"<h2 class='atlas-section'>{html.escape(title)}</h2>{told}")


def prose(*texts: str) -> None:
    """Show paragraphs of plain text."""
    st.html("".join(f"<p class='atlas-deck'>{html.escape(text)}</p>" for text in texts))


def cards(
    names: Sequence[str], build: Callable[[str], View], context: RenderContext, columns: int = 1
) -> None:
    """Show views as cards, side by side where the window is wide enough.

    A view whose data are not there says so in its place; the others are shown.
    """
    stacked = columns == 1 or context.size in ("narrow", "medium")
    places = [st.container()] if stacked else st.columns(columns, gap="large")
    for index, name in enumerate(names):
        with places[index % len(places)]:
            view = guarded(partial(build, name), context.language)
            if view:
                card(view, context.language, key=name, alone=name)
