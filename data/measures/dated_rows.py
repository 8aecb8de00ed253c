"""Rows on return that are single, dated figures and not a series: of what kind each is."""

from collections.abc import Mapping, Sequence
from typing import Literal

import pandas as pd

from data.measures.avrr import RETURNS
from data.measures.notes import standing

Kind = Literal[
    "assisted", "humanitarian", "conflict", "state", "covid", "own", "enforced", "beside"
]
KINDS: dict[Kind, tuple[str, ...]] = {
    "assisted": (
        "stranded_returns",
        "returns_and_reintegration_assisted",
        "mexico_assisted_returns",
        "mexico_assisted_returns_children",
        *RETURNS,
        "voluntary_returns_national",
        "partner_reintegration_returns",
        "avrr_trafficking_victims",
        "trafficking_victims_returned_ngo",
    ),
    "humanitarian": ("frontex_humanitarian_voluntary", "humanitarian_flights_other_counts"),
    "conflict": (
        "humanitarian_returns",
        "humanitarian_returns_women_children",
        "humanitarian_returns_children",
        "humanitarian_returns_women",
        "humanitarian_returns_men",
        "humanitarian_returns_orphans",
    ),
    "state": (
        "state_assisted_returns",
        "state_assisted_returns_children",
        "state_assisted_returns_injured",
        "state_assisted_returns_medical",
        "state_evacuation",
        "state_evacuation_children",
    ),
    "covid": ("covid_repatriation",),
    "own": ("labour_migrants_returned", "returned_women"),
    "enforced": (
        "frontex_operation_enforced",
        "removals_national",
        "removals_reported_by_origin",
        "return_flights",
        "deportations",
        "expulsions",
        "mexico_deportations",
        "removals_border_authority",
        "removals_court",
        "removals_all_decisions",
        "deportations_carried_out",
        "removals_part",
    ),
    "beside": (
        "assisted_return_applications",
        "state_return_requests",
        "state_return_spending",
        "released_from_detention",
        "returnees_employment_help",
        "obliged_to_leave",
        "stranded_transit",
        "helped_to_leave",
        "third_country_removals",
        "reintegration_help",
        "expulsion_cases_open",
        "trafficking_victims_returned",
        "trafficking_victims_assisted_ngo",
        "refugee_returns_organised",  # UNHCR’s yearly counts hold the same people
    ),
}
SHOWN: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind != "beside")
PARTS = (
    "humanitarian_returns_children",
    "humanitarian_returns_women",
    "humanitarian_returns_men",
    "humanitarian_returns_orphans",
    "state_assisted_returns_children",
    "state_assisted_returns_injured",
    "mexico_assisted_returns_children",
    "state_evacuation_children",
)
SPLIT = (
    "state_assisted_returns",
    "state_evacuation",
    "avrr_trafficking_victims",
)
ORPHANS = "humanitarian_returns_orphans"  # among the children, so never a figure of its own
CAMPAIGN = ("statret_campaign", "avf_campaign_final")
REGION, ALL = "R_CENTRAL_ASIA", "WLD"
TOTALS_OF = ("KAZ", "RUS")  # hosts whose totals of all citizenships are mostly of the region


def dated_rows(tables: Mapping[str, pd.DataFrame], who: Sequence[str]) -> pd.DataFrame:
    """Return the rows on return of some countries that are single figures and not a series.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        ``returns``, ``entry_bans`` and ``avrr``.
    who : sequence of str
        Countries of origin. Figures on the region together are added, and the totals of all
        citizenships of two hosts.

    Returns
    -------
    pandas.DataFrame
        The columns of the tables, with ``kind``, ``table``, and ``part``: whether the row is on
        some of the people of another row. By kind, host, origin and time.
    """
    kind_of = {name: kind for kind, names in KINDS.items() for name in names}
    found = []
    for name, table in tables.items():
        wanted = table["indicator"].isin(list(kind_of)) & (
            table["origin"].isin([*who, REGION])
            | (table["origin"].eq(ALL) & table["host"].isin(TOTALS_OF))
        )
        whole = table["indicator"].isin(RETURNS) & table["period_type"].eq("calendar_year")
        rows = standing(table.loc[wanted & ~whole])
        plain = rows.astype(dict.fromkeys(rows.select_dtypes("category").columns, "object"))
        found.append(plain.assign(table=name))
    together = pd.concat(found, ignore_index=True)
    together["kind"] = together["indicator"].map(kind_of)
    together["series"] = together["series"].fillna("").astype(str)
    together["part"] = _parts(together)
    moment = together["period_end"].fillna(together["period_start"])
    order = together["kind"].map({kind: place for place, kind in enumerate(KINDS)})
    together = together.assign(_order=order, _moment=moment)
    keys = ["_order", "indicator", "host", "origin", "_moment"]
    return together.sort_values(keys, kind="stable").drop(columns=["_order", "_moment"])


def _parts(rows: pd.DataFrame) -> pd.Series:
    """Say of each row whether another row holds the same people among others."""
    named = rows["indicator"].isin(PARTS)
    split = rows["indicator"].isin(SPLIT) & rows["sex"].ne("total")
    hosts = rows["note_id"].isin(CAMPAIGN) & rows["host"].ne(ALL)
    event = rows["origin"] + "|" + rows["host"] + "|" + rows["series"].map(stem)
    whole = set(event[rows["kind"].eq("conflict") & ~named])
    alone = rows["kind"].eq("conflict") & rows["indicator"].ne(ORPHANS) & ~event.isin(whole)
    journey = event + "|" + rows["period_start"].astype(str)
    paid = set(journey[rows["kind"].eq("state") & ~named])
    alone |= rows["kind"].eq("state") & named & ~journey.isin(paid)
    return (named | split | hosts) & ~alone


def stem(series: str) -> str:
    """Return the name of an operation without what a source adds in brackets.

    Zhusan names several periods in brackets, which are different figures and stay apart.
    """
    return series if series.startswith("Zhusan") else series.partition(" (")[0]
