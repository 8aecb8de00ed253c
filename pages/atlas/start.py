"""What is this, and what is the story?"""

from functools import partial

import streamlit as st

from components import cache
from components.card.cards import guarded
from components.controls.start import CHOICES
from components.frame.page import opened
from components.frame.words import section
from components.navigation import PAGES
from components.views.start_words import numbers_html, questions

page = opened("start", CHOICES)
lang = page.lang

page.main(
    "corridor-map",
    eyebrow=lang.text("Central Asia Migration Atlas"),
    lede=lang.text(
        "An open atlas of migration in Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and "
        "Uzbekistan: who moves where, who comes back, who is helped to return by their own "
        "choice, and what nobody has counted yet. Every number leads to its source."
    ),
    key="start-map",
)
numbers = guarded(partial(cache.numbers, lang.code), lang)
if numbers:
    st.html(numbers_html(numbers))
section(lang.text("Three ways in"))
page.leads(*(("corridors", one.text, one.query) for one in questions(lang)), key="questions")
page.cards(("avrr-world",))
section(lang.text("All pages"))
with st.container(horizontal=True, gap="medium", key="pages"):
    for spec in PAGES:
        if not spec.default:
            st.page_link(
                spec.path,
                label=f"**{lang.text(spec.title)}**  \n{lang.text(spec.question)}",
                query_params={"lang": lang.code},
            )
