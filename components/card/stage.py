"""One view alone on the whole screen: on its canvas, or on a phone as the phone draws it."""

from functools import partial

import streamlit as st

from components.card.cards import draw, said, typeset
from components.card.foot import foot
from components.card.picture import show_alone
from components.language import Language
from components.language.parts import marked
from components.session import memory
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
