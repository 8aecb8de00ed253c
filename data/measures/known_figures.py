"""The figures of each line of what is known of return, and which of them stands for the line.

A figure is summed only over the parts that its own source counts apart (sexes and ages, member
states, countries of asylum, flights of one year). Which figure leads is decided by the one rule of
`data.measures.best`; the others are kept, with the reason.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from data.measures.avrr import UNKNOWN
from data.measures.best import STALE, YEAR, coverage_of, moments, ranked
from data.measures.drivers import UNION
from data.measures.grades import grade
from data.measures.lead import rivalry
from data.measures.returns import ENFORCED, REFUSED, UK, VOLUNTARY
from data.measures.returns_eu import over_years, returned_rows
from data.measures.returns_known import LINES, WHOLE, KnownLine, rows_of
from data.measures.us_returns import REMOVED, us_rows, us_years

WORLD = "WLD"
COLUMNS = [
    "line",
    "origin",
    "value",
    "year",
    "period_start",
    "period_end",
    "period_type",
    "obs_status",
    "unit",
    "hosts",
    "source_id",
    "series",
    "scope",
    "grade",
    "detail",
    "reference",
]


def figures(
    tables: Mapping[str, pd.DataFrame], origins: Sequence[str], lines: Sequence[KnownLine] = LINES
) -> pd.DataFrame:
    """Return every figure of each line for each country of origin.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        ``returns``, ``avrr`` and ``forced_displacement``.
    origins : sequence of str
        ISO 3166-1 alpha-3.
    lines : sequence of KnownLine
        The lines.

    Returns
    -------
    pandas.DataFrame
        ``line``, ``origin``, ``value``, the period, ``obs_status``, ``unit``, ``hosts`` (codes of
        the countries left, tuple; empty where the source names none), ``source_id``, ``detail``
        (what the source adds to a single figure) and its ``reference``, and ``why``
        the figure does not stand for its line: empty for the first of each line and country,
        which does. A line that the Home Office counted for a nationality with no row of that kind
        in its latest year has the value 0.
    """
    narrow = {name: _narrow(tables[name], origins, lines) for name in {one.table for one in lines}}
    found = []
    for line in lines:
        for origin in origins:
            told = _figures(narrow, line, origin)
            if told:
                found.append(_in_order(pd.DataFrame(told, columns=COLUMNS), line))
    if not found:
        return pd.DataFrame(columns=[*COLUMNS, "why", "others"])
    together = pd.concat(found, ignore_index=True)
    return together.assign(year=together["year"].astype("Int64"))


def _narrow(
    table: pd.DataFrame, origins: Sequence[str], lines: Sequence[KnownLine]
) -> pd.DataFrame:
    """Return the rows that the lines may read, with plain columns, which are quick to search."""
    wanted = {name for line in lines for name in line.indicators} | {*VOLUNTARY, ENFORCED, REFUSED}
    rows = table.loc[
        table["indicator"].isin(list(wanted)) & table["origin"].isin([*origins, WORLD])
    ]
    return rows.astype(dict.fromkeys(rows.select_dtypes("category").columns, "object"))


def latest(
    tables: Mapping[str, pd.DataFrame], origins: Sequence[str], lines: Sequence[KnownLine] = LINES
) -> pd.DataFrame:
    """Return the figure that stands for each line, for each country of origin that has one.

    Parameters and columns are those of `figures`, with ``others``: how many further figures the
    line has for the country.
    """
    found = figures(tables, origins, lines)
    return found.loc[found["why"].eq("")].reset_index(drop=True)


def _in_order(told: pd.DataFrame, line: KnownLine) -> pd.DataFrame:
    """Put the figures of a line and country in order by the rule, with the reasons."""
    if len(told) == 1:
        return told.assign(why="", others=0)
    full = [coverage_of(kind) for kind in told["period_type"]]
    if set(full) == {"full"} and told["year"].is_unique and told["grade"].nunique() == 1:
        return _yearly(told)
    order = ranked(told.assign(at=moments(told), coverage=full))
    return order.assign(others=len(order) - 1).drop(columns=["at", "coverage"])


def _yearly(told: pd.DataFrame) -> pd.DataFrame:
    """Put one series of whole years in order, as the rule does: the newest stands for it."""
    at = moments(told)
    old = at < at.max() - STALE * YEAR
    why = old.map({True: "old", False: "older"}).mask(at.eq(at.max()), "")
    order = told.assign(why=why, others=len(told) - 1)
    return order.sort_values("year", ascending=False)


def _figures(
    tables: Mapping[str, pd.DataFrame], line: KnownLine, origin: str
) -> list[tuple[object, ...]]:
    rows = rows_of(tables, line, origin)
    if REMOVED in line.indicators:
        rows = _one_yearbook(tables["returns"], rows, origin)
    if UK in line.sources:
        return _of_home_office(tables["returns"], rows, line, origin)
    if line.name == "eu":
        return _of_union(tables["returns"], rows, line, origin)
    if line.summed:
        return [_of_year(own, line, origin) for _, own in rows.groupby("year")]
    return [_single(row, line) for row in rows.itertuples()]


def _single(row: Any, line: KnownLine) -> tuple[object, ...]:
    """Return a row that is a figure by itself, in the order of `COLUMNS`."""
    year = None if pd.isna(row.year) else int(row.year)
    alone = len(line.hosts) == 1
    scope, series = rivalry(row.indicator, row.left, row.period_type, row.Index, alone)
    return (
        line.name,
        row.origin,
        float(row.value),
        year,
        row.period_start,
        row.period_end,
        row.period_type,
        row.obs_status,
        row.unit,
        () if row.left == UNKNOWN else (row.left,),
        row.source_id,
        series,
        scope,
        _grade(row),
        _said(row.series),
        _said(row.reference),
    )


def _said(told: Any) -> str:
    return "" if pd.isna(told) else str(told)


def _grade(row: Any) -> str:
    told = (row.confidence, row.method, row.source_id, row.reference)
    return grade(*map(_said, told))


def _summed(
    line: KnownLine, origin: str, value: float, year: int, rows: pd.DataFrame
) -> tuple[object, ...]:
    """Return a sum over a calendar year in the order of `COLUMNS`."""
    last = rows.iloc[-1]
    counted = rows.loc[rows["value"].gt(0)] if value else rows
    return (
        line.name,
        origin,
        value,
        year,
        pd.Timestamp(year, 1, 1),
        pd.Timestamp(year, 12, 31),
        "calendar_year",
        last.obs_status,
        last.unit,
        tuple(sorted(set(counted["left"]))),
        last.source_id,
        line.name,
        0,
        _grade(last),
        "",
        "",
    )


def _of_year(own: pd.DataFrame, line: KnownLine, origin: str) -> tuple[object, ...]:
    """Sum a year; of flights and months only the days that they cover are claimed."""
    year = int(own["year"].iloc[0])
    told = _summed(line, origin, float(own["value"].sum()), year, own)
    first, last = own["period_start"].min(), own["period_end"].max()
    if line.split or own["period_type"].isin(WHOLE).all() or (first, last) == (told[4], told[5]):
        return told
    return (*told[:4], first, last, "part_year", *told[7:])


def _of_union(
    returns: pd.DataFrame, rows: pd.DataFrame, line: KnownLine, origin: str
) -> list[tuple[object, ...]]:
    found = over_years(returned_rows(returns, (origin,)), UNION)
    return [
        _summed(
            line,
            origin,
            float(year.value),
            int(year.year),
            rows.loc[rows["year"].eq(year.year)].assign(left=UNION),
        )
        for year in found.loc[found["kind"].eq("third")].itertuples()
    ]


def _of_home_office(
    returns: pd.DataFrame, rows: pd.DataFrame, line: KnownLine, origin: str
) -> list[tuple[object, ...]]:
    """Sum each year; a kind without a row in the latest year that has any is a zero of it."""
    every = returns.loc[returns["source_id"].isin(line.sources) & returns["origin"].eq(origin)]
    every = every.loc[every["indicator"].isin([*VOLUNTARY, ENFORCED, REFUSED])]
    if every.empty:
        return []
    found = [
        _summed(line, origin, float(own["value"].sum()), int(str(year)), own)
        for year, own in rows.groupby("year")
    ]
    last = int(every["year"].max())
    if not rows["year"].eq(last).any():
        counted = every.loc[every["year"].eq(last)].assign(left="GBR")
        found.append(_summed(line, origin, 0.0, last, counted))
    return found


def _one_yearbook(returns: pd.DataFrame, rows: pd.DataFrame, origin: str) -> pd.DataFrame:
    """Return removals with one row a fiscal year: of the Yearbook that the rule of them names."""
    found = us_years(us_rows(returns, (origin,)))
    found = found.loc[found["indicator"].eq(REMOVED) & found["origin"].eq(origin)]
    first = rows.drop_duplicates("year").drop(columns="value")
    return first.merge(found[["year", "value"]], on="year")
