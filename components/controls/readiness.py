"""The choices of the page on readiness: the countries, and the one that is looked at closely."""

from components.language import N_
from components.session.choice import CLOSER, Choice, ChoiceSet, Part, countries, place
from components.views.readiness.filters import ReadinessFilters
from data.areas import FIVE

USUAL = ReadinessFilters()
PARTS: tuple[Part[ReadinessFilters], ...] = (
    Part("chain", N_("One country in five steps"), ("readiness-chain",), ("country",)),
    Part("peers", N_("What others of the five have"), ("readiness-peers",), ("country",)),
    Part("factors", N_("Five groups of factors"), ("readiness-factors",)),
    Part("obstacles", N_("Five obstacles"), ("readiness-obstacles",)),
)


CHOICES = ChoiceSet[ReadinessFilters](
    USUAL,
    (
        countries(USUAL),
        Choice(
            "country",
            N_("Country"),
            FIVE,
            place,
            default=lambda filters, _: filters.countries[0],
            help=N_("The country that is looked at closely."),
        ),
    ),
    views=lambda _: ("readiness-mechanisms",),
    parts=lambda _: PARTS,
    moved={f"claims={one}": f"{CLOSER}={one}" for one in ("factors", "obstacles")},
)
