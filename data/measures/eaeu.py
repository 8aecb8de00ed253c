"""Members of the Eurasian Economic Union beside the others, before and after 2015.

A comparison of levels and changes. It is no estimate of an effect: the two groups differ in much
else, and the same years brought other shocks (see Angrist and Pischke 2009, chapter 5, on what a
comparison of differences would have to assume).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.areas import FIVE
from data.measures.catalogue import MEASURES, SERIES
from data.measures.policy import year_of
from data.measures.rows import belongs, rows_behind

UNION = "EAEU"
SPAN = 5  # years of a window of yearly figures, as long as the period of a modelled flow


def member_years(
    memberships: pd.DataFrame, countries: Sequence[str] = FIVE
) -> dict[str, tuple[Any, int]]:
    """Return the day (NaT where only the year is known) and year each member joined the union.

    Parameters
    ----------
    memberships : pandas.DataFrame
        The curated table ``memberships``.
    countries : sequence of str
        ISO codes; those that are not members are left out.
    """
    rows = memberships["name"].eq(UNION) & memberships["status"].eq("member")
    found = {}
    for row in memberships.loc[rows & memberships["country"].isin(countries)].itertuples():
        year = year_of(row.date, row.text_en)
        if year is not None:
            found[str(row.country)] = (row.date, year)
    return found


def stock_rows(stocks: pd.DataFrame, host: str) -> pd.DataFrame:
    """Return the curated rows of people born in each of the five who live in a host, by year."""
    found = stocks.loc[stocks["destination"].eq(host) & stocks["origin"].isin(FIVE)]
    stock = MEASURES["stock"]
    return found.loc[belongs(found, stock, stock.pairs)]


def census_rows(stocks: pd.DataFrame, host: str) -> pd.DataFrame:
    """Return the curated rows of a host's own censuses on people born in the five."""
    rows = stocks["source_id"].eq("migrant_stock_empirical") & stocks["method"].eq("census")
    rows &= stocks["origin_basis"].eq("birth") & stocks["destination"].eq(host)
    return stocks.loc[rows & stocks["origin"].isin(FIVE)]


def flow_rows(flows: pd.DataFrame, host: str, method: str) -> pd.DataFrame:
    """Return the curated rows of modelled five-year moves from each of the five to a host."""
    found = flows.loc[flows["destination"].eq(host) & flows["origin"].isin(FIVE)]
    flow = MEASURES["flow"]
    return found.loc[belongs(found, flow, flow.pairs, method=method)]


def received_rows(remittances: pd.DataFrame) -> pd.DataFrame:
    """Return the curated rows of personal remittances that each of the five received."""
    return rows_behind({"remittances": remittances}, SERIES["remittances_received"])


def by_country(rows: pd.DataFrame, column: str) -> dict[str, dict[int, float]]:
    """Return the values of rows by country and year; countries without a row are left out."""
    found: dict[str, dict[int, float]] = {}
    for row in rows.sort_values("year").itertuples():
        found.setdefault(str(getattr(row, column)), {})[int(row.year)] = float(row.value)
    return {code: found[code] for code in FIVE if code in found}


def indexed(known: Mapping[int, float], base: int) -> dict[int, float]:
    """Return a series with the value of one year set to 100; empty where that has no value."""
    if not known.get(base):
        return {}
    return {year: 100 * value / known[base] for year, value in known.items()}


@dataclass(frozen=True)
class Times:
    """Three points or windows in time: earlier, before and after.

    Attributes
    ----------
    earlier, before, after : tuple of int
        First and last year; the same year twice for a stock or for a period filed under its last
        year.
    """

    earlier: tuple[int, int]
    before: tuple[int, int]
    after: tuple[int, int]


def level(known: Mapping[int, float], window: tuple[int, int]) -> float | None:
    """Return the mean of a series over a window of years; None where a year has no figure."""
    years = range(window[0], window[1] + 1)
    if any(year not in known for year in years):
        return None
    return sum(known[year] for year in years) / len(years)


def change(old: float | None, new: float | None) -> float | None:
    """Return the change from one level to another as a share of the first; None if not defined."""
    return None if not old or new is None else new / old - 1


def yearly_windows(year: int) -> Times:
    """Return three windows of five years: two before a year, and one from it on."""
    return Times(
        (year - 2 * SPAN, year - SPAN - 1), (year - SPAN, year - 1), (year, year + SPAN - 1)
    )


def group_level(
    known: Mapping[str, Mapping[int, float]], countries: Sequence[str], window: tuple[int, int]
) -> float | None:
    """Return the sum of the levels of some countries; None where one of them has none."""
    levels = [level(known.get(code, {}), window) for code in countries]
    return None if None in levels or not levels else sum(one for one in levels if one is not None)
