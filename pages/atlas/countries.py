"""What is each country's migration like?"""

from itertools import chain

import streamlit as st

from components import cache
from components.card.cards import card, guarded
from components.controls.countries import (
    corridor_filters,
    of_one,
    offered,
    read_filters,
    rows,
    show_closer,
    show_country,
    show_series,
    show_types,
)
from components.frame.page import cards, finish, heading, lone, opened, section
from components.view import View
from components.views.countries.words import PART_WORDS

choices, lang, context = opened("countries")
filters, part = read_filters(choices)
first = offered(part, filters.country)[0]
below = rows(part, filters)
alone = finish(choices, lang, (first, *chain(*below)))


def build(name: str) -> View:
    """Return a view of this page for the choices that it reads."""
    view, own = of_one(name, filters)
    if view == "sankey":
        return cache.view(view, filters=corridor_filters(own), context=context)
    return cache.view(view, filters=own, context=context)


lone(alone, build, lang)

main = guarded(lambda: build(first), lang)
if main:
    heading(lang.place(filters.country), main.title, main.subtitle)
show_country(filters, lang, context.narrow)
show_series(part, lang, context.narrow)
if main:
    card(main, lang, heading=False)
title, words = PART_WORDS[part]
section(lang.text(title), lang.text(words))
show_types(filters, part, lang)
show_closer(filters, part, lang)
for index, row in enumerate(below):
    cards(row, build, context, columns=1 if filters.beside and index == 0 else 2)
st.page_link(
    "pages/atlas/corridors.py",
    label=lang.text("Every corridor on the map"),
    icon=":material/arrow_forward:",
    query_params={"who": filters.country, "lang": lang.code},
)
