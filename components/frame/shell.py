"""What surrounds every page: styles, the script that knows the window, the language switch."""

from collections.abc import Mapping

import streamlit as st

from components.context import RenderContext
from components.frame.controls import OPENER
from components.frame.languages import REST, SWITCH, language_switch
from components.frame.sheet import address
from components.language import LANGUAGES, N_, Language, language
from components.navigation import PAGES
from components.session.embedding import embedded
from components.session.paths import base_path, static_root
from components.session.state import Choices
from components.session.window import mode, probe, window

# What Streamlit names in English whatever the page's language is, by where it stands.
TOOLS = {
    '[data-testid="stLogoLink"]': N_("Central Asia Migration Atlas"),
    '[data-testid="stExpandSidebarButton"]': N_("Menu"),
    '[data-testid="stSidebarCollapseButton"] button': N_("Close the menu"),
    '[data-testid="stMainMenuButton"]': N_("Settings"),
    '[data-testid="stSelectbox"] button[aria-label]': N_("Choose"),
}
LANGUAGE = {
    SWITCH: N_("The language of the atlas, of its files too."),
    REST: N_("In which language what is not translated yet is shown."),
}
# What the tools of every page are for, by where they stand.
HELPS = {
    '[class*="st-key-face-"]': N_("The figure, or its exact numbers."),
    '[class*="st-key-more-"]': N_("What you can take: data, picture, slide, link, citation."),
    f'[class*="st-key-{OPENER}more-"]': N_("The other choices of this page."),
    '[class*="st-key-foot-"]': N_("Opens the sources, licences and notes."),
}


def surround(
    choices: Choices, code: str, url: str, stage: bool, helps: Mapping[str, str]
) -> RenderContext:
    """Start a page: styles, window, language switch; return how views are to be drawn.

    Parameters
    ----------
    choices : Choices
        The page's choices, read and written.
    code : str
        The reader's language.
    url : str
        Address of the page.
    stage : bool
        Whether one view has the whole screen.
    helps : mapping of str to str
        What the page's choices are for, by their keys; messages.
    """
    st.html(f'<style>@import url("{address()}");</style>')
    first = next(spec.url for spec in PAGES if spec.default)
    pages = [spec.url for spec in PAGES if not spec.default]
    page = "" if url == first else url
    lang = language(code)
    spoken = {
        "names": {where: lang.text(words) for where, words in TOOLS.items()},
        "languages": list(LANGUAGES),
        "help": lang.text("Help"),
        "helps": {
            **{where: lang.text(words) for where, words in HELPS.items()},
            **{_widget(key): lang.text(words) for key, words in {**LANGUAGE, **helps}.items()},
        },
    }
    framed = stage and embedded()
    finding = {"root": base_path(), "lang": lang.data_code, "words": _of_finding(lang)}
    alone = stage and not framed
    probe(lang.data_code, alone, page, pages, choices.told, spoken, {} if framed else finding)
    if not framed:
        language_switch(choices, code)
    return RenderContext(code, mode(), window().size, static_root())


def _widget(key: str) -> str:
    """Return where a choice stands: in full, or behind the button that opens it."""
    return f".st-key-{key}, .st-key-{OPENER}{key}"


def _of_finding(lang: Language) -> dict[str, str]:
    """Return the words of the field that finds."""
    return {
        "field": lang.text("Search"),
        "label": lang.text("Search the atlas"),
        "list": lang.text("Results"),
        "all": lang.text("All charts, maps and tables"),
        "broken": lang.text("The search does not work now."),
    }
