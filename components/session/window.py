"""The reader's window, as the browser tells it: a small script of the page's frame."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from components.context import Window
from components.session.memory import memory
from components.style.assets import scripts
from components.style.theme import Mode

PHONES = ("Mobi", "Android", "iPhone")
KEY = "window"
SCRIPTS = (
    "store.js",
    "adding.js",
    "reading.js",
    "printing.js",
    "framed.js",
    "guide.js",
    "connection.js",
    "probe.js",
)
_PROBE = st.components.v2.component(
    "atlas_probe",
    html="<span></span>",
    js=scripts(SCRIPTS),
)


def window() -> Window:
    """Return the window as it was last told; until then, as the browser's name lets guess."""
    told: Any = st.session_state.get(KEY) or {}
    return Window.told(
        told.get("size") or _guess(), told.get("room") or "", told.get("webgl", True)
    )


def mode() -> Mode:
    """Return whether the reader's page is light or dark, as it was last told.

    Until then, as the browser says with its first message.
    """
    told: Any = st.session_state.get(KEY) or {}
    return "dark" if (told.get("mode") or st.context.theme.type) == "dark" else "light"


def probe(
    language: str,
    stage: bool,
    page: str,
    pages: Sequence[str],
    address: str | None,
    spoken: Mapping[str, object],
    finding: Mapping[str, object],
) -> None:
    """Show the script that tells the window, and puts language and address of the page right.

    Parameters
    ----------
    language : str
        Language of the document.
    stage : bool
        Whether one view has the whole screen, and its room is wanted.
    page : str
        Address of the page; empty for the first.
    pages : sequence of str
        Addresses of all pages.
    address : str or None
        Choices that the address is to show instead of those it has, as a query.
    spoken : mapping
        ``names`` of Streamlit's own tools and ``helps``, what each control is for, by selector,
        ``help`` as the name of the latter, and ``languages`` of the switch.
    finding : mapping
        ``root``, ``lang`` and ``words`` of the field that finds.
    """
    known = window()
    room = "{}x{}".format(*known.room)
    _PROBE(
        key=KEY,
        data={
            "lang": language,
            "size": known.size,
            "room": room,
            "mode": mode(),
            "webgl": known.webgl,
            "stage": stage,
            "page": page,
            "pages": list(pages),
            "address": address,
            "back": memory().back,
            "spoken": dict(spoken),
            "finding": dict(finding),
        },
        default={"size": known.size, "room": room, "mode": None, "woken": 0, "webgl": True},
        on_mode_change=_nothing,
        on_woken_change=_nothing,
        on_size_change=_nothing,
        on_room_change=_nothing,
        on_webgl_change=_nothing,
    )


def _guess() -> str:
    agent = st.context.headers.get("User-Agent", "")
    return "narrow" if any(word in agent for word in PHONES) else "wide"


def _nothing() -> None:
    """Let the component keep its state."""
