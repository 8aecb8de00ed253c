"""Measures of one country's migration: stocks in and out, net migration, transit, women."""

from typing import Literal

import pandas as pd

from data.kept import kept
from data.measures.catalogue import MEASURES, SERIES, TYPED_METHODS
from data.measures.rows import ALL, belongs, places_where, rows_behind
from data.measures.sides import sides_of

STOCK = MEASURES["stock"]
Side = Literal["abroad", "here"]
SIDES: tuple[Side, ...] = ("abroad", "here")
LEVEL = 1.1  # sides that are within a tenth of each other are called “about as many”
THOUSAND = 1000.0
NET_YEARS = 10
LARGE, LOPSIDED = 0.05, 0.8  # of all people; of the people of one partner


def stock_totals(
    stocks: pd.DataFrame, country: str, side: Side, sex: str = "total"
) -> dict[int, float]:
    """Return people born in a country who live abroad, or people born abroad who live in it.

    Parameters
    ----------
    stocks : pandas.DataFrame
        Table ``migrant_stocks``; only totals of UN DESA's 2024 revision are read.
    country : str
        ISO code.
    side : {"abroad", "here"}
        Which of the two.
    sex : str
        ``total``, ``female`` or ``male``.

    Returns
    -------
    dict of int to float
        People on 1 July, by year. Totals of people abroad are too low, because some hosts do not
        name their Central Asian origins.
    """
    return dict(_totals(stocks, country, side).get(sex, {}))


@kept(entries=60)
def _totals(stocks: pd.DataFrame, country: str, side: Side) -> dict[str, dict[int, float]]:
    """Return a country's totals by sex and year."""
    rows = total_rows(stocks, country, side).sort_values("year")
    found: dict[str, dict[int, float]] = {}
    for sex, year, value in zip(rows["sex"], rows["year"], rows["value"], strict=True):
        found.setdefault(str(sex), {})[int(year)] = float(value)
    return found


def total_rows(stocks: pd.DataFrame, country: str, side: Side) -> pd.DataFrame:
    """Return the curated rows of a country's totals in UN DESA's 2024 revision."""
    return rows_behind({STOCK.table: stocks}, SERIES[side], (country,), sex=ALL)


def pair_rows(stocks: pd.DataFrame, country: str, side: Side) -> pd.DataFrame:
    """Return the curated rows of a country's pairs in UN DESA's 2024 revision."""
    own, _ = _columns(side)
    found = stocks.take(places_where(stocks, {own: (country,)}))
    return found.loc[belongs(found, STOCK, STOCK.pairs, sex=ALL)]


def _columns(side: Side) -> tuple[str, str]:
    """Return the column of the country and that of its partners."""
    return sides_of("migrant_stocks", "home" if side == "abroad" else "away")


def partners(stocks: pd.DataFrame, country: str, side: Side, year: int) -> pd.DataFrame:
    """Return where people born in a country live, or where people who live in it were born.

    Parameters
    ----------
    stocks : pandas.DataFrame
        Table ``migrant_stocks``.
    country : str
        ISO code.
    side : {"abroad", "here"}
        Which of the two.
    year : int
        Year of the stock.

    Returns
    -------
    pandas.DataFrame
        One row a partner, biggest first: ``partner``, ``total``, ``female``, ``male`` (people on
        1 July). A pair that is not there is not known; it is not a zero.
    """
    _, other = _columns(side)
    rows = pair_rows(stocks, country, side)
    rows = rows.loc[rows["year"].eq(year), [other, "sex", "value"]].astype(
        {other: "object", "sex": "object"}
    )
    wide = rows.pivot(index=other, columns="sex", values="value")
    wide = wide.reindex(columns=["total", "female", "male"])
    wide = wide.loc[wide["total"].gt(0)].rename_axis(index="partner", columns=None).reset_index()
    return wide.sort_values(["total", "partner"], ascending=[False, True], ignore_index=True)


def lopsided(found: pd.DataFrame) -> pd.DataFrame:
    """Return the larger partners whose people are nearly all women, or nearly all men.

    Parameters
    ----------
    found : pandas.DataFrame
        From `partners`.

    Returns
    -------
    pandas.DataFrame
        Rows with at least a twentieth of all people and more than four fifths of one sex, by
        which a reader should check the share of women before using it.
    """
    women = found["female"] / found["total"]
    large = found["total"] >= LARGE * found["total"].sum()
    uneven = (women > LOPSIDED) | (women < 1 - LOPSIDED)
    return found.assign(women=women).loc[large & uneven]


def stock_ratio(here: float | None, abroad: float | None) -> float | None:
    """Return people born abroad who live in a country, for each person born in it living abroad.

    Returns
    -------
    float or None
        None (“not defined”) where a side is missing or zero.
    """
    if not here or not abroad:
        return None
    return here / abroad


