"""Everything that the curated tables say of one corridor's people, source by source."""

from dataclasses import dataclass

import pandas as pd

NEWEST = "un_desa_ims2024"
LAST_BEFORE = "un_desa_ims2020"  # replaced, where the newest revision has the pair
# What repeats or rests on earlier revisions of the United Nations' stocks.
REPEATED = ("worldbank_global_bilateral_migration", "worldbank_knomad_2017")
KINDS = {"birth": "migrant_stock", "citizenship": "citizens_resident"}
WORKERS_ONLY = "empirical_workers"
# Counts by country of birth in which almost nobody was born before 1991, by the caution
# ``empirical_born_soviet`` of their source: whose copies, and of which destinations and years.
COPIES = ("Eurostat", "OECD")
BORN_SOVIET = {"BEL": (0, 9999), "ITA": (2019, 9999), "NLD": (0, 2020)}
RECENT = 5  # years: an older figure is not set beside the latest one


def stock_evidence(stocks: pd.DataFrame, origin: str, destination: str) -> pd.DataFrame:
    """Return every stock of people of one origin in one destination.

    Parameters
    ----------
    stocks : pandas.DataFrame
        The table ``migrant_stocks``.
    origin, destination : str
        Codes.

    Returns
    -------
    pandas.DataFrame
        ``source_id``, ``series``, ``indicator``, ``origin_basis``, ``year``, ``value`` (persons,
        both sexes, all ages), ``obs_status``, ``confidence``, ``note_id``. Nothing is spliced or
        averaged: a source and its series stay apart, births and citizens too.
    """
    rows = stocks["origin"].eq(origin) & stocks["destination"].eq(destination)
    rows &= stocks["sex"].eq("total") & stocks["age"].eq("total") & stocks["year"].notna()
    columns = [
        "source_id",
        "series",
        "indicator",
        "origin_basis",
        "year",
        "value",
        "obs_status",
        "confidence",
        "note_id",
    ]
    found = stocks.loc[rows, columns].astype({"year": "int"})
    text = {c: "object" for c in columns if c not in ("year", "value")}
    return found.astype(text).sort_values(["source_id", "series", "year"]).reset_index(drop=True)


def leaves_out(stocks: pd.DataFrame) -> pd.Series:
    """Say of each row whether its own source’s caution says that it leaves most people out.

    Parameters
    ----------
    stocks : pandas.DataFrame
        Rows of ``migrant_stocks``.
    """
    copied = stocks["source_id"].eq("migrant_stock_empirical") & stocks["series"].isin(COPIES)
    met = pd.Series(False, index=stocks.index)
    for place, (first, last) in BORN_SOVIET.items():
        met |= stocks["destination"].eq(place) & stocks["year"].between(first, last).fillna(False)
    return (copied & stocks["origin_basis"].eq("birth") & met).astype(bool)


def replaced(found: pd.DataFrame) -> tuple[str, ...]:
    """Return the sources of `stock_evidence` that a newer one has replaced on this corridor."""
    return (LAST_BEFORE, *REPEATED) if found["source_id"].eq(NEWEST).any() else REPEATED


@dataclass(frozen=True)
class Range:
    """What the latest figures of one kind run from and to.

    Attributes
    ----------
    low, high : float
        Smallest and largest, in people.
    first, last : int
        Years of the oldest and the newest of them.
    """

    low: float
    high: float
    first: int
    last: int


def ranges(found: pd.DataFrame) -> dict[str, Range]:
    """Return the range of the latest figures of each kind: people by birth, and by citizenship.

    Parameters
    ----------
    found : pandas.DataFrame
        From `stock_evidence`.

    Returns
    -------
    dict of str to Range
        By `KINDS`; a kind without a figure is left out. Each series gives its last figure, if that
        is at most `RECENT` years older than the newest of all: figures of years far apart are not
        told in one sentence. Replaced revisions, counts of workers alone and special groups are in
        no range.
    """
    kept = ~found["source_id"].isin(replaced(found)) & found["note_id"].ne(WORKERS_ONLY)
    parts = {}
    for kind, indicator in KINDS.items():
        rows = found.loc[kept & found["indicator"].eq(indicator) & found["origin_basis"].eq(kind)]
        last = rows.groupby(["source_id", "series"], dropna=False)["year"].transform("max")
        parts[kind] = rows.loc[rows["year"].eq(last)]
    newest = max((int(year) for rows in parts.values() for year in rows["year"]), default=0)
    recent = {kind: rows.loc[rows["year"].ge(newest - RECENT)] for kind, rows in parts.items()}
    return {
        kind: Range(
            float(rows["value"].min()),
            float(rows["value"].max()),
            int(rows["year"].min()),
            int(rows["year"].max()),
        )
        for kind, rows in recent.items()
        if len(rows)
    }
