"""The lines of HTML that put a view into a page of another site, with the view as it will look."""

import html
from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.card.picture import one_of
from components.language import Language
from components.session.embedding import frame_address, hosts
from components.session.memory import link
from components.style.assets import scripts
from components.style.theme import Mode
from components.view import View

LEAST, USUAL, MOST = 200, 700, 6000  # pixels of the height of a frame
COLUMN, WIDE = 680, 1080  # and of its width
_FRAME = st.components.v2.component(
    "atlas_frame",
    html="<iframe style='border:0;width:100%'></iframe>",
    js=scripts(["frame.js"]),
)


def offer_embed(view: View, lang: Language, name: str) -> None:
    """Show a view as it will stand in a frame, and the lines of HTML to be copied.

    Parameters
    ----------
    view : View
        With a figure.
    lang : Language
        The reader's language, which is that of the frame.
    name : str
        Name of the view in the address.
    """
    modes: dict[str, str] = {"light": lang.text("Light"), "dark": lang.text("Dark")}
    px = {str(width): lang.text("{n} px wide", n=lang.number(width)) for width in (COLUMN, WIDE)}
    with st.container(horizontal=True, gap="medium"):
        width = int(one_of(lang.text("Width"), px, "embed-width"))
        dark = one_of(lang.text("Colours"), modes, "embed-mode") == "dark"
    mode: Mode = "dark" if dark else "light"
    address = frame_address(link(), name, mode)
    place = st.empty()
    where = lang.text(
        "Only these sites can show the frame: {sites}. Its height is for this width; in a "
        "narrower frame the words need more.",
        sites=", ".join(hosts()),
    )
    st.html(f"<p class='atlas-note'>{html.escape(where)}</p>")
    told = _FRAME(
        key="embed-frame",
        data={"address": address, "title": view.title, "height": USUAL, "width": width},
        default={"height": USUAL},
        on_height_change=_nothing,
    )
    lines = snippet(address, view.title, lang.data_code, height_of(told))
    place.code(lines, language="html", wrap_lines=True)


def snippet(address: str, title: str, code: str, height: int) -> str:
    """Return the lines of HTML that show a view in a page of another site.

    Parameters
    ----------
    address : str
        What the frame shows (`frame_address`).
    title : str
        What the frame is called, for those who hear the page.
    code : str
        Language of the title.
    height : int
        Pixels.
    """
    said = {
        "src": address,
        "title": title,
        "lang": code,
        "width": "100%",
        "height": str(height),
        "style": "border:0",
        "loading": "lazy",
    }
    told = " ".join(f'{name}="{html.escape(value)}"' for name, value in said.items())
    return f"<iframe {told}></iframe>"


def height_of(told: Mapping[str, Any]) -> int:
    """Return the height of a frame as the browser measured it; a usual one otherwise."""
    height = told.get("height")
    if isinstance(height, (int, float)) and LEAST <= height <= MOST:
        return round(height)
    return USUAL


def _nothing() -> None:
    """Let the component keep its state."""
