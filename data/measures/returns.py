"""Returns from the United Kingdom: each kind by year, and by sex, age and quarter.

Kinds are never added, but for the Home Office's own voluntary returns, which are its assisted,
controlled and other verified returns together. In the newest year it is one total that is not
split: none of it is assisted return. A year without any row between two others is a gap.
"""

from collections.abc import Sequence
from typing import Literal

import pandas as pd

from data.kept import kept
from data.measures.catalogue import MEASURES

Split = Literal["type", "sex", "age", "quarter"]
Kind = Literal["voluntary", "assisted", "enforced", "refused"]
UK_SOURCES = MEASURES["uk_voluntary"].sources
UK, UK_TOTALS = UK_SOURCES  # the second is by nationality and kind only

VOLUNTARY = MEASURES["uk_voluntary"].indicators
ASSISTED, CONTROLLED, VERIFIED, NOT_SPLIT = VOLUNTARY
(ENFORCED,) = MEASURES["uk_enforced"].indicators
REFUSED = "refused_entry_departed"
OTHER_VOLUNTARY = (CONTROLLED, VERIFIED)
KIND_ROWS: dict[Kind, tuple[str, ...]] = {
    "voluntary": (ASSISTED, *OTHER_VOLUNTARY),
    "assisted": (ASSISTED,),
    "enforced": (ENFORCED,),
    "refused": (REFUSED,),
}
# The groups of each split, in the order in which they are shown.
GROUPS: dict[Split, tuple[str, ...]] = {
    "type": (VERIFIED, CONTROLLED, ASSISTED, NOT_SPLIT, ENFORCED, REFUSED),
    "sex": ("male", "female", "unknown"),
    "age": ("0-17", "18-29", "30-49", "50-69", "70+", "unknown"),
    "quarter": ("all",),
}
SMALL = 30  # returns below which a share is marked as resting on few people


def voluntary_share(voluntary: float, enforced: float) -> float | None:
    """Return voluntary returns over voluntary and enforced ones, refused entry left out.

    Parameters
    ----------
    voluntary, enforced : float
        Returns of one nationality in one year.

    Returns
    -------
    float or None
        From 0 to 1; None (“not defined”) where nobody returned.
    """
    both = voluntary + enforced
    return voluntary / both if both else None


@kept(entries=8)
@kept(entries=4)
def uk_returns(returns: pd.DataFrame) -> pd.DataFrame:
    """Return the Home Office's returns by nationality and year.

    Parameters
    ----------
    returns : pandas.DataFrame
        The table ``returns``.

    Returns
    -------
    pandas.DataFrame
        ``origin``, ``year``, and in returns ``voluntary``, ``assisted`` and ``verified`` (parts
        of the voluntary ones; NaN where the source prints these as one total: for the world, and
        in its newest year), ``enforced``, ``refused``. For the five a kind without a row counts
        as no return recorded; a nationality and year without any row is not in the frame.
    """
    rows = returns.loc[returns["source_id"].isin(UK_SOURCES)]
    rows = rows.loc[rows["indicator"].isin([*VOLUNTARY, ENFORCED, REFUSED])]
    kinds = rows.astype({"indicator": "object", "origin": "object", "year": "int"})
    keys = ["origin", "year", "indicator"]
    wide = kinds.groupby(keys)["value"].sum().unstack()
    wide = wide.reindex(columns=[*VOLUNTARY, ENFORCED, REFUSED])
    whole = wide[NOT_SPLIT].notna()
    return pd.DataFrame(
        {
            "voluntary": wide[list(VOLUNTARY)].sum(axis=1),
            "assisted": wide[ASSISTED].fillna(0).mask(whole),
            "verified": wide[VERIFIED].fillna(0).mask(whole),
            "enforced": wide[ENFORCED].fillna(0),
            "refused": wide[REFUSED].fillna(0),
        }
    ).reset_index()


def uk_gaps(returns: pd.DataFrame, origins: Sequence[str]) -> list[int]:
    """Return the years that the Home Office's figures by nationality skip.

    Parameters
    ----------
    returns : pandas.DataFrame
        The table ``returns``.
    origins : sequence of str
        All nationalities of the subject: a year is a gap only where none of them has a row.
    """
    found = uk_returns(returns)
    years = set(found.loc[found["origin"].isin(list(origins)), "year"])
    return [year for year in range(min(years), max(years)) if year not in years] if years else []


def uk_split(returns: pd.DataFrame, origins: Sequence[str], by: Split, kind: Kind) -> pd.DataFrame:
    """Return the Home Office's returns of some nationalities, split one way.

    Parameters
    ----------
    returns : pandas.DataFrame
        The table ``returns``.
    origins : sequence of str
        Nationalities of the five.
    by : {"type", "sex", "age", "quarter"}
        ``type`` splits all returns by kind; the others split one kind.
    kind : {"voluntary", "assisted", "enforced", "refused"}
        The kind; not read where `by` is ``type``.

    Returns
    -------
    pandas.DataFrame
        ``origin``, ``year``, ``quarter`` (1 to 4 where `by` is ``quarter``, else 0), ``group``
        (of `GROUPS`) and ``value`` in returns; a group without a row in the source is not there.
    """
    sources = UK_SOURCES if by == "type" else (UK,)
    rows = returns.loc[returns["source_id"].isin(sources) & returns["origin"].isin(list(origins))]
    wanted = GROUPS["type"] if by == "type" else KIND_ROWS[kind]
    rows = rows.loc[rows["indicator"].isin(wanted)]
    columns = {"type": "indicator", "sex": "sex", "age": "age"}
    quarter = rows["period_start"].dt.quarter if by == "quarter" else 0
    keyed = pd.DataFrame(
        {
            "origin": rows["origin"].astype(str),
            "year": rows["year"].astype(int),
            "quarter": quarter,
            "group": rows[columns[by]].astype(str) if by in columns else "all",
            "value": rows["value"],
        }
    )
    return keyed.groupby(["origin", "year", "quarter", "group"], as_index=False)["value"].sum()


def uk_years(returns: pd.DataFrame, origins: Sequence[str]) -> dict[str, list[int]]:
    """Return the years in which each nationality has any row of any kind, refusals too."""
    found = uk_split(returns, origins, "type", "voluntary")
    return {code: sorted(set(found.loc[found["origin"].eq(code), "year"])) for code in origins}
