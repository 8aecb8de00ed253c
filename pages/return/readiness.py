"""What favours assisted return, and what stands in the way?"""

from functools import partial

from components.controls.readiness import CHOICES
from components.frame.page import opened, section

page = opened("readiness", CHOICES)
lang = page.lang

page.main("readiness-mechanisms", controls=partial(page.show, "countries"))

section(
    lang.text("One country: from its migration status to assisted return"),
    lang.text("Choose a country to follow the steps, and to see what the other four have."),
)
page.show("country")
page.cards(("readiness-chain", "readiness-peers"))

section(
    lang.text("What favours it, and what stands in the way"),
    lang.text("Each claim of the regional literature with the figures that speak to it."),
)
page.show("claims")
page.cards((f"readiness-{page.filters.claims}",))
