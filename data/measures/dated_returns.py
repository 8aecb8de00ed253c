"""Single, dated figures on return, joined from rows: which repeat or contradict others.

A figure is one or more rows of the tables. Rows are joined, never added: two rows are one figure
where they give the same number for the same people and time, or different numbers for what one
authority counted over one and the same period.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.measures.dated_rows import ALL, CAMPAIGN, KINDS, SHOWN, Kind, stem

DISAGREE = (
    "nrp_conflict",
    "humret_other_count",
    "humret_zhusan_knb",
    "avrr_same_journey",
    "avrr_poland_counts",
    "avf_same_journey",
    "avf_two_counts",
)
RUNNING = ("cumulative", "multi_year")
FAR = 5  # years: an older figure leads no headline, however large it is
CLASSES = (10.0, 100.0, 1_000.0, 10_000.0)


@dataclass(frozen=True)
class Figure:
    """One figure: a number for some people over some time, with all rows that give it.

    Attributes
    ----------
    kind : str
        Kind of return, a key of `KINDS`.
    rows : tuple of row
        The rows that give it; the first one stands for them.
    parts : tuple of row
        Rows on some of the same people: women, children, single host countries.
    """

    kind: Kind
    rows: tuple[Any, ...]
    parts: tuple[Any, ...] = ()

    @property
    def first(self) -> Any:
        """The row that stands for the figure: the one with the shortest known period."""
        return min(self.rows, key=_length)

    @property
    def values(self) -> tuple[float, ...]:
        """The values that its sources give."""
        return tuple(dict.fromkeys(float(row.value) for row in self.rows))

    @property
    def size(self) -> float:
        """The largest of its values."""
        return max(self.values)

    @property
    def disagrees(self) -> bool:
        """Whether sources count or split it differently."""
        return len(self.values) > 1 or any(row.note_id in DISAGREE for row in self.rows)

    @property
    def running(self) -> bool:
        """Whether it is a total over several operations or years, which holds other figures."""
        return bool(self.first.period_type in RUNNING)


def figures(rows: pd.DataFrame) -> list[Figure]:
    """Join rows into figures.

    Parameters
    ----------
    rows : pandas.DataFrame
        As of `data.measures.dated_rows.dated_rows`.

    Returns
    -------
    list of Figure
        By kind and then by time; figures without a printed date last.
    """
    groups: list[list[Any]] = []
    for row in rows.loc[~rows["part"]].itertuples():
        home = next((group for group in groups if any(_same(row, one) for one in group)), None)
        if home is None:
            groups.append([row])
        else:
            home.append(row)
    parts: list[list[Any]] = [[] for _ in groups]
    for part in rows.loc[rows["part"]].itertuples():
        homes = [at for at, group in enumerate(groups) if any(_part_of(part, r) for r in group)]
        exact = [at for at in homes if any(_days(part) == _days(r) for r in groups[at])]
        for at in (exact or homes)[:1]:
            parts[at].append(part)
    found = [
        Figure(group[0].kind, tuple(group), tuple(inside))
        for group, inside in zip(groups, parts, strict=True)
    ]
    place = {kind: at for at, kind in enumerate(KINDS)}
    return sorted(found, key=lambda one: (place[one.kind], *_moment(one.first)))


def _same(row: Any, other: Any) -> bool:
    """Say whether two rows are one figure: one number told twice, or two for one count."""
    if (row.kind, row.host, row.origin) != (other.kind, other.host, other.origin):
        return False
    if row.value == other.value and row.indicator.split("_")[-1] not in ("children", "women"):
        return _overlap(row, other)
    alike = row.indicator == other.indicator and stem(row.series) == stem(other.series)
    return alike and _days(row) == _days(other)


def _part_of(part: Any, row: Any) -> bool:
    if (part.kind, part.origin) != (row.kind, row.origin):
        return False
    if part.kind == "conflict":
        return bool(
            part.host == row.host and stem(part.series) == stem(row.series) and _overlap(part, row)
        )
    return _days(part) == _days(row) and (part.host == row.host or part.note_id in CAMPAIGN)


def _days(row: Any) -> tuple[str, str]:
    """Return the two days of a period, in a form in which missing days are equal."""
    return str(row.period_start), str(row.period_end)


def _overlap(row: Any, other: Any) -> bool:
    """Say whether two periods have a day in common; a missing end is the end of its year."""
    (start, end), (begin, close) = _span(row), _span(other)
    if end is None or close is None:
        return bool(row.series == other.series)
    return bool(start <= close and begin <= end)


def _span(row: Any) -> tuple[Any, Any]:
    start = None if pd.isna(row.period_start) else row.period_start
    end = None if pd.isna(row.period_end) else row.period_end
    if end is None and start is not None:
        end = pd.Timestamp(start.year, 12, 31)
    return (end if start is None else start), end


def _length(row: Any) -> float:
    if pd.isna(row.period_start) or pd.isna(row.period_end):
        return float("inf")
    return float((row.period_end - row.period_start).days)


def _moment(row: Any) -> tuple[bool, Any]:
    end = _span(row)[1]
    return end is None, end if end is not None else pd.Timestamp(0)


def ranked(found: Iterable[Figure]) -> list[Figure]:
    """Put figures in order of size: single ones first, then totals that hold other figures.

    Among both, figures on some citizenship come before those on all citizenships together.
    """
    return sorted(found, key=lambda one: (one.running, one.first.origin == ALL, -one.size))


def recent(found: Sequence[Figure]) -> list[Figure]:
    """Return the figures that a headline may name: of `FAR` years up to the newest one.

    Parameters
    ----------
    found : sequence of Figure
        Figures of one kind; where none of them has a printed date, all are returned.
    """
    years = {one: one.first.year for one in found if not pd.isna(one.first.year)}
    return [one for one in years if years[one] > max(years.values()) - FAR] or list(found)


def holes(
    found: Iterable[Figure], who: Sequence[str], kinds: Sequence[Kind] = SHOWN
) -> dict[Kind, tuple[str, ...]]:
    """Return the countries of origin that have no figure of a kind.

    Parameters
    ----------
    found : iterable of Figure
        All figures.
    who : sequence of str
        Countries of origin to look for.
    kinds : sequence of str
        Kinds to look at.
    """
    known = {(one.kind, one.first.origin) for one in found}
    return {
        kind: absent
        for kind in kinds
        if (absent := tuple(code for code in who if (kind, code) not in known))
    }


def size_class(value: float) -> int:
    """Return the size class of a number of people, from 0 (under ten) to 4 (10,000 and over)."""
    return sum(value >= edge for edge in CLASSES)
