"""Rows of a table as SDMX-CSV 2.0.0, the form of SDMX 3.0.

Columns of the key are dimensions, under their own names in capitals; what SDMX has common codes
for (sex, status of an observation, periods) is said in them, as far as one fits. The structure that
the second column names is registered nowhere: it is a name, not an address.
See https://github.com/sdmx-twg/sdmx-csv (version 2.0.0, data messages).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from data.citation import citation
from data.schema import tables

if TYPE_CHECKING:
    import ibis

VERSION = "2.0.0"
KIND = f"application/vnd.sdmx.data+csv; version={VERSION}; charset=utf-8"
AGENCY = "CAMA"  # stands for the Central Asia Migration Atlas; registered nowhere
NONE = "_Z"  # not applicable
TIME = ("year", "period_start", "period_end")
SEX = {"total": "_T", "male": "M", "female": "F", "other": "_O", "unknown": "_U"}
# CL_OBS_STATUS of the SDMX cross-domain code lists; statuses that it lacks are told beside it.
STATUS = {
    "normal": "A",
    "break": "B",
    "estimated": "E",
    "modelled": "E",
    "projection": "F",
    "planned": "F",
    "provisional": "P",
}
MISSING = "O"  # of CL_OBS_STATUS: missing value
MAPS = {"sex": SEX}


def can(table: str) -> bool:
    """Return whether the rows of a table can be written so: they have a year and a value."""
    return {"year", "value"} <= set(tables()[table].columns)


def dimensions(table: str) -> list[str]:
    """Return the columns of a table that are dimensions, without time."""
    return [name for name in tables()[table].key if name not in TIME]


def attributes(table: str) -> list[str]:
    """Return the columns of a table that are attributes, without the status."""
    rest = {*dimensions(table), *TIME, "value", "obs_status"}
    return [name for name in tables()[table].columns if name not in rest]


def head(table: str) -> list[str]:
    """Return the names of the columns."""
    known = tables()[table].columns
    told = ["STRUCTURE", "STRUCTURE_ID", "ACTION", *map(str.upper, dimensions(table))]
    told += ["TIME_PERIOD", "OBS_VALUE", "OBS_STATUS"]
    told += ["OBS_STATUS_ATLAS"] if "obs_status" in known else []
    return [*told, *map(str.upper, attributes(table))]


def timeless(rows: "ibis.Table") -> "ibis.Table":
    """Return the question how many rows say neither year nor day; SDMX has no place for them."""
    import ibis  # noqa: PLC0415  # see data.store.package

    none = [rows[name].isnull() for name in TIME if name in rows.columns]
    return rows.filter(*none).aggregate(rows=ibis._.count())


def rows(table: str, told: Mapping[str, list[Any]]) -> Iterator[Sequence[Any]]:
    """Yield rows in the order of `head`.

    Parameters
    ----------
    table : str
        The table.
    told : mapping of str to list
        Its columns, cells as CSV has them.
    """
    count = len(told["value"])
    first = ("datastructure", f"{AGENCY}:{table.upper()}({citation().version})", "I")
    made: list[Sequence[Any]] = [[one] * count for one in first]
    made += [_dimension(name, told[name]) for name in dimensions(table)]
    nothing = [""] * count
    when = (told.get(name, nothing) for name in (*TIME, "period_type"))
    periods = [_period(*one) for one in zip(*when, strict=True)]
    states = told.get("obs_status", nothing)
    found = [
        MISSING if value == "" else STATUS.get(state, "")
        for value, state in zip(told["value"], states, strict=True)
    ]
    made += [periods, told["value"], found]
    made += [states] if "obs_status" in told else []
    made += [told[name] for name in attributes(table)]
    return (row for row, period in zip(zip(*made, strict=True), periods, strict=True) if period)


def _length(start: str, end: str) -> str:
    """Return how long it is from one day to another, both included: years, months or days."""
    first, after = date.fromisoformat(start), date.fromisoformat(end) + timedelta(1)
    months = 12 * (after.year - first.year) + after.month - first.month
    if after.day != first.day or months < 1:
        return f"P{(after - first).days}D"
    return f"P{months}M" if months % 12 else f"P{months // 12}Y"


def _dimension(name: str, cells: list[Any]) -> list[Any]:
    known = MAPS.get(name, {})
    return [known.get(cell, cell) if cell != "" else NONE for cell in cells]


@lru_cache(maxsize=4096)
def _period(year: int | str, start: str, end: str, kind: str) -> str:
    """Return a period as SDMX writes it: a year, a day, or its first day and its length."""
    if start and end and kind not in ("calendar_year", "mid_year"):
        return start if start == end else f"{start}/{_length(start, end)}"
    if year != "" and kind in ("", "calendar_year", "mid_year", "start_year", "end_year"):
        return str(year)
    return end or start or str(year)
