"""The atlas: page settings, language, menu, run."""

import pandas  # noqa: F401 - imported before the first visitor, so that none meets half a library
import plotly.graph_objects  # noqa: F401
import streamlit as st

from components.card.cards import guarded, reason
from components.frame.footer import footer
from components.language import choose, language
from components.navigation import PAGES, title_of
from components.session.memory import wanted_language
from data.errors import DataError, report

lang = language(choose(wanted_language(), st.context.locale))
st.set_page_config(
    page_title=lang.text("Central Asia Migration Atlas"),
    page_icon="static/brand/mark.svg",
    layout="wide",
)
try:
    from components.cache import warm
except DataError as error:  # the catalogue of measures is read with the code that reads it
    report(error)
    words = lang.text("No page can be shown until this is fixed.")
    st.error(f"{reason(error, lang)} {words}", icon=":material/database_off:")
    st.stop()
warm()
sections: dict[str, list[st.Page]] = {}
titles: dict[str, str] = {}
for spec in PAGES:
    page = st.Page(spec.path, title=lang.text(spec.title), url_path=spec.url, default=spec.default)
    sections.setdefault(lang.text(spec.section), []).append(page)
    titles[page.url_path] = title_of(spec, lang)
st.logo("static/brand/mark.svg", size="large")
opened = st.navigation(sections, position="top")
st.set_page_config(page_title=titles[opened.url_path])
guarded(opened.run, lang)
footer(lang)
