"""What stands before a return: lists of bans, people found or ordered to leave, and who is where.

Each list, count and document keeps its own rows: nothing is added across them. Sums are made only
over citizenships, or over member states, of one and the same count in one and the same year.
"""

from collections.abc import Sequence
from typing import Literal

import pandas as pd

UNION = "EU27_2020"
UNION_THEN = "EU28"  # the total that Eurostat published for its members of 2012–2016
MEMBERS = (
    "AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GRC", "HRV",
    "HUN", "IRL", "ITA", "LTU", "LUX", "LVA", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN",
    "SWE",
)  # fmt: skip
NEIGHBOURS = ("CHE", "GBR", "ISL", "LIE", "MNE", "NOR")  # report to Eurostat, not in the sum
RUSSIA, ALL = "RUS", "WLD"

Kind = Literal["banned", "register", "lifted", "submitted", "enforced"]
KINDS: dict[Kind, tuple[str, ...]] = {
    "banned": ("banned_from_entry",),
    "register": ("controlled_persons_register",),
    "lifted": ("entry_bans_lifted",),
    "submitted": ("entry_ban_submissions",),
    "enforced": ("deportations", "expulsions"),
}
BESIDE: dict[Kind, tuple[str, ...]] = {
    "banned": (
        "entry_ban_stock_court", "entry_ban_stock_10_years", "entry_ban_stock_lifetime",
        "entry_ban_stock_expected", "entry_ban_share", "grey_list_stock",
    ),
    "register": (),
    "lifted": (),
    "submitted": ("stopped_at_entry_despite_ban", "denied_entry"),
    "enforced": ("expulsion_decisions", "undesirable_stay_decisions"),
}  # fmt: skip

POOL: dict[str, tuple[str, ...]] = {
    "citizens": ("citizens_resident",),
    "births": ("migrant_stock",),
    "permits": (
        "residence_permits_valid", "residence_permit_holders", "vnzh_permits_valid",
        "rvp_permits_valid", "in_migration_register",
    ),
    "stated": ("citizens_abroad_stated", "working_abroad", "irregular_stay_stated"),
}  # fmt: skip
# One model of the stock is enough here, and collections repeat what national offices publish.
LEFT_OUT = (
    "un_desa_ims2020", "worldbank_global_bilateral_migration", "worldbank_knomad_2017",
)  # fmt: skip
COLLECTIONS = ("OECD", "Eurostat")
SINCE = 2014  # older figures of people somewhere say little of who is there now


def list_figures(
    bans: pd.DataFrame, countries: Sequence[str], indicators: Sequence[str]
) -> pd.DataFrame:
    """Return what was said of lists and decisions in Russia, in the order of their days.

    Parameters
    ----------
    bans : pandas.DataFrame
        The table ``entry_bans``.
    countries : sequence of str
        Citizenships; rows of all nationalities together come along, after them.
    indicators : sequence of str
        What was counted.

    Returns
    -------
    pandas.DataFrame
        Rows of the table, with ``moment``: the last day that the figure covers, the middle of
        its year where no day is printed, NaT where the year is not printed either (those come
        last). Two figures for one day both stay.
    """
    order = {code: place for place, code in enumerate([*countries, ALL])}
    rows = bans.loc[
        bans["host"].eq(RUSSIA) & bans["origin"].isin(order) & bans["indicator"].isin(indicators)
    ]
    middle = pd.to_datetime(rows["year"].astype("string") + "-07-01")
    found = rows.assign(
        moment=pd.to_datetime(rows["period_end"]).fillna(middle),
        place=[order[code] for code in rows["origin"]],
    )
    return found.sort_values(["place", "moment"], kind="stable").drop(columns="place")


