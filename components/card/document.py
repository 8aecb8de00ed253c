"""Documents on a page: as they are, or with cells that can be chosen."""

from collections.abc import Callable

import streamlit as st

from components.documents.html import document_html
from components.documents.model import Document
from components.language import Language
from components.style.assets import scripts
from data.kept import kept

_CHOICE = st.components.v2.component(
    "atlas_document",
    html="<div class='atlas-document'></div>",
    js=scripts(["document.js"]),
    isolate_styles=False,
)

_written = kept(entries=600)(document_html)  # a view is shared, and so is what is written of it


def show_document(document: Document, lang: Language, key: str, title: str) -> None:
    """Show a document that is read."""
    st.html(_written(document, lang, key, title))


def choose_cell(
    document: Document,
    lang: Language,
    key: str,
    title: str,
    chosen: str,
    on_choice: Callable[[str], None],
) -> None:
    """Show a document whose cells with a code are a choice of one.

    Parameters
    ----------
    chosen : str
        Code of the cell that the page shows in detail.
    on_choice : callable
        Is told the code of the cell that the reader chose, before the page runs again.
    """

    def told() -> None:
        code = st.session_state[key].chosen
        if code in document.codes:
            on_choice(str(code))

    html = _written(document, lang, key, title, chosen)
    _CHOICE(key=key, data={"html": html}, on_chosen_change=told)
