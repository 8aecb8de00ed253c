"""Who goes back, in what way, and how many of them by their own choice?"""

from components.controls.returns import CHOICES, LEADING
from components.frame.page import opened

page = opened("returns", CHOICES)
filters, lang = page.filters, page.lang

page.main(
    LEADING[filters.part],
    controls=("part", "countries", "kind", "year" if filters.part == "uk" else "host"),
)
if CHOICES.parts(filters):
    page.closer()
origins = {"countries": ",".join(filters.countries)}
page.leads(
    ("avrr", lang.text("Assisted return: IOM’s programme"), origins),
    ("drivers", lang.text("Orders to leave, and people found"), origins),
    key="further",
    gap="large",
)
