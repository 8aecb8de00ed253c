"""Who moves, or has moved, between which countries?"""

from functools import partial

from components.controls.corridor_map import show_map
from components.controls.corridors import CHOICES, show_controls
from components.frame.page import opened, section
from components.views.corridors import OF_ONE
from components.views.measures import CORRIDOR_WORDS

page = opened("corridors", CHOICES)
lang = page.lang

page.main(
    "corridor-map",
    eyebrow=lang.text(CORRIDOR_WORDS[page.filters.measure].name),
    controls=partial(show_controls, page),
    picture=partial(show_map, page=page),
    beside=("ranked",),
)
if page.filters.start:
    section(lang.text("This corridor"))
    page.cards(OF_ONE)
section(lang.text("Look closer"))
page.cards(("time", "sankey"), columns=2)
page.cards(("five",))
