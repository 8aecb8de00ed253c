"""What is each country's migration like?"""

import streamlit as st

from components import cache
from components.cards import card, guarded
from components.controls.countries import (
    corridor_filters,
    offered,
    read_filters,
    show_closer,
    show_country,
    show_series,
    show_types,
)
from components.page import cards, finish, heading, lone, opened, section
from components.view import View
from components.views.countries.filters import read_by
from components.views.countries.words import PART_WORDS

choices, lang, look = opened("countries")
filters, part = read_filters(choices)
names = offered(part, filters.country)
alone = finish(choices, lang, names)


def build(name: str) -> View:
    """Return a view of this page for the choices that it reads."""
    if name == "sankey":
        return cache.view(name, filters=corridor_filters(filters), look=look)
    return cache.view(name, filters=read_by(name, filters), look=look)


lone(alone, build, lang)

main = guarded(lambda: build(names[0]), lang)
if main:
    heading(lang.place(filters.country), main.title, main.subtitle)
show_country(filters, lang, look.narrow)
show_series(part, lang, look.narrow)
if main:
    card(main, lang, heading=False)
title, words = PART_WORDS[part]
section(lang.text(title), lang.text(words))
show_types(filters, part, lang)
show_closer(filters, part, lang)
closer = names[1:]
cards(closer[:2], build, look, columns=2)
cards(closer[2:], build, look, columns=2)
st.page_link(
    "pages/atlas/corridors.py",
    label=lang.text("Every corridor on the map"),
    icon=":material/arrow_forward:",
    query_params={"who": filters.country, "lang": lang.code},
)