def latest(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the last dated figure of each citizenship and kind of count.

    Parameters
    ----------
    rows : pandas.DataFrame
        As from `list_figures`.
    """
    dated = rows.loc[rows["moment"].notna()].astype({"origin": "object", "indicator": "object"})
    return dated.sort_values("moment").groupby(["origin", "indicator"], sort=False).tail(1)


def found_present(movement: pd.DataFrame, countries: Sequence[str]) -> pd.DataFrame:
    """Return the rows of Eurostat on people found to be illegally present.

    Returns
    -------
    pandas.DataFrame
        ``origin`` (citizenship), ``destination`` (who found them), ``year``, ``value`` (persons,
        rounded to five by Eurostat), ``source_id``, ``note_id``, ``indicator``. A pair without a
        row is zero or not reported: the source does not tell which.
    """
    rows = movement["indicator"].eq("found_illegally_present") & movement["origin"].isin(countries)
    return _plain(movement.loc[rows], "destination")


def by_host(rows: pd.DataFrame, year: int) -> pd.Series:
    """Return people of one year by the country that counted them, most first.

    Parameters
    ----------
    rows : pandas.DataFrame
        As from `found_present`; citizenships are added together.
    """
    chosen = rows.loc[rows["year"].eq(year)]
    return chosen.groupby("destination")["value"].sum().sort_values(ascending=False, kind="stable")


def over_years(rows: pd.DataFrame, host: str) -> pd.DataFrame:
    """Return people by citizenship and year in one country, or in the members of the Union.

    Parameters
    ----------
    rows : pandas.DataFrame
        As from `found_present`.
    host : str
        A country, or `UNION` for the sum over its 27 members that have a row; the United Kingdom
        is left out of all years, so that the sum does not fall when it stops reporting.

    Returns
    -------
    pandas.DataFrame
        ``origin``, ``year``, ``value`` (persons), ``hosts`` (countries with a row).
    """
    hosts = MEMBERS if host == UNION else (host,)
    chosen = rows.loc[rows["destination"].isin(hosts)]
    return chosen.groupby(["origin", "year"], as_index=False).agg(
        value=("value", "sum"), hosts=("destination", "nunique")
    )


def silent_members(rows: pd.DataFrame, year: int) -> tuple[str, ...]:
    """Return the members of the Union that have no row at all in a year.

    Parameters
    ----------
    rows : pandas.DataFrame
        As from `found_present`, for all five citizenships.
    """
    there = set(rows.loc[rows["year"].eq(year), "destination"])
    return tuple(code for code in MEMBERS if code not in there)


def steps(rows: pd.DataFrame, indicator: str, countries: Sequence[str], host: str) -> pd.DataFrame:
    """Return the yearly figures of a step of enforcement, 2012–2016, by citizenship.

    Parameters
    ----------
    rows : pandas.DataFrame
        The table ``returns`` for orders to leave, ``irregular_movement`` for refusals of entry.
    indicator : str
        ``ordered_to_leave`` or ``refused_entry_external_border``.
    host : str
        A country, or `UNION`: then Eurostat's own total of its 28 members of the time, which
        already contains the countries.

    Returns
    -------
    pandas.DataFrame
        ``origin``, ``year``, ``value`` (persons; a zero is a zero), ``source_id``, ``note_id``.
    """
    column = "host" if "host" in rows else "destination"
    chosen = rows["indicator"].eq(indicator) & rows["source_id"].eq("eurostat_enforcement")
    chosen &= rows[column].eq(UNION_THEN if host == UNION else host)
    chosen &= rows["origin"].isin(countries)
    return _plain(rows.loc[chosen], column).sort_values(["origin", "year"])


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
        found.append(_plain(table.loc[rows], "destination"))
    rows = pd.concat(found, ignore_index=True)
    rows = rows.loc[rows["year"].isna() | rows["year"].ge(SINCE)]
    rows = rows.assign(
        basis=rows["indicator"].map(bases), moment=pd.to_datetime(rows["period_end"]), hosts=1
    )
    rows = _without_copies(rows)
    return _members(rows) if host == UNION else _last(rows)


def _plain(rows: pd.DataFrame, host: str) -> pd.DataFrame:
    texts = [c for c in rows.columns if isinstance(rows[c].dtype, pd.CategoricalDtype)]
    return rows.astype(dict.fromkeys(texts, "object")).rename(columns={host: "destination"})


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
            value=("value", "sum"), hosts=("destination", "nunique"), method=("method", "first"),
            series=("series", "first"), moment=("moment", "max"), note_id=("note_id", "first"),
            obs_status=("obs_status", "first"), confidence=("confidence", "first"),
            reference=("reference", "first"),
        )
    )  # fmt: skip
