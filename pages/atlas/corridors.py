"""Who moves, or has moved, between which countries?"""

from functools import partial

from components.controls.corridor_map import show_map, show_ranked
from components.controls.corridors import CHOICES
from components.frame.page import opened
from components.views.measures import CORRIDOR_WORDS

page = opened("corridors", CHOICES)

page.main(
    "corridor-map",
    eyebrow=page.lang.text(CORRIDOR_WORDS[page.filters.measure].name),
    controls=("measure", "direction", "countries", "method", "year"),
    more=("partners", "sex", "minimum", "top", "world"),
    picture=partial(show_map, page=page),
    beside=("ranked",),
    beside_picture=partial(show_ranked, page=page),
)
page.closer()
