"""Which stories do the figures tell?"""

from urllib.parse import urlencode

import streamlit as st

from components.card.guarding import numbered, reason
from components.controls.offers import offers
from components.controls.pages import CHOICES
from components.controls.slides import root
from components.controls.stories import card_of
from components.controls.telling import given, told_steps
from components.frame.page import opened
from components.frame.words import heading, section
from components.session.paths import base_path
from components.stories.model import stories
from components.stories.words import bar_html, list_html, step_html

page = opened("stories", CHOICES["stories"])
lang, context = page.lang, page.context
found, faults = stories()
story = found.get(page.filters.story)
pictures = "" if context.narrow else f"{context.static}/pages"
page.begin()

if story:
    stage = {"story": story.name, "lang": lang.code, "theme": context.mode}
    bar = bar_html(story, lang, f"{base_path()}/talk?{urlencode(stage)}")
    heading(lang, lang.text(page.spec.title), lang.pick(story.title), lede=lang.pick(story.lede))
    st.html(bar)
    for number, told in enumerate(told_steps(story, context), 1):
        st.html(step_html(number, told.title, told.words))
        page.cards((card_of(number),))
        if told.placed:
            page.leads((told.placed.url, lang.text("Explore this view"), dict(told.placed.query)))
    section(lang.text("Take it with you"))
    offers(given(story, context, root()))
    after = [*found, *found]
    section(lang.text("The next story"))
    following = found[after[after.index(story.name) + 1]]
    st.html(list_html([following], lang, pictures))
else:
    lede = lang.text("Each is a few views in order. Read it by scrolling, or show it on stage.")
    heading(lang, lang.text(page.spec.section), lang.text(page.spec.question), lede=lede)
    for fault in faults:
        st.error(f"{reason(fault, lang)} {numbered(fault, lang)}", icon=":material/database_off:")
    st.html(list_html(found.values(), lang, pictures))
