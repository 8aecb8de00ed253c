"""The beginning and the end of every page."""

from collections.abc import Sequence
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
