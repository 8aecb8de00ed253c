"""What is each country's migration like?"""

from components.controls.countries import CHOICES, first_of
from components.frame.page import opened

page = opened("countries", CHOICES)
filters = page.filters

page.main(
    first_of(filters),
    eyebrow=page.lang.place(filters.country),
    controls=("countries", "part", "measure"),
    more=("beside", "per", "sex"),
)
if page.declared.parts(filters):
    page.closer()
