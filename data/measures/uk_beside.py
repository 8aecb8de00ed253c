"""What the Home Office counts beside returns: people leaving detention, and irregular arrivals.

People returned from detention are in the returns as well: the counts are never added.
"""

from collections.abc import Sequence
from typing import Literal

import pandas as pd

SOURCE = "uk_detention_and_arrivals"
Beside = Literal["detention", "arrivals"]
INDICATORS: dict[Beside, str] = {
    "detention": "left_detention",
    "arrivals": "uk_irregular_arrivals",
}
RETURNED, BAILED, LEAVE, OTHER = "returned", "bailed", "granted leave", "other"
BOATS, AIR, INLAND = "small boats", "by air without adequate documents", "found in the country"
GROUPS: dict[Beside, tuple[str, ...]] = {
    "detention": (RETURNED, BAILED, LEAVE, OTHER),
    "arrivals": (BOATS, AIR, INLAND),
}


def beside_rows(table: pd.DataFrame, what: Beside, origins: Sequence[str]) -> pd.DataFrame:
    """Return the rows of a count.

    Parameters
    ----------
    table : pandas.DataFrame
        The table ``returns`` for detention, ``irregular_movement`` for arrivals.
    what : {"detention", "arrivals"}
        The count.
    origins : sequence of str
        Nationalities.

    Returns
    -------
    pandas.DataFrame
        With a column ``group``, of `GROUPS`: why people left detention, or how they arrived.
    """
    rows = table["source_id"].eq(SOURCE) & table["indicator"].eq(INDICATORS[what])
    found = table.loc[rows & table["origin"].isin(list(origins))]
    found = found.astype({"origin": str, "series": str, "year": int})
    groups = GROUPS[what]
    return found.assign(group=[next(g for g in groups if s.startswith(g)) for s in found["series"]])


def by_year(rows: pd.DataFrame) -> pd.DataFrame:
    """Add quarters, sexes and ages of a year: ``origin``, ``year``, ``group`` and ``value``."""
    return rows.groupby(["origin", "year", "group"], as_index=False)["value"].sum()
