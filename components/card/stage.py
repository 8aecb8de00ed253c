"""One view alone: on the whole screen, by its canvas or as a phone draws it, or in a frame."""

import html
from collections.abc import Callable
from functools import partial

import streamlit as st

from components.card.cards import draw, said, typeset
from components.card.foot import foot, foot_line
from components.card.guarding import guarded
from components.card.picture import show_alone
from components.language import Language
from components.language.parts import marked
from components.session import memory
from components.session.embedding import whole_address
from components.session.window import window
from components.view import View

UPRIGHT = 1.15  # windows less wide for their height have no room for a slide


def stage(view: View, lang: Language) -> None:
    """Show one view alone, as big as the screen allows; on a phone as the phone draws it."""
    seen = window()
    upright = seen.size == "narrow" or seen.room[0] < UPRIGHT * seen.room[1]
    with st.container(key="stage-page" if upright or view.figure is None else "stage"):
        if view.figure is None:
            _words(view, lang)
        elif upright:
            _as_on_a_phone(view, lang)
        else:
            st.html(f"<h1 class='atlas-heard'>{typeset(view.title, lang)}</h1>")
            show_alone(view, lang, memory.link(), seen.room)
    with st.container(key="stage-exit"):
        back = partial(memory.show, "")
        shortcut = None if upright else "Esc"
        memory.button(lang.text("Back"), back, key="stage-back", shortcut=shortcut)


def _as_on_a_phone(view: View, lang: Language) -> None:
    _words(view, lang)
    draw(view, lang, "stage")
    foot(view, lang, "stage")


def _words(view: View, lang: Language) -> None:
    st.html(
        f"<h1 class='atlas-card-title'>{typeset(view.title, lang)}</h1>"
        f"<p class='atlas-card-subtitle'>{marked(view.subtitle, lang.data_code)}</p>"
        f"{said(view, lang, view.name)}"
    )


def framed(build: Callable[[], View], name: str, lang: Language) -> None:
    """Show one view as another site shows it: words, figure, one line of sources, the way here."""
    with st.container(key="embed", gap="small"):
        view = guarded(build, lang)
        if view:
            st.html(
                f"<header><h1 class='atlas-card-title'>{typeset(view.title, lang)}</h1>"
                f"<p class='atlas-card-subtitle'>{marked(view.subtitle, lang.data_code)}</p>"
                "</header>"
            )
            if view.figure is not None:
                guarded(partial(draw, view, lang, "embed"), lang)
            st.html(f"<footer>{said(view, lang, name)}{_line(view, name, lang)}</footer>")


def _line(view: View, name: str, lang: Language) -> str:
    words = html.escape(lang.text("Open in the Central Asia Migration Atlas"))
    way = html.escape(whole_address(memory.link(), name))
    sources = html.escape(foot_line(view, lang))
    return (
        f"<p class='atlas-origin'><span>{sources}</span> "
        f"<a href='{way}' target='_blank' rel='noopener'>{words}</a></p>"
    )
