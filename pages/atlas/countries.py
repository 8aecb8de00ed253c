"""What is each country's migration like?"""

from components.controls.countries import (
    CHOICES,
    rows,
    show_closer,
    views_of,
)
from components.frame.page import opened
from components.frame.words import section
from components.views.countries.words import PART_WORDS

page = opened("countries", CHOICES)
filters, lang = page.filters, page.lang

page.main(
    views_of(filters)[0],
    eyebrow=lang.place(filters.country),
    controls=("countries", "part", "measure"),
)
title, words = PART_WORDS[filters.part]
section(lang.text(title), lang.text(words))
show_closer(page)
for index, row in enumerate(rows(filters.part, filters)):
    page.cards(row, columns=1 if filters.beside and index == 0 else 2)
page.leads(("corridors", lang.text("Every corridor on the map"), {"countries": filters.country}))
