"""Assisted return as IOM publishes it: totals by year, main hosts, the reports that have them."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pandas as pd

Role = Literal["origin", "host"]
WORLD = "WLD"
RETURNS = ("avrr_returns", "vhr_returns", "avrr_vhr_returns")
OTHER_RETURNS = ("stranded_returns", "returns_and_reintegration_assisted")
NAMED = ("avrr_top_ten_rank_listed", "avrr_reintegration_first", "avrr_named_origin")
UNKNOWN = "UNK"  # the host of a report that names none
CONFIDENCES = ("machine_checked", "machine_single", "official_text", "press")


def yearly_totals(avrr: pd.DataFrame, countries: Sequence[str], role: Role) -> pd.DataFrame:
    """Return people helped to go back to, or from, each country in whole calendar years.

    A published total stands for its year; where there is none, the figures of the partners that
    are known are added, and `partners` says how many they are. Programmes are never added
    together: AVRR, voluntary humanitarian return, and their published sum are apart. Of several
    figures for one pair of countries the best confirmed one is used.

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
    whole = avrr["indicator"].isin(RETURNS) & avrr["period_type"].eq("calendar_year")
    whole &= avrr["sex"].eq("total") & avrr["age"].eq("total")
    whole &= avrr["obs_status"].ne("flag") & avrr["value"].notna()
    rows = best_confirmed(avrr.loc[whole], [role, "indicator", "year", other])
    found = []
    for country in countries:
        mine = rows.loc[rows[role].eq(country)]
        for (indicator, year), group in mine.groupby(["indicator", "year"], observed=True):
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


def host_programmes(returns: pd.DataFrame) -> pd.DataFrame:
    """Return hosts' own counts of all nationalities under their programmes, whole years.

    Parameters
    ----------
    returns : pandas.DataFrame
        The curated table ``returns``.
    """
    rows = returns["indicator"].isin(
        ("assisted_return_programme", "voluntary_return_programme_all")
    )
    rows &= returns["origin"].eq(WORLD) & returns["period_type"].eq("calendar_year")
    return returns.loc[rows & returns["sex"].eq("total")]


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
