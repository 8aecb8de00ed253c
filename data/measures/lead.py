"""The figure that stands for a thing, out of curated rows, by the rule of `best.ranked`."""

import pandas as pd

from data.measures.best import coverage_of, moments, ranked
from data.measures.grades import grade


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
        }
    )
    if across:
        told["scope"] = (~rows["host"].isin(["WLD", "UNK"])).astype(int)
        operation = rows["indicator"].astype(str) + " " + rows["host"].astype(str)
        told["series"] = operation.where(told["coverage"].eq("part"), rows.index.astype(str))
    return rows.loc[ranked(told).index[0]]
