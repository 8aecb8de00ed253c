"""The beginning and the end of every page."""

from urllib.parse import urlencode

import streamlit as st

from components.language import Language
from components.shell import open_page
from components.state import Choices
from components.views.corridors.filters import Look


def opened(page: str) -> tuple[Choices, Language, Look]:
    """Open a page and return its choices, the language and the look of its views."""
    choices = Choices(page)
    lang, look = open_page(choices)
    return choices, lang, look


def finish(choices: Choices, lang: Language) -> str:
    """Write the address; return the view that is to be shown alone, or an empty string.

    Called after all choices are read and before views are shown, because the link under each
    view is the address.
    """
    if "_show" in st.session_state:
        showing = st.session_state.pop("_show")
    else:
        showing = choices.incoming.get("show", "")
    query = dict(choices.written)
    if lang.code != "en" or "lang" in query:
        query["lang"] = lang.code
    st.session_state["_link"] = _address(query | {"lang": lang.code})
    if showing:
        choices.written["show"] = showing
    choices.write()
    return str(showing)


def _address(query: dict[str, str]) -> str:
    base = (st.context.url or "").split("?")[0]
    return f"{base}?{urlencode(query, safe=',')}" if query else base
