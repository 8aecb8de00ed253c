"""What is known of assisted return: totals by year, coverage by country and year, main hosts."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pandas as pd

Role = Literal["origin", "host"]
State = Literal["figure", "part", "named", "none"]
WORLD = "WLD"
RETURNS = ("avrr_returns", "vhr_returns", "avrr_vhr_returns")
OTHER_RETURNS = ("stranded_returns", "returns_and_reintegration_assisted")
NAMED = ("avrr_top_ten_rank_listed", "avrr_reintegration_first")
HOST_NOT_NAMED = "avrr_host_not_named"
CONFIDENCES = ("machine_checked", "machine_single", "official_text", "press")
STATES: tuple[State, ...] = ("figure", "part", "named", "none")


def returns_of(avrr: pd.DataFrame, country: str, role: Role) -> pd.DataFrame:
    """Return the rows that say anything of people helped to go back to, or from, a country.

    Parameters
    ----------
    avrr : pandas.DataFrame
        The curated table ``avrr``.
    country : str
        ISO 3166-1 alpha-3.
    role : {"origin", "host"}
        Which side of the return the country is on. A row whose host is not named by its source
        says nothing of a host.

    Returns
    -------
    pandas.DataFrame
        Rows of both sexes and all ages together: whole years, parts of a year, single journeys,
        running totals, and mentions without a number.
    """
    rows = avrr[role].eq(country) & avrr["indicator"].isin((*RETURNS, *OTHER_RETURNS, *NAMED))
    rows &= avrr["sex"].eq("total") & avrr["age"].eq("total")
    if role == "host":
        rows &= avrr["note_id"].astype(str).ne(HOST_NOT_NAMED)
        rows &= ~avrr["indicator"].isin(NAMED)
    return avrr.loc[rows]


def state_of(rows: pd.DataFrame, role: Role) -> State:
    """Return how much the rows of one country and year say, the most first.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of `returns_of`, of one year.
    role : {"origin", "host"}
        Side of the return on which the country is.

    Returns
    -------
    {"figure", "part", "named", "none"}
        A figure for a whole calendar year and all partner countries; one for a part of the year,
        some of the partners or single journeys; a mention or a rank without a number; nothing.
    """
    named = rows["indicator"].isin(NAMED) | rows["obs_status"].eq("flag")
    whole = rows["period_type"].eq("calendar_year") & rows["indicator"].isin(RETURNS)
    whole &= rows["host" if role == "origin" else "origin"].eq(WORLD)
    if (whole & ~named).any():
        return "figure"
    if (~named).any():
        return "part"
    return "named" if len(rows) else "none"


def coverage(
    avrr: pd.DataFrame, countries: Sequence[str], years: Sequence[int], role: Role
) -> pd.DataFrame:
    """Return what is known for each country and year.

    Parameters
    ----------
    avrr : pandas.DataFrame
        The curated table ``avrr``.
    countries : sequence of str
        ISO 3166-1 alpha-3.
    years : sequence of int
        Calendar years.
    role : {"origin", "host"}
        Side of the return.

    Returns
    -------
    pandas.DataFrame
        ``country``, ``year``, ``state`` (see `state_of`), one row for each pair, in the order
        given.
    """
    found = []
    for country in countries:
        rows = returns_of(avrr, country, role)
        found += [
            (country, year, state_of(rows.loc[rows["year"].eq(year).fillna(False)], role))
            for year in years
        ]
    return pd.DataFrame(found, columns=["country", "year", "state"])


def yearly_totals(avrr: pd.DataFrame, countries: Sequence[str], role: Role) -> pd.DataFrame:
    """Return people helped to go back to, or from, each country in whole calendar years.

    A published total stands for its year; where there is none, the figures of the partners at
    hand are added, and `partners` says how many they are. Programmes are never added together:
    AVRR, voluntary humanitarian return, and their published sum are apart. Of several figures for
    one pair of countries the best confirmed one is used.

    Parameters
    ----------
    avrr : pandas.DataFrame
        The curated table ``avrr``.
    countries : sequence of str
        ISO 3166-1 alpha-3.
    role : {"origin", "host"}
        Side of the return.

    Returns
    -------
    pandas.DataFrame
        ``country``, ``indicator``, ``year``, ``value`` (people), ``partners`` (0 for a published
        total), sorted by country, indicator and year.
    """
    other = "host" if role == "origin" else "origin"
    found = []
    for country in countries:
        rows = returns_of(avrr, country, role)
        rows = rows.loc[rows["period_type"].eq("calendar_year") & rows["indicator"].isin(RETURNS)]
        rows = rows.loc[rows["obs_status"].ne("flag") & rows["value"].notna()]
        rows = best_confirmed(rows, ["indicator", "year", other])
        for (indicator, year), group in rows.groupby(["indicator", "year"], observed=True):
            total = group.loc[group[other].eq(WORLD), "value"]
            pairs = group.loc[~group[other].astype(str).str.startswith("R_"), "value"]
            if len(total):
                found.append((country, str(indicator), int(year), float(total.iloc[0]), 0))
            elif len(pairs):
                value = float(pairs.sum())
                found.append((country, str(indicator), int(year), value, len(pairs)))
    names = ["country", "indicator", "year", "value", "partners"]
    order = ["country", "indicator", "year"]
    return pd.DataFrame(found, columns=names).sort_values(order, ignore_index=True)


def best_confirmed(rows: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """Return one row for each combination of `keys`: the one with the best confidence."""
    rank = rows["confidence"].astype(str).map({c: i for i, c in enumerate(CONFIDENCES)})
    ordered = rows.assign(_rank=rank.fillna(len(CONFIDENCES)))
    ordered = ordered.sort_values("_rank", kind="stable").drop(columns="_rank")
    return ordered.drop_duplicates(list(keys))


def host_totals(avrr: pd.DataFrame) -> pd.DataFrame:
    """Return people whom IOM helped to leave each host country, whole years, all origins.

    Returns
    -------
    pandas.DataFrame
        Rows of the table ``avrr`` with AVRR alone, biggest first within a year.
    """
    rows = avrr["indicator"].eq("avrr_returns") & avrr["period_type"].eq("calendar_year")
    rows &= avrr["origin"].eq(WORLD) & avrr["host"].ne(WORLD)
    rows &= ~avrr["host"].astype(str).str.startswith("R_")
    rows &= avrr["sex"].eq("total") & avrr["age"].eq("total")
    best = best_confirmed(avrr.loc[rows], ["host", "year"])
    return best.sort_values(["year", "value"], ascending=[True, False])


def best_known_year(rows: pd.DataFrame) -> int | None:
    """Return the year with the most rows, the later of two; None when there are none."""
    if rows.empty:
        return None
    counts = rows.groupby("year")["value"].size()
    return int(max(counts[counts == counts.max()].index))


def report_of(reports: Sequence[Mapping[str, Any]], year: int) -> str:
    """Return the title of the report with a year's tables; an empty string when none is known.

    Parameters
    ----------
    reports : sequence of mapping
        ``years`` and ``title``, in which ``{year}`` stands for the year.
    """
    titles = [str(one["title"]).format(year=year) for one in reports if year in one["years"]]
    return titles[0] if titles else ""


def report_years(reports: Sequence[Mapping[str, Any]]) -> range:
    """Return the years from the first to the last that have a report."""
    years = [year for one in reports for year in one["years"]]
    return range(min(years), max(years) + 1)


def assisted_from_uk(returns: pd.DataFrame, origin: str) -> pd.DataFrame:
    """Return the United Kingdom's own count of assisted returns of one nationality.

    Parameters
    ----------
    returns : pandas.DataFrame
        The curated table ``returns``; the Home Office's records by quarter, sex and age.
    origin : str
        Citizenship, ISO 3166-1 alpha-3.

    Returns
    -------
    pandas.DataFrame
        The rows of the records; their ``value`` (returns) may be added. A year without rows has
        no record.
    """
    rows = returns["host"].eq("GBR") & returns["origin"].eq(origin)
    return returns.loc[rows & returns["indicator"].eq("return_voluntary_assisted")]
