"""Who is helped to return, and how?"""

import streamlit as st

from components.controls.avrr import CHOICES
from components.frame.page import opened, section

page = opened("avrr", CHOICES)
lang = page.lang

page.main("avrr-stages", lede=page.title_of("avrr-world"))

section(
    lang.text("The figures"),
    lang.text("IOM publishes totals every year; what has been found of them is here."),
)
page.show("figures")
page.cards((f"avrr-{page.filters.figures}",))

section(
    lang.text("Central Asia: what is known and what is not"),
    lang.text(
        "Each cell is a country and a year. The table of the matrix names the report that would "
        "fill each hole."
    ),
)
page.row("role", "countries", name="side")
page.cards(("avrr-coverage", "avrr-known", "avrr-five"))

section(lang.text("The practice of Kazakhstan"))
if page.stacked:
    page.cards(("avrr-kazakhstan-map", "avrr-kazakhstan-help"))
else:
    left, right = st.columns([7, 4], gap="medium")
    with left:
        page.cards(("avrr-kazakhstan-map",))
    with right:
        page.cards(("avrr-kazakhstan-help",))
page.cards(("avrr-kazakhstan-hosts",))

section(lang.text("What it rests on, and what it is not"))
page.cards(("avrr-principles", "avrr-differs"))
