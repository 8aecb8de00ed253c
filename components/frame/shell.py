"""What surrounds every page: language, width class, styles, the language switch."""

from pathlib import Path

import streamlit as st

from components.context import RenderContext
from components.frame.state import Choices
from components.language import LANGUAGES, Language, language
from components.style.variables import variables

ASSETS = Path(__file__).parents[1] / "assets"
SHEETS = ("atlas.css", "documents.css")
ROOM = "1920x1080"
PHONES = ("Mobi", "Android", "iPhone")

_PROBE = st.components.v2.component(
    "atlas_probe",
    html="<span></span>",
    js=(ASSETS / "probe.js").read_text(encoding="utf-8"),
)


@st.cache_resource(show_spinner=False)
def styles() -> str:
    """Return the style sheet of the atlas."""
    sheets = "".join((ASSETS / one).read_text(encoding="utf-8") for one in SHEETS)
    return f"<style>{variables()}{sheets}</style>"


def open_page(choices: Choices) -> tuple[Language, RenderContext]:
    """Start a page: styles, language switch, and how views are to be drawn.

    Parameters
    ----------
    choices : Choices
        The page's choices.

    Returns
    -------
    (Language, RenderContext)
        The reader's language, and how views are drawn.
    """
    st.html(styles())
    code = choices.language()
    lang = language(code)
    with st.container(key="probe"):
        seen = _PROBE(
            key="window",
            data={
                "lang": lang.data_code,
                "size": _state("size", _guess()),
                "room": _state("room", ROOM),
                "stage": bool(choices.showing),
            },
            default={"size": _guess(), "room": ROOM, "webgl": True},
            on_size_change=_nothing,
            on_room_change=_nothing,
            on_webgl_change=_nothing,
        )
    _language_switch(choices, code)
    size = seen.size if seen.size in ("narrow", "medium", "wide", "large") else "wide"
    mode = "dark" if st.context.theme.type == "dark" else "light"
    context = RenderContext(code, mode, size, static_root())
    st.session_state["webgl"] = bool(seen.webgl)
    st.session_state["room"] = seen.room
    return lang, context


def static_root() -> str:
    """Return the address of the static folder, under the server's base path."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/app/static" if base else "/app/static"


def _guess() -> str:
    agent = st.context.headers.get("User-Agent", "")
    return "narrow" if any(word in agent for word in PHONES) else "wide"


def _state(name: str, default: str) -> str:
    """Return what the probe told last; it speaks only when something has changed."""
    return str(st.session_state.get("window", {}).get(name) or default)


def _nothing() -> None:
    """Let the component keep its state."""


def _language_switch(choices: Choices, code: str) -> None:
    def change() -> None:
        picked = st.session_state["language-switch"]
        if picked:
            st.session_state["_kept"]["lang"] = picked
            st.query_params["lang"] = picked

    st.session_state["language-switch"] = code if code in LANGUAGES else None
    with st.container(key="languages", horizontal=True, horizontal_alignment="right"):
        st.segmented_control(
            language(code).text("Language"),
            list(LANGUAGES),
            format_func=str.upper,
            key="language-switch",
            on_change=change,
            label_visibility="collapsed",
        )
