"""The choices of the page on policy: countries, what is looked at, and how."""

from components.language import N_
from components.session.choice import Choice, ChoiceSet, countries, messages
from components.views.policy.chronicle import KIND_NAMES
from components.views.policy.filters import AGREEMENTS, ALL, FAMILIES, PolicyFilters
from data.measures.chronology import KINDS

USUAL = PolicyFilters()
FAMILY_NAMES = {
    "treaties": N_("Treaties"),
    "memberships": N_("Bodies and pledges"),
    "votes": N_("Votes"),
    "visas": N_("Visas"),
    "citizenship": N_("Citizenship"),
}
AGREEMENT_NAMES = {"matrix": N_("Who with whom"), "timeline": N_("From signing to force")}


def views_of(filters: PolicyFilters) -> tuple[str, str, str, str]:
    """Return the views of this page, in its order."""
    laid_out = AGREEMENTS[filters.agreements]
    return FAMILIES[filters.instrument], "readmission-map", laid_out, "policy-timeline"


CHOICES = ChoiceSet[PolicyFilters](
    USUAL,
    (
        Choice("instrument", N_("Instrument"), tuple(FAMILIES), messages(FAMILY_NAMES)),
        countries(USUAL),
        Choice("beside", N_("Show other countries beside them"), form="toggle"),
        Choice("agreements", N_("Agreements as"), tuple(AGREEMENTS), messages(AGREEMENT_NAMES)),
        Choice("kind", N_("Kind of step"), (ALL, *KINDS), messages(KIND_NAMES)),
    ),
    views=views_of,
)
