"""Who is helped to return, and how?"""

from functools import partial

import streamlit as st

from components import cache
from components.card.cards import card, guarded
from components.controls.avrr import read_filters, show_figures, show_side
from components.frame.page import cards, finish, heading, lone, opened, section
from components.views.avrr import VIEWS

choices, lang, context = opened("avrr")
filters, figures = read_filters(choices)
alone = finish(choices, lang, tuple(VIEWS))
build = partial(cache.view, filters=filters, context=context)
lone(alone, build, lang)

stages = guarded(partial(build, "avrr-stages"), lang)
world = guarded(partial(build, "avrr-world"), lang)
if stages:
    lede = world.title if world else ""
    heading(lang.text("Assisted return"), stages.title, stages.subtitle, lede=lede)
    card(stages, lang, heading=False)

section(
    lang.text("The figures"),
    lang.text("IOM publishes totals every year; what has been found of them is here."),
)
show_figures(lang)
cards((f"avrr-{figures}",), build, context)

section(
    lang.text("Central Asia: what is known and what is not"),
    lang.text(
        "Each cell is a country and a year. The table of the matrix names the report that would "
        "fill each hole."
    ),
)
with st.container(horizontal=True, gap="large", key="side"):
    show_side(lang)
cards(("avrr-coverage", "avrr-known", "avrr-five"), build, context)

section(lang.text("The practice of Kazakhstan"))
beside = context.size in ("wide", "large")
left, right = st.columns([7, 4], gap="medium") if beside else (st, st)
with left.container():
    cards(("avrr-kazakhstan-map",), build, context)
with right.container():
    cards(("avrr-kazakhstan-help",), build, context)
cards(("avrr-kazakhstan-hosts",), build, context)

section(lang.text("What it rests on, and what it is not"))
cards(("avrr-principles", "avrr-differs"), build, context)
