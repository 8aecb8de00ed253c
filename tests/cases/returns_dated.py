"""Choices with which single figures, returned refugees and tracked return migrants are tested."""

from components.views.returns.filters import ReturnFilters
from data.areas import FIVE
from data.measures.dated_returns import SHOWN

EACH = tuple(ReturnFilters(who=group) for group in (FIVE, *((code,) for code in FIVE)))
CASES = {
    "returns-dated": (
        *EACH,
        *(ReturnFilters(kind=kind) for kind in SHOWN),
        *(ReturnFilters(who=("TKM",), kind=kind) for kind in SHOWN),  # none, or the region's
        ReturnFilters(who=("UZB",), kind="own"),  # one figure, without a date
        ReturnFilters(who=("TJK",), kind="enforced"),
    ),
    "returns-refugees": EACH,
    "returns-tracked": EACH,
}
