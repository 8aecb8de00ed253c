"""What kinds of migration does each country have, how much of each, and how is it known?"""

from functools import partial

import streamlit as st

from components.controls.types import CHOICES, draw_matrix
from components.frame.page import opened, prose, section
from components.views.types.rules import choice, reasons, urbanisation
from components.views.types.words import kind_of

page = opened("flow-types", CHOICES)
filters, lang = page.filters, page.lang

page.main(
    "types-matrix",
    controls=partial(page.show, "countries"),
    picture=partial(draw_matrix, page=page),
)
with st.expander(lang.text("How the figure of a cell is chosen")):
    prose(choice(lang), *(f"{name}: {why}" for name, why in reasons(lang)))

section(
    lang.text("One cell"),
    lang.text(
        "Click on a cell of the matrix, or choose it here: its best figure, and the others with "
        "the reason why they are not shown."
    ),
)
page.show("cell")
page.cards(("types-cell",))

section(
    lang.text("{type}: the countries side by side", type=kind_of(lang, filters.flow_type)),
    lang.text("One way of counting at a time; ways of counting are never joined."),
)
page.row("measure", "per", name="compare")
page.cards(("types-compare",))
if filters.flow_type == "return":
    page.leads(
        ("returns", lang.text("Returns by kind"), {}),
        ("avrr", lang.text("Assisted return"), {}),
        ("counter-streams", lang.text("Counter-streams"), {}),
        gap="large",
    )

prose(urbanisation(lang))
