"""The figures of each line of what is known of return, and which of them stands for the line.

A figure is summed only over the parts that its own source counts apart (sexes and ages, member
states, countries of asylum, flights of one year). Which figure leads is decided by the one rule of
`data.measures.best`; the others are kept, with the reason.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import pandas as pd

from data.measures.avrr import UNKNOWN
from data.measures.best import coverage_of, in_order, moment
from data.measures.drivers import UNION
from data.measures.grades import grade
from data.measures.known_rows import KnownRow, of_kinds, rows_of
from data.measures.lead import rivalry
from data.measures.returns import ENFORCED, REFUSED, UK, VOLUNTARY
from data.measures.returns_eu import over_years, returned_rows
from data.measures.returns_known import LINES, WHOLE, KnownLine
from data.measures.us_returns import REMOVED, us_rows, us_years

UK_KINDS = (*VOLUNTARY, ENFORCED, REFUSED)
Sums = Mapping[tuple[str, int], float]  # by country of origin and year


class KnownFigure(NamedTuple):
    """A figure of a line for a country of origin; `hosts` is empty where none is named."""

    line: str
    origin: str
    value: float
    year: int | None
    period_start: Any
    period_end: Any
    period_type: str
    obs_status: str
    unit: str
    hosts: tuple[str, ...]
    source_id: str
    series: str
    scope: int
    grade: str
    detail: str
    reference: str


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
    sums = _rules(tables, origins, lines)
    told = [
        one
        for line in lines
        for origin in origins
        for one in _figures(tables, line, origin, sums.get(line.name, {}))
    ]
    chosen = [
        one for _, own in groupby(told, key=lambda one: one[:2]) for one in _in_order(list(own))
    ]
    found = pd.DataFrame(chosen, columns=[*KnownFigure._fields, "why", "others"])
    return found.astype({"year": "Int64"})


def latest(
    tables: Mapping[str, pd.DataFrame], origins: Sequence[str], lines: Sequence[KnownLine] = LINES
) -> pd.DataFrame:
    """Return the figure that stands for each line, for each country of origin that has one.

    Parameters and columns are those of `figures`, with ``others``: how many further figures the
    line has for the country.
    """
    found = figures(tables, origins, lines)
    return found.loc[found["why"].eq("")].reset_index(drop=True)


def _in_order(told: Sequence[KnownFigure]) -> list[tuple[Any, ...]]:
    """Put figures of a line and country in order by the rule, with the reason and their number."""
    others = len(told) - 1
    order = in_order([_compared(one) for one in told]) if others else [(0, "")]
    return [(*told[place], why, others) for place, why in order]


def _compared(one: KnownFigure) -> dict[str, Any]:
    """Return what the rule reads of a figure."""
    return {
        "at": moment(one.period_end, one.year, one.period_type, one.period_start),
        "coverage": coverage_of(one.period_type),
        "kind": 0,
    } | one._asdict()


def _rules(
    tables: Mapping[str, pd.DataFrame], origins: Sequence[str], lines: Sequence[KnownLine]
) -> dict[str, Sums]:
    """Return the sums of the two lines whose source has a rule of its own for what is added."""
    found = {}
    for line in lines:
        if line.name == "eu":
            rows = over_years(returned_rows(tables["returns"], origins), UNION)
            found[line.name] = _sums(rows.loc[rows["kind"].eq("third")])
        elif REMOVED in line.indicators:
            rows = us_years(us_rows(tables["returns"], origins))
            found[line.name] = _sums(rows.loc[rows["indicator"].eq(REMOVED)])
    return found


def _sums(rows: pd.DataFrame) -> Sums:
    columns = (rows[name].to_list() for name in ("origin", "year", "value"))
    return {(origin, int(year)): float(value) for origin, year, value in zip(*columns, strict=True)}


def _figures(
    tables: Mapping[str, pd.DataFrame], line: KnownLine, origin: str, sums: Sums
) -> list[KnownFigure]:
    rows = rows_of(tables, line, origin)
    if REMOVED in line.indicators:
        rows = _one_yearbook(rows, sums)
    if UK in line.sources:
        return _of_home_office(tables["returns"], rows, line, origin)
    if line.name == "eu":
        return _of_union(rows, line, origin, sums)
    if line.summed:
        return [_of_year(own, line, year) for year, own in _by_year(rows)]
    return [_single(row, line) for row in rows]


def _by_year(rows: Sequence[KnownRow]) -> list[tuple[int, list[KnownRow]]]:
    """Return the rows of each year, in order of years; those without a year are in none."""
    dated = sorted((int(row.year), row) for row in rows if not pd.isna(row.year))
    groups = groupby(dated, key=lambda told: told[0])
    return [(year, [row for _, row in own]) for year, own in groups]


def _single(row: KnownRow, line: KnownLine) -> KnownFigure:
    """Return a row that is a figure by itself."""
    alone = len(line.hosts) == 1
    scope, series = rivalry(row.indicator, row.left, row.period_type, row.place, alone)
    return KnownFigure(
        line.name,
        row.origin,
        float(row.value),
        None if pd.isna(row.year) else int(row.year),
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


def _grade(row: KnownRow) -> str:
    told = (row.confidence, row.method, row.source_id, row.reference)
    return grade(*map(_said, told))


def _summed(line: KnownLine, value: float, year: int, rows: Sequence[KnownRow]) -> KnownFigure:
    """Return a sum over a calendar year."""
    last = rows[-1]
    counted = [row for row in rows if row.value > 0] if value else rows
    return KnownFigure(
        line.name,
        last.origin,
        value,
        year,
        pd.Timestamp(year, 1, 1),
        pd.Timestamp(year, 12, 31),
        "calendar_year",
        last.obs_status,
        last.unit,
        tuple(sorted({row.left for row in counted})),
        last.source_id,
        line.name,
        0,
        _grade(last),
        "",
        "",
    )


def _added(rows: Sequence[KnownRow]) -> float:
    return float(sum(row.value for row in rows if not pd.isna(row.value)))


def _of_year(own: Sequence[KnownRow], line: KnownLine, year: int) -> KnownFigure:
    """Sum a year; of flights and months only the days that they cover are claimed."""
    told = _summed(line, _added(own), year, own)
    first = min((row.period_start for row in own if not pd.isna(row.period_start)), default=pd.NaT)
    last = max((row.period_end for row in own if not pd.isna(row.period_end)), default=pd.NaT)
    whole = all(row.period_type in WHOLE for row in own)
    if line.split or whole or (first, last) == (told.period_start, told.period_end):
        return told
    return told._replace(period_start=first, period_end=last, period_type="part_year")


def _of_union(
    rows: Sequence[KnownRow], line: KnownLine, origin: str, sums: Sums
) -> list[KnownFigure]:
    return [
        _summed(line, sums[origin, year], year, [row._replace(left=UNION) for row in own])
        for year, own in _by_year(rows)
        if (origin, year) in sums
    ]


def _of_home_office(
    returns: pd.DataFrame, rows: Sequence[KnownRow], line: KnownLine, origin: str
) -> list[KnownFigure]:
    """Sum each year; a kind without a row in the latest year that has any is a zero of it."""
    every = [row for row in of_kinds(returns, UK_KINDS, origin) if row.source_id in line.sources]
    if not every:
        return []
    found = [_summed(line, _added(own), year, own) for year, own in _by_year(rows)]
    last, counted = _by_year(every)[-1]
    if last not in {row.year for row in rows}:
        found.append(_summed(line, 0.0, last, [row._replace(left="GBR") for row in counted]))
    return found


def _one_yearbook(rows: Sequence[KnownRow], sums: Sums) -> list[KnownRow]:
    """Return removals with one row a fiscal year: of the Yearbook that the rule of them names."""
    return [
        own[0]._replace(value=sums[own[0].origin, year])
        for year, own in _by_year(rows)
        if (own[0].origin, year) in sums
    ]
