"""Choices with which the views of policy are tested."""

from components.views.policy import VIEWS
from components.views.policy.filters import ALL, FAMILIES, PolicyFilters
from data.areas import FIVE
from data.measures.chronology import KINDS

CHOSEN = tuple(PolicyFilters(countries) for countries in (FIVE, *((code,) for code in FIVE)))
BESIDE = (PolicyFilters(FIVE, beside=True), PolicyFilters(("TKM",), beside=True))
STEPS = tuple(
    PolicyFilters(countries, kind=kind)
    for kind in (ALL, *KINDS)
    for countries in (FIVE, *((code,) for code in FIVE))
)
CASES = {
    name: STEPS if name == "policy-timeline" else CHOSEN + BESIDE * (name in FAMILIES.values())
    for name in VIEWS
}
