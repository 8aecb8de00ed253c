"""What the newer edition of the modelled five-year flows changed, corridor by corridor.

The edition on the United Nations stocks of 2024 replaces the one on those of 2020. Their numbers
are set side by side, and never joined or averaged.
"""

from collections.abc import Sequence

import pandas as pd

from data.areas import FIVE
from data.kept import kept
from data.measures.catalogue import EARLIER, EDITION
from data.measures.corridors import NOT_A_PLACE
from data.measures.modelled_flows import both_ways


@kept(entries=80)
def revised(
    flows: pd.DataFrame,
    year: int,
    method: str,
    countries: Sequence[str] = FIVE,
    least: float = 0,
) -> pd.DataFrame:
    """Return the flow of each corridor in both editions, the largest change first.

    Parameters
    ----------
    flows : pandas.DataFrame
        The table ``migration_flows``.
    year : int
        Last year of the period of five years.
    method : str
        Method of the estimate, the same in both editions.
    countries : sequence of str
        One of these must be at an end.
    least : float
        Smallest flow, in persons over the five years, that one of the editions must have.

    Returns
    -------
    pandas.DataFrame
        ``start``, ``end``, ``old``, ``new`` and ``change`` (new less old). A corridor that an
        edition does not have in the period is 0 in it, because the sources leave out what no
        method has; places that only one edition has, such as states that were divided since, are
        left out, for there is nothing to set beside them.
    """
    now = flows.loc[flows["year"].eq(year)]
    found = {name: _of(now, edition, method) for name, edition in EDITIONS.items()}
    shared = set.intersection(*(_places(rows) for rows in found.values()))
    both = pd.concat([rows.rename(name) for name, rows in found.items()], axis=1).fillna(0.0)
    both = both.reset_index()
    kept_rows = both["start"].isin(shared) & both["end"].isin(shared)
    kept_rows &= both["start"].isin(countries) | both["end"].isin(countries)
    kept_rows &= both[["old", "new"]].max(axis=1).ge(max(least, 1))
    rows = both.loc[kept_rows]
    rows = rows.assign(change=rows["new"] - rows["old"], size=(rows["new"] - rows["old"]).abs())
    order = ["size", "start", "end"]
    rows = rows.sort_values(order, ascending=[False, True, True], ignore_index=True)
    return rows[["start", "end", "old", "new", "change"]]


EDITIONS = {"old": EARLIER, "new": EDITION}


def _of(flows: pd.DataFrame, edition: str, method: str) -> "pd.Series[float]":
    pairs = both_ways(flows, edition)
    rows = pairs.loc[pairs["method"].eq(method)]
    rows = rows.loc[rows["stream"].notna()]
    rows = rows.loc[~rows["start"].isin(NOT_A_PLACE) & ~rows["end"].isin(NOT_A_PLACE)]
    return rows.set_index(["start", "end"])["stream"]


def _places(rows: "pd.Series[float]") -> set[str]:
    return {str(code) for level in (0, 1) for code in rows.index.get_level_values(level)}
