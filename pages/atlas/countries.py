"""What is each country's migration like?"""

from components.controls.countries import CHOICES, aside_of, first_of
from components.frame.page import opened

page = opened("countries", CHOICES)
filters = page.filters

page.main(
    first_of(filters),
    eyebrow=page.lang.place(filters.country),
    controls=("countries", "part", "measure", "regional"),
    more=("beside", "per", "sex"),
    beside=aside_of(filters),
)
if page.declared.parts(filters):
    page.closer()
