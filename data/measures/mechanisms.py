"""Who takes part in which instrument on migration: standings, readmission, peers."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from data.areas import FIVE
from data.measures.policy import NOT_READMISSION, year_in_words
from data.texts import words_in

Tables = Mapping[str, pd.DataFrame]
State = Literal["yes", "part", "no", "unknown", "none"]
Reach = Literal["in_force", "reported", "signed", "prepared", "named"]

# Series and status of a step, and how far the agreement has come by it, the furthest first.
STEPS: dict[tuple[str, str], Reach] = {
    ("in_force", "in_force"): "in_force",
    ("in_force", "reported"): "reported",
    ("signed", "in_preparation"): "prepared",
}
STATES: dict[str, State] = {
    **dict.fromkeys(
        (
            "party",
            "ratified",
            "acceded",
            "succeeded",
            "in_force",
            "member",
            "participant",
            "partner",
            "adopted",
            "published",
            "in_operation",
            "launched",
            "signed",
            "in_favour",
        ),
        "yes",
    ),
    **dict.fromkeys(
        (
            "ratified_by_national_law",
            "observer",
            "associate",
            "dialogue_partner",
            "member_unconfirmed",
            "in_preparation",
            "negotiating",
            "initialled",
            "signed_not_ratified",
            "reported",
            "held",
            "abstained",
        ),
        "part",
    ),
    **dict.fromkeys(
        ("not_party", "not_member", "not_partner", "not_participant", "not_voting", "against"),
        "no",
    ),
    "unknown": "unknown",
}
LISTS = ("treaties", "memberships", "votes")  # tables that say of each country how it stands
READMISSION = "readmission"  # the instrument that stands for all agreements of a country
NOBODY = "UNK"  # the source does not know who takes part
NOT_ON_RETURN = frozenset(
    {
        "Ashgabat Declaration on Ending Statelessness",
        "CAREC",
        "EU Strategy for Central Asia",
        "IOM",
        "IOM sub-regional project on the Global Compact for Migration",
        "Prague Process",
    }
)  # what the five share: forums, a declaration, a project that has ended


@dataclass(frozen=True)
class Participation:
    """How one country stands to one instrument.

    Attributes
    ----------
    country, table, name : str
        Who, and which instrument in which table.
    state : {"yes", "part", "no", "unknown", "none"}
        ``unknown``: the source says that it is not known. ``none``: the table has no row.
    status : str
        Code of the status; empty without a row.
    day : datetime.date or None
        Since when, where the source has the day.
    text : mapping
        The source's remark by language.
    rows : pandas.DataFrame
        The rows behind it.
    """

    country: str
    table: str
    name: str
    state: State = "none"
    status: str = ""
    day: datetime.date | None = None
    text: Mapping[str, str] = field(default_factory=dict)
    rows: pd.DataFrame = field(default_factory=pd.DataFrame, compare=False, repr=False)

    @property
    def year(self) -> int | None:
        """Year of the day, or the one in the remark's words where the day is not known."""
        return self.day.year if self.day else year_in_words(self.text.get("en"))


@dataclass(frozen=True)
class Link:
    """How far a readmission agreement between two countries has come.

    Attributes
    ----------
    partner : str
        The other country.
    state : {"in_force", "reported", "signed", "prepared", "named"}
        ``reported``: in force by report, day not seen; ``signed``: whether it is in force is not
        known; ``prepared``: a draft or talks; ``named``: no step of it is known.
    day : datetime.date or None
        Day of entry into force, or of signature.
    rows : pandas.DataFrame
        Steps of all its instruments.
    """

    partner: str
    state: Reach
    day: datetime.date | None
    rows: pd.DataFrame = field(compare=False, repr=False)


@dataclass(frozen=True)
class Gap:
    """An instrument that at least one peer has and the country has not, or not wholly.

    Attributes
    ----------
    table, name : str
        The instrument.
    own : Standing
        The country's standing.
    peers : tuple of Standing
        Standings of the other four.
    """

    table: str
    name: str
    own: Participation
    peers: tuple[Participation, ...]


def standing(tables: Tables, table: str, name: str, country: str) -> Participation:
    """Return how a country stands to an instrument of ``treaties``, ``memberships`` and others."""
    frame = tables[table]
    rows = frame.loc[frame["country"].eq(country) & frame["name"].eq(name)]
    if rows.empty and table == "memberships":  # some are filed as events
        table, events = "policy_events", tables["policy_events"]
        rows = events.loc[events["country"].eq(country) & events["name"].eq(name)]
    if rows.empty:
        return _nobody(frame, name, country, "memberships" if table == "policy_events" else table)
    main = rows.loc[rows["series"].eq("standing")] if table == "treaties" else rows
    main = (main if len(main) else rows).sort_values("date", na_position="first")
    row = main.iloc[-1]
    dated = rows.loc[~rows["series"].eq("signature")] if table == "treaties" else rows
    days = dated["date"].dropna()
    status = str(row["status"])
    text = words_in(row)
    day = days.min().date() if len(days) else None
    return Participation(country, table, name, STATES[status], status, day, text, rows)


