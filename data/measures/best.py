"""The one rule for which of several figures stands for a thing: `docs/best-figure.md`.

Figures of one kind compete by date, by how much they cover and by how they are known; kinds have
an order of their own, which the caller gives. Every figure that loses is kept, with the reason.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

# Years by which an older figure may still stand before the newest one: because it is far larger
# than a part, because it covers more, because it is surer.
FAR, STALE, NEAR = 5, 3, 1
LARGE = 10  # a part never hides another figure that is so many times larger
# What a figure covers, the most first: a whole period or day; a year that lacks main partners;
# several years together; a part of a year; one operation.
COVERAGES = ("full", "incomplete", "several", "part", "event")
FULL = (
    "calendar_year",
    "fiscal_year",
    "five_years",
    "mid_year",
    "end_year",
    "start_year",
    "snapshot",
)
KNOWN = ("official", "official_press", "modelled", "press")  # how it is known, the surest first
LAST_DAYS = {
    "calendar_year": (12, 31),
    "fiscal_year": (12, 31),
    "end_year": (12, 31),
    "start_year": (1, 1),
}
NO_COUNT = ("planned", "projection")
# Why a figure does not lead, in the order in which the rule asks.
REASONS = ("plan", "undated", "old", "less", "small", "older", "unsure", "twin", "kind")
YEAR = pd.Timedelta(days=365.25)


def coverage_of(period_type: str) -> str:
    """Return how much of a year a period covers, one of `COVERAGES`.

    Parameters
    ----------
    period_type : str
        Code of ``period_types.csv``.
    """
    if period_type in FULL:
        return "full"
    if period_type in ("multi_year", "cumulative"):
        return "several"
    return "event" if period_type == "event" else "part"


def moments(rows: pd.DataFrame) -> pd.Series:
    """Return the day that each figure is of: its last one, as far as it is known.

    Parameters
    ----------
    rows : pandas.DataFrame
        With ``year``, ``period_type``, ``period_start`` and ``period_end``.

    Returns
    -------
    pandas.Series
        ``period_end``; else the last day of a whole year, the first day of a period without an
        end, the middle of the year of a day that is not printed; NaT where no year is printed.
    """
    columns = (rows[name].to_list() for name in ("year", "period_type", "period_start"))
    ends = pd.to_datetime(rows["period_end"])
    found = [moment(*told) for told in zip(ends, *columns, strict=True)]
    return pd.Series(found, index=rows.index, dtype=ends.dtype, name="period_end")


def moment(end: Any, year: Any, period_type: str, start: Any) -> pd.Timestamp:
    """Return the day that one figure is of, as `moments` does of many."""
    if known(end):
        return pd.Timestamp(end)
    if period_type not in FULL and known(start):
        return pd.Timestamp(start)
    if pd.isna(year):
        return pd.NaT
    return pd.Timestamp(int(year), *LAST_DAYS.get(period_type, (7, 1)))


def ranked(figures: pd.DataFrame) -> pd.DataFrame:
    """Put figures of one thing in order, the one that stands for it first.

    Parameters
    ----------
    figures : pandas.DataFrame
        One row a figure: ``at`` (day that it is of, from `moments`), ``coverage`` (of
        `COVERAGES`), ``grade`` (of `KNOWN`) and ``value``; where there are any, also ``kind``
        (rank of the kind of figure, the smallest first; all are of one kind without it),
        ``scope`` (0 of all partners, 1 of one of many), ``series`` (what tells series of one kind
        apart, since a series that falls is told by its newest part; all are of one without it),
        ``period_start`` (the longer of two periods with one end goes first), ``obs_status``.

    Returns
    -------
    pandas.DataFrame
        The same rows and index, with ``why``: empty for the first, else one of `REASONS`. The
        others follow from the newest to the oldest. Empty where there are no figures.
    """
    order = _in_order(_told(figures), "series" in figures)
    found = figures.iloc[[place for place, _ in order]]
    reasons = [why for _, why in order]
    return found.assign(why=pd.Series(reasons, index=found.index, dtype="object"))


def in_order(figures: Sequence[Mapping[str, Any]]) -> list[tuple[int, str]]:
    """Put plain rows in the order of `ranked`: the place of each, and why it does not lead.

    Parameters
    ----------
    figures : sequence of mapping
        What `ranked` reads of a figure, all of it.
    """
    told = [
        _Figure(
            place,
            _day(one["at"]),
            _day(one["period_start"]),
            one["coverage"],
            one["scope"],
            one["grade"],
            float(one["value"]),
            one["kind"],
            one["series"],
            one["obs_status"] not in NO_COUNT,
        )
        for place, one in enumerate(figures)
    ]
    return _in_order(told, rivals=True)


def _in_order(told: list["_Figure"], rivals: bool) -> list[tuple[int, str]]:
    first = min((one.kind for one in told), default=0)
    why = dict.fromkeys(range(len(told)), "kind")
    why |= _reasons([one for one in told if one.kind == first], rivals)
    order = sorted(
        told, key=lambda one: (why[one.place] != "", one.kind, one.at is None, -(one.at or 0))
    )
    return [(one.place, why[one.place]) for one in order]


@dataclass(frozen=True, eq=False)
class _Figure:
    """A figure as the rule reads it; days are counted, None where not known.

    Small sets of plain objects: the same rule by columns of pandas took ten times as long.
    """

    place: int
    at: int | None
    start: int | None
    coverage: str
    scope: int
    grade: str
    value: float
    kind: int
    series: object
    counted: bool

    @property
    def covers(self) -> int:
        """Rank of what it covers: all partners before one, a whole before its parts."""
        return COVERAGES.index(self.coverage) + self.scope * len(COVERAGES)

    @property
    def newest(self) -> tuple[float, float, float]:
        """What puts it behind others: its last day, then its length, then its size."""
        known = self.at is not None and self.start is not None
        days = float((self.at or 0) - (self.start or 0)) if known else -1.0
        if self.coverage == "several" and days < 0:
            days = math.inf
        value = -math.inf if math.isnan(self.value) else self.value
        return (-math.inf if self.at is None else self.at, days, value)


def _told(figures: pd.DataFrame) -> list[_Figure]:
    """Return the figures as the rule reads them, in their order."""
    count = len(figures)

    def column(name: str, otherwise: object) -> list[Any]:
        return figures[name].to_list() if name in figures else [otherwise] * count

    ends = _days(figures["at"])
    starts = _days(figures["period_start"]) if "period_start" in figures else ends
    return [
        _Figure(*row)
        for row in zip(
            range(count),
            ends,
            starts,
            figures["coverage"].to_list(),
            column("scope", 0),
            figures["grade"].to_list(),
            map(float, figures["value"].to_list()),
            column("kind", 0),
            column("series", None),
            [status not in NO_COUNT for status in column("obs_status", "")],
            strict=True,
        )
    ]


def _days(days: pd.Series) -> list[int | None]:
    return [_day(day) for day in days.to_list()]


def known(day: object) -> bool:
    """Say whether a cell holds a day."""
    return day is not None and day is not pd.NaT and not isinstance(day, float)


def _day(day: Any) -> int | None:
    return pd.Timestamp(day).toordinal() if known(day) else None


def _reasons(rows: list[_Figure], rivals: bool) -> dict[int, str]:
    """Return for each figure of one kind why it does not lead; empty for the one that does."""
    why: dict[int, str] = {}
    left = _keep(rows, lambda one: one.counted, why, "plan")
    left = _keep(left, lambda one: one.at is not None, why, "undated")
    known = _since(left, FAR) or left
    left = _keep(left, set(_since(left, STALE)).__contains__, why, "old")
    lead = _lead(left, why)
    while rivals and (larger := _larger(known, lead)):
        why |= dict.fromkeys((one.place for one in left), "small")
        left = larger
        lead = _lead(left, why)
    return why


def _since(rows: list[_Figure], years: float) -> list[_Figure]:
    """Return the figures of at most so many years before the last one."""
    last = max((one.at for one in rows if one.at is not None), default=0)
    first = last - years * (YEAR / pd.Timedelta(days=1))
    return [one for one in rows if one.at is not None and one.at >= first]


def _lead(left: list[_Figure], why: dict[int, str]) -> _Figure | None:
    """Choose by what figures cover, then by date and surety; write why the others lose."""
    if not left:
        return None
    least = min(one.covers for one in left)
    left = _keep(left, lambda one: one.covers == least, why, "less")
    left = _keep(left, set(_since(left, NEAR)).__contains__, why, "older")
    surest = min(KNOWN.index(one.grade) for one in left)
    left = _keep(left, lambda one: KNOWN.index(one.grade) == surest, why, "unsure")
    lead = sorted(left, key=lambda one: one.newest)[-1]
    for one in left:
        why[one.place] = "twin" if one.at is not None and one.at == lead.at else "older"
    why[lead.place] = ""
    return lead


def _larger(known: list[_Figure], lead: _Figure | None) -> list[_Figure]:
    """Return figures of other series beside which a part is small."""
    if lead is None or not lead.value or not lead.covers or lead not in known:
        return []
    return [one for one in known if one.value >= LARGE * lead.value and one.series != lead.series]


def _keep(
    rows: list[_Figure], fits: Callable[[_Figure], bool], why: dict[int, str], reason: str
) -> list[_Figure]:
    """Write why the others go, unless nothing would be left."""
    kept = [one for one in rows if fits(one)]
    if not kept:
        return rows
    why |= dict.fromkeys({one.place for one in rows} - {one.place for one in kept}, reason)
    return kept
