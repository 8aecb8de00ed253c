"""The choices of the page on readiness: the countries, and the one that is looked at closely."""

from components.language import N_
from components.session.choice import Choice, ChoiceSet, countries, messages, place
from components.views.readiness.filters import CLAIMS, VIEW_NAMES, ReadinessFilters
from data.areas import FIVE

USUAL = ReadinessFilters()
CLAIM_NAMES = {"factors": N_("Factors"), "obstacles": N_("Obstacles")}
CHOICES = ChoiceSet[ReadinessFilters](
    USUAL,
    (
        countries(USUAL),
        Choice("claims", N_("Claims shown"), CLAIMS, messages(CLAIM_NAMES)),
        Choice(
            "country",
            N_("Country"),
            FIVE,
            place,
            default=lambda filters, _: filters.countries[0],
        ),
    ),
    views=lambda _: VIEW_NAMES,
)
