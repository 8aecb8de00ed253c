"""Do people come back?"""

from functools import partial

import streamlit as st

from components.controls.counterstreams import CHOICES, show_controls, show_map
from components.frame.page import opened, section
from components.views.counterstreams.common import statement
from components.views.counterstreams.filters import BALANCES
from components.views.counterstreams.glossary import terms_html

page = opened("counter-streams", CHOICES)
lang = page.lang

page.main(
    "counter-map",
    lede=statement(lang),
    controls=partial(show_controls, page),
    picture=partial(show_map, page=page),
    beside=("counter-ranked",),
)

section(
    lang.text("One corridor"),
    lang.text("What six models say of it, and what anybody has counted. The two are never joined."),
)
page.show("corridor")
page.cards(("counter-history", "counter-counted", "counter-editions"))

section(lang.text("Whole countries, counted"))
page.cards(("counter-totals",))

section(lang.text("Whole countries, modelled"))
page.show("whole")
balance = page.choices.value("whole") in BALANCES
page.cards(("counter-balance" if balance else "counter-return-share",))

section(lang.text("What each measure says"))
st.html(terms_html(lang))
