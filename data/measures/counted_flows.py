"""Counted flows of one pair of countries, or of one country with all others, source by source.

Sources are never joined: each counts other people by other rules. A ratio is only taken where one
source has both ways in the same whole year.
"""

import pandas as pd

from data.kept import kept
from data.measures.counterstream import counter_stream_ratio
from data.measures.standards import is_larger

COUNTED = ("immigration_counted", "arrivals_for_residence", "departures_for_residence")
PART = ("arrivals_rosstat",)
NET = ("net_migration_counted",)
TOTALS = ("immigration_total_counted", "emigration_total_counted", *COUNTED[1:])
OUTFLOWS = "outflow_foreign_nationals"
WORLD = "WLD"
WHOLE = "calendar_year"
COLUMNS = [
    "source_id",
    "indicator",
    "start",
    "end",
    "year",
    "period_start",
    "period_end",
    "period_type",
    "value",
    "obs_status",
]


def counted_rows(flows: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """Return the rows of ``migration_flows`` that count moves between two countries.

    Notes
    -----
    Part-year and net figures are among them; `counted_pair` tells them apart.
    """
    rows = flows["indicator"].isin((*COUNTED, *PART, *NET)) & flows["sex"].eq("total")
    there = flows["origin"].eq(one) & flows["destination"].eq(other)
    back = flows["origin"].eq(other) & flows["destination"].eq(one)
    return flows.loc[rows & (there | back)]


def outflow_rows(returns: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """Return the rows of ``returns`` on citizens of one country who left the other (OECD)."""
    rows = returns["indicator"].eq(OUTFLOWS)
    there = returns["origin"].eq(one) & returns["host"].eq(other)
    back = returns["origin"].eq(other) & returns["host"].eq(one)
    return returns.loc[rows & (there | back)]


def counted_pair(flows: pd.DataFrame, returns: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """Return every counted flow between two countries, source by source.

    Parameters
    ----------
    flows, returns : pandas.DataFrame
        The tables ``migration_flows`` and ``returns``.
    one, other : str
        Codes of the countries.

    Returns
    -------
    pandas.DataFrame
        ``source_id``, ``indicator``, ``start`` and ``end`` of the move, ``year``, ``period_start``,
        ``period_end``, ``period_type``, ``value`` (persons), ``obs_status``, and ``drawn``: whether
        it is a flow of a whole year. Citizens who left a host country stand as moving from it to
        their own, which the source does not know for certain.
    """
    moves = counted_rows(flows, one, other).rename(
        columns={"origin": "start", "destination": "end"}
    )
    left = outflow_rows(returns, one, other).rename(columns={"host": "start", "origin": "end"})
    parts = [part[COLUMNS].astype("object") for part in (moves, left) if len(part)]
    if not parts:
        return pd.DataFrame(columns=[*COLUMNS, "drawn"])
    return _tidy(pd.concat(parts))


def total_rows(flows: pd.DataFrame, country: str) -> pd.DataFrame:
    """Return the rows of ``migration_flows`` that count one country's moves with all others."""
    rows = flows["indicator"].isin(TOTALS) & flows["sex"].eq("total")
    rows &= flows["series"].isna() | flows["series"].eq("residence_both")
    into = flows["origin"].eq(WORLD) & flows["destination"].eq(country)
    out = flows["origin"].eq(country) & flows["destination"].eq(WORLD)
    return flows.loc[rows & (into | out)]


@kept(entries=20)
def counted_totals(flows: pd.DataFrame, country: str) -> pd.DataFrame:
    """Return the counted arrivals and departures of one country, all others together.

    Returns
    -------
    pandas.DataFrame
        Columns as `counted_pair` has them; the other end is ``WLD``.
    """
    rows = total_rows(flows, country).rename(columns={"origin": "start", "destination": "end"})
    return _tidy(rows[COLUMNS].astype("object"))


def _tidy(rows: pd.DataFrame) -> pd.DataFrame:
    flow = ~rows["indicator"].isin(NET)
    found = rows.assign(drawn=flow & rows["period_type"].eq(WHOLE)).astype({"year": "int"})
    return found.sort_values(["source_id", "start", "end", "year"]).reset_index(drop=True)


@kept(entries=20)
def counted_ratios(found: pd.DataFrame, start: str, end: str) -> pd.DataFrame:
    """Return the counter-stream ratio where one source counts both ways in the same year.

    Parameters
    ----------
    found : pandas.DataFrame
        From `counted_pair` or `counted_totals`.
    start, end : str
        The way that counts as forward.

    Returns
    -------
    pandas.DataFrame
        ``source_id``, ``year``, ``stream`` and ``counter`` (persons in the year), ``ratio`` (None
        where nobody moved forward), the latest year last.
    """
    rows = found.loc[found["drawn"].astype(bool)]
    keys = ["source_id", "year"]
    there = rows.loc[rows["start"].eq(start) & rows["end"].eq(end), [*keys, "value"]]
    back = rows.loc[rows["start"].eq(end) & rows["end"].eq(start), [*keys, "value"]]
    both = there.merge(back, on=keys, suffixes=("_there", "_back")).sort_values(["year", *keys[:1]])
    both = both.set_axis([*keys, "stream", "counter"], axis=1).reset_index(drop=True)
    ratios = [counter_stream_ratio(r.stream, r.counter) for r in both.itertuples()]
    return both.assign(ratio=pd.Series(ratios, index=both.index, dtype="object"))


def offices(found: pd.DataFrame, start: str, end: str, year: int) -> tuple[float, float] | None:
    """Return the smallest and the largest count that offices give for one way in one year.

    Parameters
    ----------
    found : pandas.DataFrame
        From `counted_pair`.

    Returns
    -------
    tuple of float or None
        Registrations for residence only, since other counts are of other people; None where there
        are not two that differ by more than the margin.
    """
    rows = found["drawn"].astype(bool) & found["indicator"].isin(COUNTED[1:])
    rows &= found["start"].eq(start) & found["end"].eq(end) & found["year"].eq(year)
    values = found.loc[rows, "value"].astype("float")
    if len(values) < 2 or not is_larger(values.max(), values.min()):
        return None
    return float(values.min()), float(values.max())
