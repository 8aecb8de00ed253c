"""Who goes back, in what way, and how many of them by their own choice?"""

from functools import partial

from components import cache
from components.cards import card, guarded
from components.controls import common
from components.controls.returns import read_filters, uk_years
from components.page import cards, finish, heading, lone, opened
from components.views.returns import VIEWS

choices, lang, look = opened("returns")
filters = read_filters(choices)
alone = finish(choices, lang, tuple(VIEWS))
build = partial(cache.view, filters=filters, look=look)
lone(alone, build, lang)

share = guarded(partial(build, "returns-uk-share"), lang)
heading(
    lang.text("Returns by kind"),
    share.title if share else lang.text("Returns by kind"),
    share.subtitle if share else "",
)
common.countries(lang)
common.years(lang.text("Year"), uk_years(), str, "year")
if share:
    card(share, lang, heading=False)
cards(("returns-uk-years",), build, look)
