"""Do people come back?"""

from functools import partial

import streamlit as st

from components.controls.counterstreams import CHOICES, show_map
from components.frame.page import opened
from components.views.counterstreams.common import statement
from components.views.counterstreams.glossary import terms_html

page = opened("counter-streams", CHOICES)

page.main(
    "counter-map",
    lede=statement(page.lang),
    controls=("method", "countries", "year"),
    more=("least",),
    picture=partial(show_map, page=page),
    beside=("counter-ranked",),
)
page.closer(words=lambda now: st.html(terms_html(now.lang)))
