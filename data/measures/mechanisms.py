"""Who takes part in which instrument on migration: standings, readmission, peers."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from data.areas import FIVE
from data.kept import kept
from data.measures.policy import year_in_words
from data.measures.readmission import CONTEXT, STANDINGS, Step, agreements, pairs
from data.measures.standings import State, state_of
from data.texts import words_in

Tables = Mapping[str, pd.DataFrame]
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
    """How far the readmission agreements between two countries have come.

    Attributes
    ----------
    partner : str
        The other country.
    step : str
        The furthest step known, as of `data.measures.readmission.step_of`.
    rows : pandas.DataFrame
        Steps of all its instruments.
    """

    partner: str
    step: Step
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
    rows = _entries(frame, country, name)
    if rows.empty and table == "memberships":  # some are filed as events
        table, rows = "policy_events", _entries(tables["policy_events"], country, name)
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
    return Participation(country, table, name, state_of(status), status, day, text, rows)


def _entries(frame: pd.DataFrame, country: str, name: str) -> pd.DataFrame:
    """Return the rows of a table on one country and one instrument."""
    return frame.take(_places_of(frame).get((country, name), []))


@kept(entries=20)
def _places_of(frame: pd.DataFrame) -> dict[tuple[str, str], list[int]]:
    """Return at which places of a table the rows of each country and instrument stand."""
    found: dict[tuple[str, str], list[int]] = {}
    for place, key in enumerate(zip(frame["country"], frame["name"], strict=True)):
        found.setdefault(key, []).append(place)
    return found


def _nobody(frame: pd.DataFrame, name: str, country: str, table: str) -> Participation:
    """Return the standing of a country without a row: not known, where the source says so."""
    rows = _entries(frame, NOBODY, name)
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
    rows = pd.concat([link.rows for link in links])
    states = {STANDINGS[link.step] for link in links}
    state: State = "yes" if "yes" in states else "part"
    return Participation(country, "readmission_agreements", READMISSION, state, rows=rows)


@kept(entries=40)
def readmission(frame: pd.DataFrame, country: str) -> dict[str, Link]:
    """Return a country's readmission agreements by partner, whoever the source files them under.

    Parameters
    ----------
    frame : pandas.DataFrame
        The table ``readmission_agreements``.
    country : str
        ISO 3166-1 alpha-3 code.
    """
    if frame.empty:
        return {}
    linked = pairs(agreements(frame), (country,)).sort_values("other")
    on_return = frame["note_id"].astype(str).ne(CONTEXT)
    ours, theirs = frame["country"].eq(country), frame["partner"].eq(country)
    found = {}
    for row in linked.itertuples():
        partner = str(row.other)
        sides = (ours & frame["partner"].eq(partner)) | (theirs & frame["country"].eq(partner))
        found[partner] = Link(partner, row.step, frame.loc[sides & on_return])
    return found


def shared_by_all(memberships: pd.DataFrame, countries: Sequence[str] = FIVE) -> list[str]:
    """Return the bodies and processes in which all the countries take part."""
    joined = memberships.loc[memberships["status"].map(lambda one: state_of(str(one))).eq("yes")]
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
