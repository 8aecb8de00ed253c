"""The button that saves the picture on screen; the browser makes the file by itself."""

from pathlib import Path

import streamlit as st

from components.language import Language

_SAVE = st.components.v2.component(
    "atlas_save",
    html="<button type='button' class='save'></button>",
    css="""
.save { font: inherit; font-weight: 600; color: #fff; background: #0b5d7a; border: 0;
  border-radius: 4px; padding: .5rem 1rem; cursor: pointer; }
.save:hover, .save:focus-visible { filter: brightness(1.15); outline: 2px solid #56b4e9; }
""",
    js=(Path(__file__).parents[1] / "assets" / "save.js").read_text(encoding="utf-8"),
)


def save_button(lang: Language) -> None:
    """Show the button that saves the print figure as PNG."""
    _SAVE(key="save-picture", data={"label": lang.text("Save as PNG (2400 × 1500)")})
