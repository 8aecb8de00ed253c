"""Who is helped to return, and how?"""

import streamlit as st

from components.controls.avrr import CHOICES
from components.frame.page import opened
from components.views.avrr.what import stages_strip

page = opened("avrr", CHOICES)

page.main("avrr-coverage", controls=("role", "countries"))
st.html(stages_strip(page.lang))
page.closer()
page.leads(
    (
        "returns",
        page.lang.text("Returns out of a crisis, by who helped"),
        {"part": "crisis", "countries": ",".join(page.filters.countries)},
    ),
    key="further",
    gap="large",
)
