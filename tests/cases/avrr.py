"""Choices with which the views of assisted return are tested."""

from components.views.avrr import VIEWS
from components.views.avrr.filters import AvrrFilters
from data.areas import FIVE

CHOSEN = tuple(
    AvrrFilters(role, countries)
    for role in ("origin", "host")
    for countries in (FIVE, *((code,) for code in FIVE))
)
FILTERED = ("avrr-coverage", "avrr-known")
CASES = {name: CHOSEN if name in FILTERED else (CHOSEN[0],) for name in VIEWS}
