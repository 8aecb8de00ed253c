"""A map of the world on a page, to be moved and zoomed; its key and how to zoom stand below it."""

import html
from collections.abc import Callable

import streamlit as st

from components.card.map import key_html
from components.language import Language
from components.maps.deck import CompactDeck, deck
from components.maps.drawing import MapDrawing
from components.session.paths import static_root
from components.session.window import mode
from components.style.theme import Mode, palette
from data.kept import kept


def show_world(
    drawing: MapDrawing,
    lang: Language,
    alt: str,
    key: str,
    on_pick: Callable[[], None] | None = None,
) -> None:
    """Show a flow map in WebGL; parameters as of `components.card.map.show_flow_map`."""
    made = _deck(drawing, mode(), static_root())
    st.pydeck_chart(
        made,
        alt=alt,
        key=key,
        height=made.rows,
        on_select=on_pick or "ignore",
        selection_mode="single-object",
    )
    how = lang.text("Drag to move; double-click, pinch, or press + and − to zoom.")
    st.html(f"<div class='atlas-world'>{key_html(drawing, lang)}<p>{html.escape(how)}</p></div>")


@kept(entries=20)
def _deck(drawing: MapDrawing, shade: Mode, static: str) -> CompactDeck:
    return deck(drawing, palette(shade), static)
