"""Is migration of the five countries orderly, safe, regular and responsible?"""

import streamlit as st

from components.controls.sdg import CHOICES, views_of
from components.frame.page import opened, section
from components.views.sdg.filters import WORD_NAMES
from components.views.sdg.glossary import terms_html


def show_controls() -> None:
    """Show the choices that the page shares: countries, and the word of the scorecard."""
    word = lang.text(WORD_NAMES[page.filters.word])
    label = lang.text("Filters: {measure}", measure=word)
    with page.folded(label, ("narrow",), horizontal=True, gap="large"):
        page.show("countries", "word")


page = opened("sdg", CHOICES)
lang = page.lang
blocks, scorecard, closer, links = views_of(page.filters)

page.main(blocks, controls=show_controls)

page.cards((scorecard,))

section(lang.text("One indicator over time"))
page.show("indicator")
page.cards((closer,))

section(lang.text("Voluntary return and the target"))
page.cards((links,))

section(lang.text("Goal 10, target 10.7 and its indicators"))
st.html(terms_html(lang))
