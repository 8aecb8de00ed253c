"""The figure that stands for a thing, out of curated rows, by the rule of `best.ranked`."""

import pandas as pd

from data.measures.avrr import UNKNOWN
from data.measures.best import coverage_of, moments, ranked
from data.measures.grades import grade

EVERYWHERE = "WLD"


def lead(rows: pd.DataFrame, across: bool = False) -> pd.Series:
    """Return the row that stands for the thing that all of the rows count.

    Parameters
    ----------
    rows : pandas.DataFrame
        At least one row of a curated table with years, periods, ``value`` and confidence.
    across : bool
        Whether the rows are of several operations and of people who left several countries: then
        a count of one country left covers less than one of all, or of some not named, and a part
        of a year does not hide a far larger figure of another operation.

    Notes
    -----
    A row without a year leads only where no other is dated.
    """
    method = rows["method"] if "method" in rows else pd.Series("", index=rows.index)
    host = rows["host"].astype(str) if "host" in rows else pd.Series(EVERYWHERE, index=rows.index)
    alone = host.nunique() == 1
    rivals = [
        rivalry(str(row.indicator), host[row.Index], str(row.period_type), row.Index, alone)
        for row in rows.itertuples()
    ]
    told = pd.DataFrame(
        {
            "at": moments(rows),
            "coverage": [coverage_of(str(kind)) for kind in rows["period_type"]],
            "grade": [
                grade(str(confidence), str(how), str(source), str(reference))
                for confidence, how, source, reference in zip(
                    rows["confidence"], method, rows["source_id"], rows["reference"], strict=True
                )
            ],
            "value": rows["value"].astype(float),
            "period_start": rows["period_start"],
            "obs_status": rows["obs_status"].astype(str),
            "scope": [scope for scope, _ in rivals],
            "series": [series for _, series in rivals],
        }
    )
    if across:
        told["scope"] = (~rows["host"].isin(["WLD", "UNK"])).astype(int)
        operation = rows["indicator"].astype(str) + " " + rows["host"].astype(str)
        told["series"] = operation.where(told["coverage"].eq("part"), rows.index.astype(str))
    return rows.loc[ranked(told).index[0]]


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
