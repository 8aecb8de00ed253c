"""Showing a view as a card, and alone on the whole screen."""

import html
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial

import plotly.graph_objects as go
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.browser import clicked, picked
from components.card.also import also_html
from components.card.document import show_document
from components.card.foot import foot
from components.card.guarding import guarded
from components.card.map import show_flow_map
from components.card.tools import menu, switch
from components.card.world import show_world
from components.documents.model import Document
from components.exports.tables import table_html
from components.language import Language
from components.language.parts import marked
from components.maps.drawing import MapDrawing
from components.session import memory
from components.session.alone import follow
from components.session.window import window
from components.style.plotly_locale import config as plotly_config
from components.view import View


def typeset(title: str, lang: Language) -> str:
    """Return a title as HTML in which no line begins with a dash."""
    return marked(title, lang.data_code).replace(" — ", "\u00a0— ")


def card(
    view: View,
    lang: Language,
    name: str = "",
    *,
    picture: Callable[[View], None] | None = None,
    heading: bool = True,
    key: str = "",
    tools: DeltaGenerator | None = None,
) -> None:
    """Show a view as a card; another face, or a menu that is opened, runs this card alone.

    Parameters
    ----------
    view : View
        What to show.
    lang : Language
        The reader's language.
    name : str
        The card's name in the address; the view's own by default.
    picture : callable or None
        Draws the figure, where the page does more with it than show it (a map that is clicked).
    heading : bool
        Whether to show title and subtitle; not where the page has said them already.
    key : str
        The card's name among the widgets; the one in the address by default.
    tools : container or None
        Where chart or table and the menu stand, if not beside the title.
    """
    name = name or view.name
    _shown(view, lang, name, key or name, picture, heading, tools)


@st.fragment
def _shown(
    view: View,
    lang: Language,
    name: str,
    key: str,
    picture: Callable[[View], None] | None,
    heading: bool,
    tools: DeltaGenerator | None,
) -> None:
    follow()
    told = (_heading(view, lang, name) if heading else "") + said(view, lang, name)
    if told:
        st.html(told)
    with tools or nullcontext():
        table = switch(view, lang, name, key)
        menu(view, lang, name, key)
    if table:
        st.html(table_html(view.table, lang, view.title, html.escape(name)))
    elif view.figure is not None:
        guarded(partial(picture or partial(draw, lang=lang, key=key), view), lang)
    guarded(partial(foot, view, lang, key), lang)


def _heading(view: View, lang: Language, name: str) -> str:
    return (
        f"<h3 class='atlas-card-title' id='card-{html.escape(name)}'>"
        f"{typeset(view.title, lang)}</h3>"
        f"<p class='atlas-card-subtitle'>{marked(view.subtitle, lang.data_code)}</p>"
    )


def said(view: View, lang: Language, name: str) -> str:
    """Write what has to be seen without a click; the style sheet puts it below the figure."""
    once = (("caution", view.caution), ("credit", view.credit))
    told = [(kind, words) for kind, words in once if memory.says_first(words, name)]
    lines = [("hole", view.missing), *told]
    words_told = "".join(
        f"<p class='atlas-said atlas-{kind}'>{marked(words, lang.data_code)}</p>"
        for kind, words in lines
        if words
    )
    return words_told + also_html(view, lang)


def draw(view: View, lang: Language, key: str, on_select: Callable[[], None] | None = None) -> None:
    """Draw a view's figure.

    Parameters
    ----------
    key : str
        Name of the figure among those of the page.
    on_select : callable or None
        Is called when a flow or a place of a map was clicked; the state of the widget ``map-``
        and the key says which (`clicked_on`).
    """
    if isinstance(view.figure, go.Figure):
        st.plotly_chart(
            view.figure, theme=None, key=f"plot-{key}", config=plotly_config(lang), alt=view.alt
        )
    elif isinstance(view.figure, Document):
        show_document(view.figure, lang, key, view.title)
    elif isinstance(view.figure, MapDrawing) and view.figure.roams and window().webgl:
        show_world(view.figure, lang, view.alt, f"world-{key}", on_select)
    elif isinstance(view.figure, MapDrawing):
        show_flow_map(view.figure, lang, view.alt, f"map-{key}", on_select)


def clicked_on(key: str) -> tuple[str, str] | None:
    """Return what was clicked on the map that `draw` has drawn under a key (see `clicked`)."""
    told = getattr(st.session_state.get(f"map-{key}"), "picked", None)
    return clicked(told) or clicked(picked(st.session_state.get(f"world-{key}")))
