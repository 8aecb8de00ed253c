"""Choices with which the views of policy are tested."""

from components.views.policy import VIEWS
from components.views.policy.filters import FAMILIES, PolicyFilters
from data.areas import FIVE

SOME = (("KAZ", "KGZ"), ("KGZ", "TJK"), ("KGZ", "TKM"), ("KAZ", "TKM"), ("TKM", "UZB"))
CHOSEN = tuple(PolicyFilters(places) for places in (FIVE, *((code,) for code in FIVE), *SOME))
BESIDE = (PolicyFilters(FIVE, beside=True), PolicyFilters(("TKM",), beside=True))
CASES = {name: CHOSEN + BESIDE * (name in FAMILIES.values()) for name in VIEWS}
