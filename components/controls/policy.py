"""The choices of the page on policy: countries, what is looked at, and how."""

from components.language import N_
from components.session.choice import CLOSER, Choice, ChoiceSet, Part, countries, messages
from components.views.policy.filters import FAMILIES, PolicyFilters
from data.measures.chronology import KINDS

USUAL = PolicyFilters()
FAMILY_NAMES = {
    "treaties": N_("Treaties"),
    "memberships": N_("Organisations and pledges"),
    "votes": N_("Votes"),
    "visas": N_("Visas"),
    "citizenship": N_("Citizenship"),
}
PARTS: tuple[Part[PolicyFilters], ...] = (
    Part(
        "readmission",
        N_("Readmission: who takes back whom"),
        ("readmission-matrix",),
        words=N_(
            "A readmission agreement is the legal instrument by which a State takes back "
            "people who have no right to stay in the other. It is not a programme of "
            "voluntary return."
        ),
    ),
    Part("force", N_("From signature to entry into force"), ("readmission-timeline",)),
    Part("steps", N_("Step by step"), ("policy-timeline",)),
)


CHOICES = ChoiceSet[PolicyFilters](
    USUAL,
    (
        Choice(
            "instrument",
            N_("Instrument"),
            tuple(FAMILIES),
            messages(FAMILY_NAMES),
            help=N_("What States have joined, voted for, agreed or decided."),
        ),
        countries(USUAL),
        Choice(
            "beside",
            N_("Compare with other countries"),
            form="toggle",
            help=N_("Adds other countries to the same table."),
        ),
    ),
    views=lambda filters: (FAMILIES[filters.instrument],),
    parts=lambda _: PARTS,
    moved={
        "agreements=matrix": f"{CLOSER}=readmission",
        "agreements=timeline": f"{CLOSER}=force",
        **{f"kind={one}": f"{CLOSER}=steps" for one in ("all", *KINDS)},
    },
)
