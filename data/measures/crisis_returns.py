"""Returns out of a crisis: by crisis, by who paid, by country of origin; never added.

Which rows tell of which crisis stands in ``data/texts/crises.yml``. Of several figures of one
crisis, payer and origin the latest running total over all countries left stands for them; the
others are kept. The flights of one operation that its source lists one by one are summed over the
year, as on every page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from data.areas import FIVE
from data.measures.avrr import WORLD
from data.measures.avrr_known import ASSISTED, others_of
from data.measures.notes import standing
from data.texts import texts

Who = Literal["donors", "state", "any"]
WHO: tuple[Who, ...] = ("donors", "state", "any")
Crisis = Mapping[str, Any]
RUNNING = ("cumulative", "multi_year")
UNDATED = pd.Timestamp(2262, 1, 1)  # a running total without a printed end is the last one


@dataclass(frozen=True)
class CrisisFigure:
    """What is known of people of one origin who came home out of a crisis, by who paid.

    Attributes
    ----------
    crisis : mapping
        As in ``data/texts/crises.yml``.
    pick : mapping
        Of the crisis: who paid, and who organised it in words.
    rows : tuple of row
        The row that stands for it first, then the others of the same people or some of them.
    """

    crisis: Crisis
    pick: Mapping[str, Any]
    rows: tuple[Any, ...]

    @property
    def first(self) -> Any:
        """The row that stands for it."""
        return self.rows[0]

    @property
    def who(self) -> Who:
        """Who paid."""
        return self.pick["who"]  # type: ignore[no-any-return]


def crises() -> list[Crisis]:
    """Return the crises, the oldest first."""
    return list(texts("crises")["crises"])


def crisis_figures(
    tables: Mapping[str, pd.DataFrame], origins: Sequence[str]
) -> list[CrisisFigure]:
    """Return what is known of each crisis, by who paid and by country of origin.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        ``returns`` and ``avrr``.
    origins : sequence of str
        Countries of origin, ISO 3166-1 alpha-3.
    """
    found: list[CrisisFigure] = []
    for origin in origins:
        rows = {name: _rows(tables[name], name, origin) for name in ("avrr", "returns")}
        taken: set[tuple[str, Any]] = set()
        for crisis in crises():
            for pick in crisis["picks"]:
                own = [
                    row
                    for row in rows[pick["table"]]
                    if _fits(row, pick, origin) and (pick["table"], row.Index) not in taken
                ]
                taken |= {(pick["table"], row.Index) for row in own}
                if own:
                    ordered = sorted(own, key=_place, reverse=True)
                    found.append(CrisisFigure(crisis, pick, tuple(ordered)))
    return found


def _rows(table: pd.DataFrame, name: str, origin: str) -> list[Any]:
    """Return the rows on one origin, of both sexes and all ages; single flights summed by year."""
    wanted = {pick["indicator"] for crisis in crises() for pick in crisis["picks"]}
    summed = wanted & set(ASSISTED) if name == "returns" else set()
    alone = table["origin"].eq(origin) & table["indicator"].isin(list(wanted - summed))
    alone &= table["sex"].eq("total") & table["age"].eq("total")
    plain = standing(table.loc[alone])
    parts = [plain.astype(dict.fromkeys(plain.select_dtypes("category").columns, "object"))]
    if summed:
        others = others_of(table, origin, "origin")
        parts.append(others.loc[others["indicator"].isin(list(summed))])
    told = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    if "series" not in told:
        told = told.assign(series="")
    told["series"] = told["series"].fillna("").astype(str)
    return list(told.itertuples())


def _fits(row: Any, pick: Mapping[str, Any], origin: str) -> bool:
    series, origins = pick.get("series"), pick.get("origins")
    return (
        row.indicator == pick["indicator"]
        and (series is None or row.series in series)
        and (origins is None or origin in origins)
    )


def _place(row: Any) -> tuple[bool, bool, Any, float]:
    """Return how far a row stands for its operation, and the newer and the larger more."""
    running = row.period_type in RUNNING
    end = UNDATED if running and pd.isna(row.period_end) else row.period_end
    moment = pd.Timestamp.min if pd.isna(end) else end
    return row.host == WORLD, running, moment, float(row.value)


def untold(
    found: Sequence[CrisisFigure], origins: Sequence[str]
) -> list[tuple[Crisis, tuple[str, ...]]]:
    """Return the crises, each with the countries that it concerned and no figure was found for."""
    known = {(one.crisis["id"], one.first.origin) for one in found}
    told = []
    for crisis in crises():
        concerned = [code for code in origins if code in crisis.get("origins", FIVE)]
        absent = tuple(code for code in concerned if (crisis["id"], code) not in known)
        if absent:
            told.append((crisis, absent))
    return told
