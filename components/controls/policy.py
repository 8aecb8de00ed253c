"""The choices of the page on policy: countries, what is looked at, and how."""

from components.language import N_
from components.session.choice import Choice, ChoiceSet, Part, countries, messages
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


def _parts(filters: PolicyFilters) -> tuple[Part[PolicyFilters], ...]:
    return (
        Part(
            "readmission",
            N_("Readmission: who takes back whom"),
            ("readmission-map", AGREEMENTS[filters.agreements]),
            ("agreements",),
            words=N_(
                "An agreement on readmission is the legal road by which a State takes back people "
                "who have no right to stay in the other. It is not a programme of voluntary return."
            ),
        ),
        Part(
            "steps",
            N_("Step by step"),
            ("policy-timeline",),
            ("kind",),
            words=N_("Everything that has a date, country by country."),
        ),
    )


CHOICES = ChoiceSet[PolicyFilters](
    USUAL,
    (
        Choice("instrument", N_("Instrument"), tuple(FAMILIES), messages(FAMILY_NAMES)),
        countries(USUAL),
        Choice("beside", N_("Show other countries beside them"), form="toggle"),
        Choice("agreements", N_("Agreements as"), tuple(AGREEMENTS), messages(AGREEMENT_NAMES)),
        Choice("kind", N_("Kind of step"), (ALL, *KINDS), messages(KIND_NAMES)),
    ),
    views=lambda filters: (FAMILIES[filters.instrument],),
    parts=_parts,
)
