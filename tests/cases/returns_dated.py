"""Choices with which single figures, returned refugees and tracked return migrants are tested."""

from components.views.returns.filters import ReturnFilters
from data.areas import FIVE
from data.measures.dated_rows import SHOWN

EACH = tuple(ReturnFilters(countries=group) for group in (FIVE, *((code,) for code in FIVE)))
CASES = {
    "returns-dated": (
        *EACH,
        *(ReturnFilters(kind=kind) for kind in SHOWN),
        *(ReturnFilters(countries=("TKM",), kind=kind) for kind in SHOWN),  # none, or the region's
        ReturnFilters(countries=("UZB",), kind="own"),  # one figure, without a date
        ReturnFilters(countries=("TJK",), kind="enforced"),
    ),
    "returns-crisis": EACH,
    "returns-flights": EACH,
    "returns-refugees": EACH,
    "returns-tracked": EACH,
}
