"""The figure that stands for a thing, out of curated rows, by the rule of `best.ranked`."""

from collections.abc import Sequence
from typing import Any

from data.measures.avrr import UNKNOWN
from data.measures.best import coverage_of, in_order, moment
from data.measures.grades import grade

EVERYWHERE = "WLD"


def leader(rows: Sequence[Any], across: bool = False) -> Any:
    """Return the row that stands for the thing that all of the rows count.

    Parameters
    ----------
    rows : sequence of named tuple
        At least one row of a curated table, as `itertuples` gives them, with years, periods,
        ``value`` and confidence.
    across : bool
        Whether the rows are of several operations and of people who left several countries: then
        a count of one country left covers less than one of all, or of some not named, and a part
        of a year does not hide a far larger figure of another operation.

    Notes
    -----
    A row without a year leads only where no other is dated.
    """
    hosts = [str(getattr(row, "host", EVERYWHERE)) for row in rows]
    alone = len(set(hosts)) == 1
    told = [_figure(row, host, alone) for row, host in zip(rows, hosts, strict=True)]
    if across:
        for one, row, host in zip(told, rows, hosts, strict=True):
            part = one["coverage"] == "part"
            one["scope"] = int(host not in (EVERYWHERE, UNKNOWN))
            one["series"] = f"{row.indicator} {host}" if part else str(row.Index)
    place, _ = in_order(told)[0]
    return rows[place]


def _figure(row: Any, host: str, alone: bool) -> dict[str, Any]:
    """Return what the rule reads of a row."""
    how = (row.confidence, getattr(row, "method", ""), row.source_id, row.reference)
    scope, series = rivalry(str(row.indicator), host, str(row.period_type), row.Index, alone)
    return {
        "at": moment(row.period_end, row.year, str(row.period_type), row.period_start),
        "coverage": coverage_of(str(row.period_type)),
        "grade": grade(*map(str, how)),
        "value": row.value,
        "period_start": row.period_start,
        "obs_status": str(row.obs_status),
        "kind": 0,
        "scope": scope,
        "series": series,
    }


def rivalry(
    indicator: str, host: str, period_type: str, index: object, alone: bool = False
) -> tuple[int, str]:
    """Return ``scope`` and ``series`` of a row that is a figure by itself, as `ranked` wants them.

    Parameters
    ----------
    indicator, host, period_type : str
        Of the row; a host that is not named stands for all.
    index : object
        What tells the row from all others.
    alone : bool
        Whether the figures are of one host, so that it is not one of many.

    Notes
    -----
    An operation or a running total is a thing of its own; parts of years make one series.
    """
    whole = alone or host in (EVERYWHERE, UNKNOWN)
    alike = coverage_of(period_type) == "part"
    return (0 if whole else 1), (f"{indicator} {host}" if alike else str(index))
