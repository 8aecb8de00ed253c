"""To be written."""

from functools import partial

from components import cache
from components.page import cards, finish, heading, lone, opened

VIEWS = ("avrr-world",)

choices, lang, look = opened("returns")
alone = finish(choices, lang, VIEWS)
build = partial(cache.view, filters=None, look=look)
lone(alone, build, lang)

heading(lang.text("Return"), lang.text("Returns by kind"))
cards(VIEWS, build, look)
