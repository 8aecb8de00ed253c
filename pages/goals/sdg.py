"""To be written."""

from functools import partial

from components import cache
from components.page import cards, finish, heading, lone, opened

VIEWS = ("avrr-world",)

choices, lang, look = opened("sdg")
alone = finish(choices, lang, VIEWS)
build = partial(cache.view, filters=None, look=look)
lone(alone, build, lang)

heading(lang.text("Return"), lang.text("SDG 10.7"))
cards(VIEWS, build, look)
