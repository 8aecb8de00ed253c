"""What surrounds every page: styles, the script that knows the window, the language switch."""

from pathlib import Path

import streamlit as st

from components.context import RenderContext
from components.frame.languages import language_switch
from components.language import LANGUAGES, N_, language
from components.navigation import PAGES
from components.session.paths import static_root
from components.session.state import Choices
from components.session.window import mode, probe, window
from components.style.variables import variables

ASSETS = Path(__file__).parents[1] / "assets"
SHEETS = (
    "frame.css",
    "atlas.css",
    "cards.css",
    "documents.css",
    "map.css",
    "start.css",
    "print.css",
)
LOGO = ':is([data-testid="stHeader"], [data-testid="stSidebarHeader"]) :has(> .stLogo)'

# What Streamlit names in English whatever the page's language is, by where it stands.
TOOLS = {
    '[data-testid="stLogoLink"]': N_("Central Asia Migration Atlas"),
    '[data-testid="stExpandSidebarButton"]': N_("Menu"),
    '[data-testid="stSidebarCollapseButton"] button': N_("Close the menu"),
    '[data-testid="stMainMenuButton"]': N_("Settings"),
    '[data-testid="stSelectbox"] button[aria-label]': N_("Choose"),
}


@st.cache_resource(show_spinner=False)
def styles() -> str:
    """Return the style sheet of the atlas."""
    sheets = "".join((ASSETS / one).read_text(encoding="utf-8") for one in SHEETS)
    return f"<style>{variables()}{sheets}{_bar()}</style>"


def _bar() -> str:
    """Return what the bar says in each language: the atlas' name, and what opens the menu."""
    said = {
        LOGO: N_("Central Asia Migration Atlas"),
        '[data-testid="stExpandSidebarButton"]': N_("Menu"),
    }
    return "".join(
        f"html[lang={code}] {part}::after{{content:'{language(code).text(message)}'}}"
        for code in LANGUAGES
        for part, message in said.items()
    )


def surround(choices: Choices, code: str, url: str, stage: bool) -> RenderContext:
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
    """
    st.html(styles())
    first = next(spec.url for spec in PAGES if spec.default)
    pages = [spec.url for spec in PAGES if not spec.default]
    page = "" if url == first else url
    lang = language(code)
    spoken = {
        "names": {where: lang.text(words) for where, words in TOOLS.items()},
        "languages": list(LANGUAGES),
    }
    probe(lang.data_code, stage, page, pages, choices.told, spoken)
    language_switch(choices, code)
    return RenderContext(code, mode(), window().size, static_root())