def _nobody(frame: pd.DataFrame, name: str, country: str, table: str) -> Participation:
    """Return the standing of a country without a row: not known, where the source says so."""
    rows = frame.loc[frame["country"].eq(NOBODY) & frame["name"].eq(name)]
    if rows.empty:
        return Participation(country, table, name)
    row = rows.iloc[0]
    text = words_in(row)
    return Participation(country, table, name, "unknown", "unknown", None, text, rows)


def readmission_standing(frame: pd.DataFrame, country: str) -> Participation:
    """Return whether a country has any readmission agreement in force (yes), or one on the way."""
    links = readmission(frame, country).values()
    if not links:
        return Participation(country, "readmission_agreements", READMISSION)
    force = any(link.state == "in_force" for link in links)
    rows = pd.concat([link.rows for link in links])
    state: State = "yes" if force else "part"
    return Participation(country, "readmission_agreements", READMISSION, state, rows=rows)


def readmission(frame: pd.DataFrame, country: str) -> dict[str, Link]:
    """Return a country's readmission agreements by partner, whoever the source files them under.

    Parameters
    ----------
    frame : pandas.DataFrame
        The table ``readmission_agreements``.
    country : str
        ISO 3166-1 alpha-3 code.
    """
    frame = frame.loc[~frame["name"].astype(str).str.contains(NOT_READMISSION)]
    ours, theirs = frame["country"].eq(country), frame["partner"].eq(country)
    rows = frame.loc[ours | theirs]
    other = rows["partner"].astype(str).where(rows["country"].eq(country), rows["country"])
    return {p: _link(str(p), part) for p, part in rows.groupby(other.astype(str), sort=True)}


def _link(partner: str, rows: pd.DataFrame) -> Link:
    days: dict[tuple[str, str], list[pd.Timestamp]] = {}
    for series, status, day in zip(rows["series"], rows["status"], rows["date"], strict=True):
        days.setdefault((str(series), str(status)), []).append(day)
    for step, state in STEPS.items():
        if step in days:
            return Link(partner, state, _last(days[step]), rows)
    signed = [day for status in ("signed", "reported") for day in days.get(("signed", status), [])]
    return Link(partner, "signed" if signed else "named", _last(signed), rows)


def _last(days: Sequence[pd.Timestamp]) -> datetime.date | None:
    return max((day.date() for day in days if pd.notna(day)), default=None)


def shared_by_all(memberships: pd.DataFrame, countries: Sequence[str] = FIVE) -> list[str]:
    """Return the bodies and processes in which all the countries take part."""
    joined = memberships.loc[memberships["status"].map(lambda s: STATES[str(s)]).eq("yes")]
    members = joined.groupby("name", observed=True)["country"].agg(set)
    return sorted(str(name) for name, there in members.items() if set(countries) <= there)


def mechanisms_on_return(memberships: pd.DataFrame) -> list[str]:
    """Return what all five take part in and what is not known to be about something else."""
    return [name for name in shared_by_all(memberships) if name not in NOT_ON_RETURN]


def instruments(tables: Tables, countries: Sequence[str] = FIVE) -> list[tuple[str, str]]:
    """Return all instruments of `LISTS` that a country of the group could have: table and name."""
    found: list[tuple[str, str]] = []
    for table in LISTS:
        frame = tables[table]
        names = frame.loc[frame["country"].isin(list(countries)), "name"]
        found += [(table, name) for name in dict.fromkeys(names.astype(str))]
    return found


def gaps(tables: Tables, country: str, countries: Sequence[str] = FIVE) -> list[Gap]:
    """Return what at least one peer has and the country has not, or not wholly, or not known.

    A fact list: it says nothing about what having an instrument would change. Single agreements
    and events are left out, since no country's list of them is complete.

    Parameters
    ----------
    tables : mapping
        The tables of `LISTS`, ``policy_events`` and ``readmission_agreements``.
    country : str
        ISO 3166-1 alpha-3 code.
    """
    group = (country, *(one for one in countries if one != country))
    agreements = tables["readmission_agreements"]
    every = [
        tuple(standing(tables, table, name, one) for one in group)
        for table, name in instruments(tables, countries)
    ]
    every.append(tuple(readmission_standing(agreements, one) for one in group))
    return [
        Gap(own.table, own.name, own, tuple(peers))
        for own, *peers in every
        if own.state != "yes" and any(one.state == "yes" for one in peers)
    ]
