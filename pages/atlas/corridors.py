"""Who moves, or has moved, between which countries?"""

import html
from functools import partial

import streamlit as st

from components import cache
from components.cards import card, guarded, stage
from components.controls import read_filters, show_controls
from components.map_picture import show_map
from components.page import finish, opened
from components.views.corridors.wording import WORDS

choices, lang, look = opened("corridors")
filters = read_filters(choices)
stacked = look.size in ("narrow", "medium")
detail = ("corridor-history", "evidence") if filters.start else ()
alone = finish(choices, lang, (*cache.BUILDERS, *detail))
build = partial(cache.view, filters=filters, look=look)

if alone:
    view = guarded(partial(build, alone), lang)
    if view:
        stage(view, lang)
    st.stop()

main = guarded(partial(build, "corridor-map"), lang)
if main:
    name = html.escape(lang.text(WORDS[filters.measure].name))
    st.html(
        f"<p class='atlas-eyebrow'>{name}</p>"
        f"<h1 class='atlas-headline'>{html.escape(main.title)}</h1>"
        f"<p class='atlas-card-subtitle'>{html.escape(main.subtitle)}</p>"
    )
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
    st.html(f"<h2 class='atlas-section'>{html.escape(lang.text('This corridor'))}</h2>")
    for name in detail:
        view = guarded(partial(build, name), lang)
        if view:
            card(view, lang)

st.html(f"<h2 class='atlas-section'>{html.escape(lang.text('Look closer'))}</h2>")
sides = [st, st] if stacked else st.columns(2, gap="large")
for name, where in (("time", sides[0]), ("sankey", sides[1]), ("five", st)):
    with where.container():
        view = guarded(partial(build, name), lang)
        if view:
            card(view, lang)
