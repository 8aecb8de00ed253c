"""What is this, and what is the story?"""

from dataclasses import replace
from functools import partial

import streamlit as st

from components import cache
from components.card.cards import card, guarded
from components.controls.corridors import offer_of
from components.frame.navigation import PAGES
from components.frame.page import cards, finish, heading, lone, opened, section
from components.views.corridors.filters import CorridorFilters
from components.views.start_words import numbers_html, questions

choices, lang, context = opened("start")
alone = finish(choices, lang, ("corridor-map", "avrr-world"))
latest = offer_of("stock", "total", None).years[-1:]
filters = CorridorFilters(top=12, year=latest[0] if latest else CorridorFilters.year)
banner = context if context.size == "narrow" else replace(context, size="banner")
build = partial(cache.view, filters=filters, context=banner)

lone(alone, build, lang)

main = guarded(partial(build, "corridor-map"), lang)
heading(
    lang.text("Central Asia Migration Atlas"),
    main.title if main else "",
    main.subtitle if main else "",
    lede=lang.text(
        "An open atlas of migration in Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and "
        "Uzbekistan: who moves where, who comes back, who is helped to return by their own "
        "choice, and what nobody has counted yet. Every number leads to its source."
    ),
)
if main:
    card(main, lang, heading=False, key="start-map")
numbers = guarded(partial(cache.numbers, lang.code), lang)
if numbers:
    st.html(numbers_html(numbers))
section(lang.text("Three ways in"))
with st.container(horizontal=True, gap="medium", key="questions"):
    for question in questions(lang):
        st.page_link(
            "pages/atlas/corridors.py",
            label=question.text,
            icon=":material/arrow_forward:",
            query_params=question.query | {"lang": lang.code},
        )
cards(("avrr-world",), build, context)
section(lang.text("All pages"))
with st.container(horizontal=True, gap="medium", key="pages"):
    for spec in PAGES:
        if not spec.default:
            st.page_link(
                spec.path,
                label=f"**{lang.text(spec.title)}**  \n{lang.text(spec.question)}",
                query_params={"lang": lang.code},
            )
