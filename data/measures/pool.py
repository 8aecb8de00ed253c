"""Who of the five lives where: the latest figure of each count of people in one host.

The counts are of different things and are never added to one another.
"""

from collections.abc import Sequence

import pandas as pd

from data.measures.drivers import MEMBERS, UNION, plain

POOL: dict[str, tuple[str, ...]] = {
    "citizens": ("citizens_resident",),
    "births": ("migrant_stock",),
    "permits": (
        "residence_permits_valid",
        "residence_permit_holders",
        "vnzh_permits_valid",
        "rvp_permits_valid",
        "in_migration_register",
    ),
    "stated": ("citizens_abroad_stated", "working_abroad", "irregular_stay_stated"),
}
# One model of the stock is enough here, and collections repeat what national offices publish.
LEFT_OUT = (
    "un_desa_ims2020",
    "worldbank_global_bilateral_migration",
    "worldbank_knomad_2017",
)
COLLECTIONS = ("OECD", "Eurostat")
SINCE = 2014  # older figures of people somewhere say little of who is there now


def pool(tables: Sequence[pd.DataFrame], countries: Sequence[str], host: str) -> pd.DataFrame:
    """Return the latest figure of each count of people of an origin in a host.

    Parameters
    ----------
    tables : sequence of pandas.DataFrame
        The tables ``migrant_stocks``, ``labour_and_stay`` and ``irregular_movement``.
    countries : sequence of str
        Origins.
    host : str
        A country, or `UNION`.

    Returns
    -------
    pandas.DataFrame
        ``basis`` (key of `POOL`), ``indicator``, ``source_id``, ``series``, ``method``,
        ``origin``, ``year``, ``moment``, ``value``, ``obs_status``, ``confidence``, ``note_id``,
        ``reference`` and ``hosts`` (members with a row, for the Union). The counts are of
        different things and are never added. For the Union, members of one count in its latest
        year are added; members without a row are not zeros.
    """
    bases = {indicator: basis for basis, names in POOL.items() for indicator in names}
    hosts = MEMBERS if host == UNION else (host,)
    found = []
    for table in tables:
        rows = table["indicator"].isin(bases) & table["origin"].isin(countries)
        rows &= table["destination"].isin(hosts) & ~table["source_id"].isin(LEFT_OUT)
        rows &= table["sex"].eq("total") & table["age"].eq("total")
        if host == UNION:
            rows &= table["source_id"].isin(["eurostat", "un_desa_ims2024"])
        found.append(plain(table.loc[rows], "destination"))
    rows = pd.concat(found, ignore_index=True)
    rows = rows.loc[rows["year"].isna() | rows["year"].ge(SINCE)]
    rows = rows.assign(
        basis=rows["indicator"].map(bases), moment=pd.to_datetime(rows["period_end"]), hosts=1
    )
    rows = _without_copies(rows)
    return _members(rows) if host == UNION else _last(rows)


def _without_copies(rows: pd.DataFrame) -> pd.DataFrame:
    """Leave out what a collection repeats of a national office, where the office is there."""
    empirical = rows["source_id"].eq("migrant_stock_empirical")
    copies = empirical & rows["series"].isin(COLLECTIONS)
    own = set(rows.loc[~copies & rows["method"].ne("estimate"), "indicator"])
    return rows.loc[~(copies & rows["indicator"].isin(own))]


def _last(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep the latest row of each count; where no year is printed, all of them."""
    dated = rows.loc[rows["year"].notna()].sort_values(["year", "moment"], kind="stable")
    keys = ["basis", "indicator", "source_id", "method", "origin"]
    last = dated.groupby(keys, dropna=False, sort=False).tail(1)
    return pd.concat([last, rows.loc[rows["year"].isna()]], ignore_index=True)


def _members(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the members of the Union in the latest year of each count."""
    keys = ["basis", "indicator", "source_id"]
    newest = rows.groupby(keys)["year"].transform("max")
    return (
        rows.loc[rows["year"].eq(newest)]
        .groupby([*keys, "origin", "year"], as_index=False)
        .agg(
            value=("value", "sum"),
            hosts=("destination", "nunique"),
            method=("method", "first"),
            series=("series", "first"),
            moment=("moment", "max"),
            note_id=("note_id", "first"),
            obs_status=("obs_status", "first"),
            confidence=("confidence", "first"),
            reference=("reference", "first"),
        )
    )
