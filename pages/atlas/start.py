"""What is this, and what is the story?"""

from functools import partial

import streamlit as st

from components import cache
from components.card.guarding import guarded
from components.controls.start import CHOICES
from components.frame.page import opened
from components.frame.pages import link
from components.frame.words import section
from components.navigation import PAGES
from components.stories.model import stories
from components.views import start_words as words
from components.views.story import STEPS
from data.areas import FIVE

page = opened("start", CHOICES)
lang = page.lang
page.begin()

with st.container(key="front"):
    with st.container(key="front-words", gap="small"):
        st.html(words.front_html(lang))
        ways = [("countries", lang.place(code), {"countries": code}) for code in FIVE]
        page.leads(*ways, key="five", gap="small")
        st.html(words.way_html(lang))
    with st.container(key="front-map"):
        st.html(words.map_head(lang))
        page.cards(("corridor-map",))
    with st.container(key="front-numbers"):
        numbers = guarded(partial(cache.numbers, lang.code), lang)
        if numbers:
            st.html(words.numbers_html(numbers, lang))

st.html(words.story_head(lang))
with st.container(key="story"):
    for number in range(len(STEPS)):
        with st.container(gap="small"):
            step = guarded(partial(cache.step, lang.code, number), lang)
            if step:
                st.html(words.step_html(step, number + 1, lang))
                page.leads((step.url, step.link, step.query))

first = next(iter(stories()[0].values()), None)
if first:
    read_on = lang.text("Read on: “{title}”", title=lang.pick(first.title))
    page.leads(("stories", read_on, {"story": first.name}))

section(lang.text("All pages"))
with st.container(key="pages"):
    for spec in PAGES:
        if not spec.default:
            label = f"**{lang.text(spec.title)}**"
            if not page.context.narrow:
                picture = f"{page.context.static}/pages/{spec.url}.svg"
                label = f"![]({picture}) {label}  \n{lang.text(spec.question)}"
            link(spec, lang, label, {})
