"""Who goes back, in what way, and how many of them by their own choice?"""

from components.controls.returns import CHOICES, PART_WORDS, PARTS, show_closer
from components.frame.page import opened
from components.frame.words import section

page = opened("returns", CHOICES)
filters, lang = page.filters, page.lang
names = PARTS[filters.part]

page.main(
    names[0],
    controls=("part", "countries", "kind", "year" if filters.part == "uk" else "host"),
)
if filters.part in PART_WORDS:
    title, words = PART_WORDS[filters.part]
    section(lang.text(title), lang.text(words))
    show_closer(page)
page.cards(names[1:])
origins = {"countries": ",".join(filters.countries)}
page.leads(
    ("avrr", lang.text("Assisted return: IOM’s programme"), origins),
    ("drivers", lang.text("Orders to leave, and people found"), origins),
    key="further",
    gap="large",
)
