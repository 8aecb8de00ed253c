"""Is migration of the five countries orderly, safe, regular and responsible?"""

import streamlit as st

from components.controls.sdg import CHOICES
from components.frame.page import opened
from components.views.sdg.glossary import terms_html

page = opened("sdg", CHOICES)

page.main("sdg-blocks", controls=("countries",))
with st.popover(page.lang.text("Goal 10, target 10.7 and its indicators")):
    st.html(terms_html(page.lang))
page.closer()
