"""Which stories do the figures tell?"""

from urllib.parse import urlencode

import streamlit as st

from components.card.cards import problem
from components.controls.offers import offers
from components.controls.pages import CHOICES
from components.controls.slides import root
from components.controls.stories import card_of
from components.controls.telling import given, told_steps
from components.frame.page import opened
from components.frame.words import heading, section
from components.session.paths import base_path
from components.stories.model import stories
from components.stories.words import bar_html, length, step_html

page = opened("stories", CHOICES["stories"])
lang, context = page.lang, page.context
found, faults = stories()
story = found.get(page.filters.story)
page.begin()


def ways(key: str, *names: str) -> None:
    """Show links to stories, each with its picture, its lede and its length."""
    with st.container(key=key):
        for name in names:
            one = found[name]
            label = f"**{lang.pick(one.title)}**  \n{lang.pick(one.lede)}  \n*{length(one, lang)}*"
            if one.picture and not context.narrow:
                label = f"![]({context.static}/pages/{one.picture}.svg) {label}"
            st.page_link(
                page.spec.path, label=label, query_params={"story": name, "lang": lang.code}
            )


if story:
    stage = {"story": story.name, "lang": lang.code, "theme": context.mode}
    bar = bar_html(story, lang, f"{base_path()}/talk?{urlencode(stage)}")
    heading(lang.text(page.spec.title), lang.pick(story.title), lede=lang.pick(story.lede))
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
    ways("next", after[after.index(story.name) + 1])
else:
    heading(lang.text(page.spec.section), lang.text(page.spec.question))
    for fault in faults:
        st.error(problem(fault, lang), icon=":material/database_off:")
    ways("stories", *found)
