"""Who moves, or has moved, between which countries?"""

from functools import partial

import streamlit as st

from components import cache
from components.card.cards import card, guarded
from components.controls.corridor_map import show_map
from components.controls.corridors import read_filters, show_controls
from components.frame.page import cards, finish, heading, lone, opened, section
from components.views.corridors import ALWAYS, OF_ONE
from components.views.measures import CORRIDOR_WORDS

choices, lang, context = opened("corridors")
filters = read_filters(choices)
stacked = context.size in ("narrow", "medium")
detail = OF_ONE if filters.start else ()
alone = finish(choices, lang, (*ALWAYS, *detail))
build = partial(cache.view, filters=filters, context=context)

lone(alone, build, lang)

main = guarded(partial(build, "corridor-map"), lang)
if main:
    heading(lang.text(CORRIDOR_WORDS[filters.measure].name), main.title, main.subtitle)
show_controls(filters, lang, stacked)
if main:
    left, right = st.columns([7, 4], gap="medium") if not stacked else (st, st)
    with left.container():
        card(main, lang, picture=partial(show_map, filters=filters, lang=lang), heading=False)
    with right.container():
        ranked = guarded(partial(build, "ranked"), lang)
        if ranked:
            card(ranked, lang)

if detail:
    section(lang.text("This corridor"))
    cards(detail, build, context)
section(lang.text("Look closer"))
cards(("time", "sankey"), build, context, columns=2)
cards(("five",), build, context)
