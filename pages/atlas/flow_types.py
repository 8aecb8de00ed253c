"""What kinds of migration does each country have, how much of each, and how is it known?"""

from functools import partial

import streamlit as st

from components import cache
from components.card.cards import card, guarded
from components.controls import common
from components.controls.types import draw_matrix, read_filters, show_cell, show_comparison
from components.frame.page import cards, finish, heading, lone, opened, prose, section
from components.views.types import VIEWS
from components.views.types.rules import choice, reasons, urbanisation
from components.views.types.words import kind_of

choices, lang, context = opened("flow-types")
filters = read_filters(choices)
alone = finish(choices, lang, tuple(VIEWS))


build = partial(cache.view, filters=filters, context=context)

lone(alone, build, lang)

main = guarded(lambda: build("types-matrix"), lang)
heading(
    lang.text("Flow types"),
    main.title if main else lang.text("Flow types"),
    main.subtitle if main else "",
)
common.countries(lang)
if main:
    picture = partial(draw_matrix, lang=lang, filters=filters)
    card(main, lang, picture=picture, heading=False)
with st.expander(lang.text("How the figure of a cell is chosen")):
    prose(choice(lang), *(f"{name}: {why}" for name, why in reasons(lang)))

section(
    lang.text("One cell"),
    lang.text(
        "Click on a cell of the matrix, or choose it here: its best figure, and the others with "
        "the reason why they are not shown."
    ),
)
show_cell(lang)
cards(("types-cell", "types-holdings"), build, context)

section(
    lang.text("{type}: the countries side by side", type=kind_of(lang, filters.flow_type)),
    lang.text("One way of counting at a time; ways of counting are never joined."),
)
show_comparison(filters, lang, context.narrow)
cards(("types-compare",), build, context)
if filters.flow_type == "return":
    with st.container(horizontal=True, gap="large"):
        for path, label in (
            ("pages/return/returns.py", lang.text("Returns by kind")),
            ("pages/return/avrr.py", lang.text("Assisted return")),
            ("pages/return/counter_streams.py", lang.text("Counter-streams")),
        ):
            st.page_link(
                path,
                label=label,
                icon=":material/arrow_forward:",
                query_params={"lang": lang.code},
            )

section(
    lang.text("Women, and towns"),
    lang.text("The regional literature on migration names its feminisation and its urbanisation."),
)
cards(("types-women", "types-women-corridors"), build, context)
prose(urbanisation(lang))
