"""People who returned after an order to leave, as Eurostat's countries count them.

Two series that are never joined: to all countries (2012–2016) and to countries outside the
European Union (from 2014). Both mix voluntary and enforced returns. Sums are made over member
states, or over citizenships, of one series in one year; published aggregates are left out of them.
"""

from collections.abc import Sequence
from typing import Literal

import pandas as pd

from data.measures.catalogue import MEASURES
from data.measures.drivers import MEMBERS, UNION

Series = Literal["third", "all"]
INDICATORS: dict[Series, str] = {
    "third": MEASURES["eu_ordered"].indicators[0],
    "all": "returned_after_order_all_destinations",
}
AGGREGATES = ("EU28", "EU27_2007", UNION)


def returned_rows(returns: pd.DataFrame, origins: Sequence[str]) -> pd.DataFrame:
    """Return Eurostat's rows of both series, of single host countries.

    Parameters
    ----------
    returns : pandas.DataFrame
        The table ``returns``.
    origins : sequence of str
        Citizenships.

    Returns
    -------
    pandas.DataFrame
        Rows of the table with a column ``kind``: ``third`` or ``all``.
    """
    names = {name: kind for kind, name in INDICATORS.items()}
    rows = returns["indicator"].isin(list(names)) & returns["origin"].isin(list(origins))
    found = returns.loc[rows & ~returns["host"].isin(AGGREGATES)]
    found = found.astype({"host": str, "origin": str, "year": int, "indicator": str})
    return found.assign(kind=found["indicator"].map(names))


def over_years(rows: pd.DataFrame, host: str) -> pd.DataFrame:
    """Return people returned by citizenship, series and year, by one country or by the Union.

    Parameters
    ----------
    rows : pandas.DataFrame
        What `returned_rows` returned.
    host : str
        A country, or `UNION` for the sum over its 27 present members that have a row.

    Returns
    -------
    pandas.DataFrame
        ``origin``, ``kind``, ``year``, ``value`` in people, ``hosts``: how many countries have a
        row in the sum.
    """
    hosts = MEMBERS if host == UNION else (host,)
    own = rows.loc[rows["host"].isin(hosts)]
    grouped = own.groupby(["origin", "kind", "year"], as_index=False)
    return grouped.agg(value=("value", "sum"), hosts=("host", "nunique"))


def steady(rows: pd.DataFrame, host: str) -> pd.DataFrame:
    """Return the same sums over the countries only that have a row in every year of the series.

    Parameters
    ----------
    rows : pandas.DataFrame
        What `returned_rows` returned.
    host : str
        As in `over_years`.

    Returns
    -------
    pandas.DataFrame
        As of `over_years`; a citizenship and series without such a country is not in the frame.
        Only here is one year comparable with another.
    """
    hosts = MEMBERS if host == UNION else (host,)
    own = rows.loc[rows["host"].isin(hosts)]
    keys = ["origin", "kind"]
    years = own.groupby(keys)["year"].transform("nunique")
    kept = own.groupby([*keys, "host"])["year"].transform("nunique").eq(years)
    return over_years(own.loc[kept], host)


def in_both(
    rows: pd.DataFrame, host: str, kind: Series, origin: str, years: tuple[int, int]
) -> tuple[int, float, float]:
    """Compare two years over the countries that have a row of a citizenship in both.

    Parameters
    ----------
    rows : pandas.DataFrame
        What `returned_rows` returned.
    host : str
        As in `over_years`.
    kind : {"third", "all"}
        The series.
    origin : str
        The citizenship.
    years : (int, int)
        The two years.

    Returns
    -------
    (int, float, float)
        How many countries have both, and people in the first and in the second year.
    """
    hosts = MEMBERS if host == UNION else (host,)
    own = rows.loc[rows["host"].isin(hosts) & rows["kind"].eq(kind) & rows["origin"].eq(origin)]
    wide = own.pivot_table(index="host", columns="year", values="value", aggfunc="sum")
    both = wide.reindex(columns=list(years)).dropna()
    return len(both), float(both.iloc[:, 0].sum()), float(both.iloc[:, 1].sum())


def hosts_of(rows: pd.DataFrame, kind: Series, year: int) -> pd.DataFrame:
    """Return host by citizenship in one series and year: people, and NaN where there is no row.

    Hosts with the most people come first; those with a row for any citizenship are all there.
    """
    shown = rows.loc[rows["kind"].eq(kind) & rows["year"].eq(year)]
    wide = shown.pivot_table(index="host", columns="origin", values="value", aggfunc="sum")
    order = wide.sum(axis=1).sort_values(ascending=False, kind="stable").index
    return wide.loc[order]


def years_of(rows: pd.DataFrame, kind: Series) -> list[int]:
    """Return the years that a series has, in order."""
    return sorted(set(rows.loc[rows["kind"].eq(kind), "year"]))


def reporting(rows: pd.DataFrame) -> list[str]:
    """Return the countries with anybody returned in either series, by their code."""
    return sorted(set(rows.loc[rows["value"].gt(0), "host"]))
