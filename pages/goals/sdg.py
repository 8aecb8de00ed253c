"""Is migration of the five countries orderly, safe, regular and responsible?"""

from functools import partial

import streamlit as st

from components import cache
from components.card.cards import card, guarded
from components.controls.sdg import read_filters, show_controls, show_indicator
from components.frame.page import cards, finish, heading, lone, opened, section
from components.views.sdg.filters import INDICATORS
from components.views.sdg.glossary import terms_html

choices, lang, context = opened("sdg")
filters = read_filters(choices)
closer = INDICATORS[filters.indicator]
alone = finish(choices, lang, ("sdg-scorecard", closer, "sdg-avrr-links"))


build = partial(cache.view, filters=filters, context=context)

lone(alone, build, lang)

main = guarded(lambda: build("sdg-scorecard"), lang)
if main:
    heading(lang.text("SDG 10.7"), main.title, main.subtitle)
show_controls(filters, lang, context.narrow)
if main:
    card(main, lang, heading=False)

section(lang.text("One indicator over time"))
show_indicator(lang)
cards((closer,), build, context)

section(lang.text("Voluntary return and the target"))
cards(("sdg-avrr-links",), build, context)

section(lang.text("Goal 10, target 10.7 and its indicators"))
st.html(terms_html(lang))
