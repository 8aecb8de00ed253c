"""Who goes back, in what way, and how many of them by their own choice?"""

from functools import partial

from components import cache
from components.controls import common
from components.page import cards, finish, heading, lone, opened
from components.views.returns.filters import ReturnFilters
from data.measures.corridors import FIVE

VIEWS = ("returns-uk-share", "returns-uk-years")
YEARS = tuple(str(year) for year in range(2004, 2024))

choices, lang, look = opened("returns")
filters = ReturnFilters(
    choices.several("who", FIVE, FIVE, shared=True), int(choices.one("year", YEARS, YEARS[-1]))
)
alone = finish(choices, lang, VIEWS)
build = partial(cache.view, filters=filters, look=look)
lone(alone, build, lang)

heading(lang.text("Return"), lang.text("Returns by kind"))
common.countries(lang)
common.years(lang.text("Year"), YEARS, str, "year")
cards(VIEWS, build, look)
