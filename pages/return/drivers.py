"""What drives return: bans and registers, orders to leave, and who is where?"""

from functools import partial

import streamlit as st

from components import cache
from components.card.cards import card, guarded
from components.controls.drivers import (
    read_filters,
    show_europe,
    show_lists,
    show_pool,
    show_step,
)
from components.frame.page import cards, finish, heading, lone, opened, section
from components.views.drivers import VIEWS

choices, lang, context = opened("drivers")
filters, step = read_filters(choices)
alone = finish(choices, lang, tuple(VIEWS))


build = partial(cache.view, filters=filters, context=context)

lone(alone, build, lang)

bans = guarded(lambda: build("drivers-bans"), lang)
heading(
    lang.text("What drives return"),
    bans.title if bans else lang.text("What drives return"),
    bans.subtitle if bans else "",
)
with st.container(horizontal=True, gap="large", key="lists"):
    show_lists(lang)
if bans:
    card(bans, lang, heading=False)
cards(("drivers-known",), build, context)

section(
    lang.text("Found in Europe without the right to stay"),
    lang.text("Being found may be followed by an order to leave, by help to return, or by a stay."),
)
with st.container(horizontal=not context.narrow, gap="large", key="europe"):
    show_europe(lang)
cards(("drivers-found", "drivers-found-years"), build, context, columns=2)
show_step(lang)
cards((f"drivers-{step}",), build, context)

section(
    lang.text("Who is where"),
    lang.text(
        "Voluntary return has to work where people are; these are the counts that were found."
    ),
)
show_pool(lang)
cards(("drivers-pool",), build, context)
