"""What favours assisted return, and what stands in the way?"""

from functools import partial

from components.controls.readiness import CHOICES
from components.frame.page import opened, section
from components.views.policy.filters import PolicyFilters
from components.views.readiness.filters import VIEW_NAMES, ReadinessFilters

READMISSION = ("readmission-map", "readmission-timeline")


def asks(name: str, filters: ReadinessFilters) -> tuple[str, object]:
    """Return what a view reads: views on readmission are those of the page on policy."""
    return name, PolicyFilters(filters.countries) if name in READMISSION else filters


page = opened("readiness", CHOICES, lambda _: (*VIEW_NAMES, *READMISSION), asks)
lang = page.lang

page.main("readiness-mechanisms", controls=partial(page.show, "countries"))
page.cards(READMISSION)

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
