"""Money that migrants send: what balances of payments say, and what others say by sender.

Series of different sources are never joined: the World Bank counts receipts in the balance of
payments (with the pay of short-term workers), central banks count money transfers, and KNOMAD
spreads the receipts over senders by a model (Ratha and Shaw 2007).
"""

from collections.abc import Mapping
from typing import Literal

import pandas as pd

from data.measures.catalogue import MEASURES
from data.measures.sides import sides_of

Flow = Literal["received", "paid", "received_gdp"]
BALANCE = MEASURES["remittances_received"].sources[0]
MODEL = MEASURES["remittances"].sources[0]
CENTRAL_BANK = "transfers_received_central_bank"
MILLION = 1e6
BY_SENDER = (
    "transfers_from_russia_systems",
    "transfers_from_russia_all",
    CENTRAL_BANK,
    "remittances_bilateral_estimate",
)


def reported_rows(remittances: pd.DataFrame, country: str, flow: Flow) -> pd.DataFrame:
    """Return the curated rows of a country's balance of payments, in the order of years.

    Parameters
    ----------
    remittances : pandas.DataFrame
        Table ``remittances``.
    country : str
        ISO code.
    flow : {"received", "paid", "received_gdp"}
        US dollars received, US dollars paid, or receipts in per cent of GDP.
    """
    own, _ = sides_of("remittances", "away" if flow == "paid" else "home")
    rows = remittances["source_id"].eq(BALANCE) & remittances[own].eq(country)
    rows &= remittances["indicator"].eq(f"remittances_{flow}")
    return remittances.loc[rows].sort_values("year")


def by_year(rows: pd.DataFrame) -> dict[int, float]:
    """Return rows with one figure a year as a dictionary."""
    return {int(row.year): float(row.value) for row in rows.itertuples()}


def estimated(rows: pd.DataFrame) -> set[int]:
    """Return the years whose figure is an estimate of the World Bank, not a report."""
    return {int(year) for year in rows.loc[rows["method"].eq("estimate"), "year"]}


def per_inhabitant(dollars: Mapping[int, float], people: Mapping[int, float]) -> dict[int, float]:
    """Return US dollars per inhabitant, for the years that have both figures."""
    return {year: value / people[year] for year, value in dollars.items() if people.get(year)}


def sent_for_each_received(
    sent: Mapping[int, float], received: Mapping[int, float]
) -> tuple[int, float] | None:
    """Return the latest year that has both figures, and dollars sent for each one received.

    Returns
    -------
    tuple or None
        None (“not defined”) where no year has both, or nothing was received.
    """
    both = [year for year in sent if received.get(year)]
    if not both:
        return None
    return max(both), sent[max(both)] / received[max(both)]


def transfer_totals(remittances: pd.DataFrame, country: str) -> pd.DataFrame:
    """Return full years of money transfers from all countries as a central bank counts them."""
    rows = remittances["indicator"].eq(CENTRAL_BANK) & remittances["receiver"].eq(country)
    rows &= remittances["sender"].eq("WLD") & remittances["period_type"].eq("calendar_year")
    return remittances.loc[rows].sort_values("year")


def sender_rows(remittances: pd.DataFrame, country: str) -> pd.DataFrame:
    """Return what any source says of a pair of countries with one that receives from the other.

    Parameters
    ----------
    remittances : pandas.DataFrame
        Table ``remittances``.
    country : str
        The receiver; for Russia, which is in the tables only as a sender, the sender.

    Returns
    -------
    pandas.DataFrame
        Curated rows (million US dollars), totals of all senders left out. Parts of a year are
        among them: ``period_type`` tells them apart, and they must not be drawn as years.
    """
    own, other = sides_of("remittances", "away" if country == "RUS" else "home")
    rows = remittances["indicator"].isin(BY_SENDER) & remittances[own].eq(country)
    return remittances.loc[rows & remittances[other].ne("WLD")].sort_values(["period_start"])


def whole_years(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that cover a calendar year."""
    return rows.loc[rows["period_type"].eq("calendar_year")]


def parts_of_years(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that cover less than a year."""
    return rows.loc[rows["period_type"].eq("part_year")]


def above_the_total(pairs: pd.DataFrame, received: Mapping[int, float]) -> dict[int, float]:
    """Return the years in which one sender's figure is above the receipts from all senders.

    It cannot be so in the world; it is so between sources that count different things.

    Parameters
    ----------
    pairs : pandas.DataFrame
        Rows of one sender and one receiver in full years, million US dollars.
    received : mapping of int to float
        US dollars received from all countries, by year (balance of payments).

    Returns
    -------
    dict of int to float
        The largest of the pair's figures over the total, by year, where it is above 1.
    """
    known = pairs.loc[pairs["year"].isin([y for y, v in received.items() if v])]
    ratios = {
        int(year): MILLION * float(values.max()) / received[int(year)]
        for year, values in known.groupby("year")["value"]
    }
    return {year: ratio for year, ratio in ratios.items() if ratio > 1}


def furthest_apart(pairs: pd.DataFrame) -> tuple[int, float, float] | None:
    """Return the year in which sources differ most on one sender, and their two ends.

    Parameters
    ----------
    pairs : pandas.DataFrame
        Rows of one sender and one receiver in full years, million US dollars.

    Returns
    -------
    tuple or None
        Year, smallest and largest figure (million US dollars); None where no year has two
        figures above zero.
    """
    above = pairs.loc[pairs["value"].gt(0)]
    ends = [
        (int(year), float(values.min()), float(values.max()))
        for year, values in above.groupby("year")["value"]
        if len(values) > 1
    ]
    return max(ends, key=lambda end: end[2] / end[1]) if ends else None
