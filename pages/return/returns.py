"""Who goes back, in what way, and how many of them by their own choice?"""

from functools import partial

import streamlit as st

from components import cache
from components.card.cards import card, guarded
from components.controls.returns import (
    PART_WORDS,
    offered,
    read_filters,
    show_closer,
    show_kind,
    show_main,
)
from components.frame.page import cards, finish, heading, lone, opened, section

choices, lang, context = opened("returns")
filters, part = read_filters(choices)
names = offered(part)
alone = finish(choices, lang, names)


build = partial(cache.view, filters=filters, context=context)

lone(alone, build, lang)

main = guarded(lambda: build(names[0]), lang)
heading(
    lang.text("Returns by kind"),
    main.title if main else lang.text("Returns by kind"),
    main.subtitle if main else "",
)
small = context.size in ("narrow", "medium")
show_kind(lang, small)
show_main(part, lang, small)
if main:
    card(main, lang, heading=False)
if part in PART_WORDS:
    title, words = PART_WORDS[part]
    section(lang.text(title), lang.text(words))
    show_closer(part, filters, lang, small)
cards(names[1:], build, context)
with st.container(key="further", horizontal=True, gap="large"):
    for path, label in (
        ("pages/return/avrr.py", lang.text("Assisted return: IOM’s programme")),
        ("pages/return/drivers.py", lang.text("Orders to leave, and people found")),
    ):
        st.page_link(
            path,
            label=label,
            icon=":material/arrow_forward:",
            query_params={"who": ",".join(filters.who), "lang": lang.code},
        )
