"""The time of a figure in words: a year, a span, a quarter, a day, and how much of it is known.

Every view says the period of a row through `period` (on its own: in a table, a cell, brackets) or
`during` (in a sentence), so that one row reads alike on every page. Nothing is made up: a day that
the source does not print is said to be missing.
"""

import calendar
import datetime
from typing import Any

import pandas as pd

from components.language import N_, Language
from data.provenance import day_told

FIVE_YEARS = 5
WHOLE_YEAR = 363  # days between the first and the last day of a year
TOTALS = ("cumulative", "multi_year")  # they run over other figures
PLAIN = ("calendar_year", "mid_year")  # a year says all
STOCKS = {"start_year": N_("start of {year}"), "end_year": N_("end of {year}")}
STOCKS_THEN = {"start_year": N_("at the start of {year}"), "end_year": N_("at the end of {year}")}
PARTS = {  # first and last month of what has a name of its own
    (1, 6): N_("first half of {year}"),
    (7, 12): N_("second half of {year}"),
    (1, 9): N_("first nine months of {year}"),
}
QUARTER = 3  # months
IN_MONTH = (
    N_("in January {year}"),
    N_("in February {year}"),
    N_("in March {year}"),
    N_("in April {year}"),
    N_("in May {year}"),
    N_("in June {year}"),
    N_("in July {year}"),
    N_("in August {year}"),
    N_("in September {year}"),
    N_("in October {year}"),
    N_("in November {year}"),
    N_("in December {year}"),
)


def day_of(moment: Any) -> datetime.date | None:
    """Return a day, or None where none is printed."""
    return None if pd.isna(moment) else pd.Timestamp(moment).date()


def years(first: int, last: int) -> str:
    """Write years as “2012–2023”, and a single year as itself."""
    first, last = int(first), int(last)
    return str(last) if first == last else f"{first}–{last}"


def five_years(last: int) -> str:
    """Write the period of five years that ends in a year."""
    return years(last - FIVE_YEARS, last)


def quarter(lang: Language, year: int, number: int) -> str:
    """Write a quarter of a year, from 1 to 4; the year alone where there is none (0)."""
    if not number:
        return str(year)
    return lang.text("Q{quarter} {year}", quarter=number, year=year)


def moment(lang: Language, date: Any, year: Any) -> str:
    """Write a day, or its year where the day is not known; empty where neither is."""
    day = day_of(date)
    if day is not None:
        return lang.date(day)
    return "" if year is None or pd.isna(year) else str(int(year))


def period(lang: Language, row: Any, short: bool = False) -> str:
    """Write when a figure was, or what it covers, on its own.

    Parameters
    ----------
    lang : Language
        The reader's language.
    row : Series or named tuple
        With ``year``, ``period_type``, ``period_start`` and ``period_end``.
    short : bool
        In the few letters of a cell: years alone, and of a part that it is one.
    """
    kind, year = str(row.period_type), _year(row)
    start, end = day_of(row.period_start), day_of(row.period_end)
    if year is not None:
        plain = _plain_year(lang, kind, year)
        if plain:
            return plain
    told = _instead_of_day(row) if kind == "snapshot" and year is not None else ""
    if told:
        return lang.month(end) if told == "month" and end and not short else str(year)
    if short:
        return _short(lang, kind, year, start, end)
    if start and end:
        return _span(lang, kind, start, end)
    return _open(lang, kind, year, start, end)


def during(lang: Language, row: Any, days: bool = True) -> str:
    """Write the period of a figure as it stands in a sentence: “in 2023”, “on 5 May 2024”.

    Parameters
    ----------
    lang : Language
        The reader's language.
    row : Series or named tuple
        With ``year``, ``period_type``, ``period_start`` and ``period_end``.
    days : bool
        Whether the days are named where a figure covers less or other than a year; else it is said
        that it is of a part of the year.
    """
    kind, year = str(row.period_type), _year(row)
    start, end = day_of(row.period_start), day_of(row.period_end)
    if year is None and not (start or end):
        return lang.text("at a date not given")
    told = year if year is not None else (end or start or datetime.date.min).year
    if kind in STOCKS_THEN:
        return lang.text(STOCKS_THEN[kind], year=told)
    if kind == "five_years":
        return lang.text("in {years}", years=five_years(told))
    if kind == "fiscal_year":
        return lang.text("in the fiscal year {year}", year=told)
    dayless = _instead_of_day(row) if kind == "snapshot" else ""
    if kind in (*PLAIN, "unknown") or dayless:
        by_month = dayless == "month" and end and days
        return lang.text(
            IN_MONTH[end.month - 1] if by_month and end else N_("in {year}"), year=told
        )
    return (_during_days if days else _during_years)(lang, kind, told, start, end)


