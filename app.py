"""The atlas: page settings, language, menu, run."""

from functools import partial

import pandas  # noqa: F401 - imported before the first visitor, so that none meets half a library
import plotly.graph_objects  # noqa: F401
import streamlit as st

from components.card.guarding import guarded, numbered, reason
from components.frame.footer import footer
from components.frame.pages import menu
from components.language import choose, language
from components.navigation import PAGES, title_of
from components.session.memory import wanted_language
from data.errors import DataError, report
from data.files import forget_mended

MARK = "/app/static/brand/mark.svg"  # an address, so that no run reads the file
forget_mended()
lang = language(choose(wanted_language(), st.context.locale))
page = partial(st.set_page_config, page_icon=MARK, layout="wide")
try:
    from components.cache import warm
except DataError as error:  # the catalogue of measures is read with the code that reads it
    report(error)
    page(page_title=lang.text("Central Asia Migration Atlas"))
    words = lang.text("No page can be shown until this is fixed.")
    told = f"{reason(error, lang)} {words} {numbered(error, lang)}"
    st.error(told, icon=":material/database_off:")
    st.stop()
warm()
st.logo(MARK, size="large")
opened = st.navigation(menu(lang), position="top")
titles = {"" if spec.default else spec.url: title_of(spec, lang) for spec in PAGES}
page(page_title=titles[opened.url_path])
guarded(opened.run, lang, page=True)
footer(lang)
