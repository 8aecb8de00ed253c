"""What favours assisted return, and what stands in the way?"""

from components import cache
from components.card.cards import card, guarded
from components.controls.common import countries
from components.controls.readiness import read_filters, show_claims, show_country
from components.frame.page import cards, finish, heading, lone, opened, section
from components.view import View
from components.views.policy.filters import PolicyFilters
from components.views.readiness.filters import VIEW_NAMES

choices, lang, context = opened("readiness")
filters, claims = read_filters(choices)
READMISSION = ("readmission-map", "readmission-timeline")
alone = finish(choices, lang, (*VIEW_NAMES, *READMISSION))


def build(name: str) -> View:
    """Return a view of this page for the choices that it reads."""
    if name in READMISSION:
        return cache.view(name, filters=PolicyFilters(filters.countries), context=context)
    return cache.view(name, filters=filters, context=context)


lone(alone, build, lang)

main = guarded(lambda: build("readiness-mechanisms"), lang)
if main:
    heading(lang.text("Readiness"), main.title, main.subtitle)
countries(lang)
if main:
    card(main, lang, heading=False)
cards(READMISSION, build, context)

section(
    lang.text("One country: from its migration status to assisted return"),
    lang.text("Choose a country to follow the steps, and to see what the other four have."),
)
show_country(lang)
cards(("readiness-chain", "readiness-peers"), build, context)

section(
    lang.text("What favours it, and what stands in the way"),
    lang.text("Each claim of the regional literature with the figures that speak to it."),
)
show_claims(lang)
cards((f"readiness-{claims}",), build, context)
