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
told = lang.text("Each line opens a chart, a map or a table.")
if not page.context.narrow:
    told = f"{told} {lang.text('Press / to search.')}"
heading(lang, lang.text(page.spec.title), lang.text(page.spec.question), told)
found = spots(lang.code)
if not all(spot.title for spot in found):
    wrong = lang.text("Something is wrong with the data.")
    what = lang.text("What cannot be shown stands here by its name alone.")
    st.error(f"{wrong} {what}", icon=":material/database_off:")
st.html(contents_html(found, lang, page.context.narrow))
