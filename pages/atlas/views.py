"""What is in the atlas, page by page?"""

import streamlit as st

from components.controls.contents import CHOICES
from components.controls.finding import spots
from components.frame.contents import contents_html
from components.frame.page import opened
from components.frame.words import heading

page = opened("views", CHOICES)
lang = page.lang
page.begin()
heading(
    lang.text(page.spec.title),
    lang.text(page.spec.question),
    lang.text("Each line opens a chart, a map or a table. Press / to search."),
)
st.html(contents_html(spots(lang.data_code), lang, page.context.narrow))
