"""What is known of assisted return for a country and a year, all tables asked.

A hole is claimed only where neither the table ``avrr`` nor the table ``returns`` has a row. IOM's
own figures, parts of its programmes, and what other bodies count are told apart and never added.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

import pandas as pd

from data.measures.avrr import NAMED, OTHER_RETURNS, RETURNS, WORLD, Role

State = Literal["figure", "part", "other", "named", "none"]
STATES: tuple[State, ...] = ("figure", "part", "other", "named", "none")
PROGRAMMES = ("avrr_trafficking_victims", "refugee_returns_organised")
BY_OTHERS = (  # rows of the table ``avrr`` that are not IOM's
    "trafficking_victims_returned_ngo",
    "assisted_returns_national",
    "voluntary_returns_national",
    "partner_reintegration_returns",
)
ASSISTED = (
    "return_voluntary_assisted",
    "assisted_return_programme",
    "assisted_return_programme_part",
    "frontex_humanitarian_voluntary",
    "mexico_assisted_returns",
)
OTHERS = (*BY_OTHERS, *ASSISTED)
HOME_OFFICE = "uk_home_office_returns"  # its records are whole: a year without rows has none
Tables = Mapping[str, pd.DataFrame]


def returns_of(avrr: pd.DataFrame, country: str, role: Role) -> pd.DataFrame:
    """Return the rows that say anything of people helped to go back to, or from, a country.

    Parameters
    ----------
    avrr : pandas.DataFrame
        The curated table ``avrr``.
    country : str
        ISO 3166-1 alpha-3.
    role : {"origin", "host"}
        Which side of the return the country is on. A mention says nothing of a host.

    Returns
    -------
    pandas.DataFrame
        Rows of both sexes and all ages together: whole years, parts of a year, several years,
        single journeys, running totals, and mentions without a number.
    """
    wanted: tuple[str, ...] = (*RETURNS, *OTHER_RETURNS, *PROGRAMMES, *BY_OTHERS)
    wanted += NAMED if role == "origin" else ()
    rows = avrr[role].eq(country) & avrr["indicator"].isin(wanted)
    return avrr.loc[rows & avrr["sex"].eq("total") & avrr["age"].eq("total")]


def others_of(returns: pd.DataFrame, country: str, role: Role) -> pd.DataFrame:
    """Return assisted returns that other bodies than IOM count, one row for each count and year.

    Parameters
    ----------
    returns : pandas.DataFrame
        The curated table ``returns``; records by quarter, sex and age and single flights are
        summed over a year.
    country : str
        ISO 3166-1 alpha-3.
    role : {"origin", "host"}
        Side of the return on which the country is.

    Returns
    -------
    pandas.DataFrame
        The columns of the table. A sum over a year claims the year only where the records are
        whole; else the days from the first to the last.
    """
    rows = returns.loc[returns[role].eq(country) & returns["indicator"].isin(ASSISTED)]
    if rows.empty:
        return rows
    keys = ["host", "origin", "indicator", "source_id", "year"]
    plain = rows.astype({name: "object" for name in rows.columns if name not in ("value", "year")})
    summed = plain.groupby(keys, as_index=False, dropna=False).agg(
        value=("value", "sum"),
        period_start=("period_start", "min"),
        period_end=("period_end", "max"),
        whole=("period_type", lambda kinds: kinds.eq("calendar_year").all()),
        **{name: (name, "first") for name in ("unit", "obs_status", "confidence", "reference")},
        note_id=("note_id", _joined),
    )
    whole = summed.pop("whole") | summed["source_id"].eq(HOME_OFFICE)
    kind = whole.map({True: "calendar_year", False: "part_year"})
    return summed.assign(period_type=kind, sex="total", age="total", programme=None)


def _joined(notes: pd.Series) -> str | None:
    told = sorted({str(note) for note in notes.dropna()})
    return " ".join(told) or None


def known_of(tables: Tables, country: str, role: Role) -> pd.DataFrame:
    """Return everything that is known of one country: `returns_of` and `others_of` together."""
    own = returns_of(tables["avrr"], country, role)
    others = others_of(tables["returns"], country, role)
    plain = own.astype(dict.fromkeys(own.select_dtypes("category").columns, "object"))
    if others.empty:
        return plain
    return pd.concat([plain, others.reindex(columns=plain.columns)], ignore_index=True)


def in_year(rows: pd.DataFrame, year: int) -> pd.Series:
    """Say which rows are of a year: filed under it, or with a day of it in their period."""
    filed = rows["year"].eq(year).fillna(False).astype(bool)
    start, end = pd.to_datetime(rows["period_start"]), pd.to_datetime(rows["period_end"])
    across = start.le(pd.Timestamp(year, 12, 31)) & end.ge(pd.Timestamp(year, 1, 1))
    return filed | across.fillna(False)


def before(rows: pd.DataFrame, year: int) -> pd.Series:
    """Say which rows end before a year; rows without any year are among them in no place."""
    return rows["year"].lt(year).fillna(False).astype(bool)


def state_of(rows: pd.DataFrame, role: Role) -> State:
    """Return how much the rows of one country and time say, the most first.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of `known_of`.
    role : {"origin", "host"}
        Side of the return on which the country is.

    Returns
    -------
    {"figure", "part", "other", "named", "none"}
        IOM's figure for a whole calendar year and all partner countries; one for a part of the
        year, several years, some of the partners, one programme or single journeys; a count by
        another body; a mention or a rank without a number; nothing.
    """
    named = rows["indicator"].isin(NAMED) | rows["obs_status"].eq("flag")
    other = rows["indicator"].isin(OTHERS)
    whole = rows["period_type"].eq("calendar_year") & rows["indicator"].isin(RETURNS)
    whole &= rows["host" if role == "origin" else "origin"].eq(WORLD)
    if (whole & ~named).any():
        return "figure"
    if (~named & ~other).any():
        return "part"
    if (~named).any():
        return "other"
    return "named" if len(rows) else "none"


def coverage(known: Tables, years: Sequence[int], role: Role) -> pd.DataFrame:
    """Return what is known for each country and year.

    Parameters
    ----------
    known : mapping of str to pandas.DataFrame
        Rows of `known_of` by country.
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
    found = [
        (country, year, state_of(rows.loc[in_year(rows, year)], role))
        for country, rows in known.items()
        for year in years
    ]
    return pd.DataFrame(found, columns=["country", "year", "state"])
