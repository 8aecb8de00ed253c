"""Which views make up a presentation of the reader's own, and in what order?"""

from components.controls.offers import offers
from components.controls.own_slides import given, lists, settle, show
from components.controls.slides import CHOICES, root
from components.controls.slides_words import counted, hints, ways_on
from components.frame.page import opened
from components.frame.words import heading, prose

page = opened("slides", CHOICES)
lang, code = page.lang, page.filters.deck
page.begin()
found = lists(code)
settle(found, code)
deck = found.shown

name = lang.text(page.spec.title)
about = lang.text("Slides from a link or a file") if found.other else name
heading(lang, about, deck.name or about, counted(deck, lang) if deck.slides else "")
if deck.slides:
    offers(given(deck, page.context, root()))
elif found.own:
    prose(*hints(lang))
    page.leads(*ways_on(lang))
show(found, page.context, root())
