"""Is migration of the five countries orderly, safe, regular and responsible?"""

import streamlit as st

from components.controls.sdg import CHOICES
from components.frame.page import opened
from components.views.sdg.glossary import terms_html

page = opened("sdg", CHOICES)

page.main("sdg-scorecard", controls=("word", "countries"))
page.closer(words=lambda now: st.html(terms_html(now.lang)))
