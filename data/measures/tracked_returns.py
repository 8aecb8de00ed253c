"""Return migrants found by IOM's tracking in communities: rounds, what stands beside them, answers.

Key informants estimate how many people came back to the places visited. Rounds cover different
places and years: nothing here is compared or added.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

DTM = "iom_dtm_return_migrants"
FOUND, CHANGE, SHARE = (
    "return_migrants_communities",
    "return_migrants_change",
    "return_migrants_share",
)
WOMEN = "returned_migrants_women_share"
ABROAD, WORKERS = "nationals_abroad_communities", "migrant_workers_communities"
ROUND = re.compile(r"Round (\d+)$")


@dataclass(frozen=True)
class Tracked:
    """The rows of all rounds of some countries.

    Attributes
    ----------
    rows : pandas.DataFrame
        With ``place``, the country visited, and ``table``, where the row is from.
    """

    rows: pd.DataFrame

    def rounds(self, place: str) -> list[Any]:
        """Return the counts of return migrants in a country, in order of time."""
        return self._rows(place, (FOUND,))

    def others(self, place: str) -> list[Any]:
        """Return changes and shares that are told of all return migrants of a country."""
        return self._rows(place, (CHANGE, WOMEN))

    def survey(self, place: str) -> list[Any]:
        """Return the answers of the return migrants interviewed, the most frequent first."""
        return sorted(self._rows(place, (SHARE,)), key=lambda row: -row.value)

    def beside(self, row: Any) -> list[Any]:
        """Return what the same round counts of other people: nationals abroad, foreign workers."""
        own = self.rows
        same = own.loc[own["place"].eq(row.origin) & own["series"].eq(row.series)]
        return list(same.loc[same["indicator"].isin([ABROAD, WORKERS])].itertuples())

    def _rows(self, place: str, indicators: Sequence[str]) -> list[Any]:
        own = self.rows
        found = own.loc[own["place"].eq(place) & own["indicator"].isin(list(indicators))]
        return list(found.sort_values("period_end", kind="stable").itertuples())

    @staticmethod
    def number(row: Any) -> str:
        """Return the number of the round that a row is of; may be empty."""
        found = ROUND.search(str(row.series))
        return found[1] if found else ""


def tracked(tables: Mapping[str, pd.DataFrame], who: Sequence[str]) -> Tracked:
    """Collect the rows on return migrants in communities, and what the same rounds count.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        ``returns``, ``migrant_stocks`` (nationals abroad) and ``labour_and_stay`` (foreign
        workers in the same communities).
    who : sequence of str
        Countries where people came back to.
    """
    home = {"returns": "origin", "migrant_stocks": "origin", "labour_and_stay": "destination"}
    found = []
    for name, column in home.items():
        table = tables[name]
        mine = table["source_id"].eq(DTM) | table["indicator"].eq(WOMEN)
        rows = table.loc[mine & table[column].isin(list(who))]
        plain = rows.astype(dict.fromkeys(rows.select_dtypes("category").columns, "object"))
        found.append(plain.assign(place=plain[column], table=name))
    together = pd.concat(found, ignore_index=True)
    together["series"] = together["series"].fillna("").astype(str)
    counted = set(together.loc[together["indicator"].eq(FOUND), "series"])
    keep = together["table"].eq("returns") | together["series"].isin(counted)
    order = together["place"].map({code: place for place, code in enumerate(who)})
    kept = together.assign(_order=order).loc[keep]
    return Tracked(kept.sort_values("_order", kind="stable").drop(columns="_order"))
