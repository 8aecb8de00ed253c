"""The choices of the page on policy: countries, what is looked at, and how."""

from components.language import N_
from components.session.choice import Choice, ChoiceSet, countries, messages
from components.views.policy.filters import FAMILIES, PolicyFilters

USUAL = PolicyFilters()
FAMILY_NAMES = {
    "treaties": N_("Treaties"),
    "memberships": N_("Bodies and pledges"),
    "votes": N_("Votes"),
    "visas": N_("Visas"),
    "citizenship": N_("Citizenship"),
}


def views_of(filters: PolicyFilters) -> tuple[str, ...]:
    """Return the views of this page, in its order."""
    return (
        FAMILIES[filters.instrument],
        "readmission-matrix",
        "readmission-timeline",
        "policy-timeline",
    )


CHOICES = ChoiceSet[PolicyFilters](
    USUAL,
    (
        Choice("instrument", N_("Instrument"), tuple(FAMILIES), messages(FAMILY_NAMES)),
        countries(USUAL),
        Choice("beside", N_("Show other countries beside them"), form="toggle"),
    ),
    views=views_of,
)
