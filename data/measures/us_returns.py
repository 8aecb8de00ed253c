"""Removals and returns from the United States by nationality and fiscal year.

Several Yearbooks print removals of the same years; they are never added. A year has the total of
the newest Yearbook that names the nationality. Where no Yearbook at hand prints totals, people with
and without a criminal record are added where both are printed. A number that the publisher hides is
missing, whatever an older Yearbook says.
"""

from collections.abc import Sequence

import pandas as pd

USA = "us_dhs_yearbook"
REMOVED, RETURNED = "us_removals", "us_returns"
APPREHENDED, INADMISSIBLE = "us_apprehensions", "us_inadmissible"
TOTAL, WITH, WITHOUT = "total", "with a criminal record", "without a criminal record"
ALL = "WLD"
COLUMNS = ["origin", "year", "indicator", "value", "series"]


def us_rows(table: pd.DataFrame, origins: Sequence[str]) -> pd.DataFrame:
    """Return the Yearbooks' rows on some nationalities, and on all of them together.

    Parameters
    ----------
    table : pandas.DataFrame
        The table ``returns`` or ``irregular_movement``.
    origins : sequence of str
        Nationalities.
    """
    rows = table.loc[table["source_id"].eq(USA) & table["origin"].isin([*origins, ALL])]
    return rows.astype({"origin": str, "indicator": str, "series": str, "year": int})


def us_years(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one figure for each nationality, fiscal year and indicator that has one.

    Parameters
    ----------
    rows : pandas.DataFrame
        As of `us_rows`.

    Returns
    -------
    pandas.DataFrame
        ``origin`` (`ALL` too), ``year`` (fiscal), ``indicator``, ``value``, and ``series``: the
        Yearbook.
    """
    removed = rows["indicator"].eq(REMOVED)
    plain = rows.loc[~removed, COLUMNS]
    told = [plain, _removals(rows.loc[removed])] if removed.any() else [plain]
    found = pd.concat(told, ignore_index=True)
    return found.sort_values(["origin", "indicator", "year"], ignore_index=True)


def _removals(rows: pd.DataFrame) -> pd.DataFrame:
    split = rows["series"].str.split(", ", n=1, expand=True).reindex(columns=[0, 1])
    rows = rows.assign(part=split[0], series=split[1])
    printed = rows.loc[rows["part"].eq(TOTAL)]
    starts = printed.groupby("series")["year"].min()
    told = [_printed(own, starts) for _, own in printed.groupby("origin")]
    parts = rows.loc[rows["part"].isin([WITH, WITHOUT])]
    wide = parts.pivot_table(index=["origin", "year", "series"], columns="part", values="value")
    wide = wide.reindex(columns=[WITH, WITHOUT]).dropna()
    summed = wide.sum(axis=1).rename("value").reset_index().assign(indicator=REMOVED)
    last = printed.groupby("origin")["year"].max()
    newer = [year > last.get(origin, 0) for origin, year in summed[["origin", "year"]].to_numpy()]
    whole = pd.concat([*told, summed.loc[newer]], ignore_index=True)
    return whole.reindex(columns=COLUMNS)


def _printed(own: pd.DataFrame, starts: pd.Series) -> pd.DataFrame:
    """Return the totals of one nationality, each year from the newest Yearbook that names it."""
    kept, upto = [], own["year"].max() + 1
    for book in sorted(set(own["series"]), reverse=True):
        kept.append(own.loc[own["series"].eq(book) & own["year"].lt(upto)])
        upto = min(upto, starts[book])
    return pd.concat(kept)
