"""Whether all deaths that a place has on record are of one accident."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from data.measures.sdg import Point


def accident(missing: pd.DataFrame, place: str, points: Sequence[Point]) -> Any:
    """Return the one incident that accounts for all recorded deaths of a place, or None.

    Parameters
    ----------
    missing : pandas.DataFrame
        The table ``missing_migrants``.
    place : str
        Where people died.
    points : sequence of Point
        The deaths on record there, by year.
    """
    here = missing.loc[
        missing["country"].eq(place) & missing["year"].isin([point.year for point in points])
    ]
    if len(here) != 1 or here["value"].iloc[0] != sum(point.value for point in points):
        return None
    return next(here.itertuples())
