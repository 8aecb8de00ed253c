"""Steps shared by the recipes on returns and displacement: collections of single figures."""

import calendar

import pandas as pd

from data.curation.press_steps import CONFIDENCES, PERIODS, STATUSES, looked_up, references
from data.curation.tidy import is_longer_than_a_year

METHODS = {"official_text": "", "press": "press"}


def collected(frame: pd.DataFrame) -> pd.DataFrame:
    """Give a collection of typed-in figures its periods, status, confidence and reference.

    Parameters
    ----------
    frame : pandas.DataFrame
        Has ``period_type``, ``period_start``, ``period_end``, ``value_kind``, ``confidence``,
        ``primary_source`` and ``read_from_url`` as the raw collections write them.

    Returns
    -------
    pandas.DataFrame
        The same rows. A part of a year without an end is filed under the year of its start; a
        running total without an end has no year.
    """
    confidence = looked_up(CONFIDENCES, frame["confidence"], "confidence")
    kind = frame["period_type"]
    open_part = kind.eq("part_year") & frame["period_end"].eq("")
    day = frame["period_end"].where(~open_part, frame["period_start"])
    return frame.assign(
        period_type=[period_type(*row) for row in _periods(frame)],
        year=day.str[:4],
        obs_status=looked_up(STATUSES, frame["value_kind"], "kind of value"),
        confidence=confidence,
        method=looked_up(METHODS, confidence, "confidence"),
        reference=references(frame),
    )


def period_type(kind: str, start: str, end: str) -> str:
    """Return the code of a period.

    A year that starts in another month is a fiscal year; a part that is longer than a year has
    several years.
    """
    if kind == "full_year":
        return "calendar_year" if start.endswith("-01-01") else "fiscal_year"
    if kind == "part_year" and start == end:
        return "event"
    if kind == "part_year" and end and is_longer_than_a_year(start, end):
        return "multi_year"
    return PERIODS[kind]


def _periods(frame: pd.DataFrame) -> list[list[str]]:
    columns = (frame[name].tolist() for name in ("period_type", "period_start", "period_end"))
    return [list(period) for period in zip(*columns, strict=True)]


def months(frame: pd.DataFrame, column: str = "month") -> pd.DataFrame:
    """Add the period columns of a month written as ``2024-12``."""
    last = frame[column].map(last_day)
    return frame.assign(
        year=frame[column].str[:4],
        period_start=frame[column] + "-01",
        period_end=frame[column] + "-" + last,
        period_type="month",
    )


def last_day(month: str) -> str:
    """Return the number of days of a month such as ``2024-02``, as two digits."""
    year, number = month.split("-")
    return f"{calendar.monthrange(int(year), int(number))[1]:02d}"
