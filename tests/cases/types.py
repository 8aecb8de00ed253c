"""Which choices the views of flow types are tested with: every cell, and single columns."""

from components.views.types.filters import TypesFilters
from data.areas import FIVE
from data.measures.catalogue import TYPES

EVERY_CELL = tuple(
    TypesFilters(country=country, flow_type=flow_type) for country in FIVE for flow_type in TYPES
)
CASES = {
    "types-matrix": (
        TypesFilters(),
        *(TypesFilters(countries=(country,)) for country in FIVE),
    ),
    "types-cell": EVERY_CELL,
}
