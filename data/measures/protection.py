"""People in need of protection: as origin and as host, their claims, and their solutions.

UNHCR counts refugees and, since 2025 apart from them, other people in need of international
protection. In Central Asia the same people were moved from one group to the other, so both are
read together (UNHCR, Refugee Population Statistics Database, year-end 2025).
"""

from typing import Literal

import pandas as pd

from data.measures.catalogue import MEASURES
from data.measures.changes import broken_at, reporters
from data.measures.measure import Measure
from data.measures.rows import belongs
from data.measures.sides import sides_of

Side = Literal["origin", "host"]
Group = Literal[
    "protected",
    "seekers",
    "stateless",
    "displaced",
    "displaced_idmc",
    "claims",
    "returned",
    "resettled",
    "naturalised",
]
GROUPS: dict[Group, Measure] = {
    "protected": MEASURES["refugees"],
    "seekers": MEASURES["asylum"],
    "stateless": MEASURES["stateless"],
    "displaced": MEASURES["displaced"],
    "displaced_idmc": MEASURES["displaced_idmc"],
    "claims": MEASURES["asylum_claims"],
    "returned": MEASURES["refugees_returned"],
    "resettled": MEASURES["refugees_resettled"],
    "naturalised": MEASURES["refugees_naturalised"],
}
UNHCR = MEASURES["refugees"].sources[0]
RECLASSIFIED = "unhcr_break_2023"


def group_rows(forced: pd.DataFrame, country: str, side: Side, group: Group) -> pd.DataFrame:
    """Return the curated rows of a group of people from a country, or in it.

    Refugees who went back stand like all others under the country that they are from; the other
    side is the country of asylum that they left (`data.measures.sides`).

    Years before the first figure above zero are left out: UNHCR's wide table fills what was not
    counted with zeros. Where the measure says so, all zeros are.

    Parameters
    ----------
    forced : pandas.DataFrame
        Table ``forced_displacement``.
    country : str
        ISO code.
    side : {"origin", "host"}
        People from the country elsewhere, or people from elsewhere in it.
    group : str
        A key of `GROUPS`.

    Returns
    -------
    pandas.DataFrame
        Curated rows, with ``partner``: the country of asylum, or of origin.
    """
    own, other = columns_of(side)
    measure = GROUPS[group]
    found = forced.loc[forced[own].eq(country)]
    found = found.loc[belongs(found, measure)]
    if not measure.zeros:
        found = found.loc[found["value"].ne(0)]
    above = found.loc[found["value"].gt(0), "year"]
    found = found.loc[found["year"].ge(above.min())] if len(above) else found.iloc[:0]
    return found.assign(partner=found[other].astype(str)).sort_values(["year", "partner"])


def columns_of(side: Side) -> tuple[str, str]:
    """Return the column of the country and that of its partners."""
    return sides_of("forced_displacement", "home" if side == "origin" else "away")


def breaks_of(rows: pd.DataFrame, country: str, side: Side, group: Group) -> tuple[int, ...]:
    """Return the years into which no line of a group is drawn: a new count, or others in the sum.

    Parameters
    ----------
    rows : pandas.DataFrame
        From `group_rows`.
    country, side, group : str
        As for `group_rows`.
    """
    return tuple(
        sorted({*counted_anew(country, side, group), *broken_at(reporters(rows, "partner"))})
    )


def counted_anew(country: str, side: Side, group: Group) -> tuple[int, ...]:
    """Return the declared first years of a new way of counting a group of people."""
    return GROUPS[group].anew(country if side == "host" else "")


def totals(rows: pd.DataFrame) -> dict[int, float]:
    """Return people by year, all partners and both groups of a group of rows together."""
    sums = rows.groupby("year")["value"].sum()
    return {int(year): float(value) for year, value in sums.items()}


def by_partner(rows: pd.DataFrame) -> dict[str, dict[int, float]]:
    """Return people by partner and year; what is zero everywhere is left out."""
    sums = rows.groupby(["partner", "year"])["value"].sum()
    found: dict[str, dict[int, float]] = {}
    for (partner, year), value in sums.items():
        if value > 0:
            found.setdefault(str(partner), {})[int(year)] = float(value)
    return found


def unknown_share(rows: pd.DataFrame) -> float:
    """Return the share (0 to 1) of people of unknown origin in the latest year."""
    last = rows.loc[rows["year"].eq(rows["year"].max())]
    total = float(last["value"].sum())
    return float(last.loc[last["partner"].eq("UNK"), "value"].sum()) / total if total else 0.0


def reclassified_from(rows: pd.DataFrame) -> int | None:
    """Return the first year in which UNHCR counted people in a refugee-like situation."""
    years = rows.loc[rows["note_id"].eq(RECLASSIFIED), "year"]
    return int(years.min()) if len(years) else None


def reclassified_share(rows: pd.DataFrame) -> dict[int, float]:
    """Return the share (0 to 1) of people in the reclassified group, by year that has any."""
    moved = totals(rows.loc[rows["note_id"].eq(RECLASSIFIED)])
    known = totals(rows)
    return {year: value / known[year] for year, value in moved.items() if known.get(year)}