def _year(row: Any) -> int | None:
    return None if row.year is None or pd.isna(row.year) else int(row.year)


def _instead_of_day(row: Any) -> str:
    """Return what the source prints instead of the day of a row; empty where it prints the day."""
    note, source_id = getattr(row, "note_id", ""), getattr(row, "source_id", "")
    return day_told(str(source_id), str(note)) if note and source_id else ""


def _plain_year(lang: Language, kind: str, year: int) -> str:
    """Write what one year says whole; empty where it does not."""
    if kind in PLAIN:
        return str(year)
    if kind in STOCKS:
        return lang.text(STOCKS[kind], year=year)
    return five_years(year) if kind == "five_years" else ""


def _short(
    lang: Language,
    kind: str,
    year: int | None,
    start: datetime.date | None,
    end: datetime.date | None,
) -> str:
    """Write a period in the few letters of a cell."""
    if year is None:
        return lang.text("no year")
    if kind == "fiscal_year":
        return lang.text("FY {year}", year=year)
    if kind in TOTALS and start is None:
        return lang.text("to {year}", year=year)
    if start and end and start.year != end.year:
        return years(start.year, end.year)
    if kind in ("snapshot", "unknown"):
        return str(year)
    return lang.text("part of {year}", year=year)


def _span(lang: Language, kind: str, start: datetime.date, end: datetime.date) -> str:
    """Write a period whose first and last day are printed."""
    if start == end:
        return lang.date(end)
    if kind == "event" and (end - start).days > WHOLE_YEAR:
        return lang.text("{year}, day not given", year=end.year)
    days = lang.text("{start} – {end}", start=lang.date(start), end=lang.date(end))
    if kind == "fiscal_year":
        return lang.text("fiscal year {year}: {days}", year=end.year, days=days)
    if kind in TOTALS:
        whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
        return lang.text("{days}, in all", days=years(start.year, end.year) if whole else days)
    return days if kind == "event" else _named(lang, start, end) or days


def _named(lang: Language, start: datetime.date, end: datetime.date) -> str:
    """Write a month, a quarter, a half or nine months that are whole; empty for others."""
    last_day = calendar.monthrange(end.year, end.month)[1]
    if start.year != end.year or start.day != 1 or end.day != last_day:
        return ""
    months = (start.month, end.month)
    if start.month == end.month:
        return lang.month(start)
    if start.month % QUARTER == 1 and end.month == start.month + QUARTER - 1:
        return quarter(lang, start.year, end.month // QUARTER)
    return lang.text(PARTS[months], year=start.year) if months in PARTS else ""


def _open(
    lang: Language,
    kind: str,
    year: int | None,
    start: datetime.date | None,
    end: datetime.date | None,
) -> str:
    """Write a period of which a day or both are not printed."""
    if end:
        told = {"cumulative": N_("in all by {date}"), "part_year": N_("to {date}")}
        return lang.text(told[kind], date=lang.date(end)) if kind in told else lang.date(end)
    if start:
        return lang.text("from {date}, last day not given", date=lang.date(start))
    if year is None:
        return lang.text("date not given")
    told = {
        "fiscal_year": N_("fiscal year {year}"),
        "part_year": N_("part of {year}, days not given"),
        "cumulative": N_("in all by {year}, day not given"),
        "unknown": N_("{year}"),
    }
    return lang.text(told.get(kind, N_("{year}, day not given")), year=year)


def _during_days(
    lang: Language,
    kind: str,
    year: int,
    start: datetime.date | None,
    end: datetime.date | None,
) -> str:
    """Write in a sentence the days that a figure covers, as far as they are printed."""
    if end and (kind == "snapshot" or start == end):
        return lang.text("on {day}", day=lang.date(end))
    if start and end and not (kind == "event" and (end - start).days > WHOLE_YEAR):
        return lang.text("from {first} to {last}", first=lang.date(start), last=lang.date(end))
    if end and not start:
        form = N_("by {date}, in all") if kind in TOTALS else N_("up to {date}")
        return lang.text(form, date=lang.date(end))
    return _during_years(lang, kind, year, start, end)


def _during_years(
    lang: Language,
    kind: str,
    year: int,
    start: datetime.date | None,
    end: datetime.date | None,
) -> str:
    """Write in a sentence the year of a figure, or that it covers a part of it."""
    if kind in ("snapshot", "event"):
        return lang.text("in {year}", year=year)
    if end and not start and kind in (*TOTALS, "part_year"):
        return _during_days(lang, kind, year, start, end)
    if kind in TOTALS and start and end and start.year != end.year:
        return lang.text("in {years}", years=years(start.year, end.year))
    return lang.text("in a part of {year}", year=year)
