"""Do people come back?"""

from functools import partial

import streamlit as st

from components import cache
from components.card.cards import card, guarded
from components.controls import counterstreams as controls
from components.frame.page import cards, finish, heading, lone, opened, section
from components.views.counterstreams import VIEWS
from components.views.counterstreams.common import statement
from components.views.counterstreams.glossary import terms_html

choices, lang, context = opened("counter-streams")
filters, whole = controls.read_filters(choices)
beside = context.size in ("wide", "large")
alone = finish(choices, lang, tuple(VIEWS))


build = partial(cache.view, filters=filters, context=context)

lone(alone, build, lang)

main = guarded(lambda: build("counter-map"), lang)
if main:
    heading(lang.text("Counter-streams"), main.title, main.subtitle, lede=statement(lang))
controls.show_controls(filters, lang, not beside)
if main:
    left, right = st.columns([7, 4], gap="medium") if beside else (st, st)
    with left.container():
        card(main, lang, picture=partial(controls.show_map, lang=lang), heading=False)
    with right.container():
        cards(("counter-ranked",), build, context)

section(
    lang.text("One corridor"),
    lang.text("What six models say of it, and what anybody has counted. The two are never joined."),
)
controls.show_corridor(filters, lang)
cards(("counter-history", "counter-counted", "counter-editions"), build, context)

section(lang.text("Whole countries, counted"))
cards(("counter-totals",), build, context)

section(lang.text("Whole countries, modelled"))
controls.show_whole(lang)
cards((whole,), build, context)

section(lang.text("What each measure says"))
st.html(terms_html(lang))
