"""What stands before a return: lists of bans, people found or ordered to leave, and who is where.

Each list, count and document keeps its own rows: nothing is added across them. Sums are made only
over citizenships, or over member states, of one and the same count in one and the same year.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from data.measures.best import moments
from data.measures.lead import leader
from data.measures.standards import tellable

UNION = "EU27_2020"
UNION_THEN = "EU28"  # the total that Eurostat published for its members of 2012–2016
MEMBERS = (
    "AUT",
    "BEL",
    "BGR",
    "CYP",
    "CZE",
    "DEU",
    "DNK",
    "ESP",
    "EST",
    "FIN",
    "FRA",
    "GRC",
    "HRV",
    "HUN",
    "IRL",
    "ITA",
    "LTU",
    "LUX",
    "LVA",
    "MLT",
    "NLD",
    "POL",
    "PRT",
    "ROU",
    "SVK",
    "SVN",
    "SWE",
)
NEIGHBOURS = ("CHE", "GBR", "ISL", "LIE", "MNE", "NOR")  # report to Eurostat, not in the sum
RUSSIA, ALL = "RUS", "WLD"

Kind = Literal["banned", "register", "lifted", "submitted", "enforced"]
KINDS: dict[Kind, tuple[str, ...]] = {
    "banned": ("banned_from_entry",),
    "register": ("controlled_persons_register",),
    "lifted": ("entry_bans_lifted",),
    "submitted": ("entry_ban_submissions",),
    "enforced": (
        "deportations",
        "expulsions",
        "removals_national",
        "removals_reported_by_origin",
        "removals_all_decisions",
        "removals_court",
    ),
}
BESIDE: dict[Kind, tuple[str, ...]] = {
    "banned": (
        "entry_ban_stock_court",
        "entry_ban_stock_10_years",
        "entry_ban_stock_lifetime",
        "entry_ban_stock_expected",
        "entry_ban_share",
        "grey_list_stock",
    ),
    "register": (),
    "lifted": (),
    "submitted": ("stopped_at_entry_despite_ban", "denied_entry"),
    "enforced": (
        "expulsion_decisions",
        "undesirable_stay_decisions",
        "deportations_carried_out",
        "removals_part",
    ),
}


def said_of_russia(bans: pd.DataFrame, returns: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of lists, decisions and removals in Russia from both tables.

    Parameters
    ----------
    bans, returns : pandas.DataFrame
        The tables ``entry_bans`` and ``returns``; removals stand in either.

    Returns
    -------
    pandas.DataFrame
        Rows of both with `RUSSIA` as the host, and ``table``. A figure that two collections
        have of the same citizens, days and size stands once.
    """
    every = (*KINDS.values(), *BESIDE.values())
    names = {name for group in every for name in group}
    parts = [
        plain(table.loc[table["host"].eq(RUSSIA)], "host").assign(table=name)
        for name, table in (("entry_bans", bans), ("returns", returns))
    ]
    rows = pd.concat(parts, ignore_index=True).rename(columns={"destination": "host"})
    rows = rows.loc[rows["indicator"].isin(names)]
    twin = rows.duplicated(["origin", "period_start", "period_end", "value"])
    return rows.loc[~(twin & rows["table"].eq("returns"))].reset_index(drop=True)


def list_figures(
    bans: pd.DataFrame, countries: Sequence[str], indicators: Sequence[str]
) -> pd.DataFrame:
    """Return what was said of lists and decisions in Russia, in the order of their days.

    Parameters
    ----------
    bans : pandas.DataFrame
        As from `said_of_russia`, or the table ``entry_bans``.
    countries : sequence of str
        Citizenships; rows of all nationalities together come along, after them.
    indicators : sequence of str
        What was counted.

    Returns
    -------
    pandas.DataFrame
        Rows of the table, with ``moment``: the day that the figure is of, NaT where its year is
        not printed (those come last). Two figures for one day both stay.
    """
    order = {code: place for place, code in enumerate([*countries, ALL])}
    rows = bans.loc[
        bans["host"].eq(RUSSIA) & bans["origin"].isin(order) & bans["indicator"].isin(indicators)
    ]
    place = [order[code] for code in rows["origin"]]
    found = rows.assign(moment=moments(rows), place=place)
    return found.sort_values(["place", "moment"], kind="stable").drop(columns="place")


def leading(rows: pd.DataFrame, by: Sequence[str] = ("origin", "indicator")) -> pd.DataFrame:
    """Return the figure that stands for each citizenship and list, by the rule of `lead`.

    Parameters
    ----------
    rows : pandas.DataFrame
        As from `list_figures`; figures without a year never lead.
    by : sequence of str
        What the figures that compete have in common.
    """
    dated = rows.loc[rows["moment"].notna()].astype({"origin": "object", "indicator": "object"})
    groups: dict[tuple[str, ...], list[Any]] = {}
    for row in dated.itertuples():
        groups.setdefault(tuple(getattr(row, name) for name in by), []).append(row)
    return dated.loc[[leader(own).Index for own in groups.values()]]


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
    return plain(movement.loc[rows], "destination")


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


@dataclass(frozen=True)
class Change:
    """Two years of one count by the same reporters.

    Attributes
    ----------
    first, last : int
        The years.
    before, after : float
        People in the first and the last year.
    hosts : int
        How many countries reported in both.
    """

    first: int
    last: int
    before: float
    after: float
    hosts: int


def change(rows: pd.DataFrame) -> Change | None:
    """Return the first and last year over the countries that have a row in both.

    Parameters
    ----------
    rows : pandas.DataFrame
        ``destination``, ``year`` and ``value`` of one citizenship.

    Returns
    -------
    Change or None
        None where there is one year only, no country in common, or fewer people in either year
        than a sentence may lean on.
    """
    if rows.empty:
        return None
    first, last = int(rows["year"].min()), int(rows["year"].max())
    ends = [rows.loc[rows["year"].eq(year)].set_index("destination") for year in (first, last)]
    hosts = ends[0].index.intersection(ends[1].index)
    before, after = (float(end.loc[hosts, "value"].sum()) for end in ends)
    if first == last or not tellable(min(before, after)):
        return None
    return Change(first, last, before, after, len(hosts))


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
    return plain(rows.loc[chosen], column).sort_values(["origin", "year"])


def plain(rows: pd.DataFrame, host: str) -> pd.DataFrame:
    """Return rows with codes as texts and the column of the host as ``destination``."""
    texts = [c for c in rows.columns if isinstance(rows[c].dtype, pd.CategoricalDtype)]
    return rows.astype(dict.fromkeys(texts, "object")).rename(columns={host: "destination"})
