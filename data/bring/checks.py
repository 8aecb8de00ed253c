"""What every brought row has to be like: the rules of the data package, told row by row."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from data.bring.problems import N_, Found
from data.codelists import code_list, known
from data.promises import may_be_below_zero
from data.schema import fields, tables

WHOLE = {
    "persons",
    "families",
    "returns",
    "detections",
    "crossings",
    "permits",
    "visas",
    "applications",
    "decisions",
    "cases",
    "registrations",
    "patents",
}
NO_VALUE = {"nan", "NaN", "<NA>", "None", "NaT", "null", "NULL", "NA", "N/A", "n/a", ":"}
DAYS = {
    "calendar_year": (365, 366),
    "fiscal_year": (365, 366),
    "quarter": (90, 92),
    "month": (28, 31),
    "five_years": (1826, 1827),
    "multi_year": (366, 40 * 366),
    "part_year": (2, 365),
    "event": (1, 366),
}
ONE_DAY = {"mid_year": "07-01", "end_year": "12-31", "start_year": "01-01"}
MOMENTS = {*ONE_DAY, "snapshot", "unknown"}
WHOLE_PERIODS = set(DAYS) - {"part_year", "event"}
PLAIN = r"-?[0-9]{1,15}(\.[0-9]{1,15})?"
FUTURE = {"projection", "planned"}
WITHOUT_YEAR = {"unknown", "cumulative", "snapshot", "part_year"}

EMPTY = N_("The cell is empty, but every row needs it.")
NOT_ON_LIST = N_("“{text}” is not in the list of codes “{list}”.")
NOT_LIKE = N_("“{text}” is not written as {pattern}.")
OUT_OF_RANGE = N_("“{text}” is not a whole number from {first} to {last}.")
NOT_A_DATE = N_("“{text}” is not a day such as 2026-11-25.")
NOT_MISSING = N_("“{text}” is not a figure. Leave out a row whose figure is not known.")
NOT_PLAIN = N_("“{text}” is not a plain number such as 1234 or 12.5.")
BELOW_ZERO = N_("“{text}” is less than zero; only balances and changes may be.")
OVER_HUNDRED = N_("“{text}” is not between 0 and 100 per cent.")
HALF_A_PERSON = N_("“{text}” is not whole, but {unit} are.")
UNIT_ALONE = N_("The value and its unit have to stand together.")
OTHER_TABLE = N_("The indicator “{text}” belongs to the table {table}.")
OTHER_MEASURE = N_("The indicator “{indicator}” has {wanted} here, not “{text}”.")
NOT_OVER = N_("The period ends on {day}, in the future; only projections and plans may.")
BACKWARDS = N_("The period ends before it begins.")
OTHER_YEAR = N_("The row has to stand under the year in which its period ends ({wanted}).")
OTHER_LENGTH = N_("The period is not as long as “{kind}” says.")
NEEDS_DAYS = N_("A period of the type “{kind}” needs its first and its last day.")
NEEDS_ONE_DAY = N_("A figure of the type “{kind}” has a last day only: {wanted}.")
NEEDS_YEAR = N_("The year is empty, which the type of period “{kind}” does not allow.")
STOCK_AS_FLOW = N_("A stock is counted on a day, but the type of period is “{kind}”.")
PRESS = N_("A figure from the press needs the method “press” and a reference, and the reverse.")
KEY_TWICE = N_("The row says the same thing as row {other}, with the same or another figure.")
FOREIGN_NOTE = N_("The note “{text}” does not belong to the source {source}.")
OTHER_SOURCE = N_("The source “{text}” is not {source}.")
SPACES = N_("A cell begins or ends with a space or says “{text}”.")


def check(table: str, rows: pd.DataFrame, source_id: str, notes: Iterable[str], root: Path) -> None:
    """Refuse rows that break a rule; every problem names its row and column.

    Parameters
    ----------
    table : str
        Name of the table.
    rows : pandas.DataFrame
        Text cells in the columns of the table; the index is the row of the file.
    source_id : str
        Source of the rows.
    notes : iterable of str
        Ids of notes that come with the file itself.
    root : Path
        The data folder.
    """
    found = Found()
    for column in rows.columns:
        _check_column(column, rows[column], set(notes), root, found)
    found.stop()
    for number, cells in zip(rows.index, rows.to_dict("records"), strict=True):
        _check_value(int(str(number)), cells, found)
        if "period_type" in cells and "period_start" in cells:
            _check_period(int(str(number)), cells, found)
        _check_press(int(str(number)), cells, found)
    _check_indicators(table, rows, root, found)
    _check_belonging(rows, source_id, set(notes), root, found)
    _check_twice(table, rows, found)
    found.stop()


def _check_column(column: str, cells: pd.Series, notes: set[str], root: Path, found: Found) -> None:
    entry = fields()[column]
    coded = entry.get("codes") and column != "source_id"
    listed = known(entry["codes"], root) | notes if coded else None
    for text, numbers in cells.groupby(cells, sort=False).groups.items():
        problem = _cell_problem(column, str(text), entry, listed)
        if problem:
            for number in numbers[:3]:
                found.add(problem[0], int(number), column, **problem[1])


def _cell_problem(
    column: str, text: str, entry: dict[str, Any], listed: frozenset[str] | None
) -> tuple[str, dict[str, Any]] | None:
    """Return what is wrong with a cell by itself, as a message and its values."""
    shown = {"text": text[:60]}
    if not text:
        return (EMPTY, {}) if entry.get("required") else None
    if text in NO_VALUE or text != text.strip():
        return (NOT_MISSING if column == "value" else SPACES), shown
    first, last = entry.get("minimum", 0), entry.get("maximum", 0)
    pattern = entry.get("pattern", ".*")
    rules: tuple[tuple[Any, str, dict[str, Any]], ...] = (
        (listed is None or text in listed, NOT_ON_LIST, {"list": entry.get("codes")}),
        (re.fullmatch(pattern, text), NOT_LIKE, {"pattern": pattern}),
        (
            entry["type"] != "integer" or _is_whole(text, first, last),
            OUT_OF_RANGE,
            {"first": first, "last": last},
        ),
        (entry["type"] != "date" or _is_day(text), NOT_A_DATE, {}),
        (entry["type"] != "number" or re.fullmatch(PLAIN, text), NOT_PLAIN, {}),
    )
    return next(((message, shown | more) for met, message, more in rules if not met), None)


def _is_whole(text: str, first: int, last: int) -> bool:
    return bool(re.fullmatch("[0-9]{4}", text)) and first <= int(text) <= last


def _is_day(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"(19|20)\d\d-\d\d-\d\d", text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _check_value(number: int, cells: dict[str, str], found: Found) -> None:
    text, unit = cells.get("value"), cells.get("unit", "")
    if text is None:
        return
    if not text:
        if not cells.get("status"):
            found.add(EMPTY, number, "value")
        return
    if not unit:
        found.add(UNIT_ALONE, number, "unit")
    signed = may_be_below_zero(cells.get("indicator", ""))
    if text.startswith("-") and not signed:
        found.add(BELOW_ZERO, number, "value", text=text)
    if unit == "percent" and not signed and not 0 <= float(text) <= 100:
        found.add(OVER_HUNDRED, number, "value", text=text)
    if unit in WHOLE and "." in text:
        found.add(HALF_A_PERSON, number, "value", text=text, unit=unit)


def _check_period(number: int, cells: dict[str, str], found: Found) -> None:
    start, end, kind = cells["period_start"], cells["period_end"], cells["period_type"]
    if not cells["year"] and (kind not in WITHOUT_YEAR or end):
        found.add(NEEDS_YEAR, number, "year", kind=kind)
    filed = end or ("" if kind == "cumulative" else start)
    if filed and cells["year"] and filed[:4] != cells["year"]:
        found.add(OTHER_YEAR, number, "year", wanted=filed[:4])
    if end > date.today().isoformat() and cells.get("obs_status") not in FUTURE:
        found.add(NOT_OVER, number, "period_end", day=end)
    if start and end:
        _check_length(number, start, end, kind, found)
    elif kind in WHOLE_PERIODS:
        found.add(NEEDS_DAYS, number, "period_start", kind=kind)
    if kind in ONE_DAY and (start or end != f"{cells['year']}-{ONE_DAY[kind]}"):
        wanted = f"{cells['year']}-{ONE_DAY[kind]}"
        found.add(NEEDS_ONE_DAY, number, "period_end", kind=kind, wanted=wanted)
    if kind == "snapshot" and start:
        found.add(NEEDS_ONE_DAY, number, "period_start", kind=kind, wanted=end or "—")
    if cells.get("measure") == "stock" and kind not in MOMENTS:
        found.add(STOCK_AS_FLOW, number, "period_type", kind=kind)


def _check_length(number: int, start: str, end: str, kind: str, found: Found) -> None:
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days + 1
    if days < 1:
        found.add(BACKWARDS, number, "period_end")
        return
    shortest, longest = DAYS.get(kind, (1, 10**6))
    whole = kind != "calendar_year" or (start[4:], end[4:]) == ("-01-01", "-12-31")
    from_january = kind == "fiscal_year" and start.endswith("-01-01")
    if not shortest <= days <= longest or not whole or from_january:
        found.add(OTHER_LENGTH, number, "period_end", kind=kind)


def _check_press(number: int, cells: dict[str, str], found: Found) -> None:
    press = cells.get("confidence") == "press"
    by_method = cells["method"] == "press" if "method" in cells else press
    unnamed = press and cells.get("reference", "-") == ""
    if by_method != press or unnamed:
        found.add(PRESS, number, "confidence")


def _check_indicators(table: str, rows: pd.DataFrame, root: Path, found: Found) -> None:
    """Check that table, measure and unit are those of the row's indicator."""
    if "indicator" not in rows:
        return
    listed = code_list("indicators", root)
    entries = listed.to_dict("index")
    for number, row in zip(rows.index, rows.to_dict("records"), strict=True):
        entry, place = entries[row["indicator"]], int(str(number))
        if entry["table"] != table:
            found.add(OTHER_TABLE, place, "indicator", text=row["indicator"], table=entry["table"])
        for column in ("measure", "unit"):
            if column in rows and row[column] != entry[column]:
                found.add(
                    OTHER_MEASURE,
                    place,
                    column,
                    indicator=row["indicator"],
                    text=row[column],
                    wanted=entry[column],
                )


def _check_belonging(
    rows: pd.DataFrame, source_id: str, notes: set[str], root: Path, found: Found
) -> None:
    for number, told in rows["source_id"].items():
        if told != source_id:
            found.add(OTHER_SOURCE, int(str(number)), "source_id", text=told, source=source_id)
    if "note_id" not in rows:
        return
    owners = code_list("notes", root)["source_id"]
    for number, note in rows["note_id"].items():
        if note and note not in notes and owners[note] != source_id:
            found.add(FOREIGN_NOTE, int(str(number)), "note_id", text=note, source=source_id)


def _check_twice(table: str, rows: pd.DataFrame, found: Found) -> None:
    """Check that no two rows of the file have the same key."""
    first: dict[tuple[Any, ...], int] = {}
    keys = rows[list(tables()[table].key)].itertuples(index=False, name=None)
    for number, key in zip(rows.index, keys, strict=True):
        if key in first:
            found.add(KEY_TWICE, int(number), other=first[key])
        first.setdefault(key, int(number))
