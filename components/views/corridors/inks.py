"""The colour of a corridor: of its country, or of its way."""

from typing import Any

from components.views.corridors.common import Chosen
from data.areas import FIVE


def ink_of(chosen: Chosen, row: Any) -> str:
    """Return the name of a corridor's colour.

    It is the country of origin looking outwards, the destination looking inwards, and the way
    where both are shown.
    """
    way = chosen.filters.direction
    if way == "both":
        return str(row.side)
    ends = (str(row.end), str(row.start)) if way == "to" else (str(row.start), str(row.end))
    return next((code for code in ends if code in FIVE), "other")
