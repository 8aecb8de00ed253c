"""All dated steps of policy in one order of time: treaties, bodies, votes, agreements."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pandas as pd

from data.measures.policy import NOT_READMISSION, UNKNOWN_COUNTRY, year_in_words

Kind = Literal["treaties", "memberships", "votes", "readmission", "cooperation"]
TABLES: dict[Kind, str] = {
    "treaties": "treaties",
    "memberships": "memberships",
    "votes": "votes",
    "readmission": "readmission_agreements",
    "cooperation": "policy_events",
}
KINDS: tuple[Kind, ...] = tuple(TABLES)
COLUMNS = (
    "kind",
    "country",
    "partner",
    "name",
    "status",
    "date",
    "year",
    "text_en",
    "text_ru",
    "reference",
)


def dated(tables: Mapping[str, pd.DataFrame], countries: Sequence[str]) -> pd.DataFrame:
    """Return the steps of countries whose day, or at least year, is known.

    Parameters
    ----------
    tables : mapping
        Curated tables by name, those of `TABLES`.
    countries : sequence of str
        ISO 3166-1 alpha-3.

    Returns
    -------
    pandas.DataFrame
        One row per step and country, the earliest first, with the columns of `COLUMNS`; ``date``
        is NaT where only the ``year`` is known, and such steps come before the others of their
        year. An agreement between two of the countries stands once for each; one that the source
        lists beside readmission and says is none counts as ``cooperation``. A note of
        ``cooperation`` about a step that stands in a table of its own (same country, partner, day
        and status) is left out.
    """
    used = behind(tables, countries)
    found = [row for kind, rows in used.items() for row in _rows(rows, kind)]
    frame = pd.DataFrame(found, columns=list(COLUMNS))
    frame = frame.loc[frame["country"].isin(countries)]
    frame["date"] = pd.to_datetime(frame["date"])
    frame = frame.loc[~_told_twice(frame)]
    first = pd.to_datetime(frame["year"].astype(str) + "-01-01", format="%Y-%m-%d")
    order = frame.assign(at=frame["date"].fillna(first))
    order = order.sort_values(["at", "country", "name"], kind="stable")
    return order.drop(columns="at").reset_index(drop=True)


def rows_of(table: pd.DataFrame, kind: Kind, countries: Sequence[str]) -> pd.DataFrame:
    """Return the rows of a table that are about any of the countries, with or without a date."""
    mine = table["country"].isin(countries)
    if kind == "readmission":
        mine |= table["partner"].isin(countries)
    return table.loc[mine]


def behind(
    tables: Mapping[str, pd.DataFrame], countries: Sequence[str]
) -> dict[Kind, pd.DataFrame]:
    """Return the rows that `dated` reads, by the kind of the table in which they stand."""
    found = {kind: rows_of(tables[TABLES[kind]], kind, countries) for kind in KINDS}
    return {kind: rows for kind, rows in found.items() if len(rows)}


def _rows(rows: pd.DataFrame, kind: Kind) -> list[dict[str, Any]]:
    found = []
    for row in rows.itertuples():
        year = row.date.year if pd.notna(row.date) else _year(row)
        if year is None or row.country == UNKNOWN_COUNTRY:
            continue
        if kind == "readmission" and str(row.status) not in ("signed", "ratified", "in_force"):
            continue
        borders = kind == "readmission" and NOT_READMISSION in str(row.name)
        told = {
            "kind": "cooperation" if borders else kind,
            "name": str(row.name),
            "status": str(row.status),
            "date": row.date,
            "year": year,
            "text_en": _text(row.text_en),
            "text_ru": _text(row.text_ru),
            "reference": _text(row.reference),
        }
        partner = _text(getattr(row, "partner", None))
        sides = [(str(row.country), partner)]
        if kind == "readmission":
            sides.append((partner, str(row.country)))
        found += [told | {"country": a, "partner": b} for a, b in sides]
    return found


def _told_twice(frame: pd.DataFrame) -> pd.Series:
    own = frame["kind"].ne("cooperation")
    step = pd.MultiIndex.from_frame(frame[["country", "partner", "date", "status"]])
    return ~own & frame["date"].notna() & step.isin(step[own])


def _year(row: Any) -> int | None:
    if hasattr(row, "year"):
        return None if pd.isna(row.year) else int(row.year)
    if getattr(row, "series", "") == "standing":
        return None
    return year_in_words(row.text_en)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
