"""Dated events and instruments that bear on the migration of one country, from curated tables.

A step or an event stands here only where a table has it with its source; what stands in no table
is left out, however well known it is.
"""

from collections.abc import Mapping

import pandas as pd

from data.measures.chronology import COLUMNS, TABLES, dated
from data.measures.readmission import CONTEXT

PANDEMIC = "pandemic"
EVENT = "event"
EVENTS = "context_events"
READ = (*TABLES.values(), EVENTS, "returns", "visa_requirements")
# Steps that change what binds or what is allowed; meetings, drafts and talks are left out.
BEARING: dict[str, tuple[str, ...]] = {
    "treaties": ("acceded", "ratified", "ratified_by_national_law", "signed"),
    "memberships": ("member", "observer", "adopted"),
    "votes": ("in_favour", "against", "abstained", "not_voting"),
    "readmission": ("signed", "in_force"),
    "cooperation": ("signed", "initialled"),
}
BOUND = ("acceded", "ratified", "ratified_by_national_law")


def bearing(
    tables: Mapping[str, pd.DataFrame], country: str, near: tuple[str, ...]
) -> pd.DataFrame:
    """Return the dated steps that bear on the migration of one country.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name, those of `READ`.
    country : str
        ISO code.
    near : tuple of str
        Countries whose readmission agreements with it are listed; others stand on the page of
        policy only.

    Returns
    -------
    pandas.DataFrame
        One row a step, the earliest first, with the columns of ``chronology.COLUMNS``. Of a
        treaty the act that binds the country, or its signature where none is known; of bodies,
        the ones it is a member or observer of; votes; agreements signed or in force; what was
        recorded of the pandemic; and events that are no act of policy.
    """
    readmission = tables["readmission_agreements"]
    kept = {
        **tables,
        "readmission_agreements": readmission.loc[
            readmission["note_id"].astype("object").ne(CONTEXT)
        ],
    }
    found = dated(kept, [country])
    keep = [row.status in BEARING[row.kind] for row in found.itertuples()]
    found = found.loc[keep]
    bound = set(found.loc[found["status"].isin(BOUND), "name"])
    twice = found["kind"].eq("treaties") & found["status"].eq("signed") & found["name"].isin(bound)
    far = found["kind"].eq("readmission") & ~found["partner"].isin(near)
    found = found.loc[~twice & ~far]
    parts = [found, pandemic(tables, country), happened(tables[EVENTS], country)]
    parts = [part for part in parts if len(part)]
    whole = pd.concat(parts, ignore_index=True) if parts else found
    at = whole["date"].fillna(pd.to_datetime(whole["year"].astype(str) + "-01-01"))
    order = whole.assign(at=at).sort_values(["at", "name"], kind="stable")
    return order.drop(columns="at").reset_index(drop=True)


def pandemic(tables: Mapping[str, pd.DataFrame], country: str) -> pd.DataFrame:
    """Return what the tables say of the pandemic of COVID-19 in a country, once for each kind.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Tables ``returns`` (citizens brought home) and ``visa_requirements`` (closed borders).
    country : str
        ISO code.

    Returns
    -------
    pandas.DataFrame
        At most two rows with the columns of ``chronology.COLUMNS``; ``date`` is the first day of
        the flights home, or the first snapshot in which entry was closed to some passport.
    """
    home, shut = home_rows(tables["returns"], country), shut_rows(tables, country)
    found = []
    if len(home):
        first = home.sort_values("period_start").iloc[0]
        found.append(
            (
                str(first["indicator"]),
                str(first["host"]),
                first["period_start"],
                str(first["reference"]),
            )
        )
    if len(shut):
        found.append(("covid_ban", "", shut["date"].min(), ""))
    rows = [
        {
            "kind": PANDEMIC,
            "country": country,
            "partner": partner,
            "name": name,
            "status": "",
            "date": pd.Timestamp(date),
            "year": int(pd.Timestamp(date).year),
            "text_en": "",
            "text_ru": "",
            "reference": reference,
        }
        for name, partner, date, reference in found
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def happened(events: pd.DataFrame, country: str) -> pd.DataFrame:
    """Return the events of the table ``context_events`` that touched a country.

    Returns
    -------
    pandas.DataFrame
        One row an event with the columns of ``chronology.COLUMNS``; ``date`` is NaT where only
        the year is known.
    """
    rows = events.loc[events["country"].eq(country)]
    return rows.assign(kind=EVENT, partner="", date=pd.to_datetime(rows["date"]))[list(COLUMNS)]


def home_rows(returns: pd.DataFrame, country: str) -> pd.DataFrame:
    """Return the curated rows on citizens of a country brought home in the pandemic."""
    rows = returns["indicator"].eq("covid_repatriation") & returns["origin"].eq(country)
    return returns.loc[rows & returns["period_start"].notna()]


def shut_rows(tables: Mapping[str, pd.DataFrame], country: str) -> pd.DataFrame:
    """Return the curated rows on entry to a country that was closed in the pandemic."""
    visas = tables["visa_requirements"]
    rows = visas["series"].eq("pairs") & visas["status"].eq("covid_ban")
    return visas.loc[rows & visas["destination"].eq(country)]
