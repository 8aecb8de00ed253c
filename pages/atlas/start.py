"""What is this, and what is the story?"""

import html
from dataclasses import replace
from functools import partial

import streamlit as st

from components import cache
from components.cards import card, guarded, stage
from components.page import finish, opened
from components.views.corridors.filters import CorridorFilters
from components.views.start_words import numbers_html, questions

choices, lang, look = opened("start")
alone = finish(choices, lang, ("corridor-map", "avrr-world"))
filters = CorridorFilters(top=12)
banner = look if look.size == "narrow" else replace(look, size="banner")
build = partial(cache.view, filters=filters, look=banner)

if alone:
    view = guarded(partial(build, alone), lang)
    if view:
        stage(view, lang)
    st.stop()

main = guarded(partial(build, "corridor-map"), lang)
st.html(
    f"<p class='atlas-eyebrow'>{html.escape(lang.text('Central Asia Migration Atlas'))}</p>"
    f"<h1 class='atlas-headline'>{html.escape(main.title if main else '')}</h1>"
    "<p class='atlas-lede'>"
    + html.escape(
        lang.text(
            "An open atlas of migration in Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and "
            "Uzbekistan: who moves where, who comes back, who is helped to return by their own "
            "choice, and what nobody has counted yet. Every number leads to its source."
        )
    )
    + "</p>"
)
if main:
    card(main, lang, heading=False, key="start-map")
numbers = guarded(partial(cache.numbers, lang.code), lang)
if numbers:
    st.html(numbers_html(numbers))
st.html(f"<h2 class='atlas-section'>{html.escape(lang.text('Three ways in'))}</h2>")
with st.container(horizontal=True, gap="medium", key="questions"):
    for question in questions(lang):
        st.page_link(
            "pages/atlas/corridors.py",
            label=question.text,
            icon=":material/arrow_forward:",
            query_params=question.query | {"lang": lang.code},
        )
view = guarded(partial(build, "avrr-world"), lang)
if view:
    card(view, lang)
