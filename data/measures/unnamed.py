"""Hosts that the United Nations' table of migrants does not name for an origin."""

import pandas as pd

from data.kept import kept
from data.measures.catalogue import STOCKS
from data.measures.countries import pair_rows
from data.measures.rows import places_where

MOST = 10  # hosts with the most immigrants that a subtitle asks for


@kept(entries=60)
def unnamed_large(stocks: pd.DataFrame, country: str, count: int = MOST) -> tuple[str, ...]:
    """Return those of the largest host countries of the world that have no row for an origin.

    Parameters
    ----------
    stocks : pandas.DataFrame
        Table ``migrant_stocks``.
    country : str
        Country of birth.
    count : int
        How many of the hosts with the most immigrants are asked.

    Returns
    -------
    tuple of str
        The largest first. People who live there stand in the world's total, in no origin's.
    """
    largest = [code for code in _hosts(stocks) if code != country][:count]
    named = set(pair_rows(stocks, country, "abroad")["destination"].astype(str))
    return tuple(code for code in largest if code not in named)


@kept(entries=4)
def _hosts(stocks: pd.DataFrame) -> tuple[str, ...]:
    """Return the hosts of the newest year, those with the most immigrants first."""
    told = {"source_id": (STOCKS,), "series": ("totals",), "origin": ("WLD",), "sex": ("total",)}
    totals = stocks.take(places_where(stocks, told))
    totals = totals.loc[totals["year"].eq(totals["year"].max())]
    totals = totals.loc[totals["destination"].ne("WLD")]
    return tuple(totals.sort_values("value", ascending=False)["destination"].astype(str))


def unnamed_hosts(stocks: pd.DataFrame, country: str, since: int) -> pd.DataFrame:
    """Return the latest national count in each host that UN DESA does not name for an origin.

    Parameters
    ----------
    stocks : pandas.DataFrame
        Table ``migrant_stocks``.
    country : str
        Country of birth.
    since : int
        Oldest year that is looked at.

    Returns
    -------
    pandas.DataFrame
        Curated rows of the collection of national sources, one a host, biggest first. They are of
        other years and other ways of counting than UN DESA's and are never added to its totals.
    """
    named = set(pair_rows(stocks, country, "abroad")["destination"])
    rows = stocks["source_id"].eq("migrant_stock_empirical") & stocks["origin"].eq(country)
    rows &= stocks["indicator"].eq("migrant_stock") & stocks["origin_basis"].eq("birth")
    rows &= stocks["sex"].eq("total") & stocks["age"].eq("total") & stocks["year"].ge(since)
    found = stocks.loc[rows & ~stocks["destination"].isin(named)]
    found = found.sort_values(["destination", "year", "value"]).drop_duplicates(
        "destination", keep="last"
    )
    return found.sort_values("value", ascending=False, ignore_index=True)
