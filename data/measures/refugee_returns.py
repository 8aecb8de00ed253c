"""Refugees who went back to their country of origin, and displaced people who went home."""

from collections.abc import Sequence

import pandas as pd

REFUGEES, DISPLACED = "returned_refugees", "returned_idps"
ETHNIC_RETURN, BY_2000 = "ethnic_kazakhs_returned", 2000


def returned(forced: pd.DataFrame, who: Sequence[str], indicator: str = REFUGEES) -> pd.DataFrame:
    """Return the rows of UNHCR on people who went back to some countries of origin.

    Parameters
    ----------
    forced : pandas.DataFrame
        The table ``forced_displacement``.
    who : sequence of str
        Countries of origin.
    indicator : str
        `REFUGEES`, who left the country of asylum in the column ``destination``, or `DISPLACED`,
        who went home inside their country.

    Returns
    -------
    pandas.DataFrame
        The rows, in people, by origin in the order of `who`, by year, largest first.
    """
    rows = forced.loc[
        forced["indicator"].eq(indicator)
        & forced["origin"].isin(list(who))
        & forced["sex"].eq("total")
        & forced["age"].eq("total")
    ]
    plain = rows.astype(dict.fromkeys(rows.select_dtypes("category").columns, "object"))
    plain = plain.assign(year=plain["year"].astype(int))
    order = plain["origin"].map({code: place for place, code in enumerate(who)})
    plain = plain.assign(_order=order, _less=-plain["value"])
    return plain.sort_values(["_order", "year", "_less"]).drop(columns=["_order", "_less"])


def by_year(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the countries of asylum of each year: one and the same count of one office.

    Parameters
    ----------
    rows : pandas.DataFrame
        As of `returned`.

    Returns
    -------
    pandas.DataFrame
        ``origin``, ``year``, ``people``; a year without a row is not in the frame.
    """
    found = rows.groupby(["origin", "year"], sort=False, as_index=False)["value"].sum()
    return found.rename(columns={"value": "people"})


def also_repatriates(rows: pd.DataFrame, repatriation: pd.DataFrame) -> pd.DataFrame:
    """Return what Kazakhstan counted as ethnic return from the same countries, 1991 to 2000.

    Parameters
    ----------
    rows : pandas.DataFrame
        As of `returned`; those to Kazakhstan before 2001 name the countries.
    repatriation : pandas.DataFrame
        The table ``repatriation``.

    Returns
    -------
    pandas.DataFrame
        ``origin`` (the country that people came from), ``refugees`` (largest year of UNHCR) and
        ``repatriates`` (running total of Kazakhstan to 2000), largest first; the two are two
        counts, never added.
    """
    early = rows.loc[rows["origin"].eq("KAZ") & rows["year"].le(BY_2000)]
    most = early.groupby("destination")["value"].max()
    totals = repatriation.loc[
        repatriation["indicator"].eq(ETHNIC_RETURN)
        & repatriation["destination"].eq("KAZ")
        & repatriation["year"].eq(BY_2000)
        & repatriation["period_type"].eq("cumulative")
        & repatriation["origin"].isin(list(most.index))
    ]
    found = pd.DataFrame(
        {
            "origin": totals["origin"].astype(str),
            "repatriates": totals["value"].astype(float),
        }
    )
    found["refugees"] = found["origin"].map(most)
    return found.sort_values("repatriates", ascending=False).reset_index(drop=True)
