"""The corridor map on the page: hover, click, and the way back to the whole map."""

import streamlit as st

from components.browser import clicked
from components.card.cards import draw_without_webgl, show_legend
from components.controls.corridors import offer_of
from components.language import Language
from components.maps.deck import CompactDeck
from components.view import View
from components.views.corridors.filters import CorridorFilters
from data.areas import FIVE

KEY = "corridor-map"


def show_map(view: View, filters: CorridorFilters, lang: Language) -> None:
    """Show the map; a click on a flow or a place becomes the page's choice."""
    if isinstance(view.figure, CompactDeck) and not draw_without_webgl(view, lang, KEY):
        st.pydeck_chart(
            view.figure,
            height=view.figure.rows,
            key=KEY,
            on_select=_clicked,
            selection_mode="single-object",
            alt=view.alt,
        )
    show_legend(view)
    _corridor_choice(filters, lang)


def _corridor_choice(filters: CorridorFilters, lang: Language) -> None:
    codes = ["", *offer_of(filters.measure, filters.sex, filters.method).corridors]

    def name(code: str) -> str:
        if not code:
            return lang.text("No corridor selected")
        start, end = code.split("-")
        return f"{lang.place(start)} → {lang.place(end)}"

    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            lang.text("Selected corridor (or click one on the map)"),
            codes,
            format_func=name,
            key="corridor",
        )
        if filters.place or filters.start:
            st.button(lang.text("Whole map"), on_click=_whole, icon=":material/zoom_out_map:")


def _whole() -> None:
    st.session_state["corridor"] = ""
    st.session_state["place"] = ""
    st.session_state["who"] = list(FIVE)
    st.session_state["partner"] = []


def _clicked() -> None:
    picked = clicked(st.session_state.get(KEY))
    if picked is None:
        return
    kind, value = picked
    again = st.session_state.get(kind) == value  # a second click lets go
    st.session_state[kind] = "" if again else value
    if kind == "place":
        which = "who" if value in FIVE else "partner"
        st.session_state[which] = [] if again else [value]