def standing(here: float | None, abroad: float | None) -> str | None:
    """Return which side of a country's stocks is the larger, by a declared rule.

    Parameters
    ----------
    here, abroad : float or None
        People born abroad who live in the country, and people born in it who live abroad.

    Returns
    -------
    str or None
        ``receiving`` or ``sending`` when one side is more than a tenth larger than the other,
        ``level`` otherwise; None where a side is not known. It describes the two numbers and is
        no score.
    """
    ratio = stock_ratio(here, abroad)
    if ratio is None:
        return None
    if ratio > LEVEL:
        return "receiving"
    return "sending" if ratio < 1 / LEVEL else "level"


def net_migration(population: pd.DataFrame, country: str) -> dict[int, float]:
    """Return estimates of people who came less people who left, by year.

    Parameters
    ----------
    population : pandas.DataFrame
        Table ``population`` (World Population Prospects 2024).
    country : str
        ISO code.

    Returns
    -------
    dict of int to float
        People in the year. Projections are left out.
    """
    found = rows_behind({"population": population}, SERIES["net_migration"], (country,))
    return {int(row.year): float(row.value) for row in found.itertuples()}


def last_years(known: dict[int, float], count: int = NET_YEARS) -> tuple[int, int, float]:
    """Return first year, last year and sum of the last years of a yearly series.

    Parameters
    ----------
    known : dict of int to float
        Value by year.
    count : int
        How many years.

    Returns
    -------
    tuple
        First year, last year, sum.

    Raises
    ------
    ValueError
        Where any of the years has no figure: a sum with a hole is no sum.
    """
    last = max(known)
    years = range(last - count + 1, last + 1)
    if any(year not in known for year in years):
        raise ValueError(f"no figure for a year of {years[0]}–{last}")
    return years[0], last, sum(known[year] for year in years)


def inhabitants(population: pd.DataFrame, country: str) -> dict[int, float]:
    """Return people living in a country on 1 July, by year, projections among them."""
    rows = population["country"].eq(country) & population["indicator"].eq("population")
    return {int(row.year): float(row.value) for row in population.loc[rows].itertuples()}


def per_1000(values: dict[int, float], people: dict[int, float]) -> dict[int, float]:
    """Return values per 1,000 inhabitants, for the years that have both figures.

    Parameters
    ----------
    values : dict of int to float
        Value by year.
    people : dict of int to float
        Inhabitants by year.
    """
    return {y: THOUSAND * v / people[y] for y, v in values.items() if people.get(y)}


def transit_rows(flows: pd.DataFrame, country: str, side: Literal["from", "to"]) -> pd.DataFrame:
    """Return the curated rows of moves between two countries of neither of which one is a native.

    Parameters
    ----------
    flows : pandas.DataFrame
        Table ``migration_flows``.
    country : str
        ISO code of one of the five; for other countries only some pairs are known.
    side : {"from", "to"}
        Moves on to a third country, or moves in from a third country.
    """
    chosen = SERIES["transit_out" if side == "from" else "transit_in"]
    return rows_behind({chosen.measure.table: flows}, chosen, (country,), method=ALL)


def transit_moves(
    flows: pd.DataFrame, country: str, side: Literal["from", "to"], method: str = TYPED_METHODS[0]
) -> dict[int, float]:
    """Return modelled moves of people born in neither of the two countries that they move between.

    Parameters
    ----------
    flows : pandas.DataFrame
        Table ``migration_flows``.
    country : str
        One of the five.
    side : {"from", "to"}
        Out of the country to a third one, or into it from a third one.
    method : str
        Method of Abel and Cohen (2019, 2022).

    Returns
    -------
    dict of int to float
        Moves in five years, by the last year of the period, summed over the other country.
    """
    rows = transit_rows(flows, country, side)
    sums = rows.loc[rows["method"].eq(method)].groupby("year")["value"].sum(min_count=1)
    return {int(year): float(value) for year, value in sums.items() if pd.notna(value)}


def women_share(female: dict[int, float], total: dict[int, float]) -> dict[int, float]:
    """Return women and girls as a share of all people (0 to 1), for years that have both."""
    return {year: female[year] / total[year] for year in female if total.get(year)}


def hub_shares(stocks: pd.DataFrame, origins: tuple[str, ...], hub: str) -> dict[str, float]:
    """Return for each origin the share (0 to 1) of its people abroad who live in one country.

    Parameters
    ----------
    stocks : pandas.DataFrame
        Table ``migrant_stocks``; the latest year of UN DESA's 2024 revision is read.
    origins : tuple of str
        Countries of birth.
    hub : str
        The country of residence.
    """
    shares = {}
    for origin in origins:
        totals = stock_totals(stocks, origin, "abroad")
        last = max(totals, default=0)
        ends = partners(stocks, origin, "abroad", last).set_index("partner")["total"]
        if hub in ends.index and totals[last]:
            shares[origin] = float(ends[hub]) / totals[last]
    return shares
