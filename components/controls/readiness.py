"""The choices of the page on readiness: the countries, and the one that is looked at closely."""

from components.language import N_
from components.session.choice import Choice, ChoiceSet, Part, countries, messages, place
from components.views.policy.filters import PolicyFilters
from components.views.readiness.filters import CLAIMS, ReadinessFilters
from data.areas import FIVE

USUAL = ReadinessFilters()
CLAIM_NAMES = {"factors": N_("Factors"), "obstacles": N_("Obstacles")}
READMISSION = ("readmission-map", "readmission-timeline")


def asks(name: str, filters: ReadinessFilters) -> tuple[str, object]:
    """Return what a view reads: views on readmission are those of the page on policy."""
    return name, PolicyFilters(filters.countries) if name in READMISSION else filters


def _parts(filters: ReadinessFilters) -> tuple[Part[ReadinessFilters], ...]:
    return (
        Part(
            "chain",
            N_("One country, step by step"),
            ("readiness-chain", "readiness-peers"),
            ("country",),
        ),
        Part(
            "claims",
            N_("What favours it, and what stands in the way"),
            (f"readiness-{filters.claims}",),
            ("claims",),
            words=N_("Each claim of the regional literature with the figures that speak to it."),
        ),
        Part("readmission", N_("Readmission: who takes back whom"), READMISSION),
    )


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
    views=lambda _: ("readiness-mechanisms",),
    parts=_parts,
    asks=asks,
)
