"""Voluntary share of returns by nationality and year."""

import pandas as pd

ASSISTED = "return_voluntary_assisted"
VOLUNTARY = (
    ASSISTED,
    "return_voluntary_controlled",
    "return_voluntary_other_verified",
    "return_voluntary_all",
)
ENFORCED = "return_enforced"
REFUSED = "refused_entry_departed"
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
    rows = returns.loc[returns["source_id"].eq("uk_home_office_returns")]
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
