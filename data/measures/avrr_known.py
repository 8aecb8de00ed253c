"""What is known of assisted return for a country and a year, all tables asked.

A hole is claimed only where neither the table ``avrr`` nor the table ``returns`` has a row. IOM's
own figures, parts of its programmes, and what other bodies count are told apart and never added.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pandas as pd

from data.kept import kept
from data.measures.avrr import NAMED, OTHER_RETURNS, RETURNS, WORLD, Role
from data.measures.notes import has

State = Literal["figure", "part", "several", "other", "named", "none"]
STATES: tuple[State, ...] = ("figure", "part", "several", "other", "named", "none")
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
Rows = Sequence[Any]  # of a frame, one by one, as its `itertuples` gives them


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
    summed = _by_year(returns)
    return summed.loc[summed[role].eq(country)]


@kept(entries=4)
def _by_year(returns: pd.DataFrame) -> pd.DataFrame:
    """Sum the records of each count, journey and year."""
    rows = returns.loc[returns["indicator"].isin(ASSISTED)]
    keys = ["host", "origin", "indicator", "source_id", "year"]
    plain = rows.astype({name: "object" for name in rows.columns if name not in ("value", "year")})
    plain = plain.assign(whole=plain["period_type"].eq("calendar_year"))
    summed = plain.groupby(keys, as_index=False, dropna=False).agg(
        value=("value", "sum"),
        period_start=("period_start", "min"),
        period_end=("period_end", "max"),
        whole=("whole", "all"),
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


def one_by_one(known: Tables) -> dict[str, Rows]:
    """Return the rows of `known_of` of each country as plain rows, which are quick to choose."""
    return {country: list(rows.itertuples()) for country, rows in known.items()}


def in_year(row: Any, year: int) -> bool:
    """Say whether a row is of a year: filed under it, or with a day of it in its period."""
    start, end = row.period_start, row.period_end
    filed = not pd.isna(row.year) and int(row.year) == year
    return filed or (not pd.isna(start) and not pd.isna(end) and start.year <= year <= end.year)


def before(row: Any, year: int) -> bool:
    """Say whether a row ends before a year; one without any year does so for no year."""
    return not pd.isna(row.year) and int(row.year) < year


def after(row: Any, year: int) -> bool:
    """Say whether a row begins after a year; one without any year does so for no year."""
    if pd.isna(row.year) or int(row.year) <= year:
        return False
    return pd.isna(row.period_start) or bool(row.period_start.year > year)


def state_of(rows: Rows, role: Role) -> State:
    """Return how much the rows of one country and time say, the most first.

    Parameters
    ----------
    rows : sequence of rows
        Rows of `known_of`.
    role : {"origin", "host"}
        Side of the return on which the country is.

    Returns
    -------
    {"figure", "part", "several", "other", "named", "none"}
        IOM's figure for a whole calendar year and all partner countries; one for a part of the
        year, some of the partners, one programme or single journeys; one for several years
        together, which none of them can claim; a count by another body; a mention or a rank
        without a number; nothing.
    """
    found = {_state(row, role) for row in rows}
    return next((state for state in STATES if state in found), "none")


def _state(row: Any, role: Role) -> State:
    if row.indicator in NAMED or row.obs_status == "flag":
        return "named"
    partner = row.host if role == "origin" else row.origin
    if (row.period_type, partner) == ("calendar_year", WORLD) and row.indicator in RETURNS:
        return "figure"
    if row.indicator in OTHERS:
        return "other"
    return "several" if spans_years(row) else "part"


def spans_years(row: Any) -> bool:
    """Say whether a row is one number for days of more than one calendar year."""
    start, end = row.period_start, row.period_end
    apart = not pd.isna(start) and not pd.isna(end) and start.year != end.year
    return row.period_type == "multi_year" or apart


def leading(rows: Rows, role: Role) -> Any:
    """Return the row with the largest number among those that decide the state; None without one.

    Parameters
    ----------
    rows : sequence of rows
        Rows of `known_of` of one country and time. Counts that another one replaced are not asked,
        nor those of other bodies that no single year can claim.
    role : {"origin", "host"}
        Side of the return on which the country is.
    """
    state = state_of(rows, role)
    if state in ("named", "none"):
        return None
    deciding = [row for row in rows if _state(row, role) == state]
    if state == "other":
        deciding = [row for row in deciding if not spans_years(row)]
    deciding = [row for row in deciding if not has(row.note_id, "replaced")]
    return max(deciding, key=lambda row: float(row.value), default=None)


def coverage(known: Mapping[str, Rows], years: Sequence[int], role: Role) -> pd.DataFrame:
    """Return what is known for each country and year.

    Parameters
    ----------
    known : mapping of str to sequence of rows
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
        (country, year, state_of([row for row in rows if in_year(row, year)], role))
        for country, rows in known.items()
        for year in years
    ]
    return pd.DataFrame(found, columns=["country", "year", "state"])
