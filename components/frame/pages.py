"""The pages of the menu as Streamlit has them.

Making one looks its file up in the file system, so each is made once a process and language. What
is shared is never run: a page that runs is a copy.
"""

from copy import copy

import streamlit as st

from components import navigation
from components.language import Language, language
from components.navigation import PageSpec
from data.files import until_mended


@until_mended
def _made(spec: PageSpec, code: str) -> st.Page:
    title = language(code).text(spec.title)
    return st.Page(spec.path, title=title, url_path=spec.url, default=spec.default)


def menu(lang: Language) -> dict[str, list[st.Page]]:
    """Return the pages by the name of their section, in the order of the menu."""
    sections: dict[str, list[st.Page]] = {}
    for spec in navigation.PAGES:
        sections.setdefault(lang.text(spec.section), []).append(copy(_made(spec, lang.code)))
    return sections


def link(spec: PageSpec, lang: Language, label: str, query: dict[str, str], icon: str = "") -> None:
    """Show a link to a page.

    Parameters
    ----------
    spec : PageSpec
        The page.
    lang : Language
        The language in which it opens.
    label : str
        What the link says.
    query : dict of str to str
        The choices that it opens with.
    icon : str
        Name of the icon before it, or an empty string.
    """
    asked = query | {"lang": lang.code}
    st.page_link(_made(spec, lang.code), label=label, icon=icon or None, query_params=asked)
