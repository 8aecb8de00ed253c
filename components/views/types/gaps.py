"""A series whose line stops where years are missing or counting changed."""

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

STEP = {"five_years": 5}


def gapped(
    rows: pd.DataFrame, breaks: Sequence[int], tips: Sequence[str]
) -> tuple[list[int], list[float | None], list[str]]:
    """Return years, values and tips, with a gap where years are missing or a break lies between.

    Parameters
    ----------
    rows : pandas.DataFrame
        With ``year``, ``value`` and ``period_type``, in order.
    breaks : sequence of int
        First years of a new way of counting.
    tips : sequence of str
        One for each row.
    """
    step = max((STEP.get(str(kind), 1) for kind in rows["period_type"]), default=1)
    years = [int(year) for year in rows["year"]]
    values: list[float | None] = [float(value) for value in rows["value"]]
    told = list(tips)
    for at, (one, other) in reversed(list(enumerate(pairwise(years), start=1))):
        if other - one > step or any(one < first <= other for first in breaks):
            years.insert(at, other)
            values.insert(at, None)
            told.insert(at, "")
    return years, values, told
