"""Returns from the United Kingdom: voluntary share, and each kind by sex, age and quarter.

Kinds are never added, but for the Home Office's own voluntary returns, which are its assisted,
controlled and other verified returns together.
"""

from collections.abc import Sequence
from typing import Literal

import pandas as pd

Split = Literal["type", "sex", "age", "quarter"]
Kind = Literal["voluntary", "assisted", "enforced", "refused"]
UK = "uk_home_office_returns"

ASSISTED = "return_voluntary_assisted"
VOLUNTARY = (
    ASSISTED,
    "return_voluntary_controlled",
    "return_voluntary_other_verified",
    "return_voluntary_all",
)
ENFORCED = "return_enforced"
REFUSED = "refused_entry_departed"
OTHER_VOLUNTARY = ("return_voluntary_controlled", "return_voluntary_other_verified")
KIND_ROWS: dict[Kind, tuple[str, ...]] = {
    "voluntary": (ASSISTED, *OTHER_VOLUNTARY),
    "assisted": (ASSISTED,),
    "enforced": (ENFORCED,),
    "refused": (REFUSED,),
}
# The groups of each split, in the order in which they are shown.
GROUPS: dict[Split, tuple[str, ...]] = {
    "type": (*OTHER_VOLUNTARY[::-1], ASSISTED, ENFORCED, REFUSED),
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


def uk_returns(returns: pd.DataFrame) -> pd.DataFrame:
    """Return the Home Office's returns by nationality and year.

    Parameters
    ----------
    returns : pandas.DataFrame
        The table ``returns``.

    Returns
    -------
    pandas.DataFrame
        ``origin``, ``year``, and in returns ``voluntary``, ``assisted`` (a part of the voluntary
        ones; NaN for the world, where the source has no such row), ``enforced``, ``refused``.
        For the five a kind without a row counts as no return recorded; a nationality and year
        without any row is not in the frame.
    """
    rows = returns.loc[returns["source_id"].eq(UK)]
    kinds = rows.astype({"indicator": "object", "origin": "object", "year": "int"})
    kinds = kinds.loc[kinds["indicator"].isin([*VOLUNTARY, ENFORCED, REFUSED])]
    wide = kinds.pivot_table(
        index=["origin", "year"], columns="indicator", values="value", aggfunc="sum", fill_value=0
    ).reindex(columns=[*VOLUNTARY, ENFORCED, REFUSED], fill_value=0)
    found = pd.DataFrame(
        {
            "voluntary": wide[list(VOLUNTARY)].sum(axis=1),
            "assisted": wide[ASSISTED].astype(float),
            "enforced": wide[ENFORCED],
            "refused": wide[REFUSED],
        }
    ).reset_index()
    found.loc[found["origin"].eq("WLD"), "assisted"] = float("nan")
    return found


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
    rows = returns.loc[returns["source_id"].eq(UK) & returns["origin"].isin(list(origins))]
    wanted = GROUPS["type"] if by == "type" else KIND_ROWS[kind]
    rows = rows.loc[rows["indicator"].isin(wanted)]
    columns = {"type": "indicator", "sex": "sex", "age": "age"}
    quarter = rows["period_start"].dt.quarter if by == "quarter" else 0
    keyed = pd.DataFrame({
        "origin": rows["origin"].astype(str),
        "year": rows["year"].astype(int),
        "quarter": quarter,
        "group": rows[columns[by]].astype(str) if by in columns else "all",
        "value": rows["value"],
    })  # fmt: skip
    return keyed.groupby(["origin", "year", "quarter", "group"], as_index=False)["value"].sum()


def uk_years(returns: pd.DataFrame, origins: Sequence[str]) -> dict[str, list[int]]:
    """Return the years in which each nationality has any row of any kind, refusals too."""
    found = uk_split(returns, origins, "type", "voluntary")
    return {code: sorted(set(found.loc[found["origin"].eq(code), "year"])) for code in origins}
