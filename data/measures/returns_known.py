"""The best figure of each kind of return, for each country of origin.

A line is one kind of return counted by one body in one way. Lines are never added; a figure is
summed only over the parts that its own source counts apart (sexes and ages, member states,
countries of asylum, flights of one year).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from data.measures.avrr import OTHER_RETURNS, RETURNS
from data.measures.best import coverage_of, moments, ranked
from data.measures.drivers import UNION
from data.measures.grades import grade
from data.measures.returns import ASSISTED, ENFORCED, OTHER_VOLUNTARY, UK
from data.measures.returns_eu import INDICATORS, over_years, returned_rows

Group = Literal[
    "assisted", "voluntary", "enforced", "mixed", "humanitarian", "state", "refugees", "tracked"
]
GROUPS: tuple[Group, ...] = (
    "assisted", "voluntary", "enforced", "mixed", "humanitarian", "state", "refugees", "tracked",
)  # fmt: skip
WHOLE = ("calendar_year", "fiscal_year")
COLUMNS = [
    "line", "origin", "value", "year", "period_start", "period_end", "period_type", "obs_status",
    "unit", "hosts", "others", "source_id",
]  # fmt: skip


@dataclass(frozen=True)
class KnownLine:
    """One kind of return, counted by one body in one way.

    Attributes
    ----------
    name : str
        Key of the line.
    group : str
        The kind of return, of `GROUPS`.
    indicators : tuple of str
        Rows of the table.
    table : str
        ``returns``, ``avrr`` or ``forced_displacement``.
    hosts : tuple of str
        Countries that people left; all where empty.
    sources : tuple of str
        Ids of sources; all where empty.
    summed : bool
        Whether the parts of a calendar year are summed.
    """

    name: str
    group: Group
    indicators: tuple[str, ...]
    table: str = "returns"
    hosts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    summed: bool = False


LINES: tuple[KnownLine, ...] = (
    KnownLine("iom", "assisted", (*RETURNS, *OTHER_RETURNS), "avrr"),
    KnownLine("uk_assisted", "assisted", (ASSISTED,), sources=(UK,), summed=True),
    KnownLine("uk_other", "voluntary", OTHER_VOLUNTARY, sources=(UK,), summed=True),
    KnownLine("uk_enforced", "enforced", (ENFORCED,), sources=(UK,), summed=True),
    KnownLine("usa", "enforced", ("removals_national",), hosts=("USA",)),
    KnownLine("deu", "enforced", ("removals_national",), hosts=("DEU",)),
    KnownLine("pol", "enforced", ("removals_national",), hosts=("POL",)),
    KnownLine(
        "rus", "enforced", ("removals_national", "removals_reported_by_origin"), hosts=("RUS",)
    ),
    KnownLine("frontex", "enforced", ("frontex_operation_enforced",), summed=True),
    KnownLine("mexico", "enforced", ("mexico_deportations",), summed=True),
    KnownLine("eu", "mixed", (INDICATORS["third"],), summed=True),
    KnownLine(
        "conflict", "humanitarian", ("humanitarian_returns", "humanitarian_returns_women_children")
    ),
    KnownLine("poland", "humanitarian", ("frontex_humanitarian_voluntary",), summed=True),
    KnownLine("state", "state", ("state_assisted_returns",)),
    KnownLine("covid", "state", ("covid_repatriation",)),
    KnownLine("unhcr", "refugees", ("returned_refugees",), "forced_displacement", summed=True),
    KnownLine("dtm", "tracked", ("return_migrants_communities",)),
    KnownLine("ministries", "tracked", ("labour_migrants_returned",)),
)


def rows_of(tables: Mapping[str, pd.DataFrame], line: KnownLine, origin: str) -> pd.DataFrame:
    """Return the rows of a line for one country of origin, of all people together.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        ``returns``, ``avrr`` and ``forced_displacement``.
    line : KnownLine
        The line.
    origin : str
        ISO 3166-1 alpha-3.

    Returns
    -------
    pandas.DataFrame
        Rows with a column ``left``: the country that people left.
    """
    table = tables[line.table]
    host = "destination" if line.table == "forced_displacement" else "host"
    rows = table["origin"].eq(origin) & table["indicator"].isin(line.indicators)
    if line.hosts:
        rows &= table[host].isin(line.hosts)
    if line.sources:
        rows &= table["source_id"].isin(line.sources)
    if UK not in line.sources:  # its rows are by sex and age, without a total
        rows &= table["sex"].eq("total") & table["age"].eq("total")
    found = table.loc[rows]
    return found.assign(left=found[host].astype(str))


def latest(
    tables: Mapping[str, pd.DataFrame], origins: Sequence[str], lines: Sequence[KnownLine] = LINES
) -> pd.DataFrame:
    """Return the figure that stands for each line, for each country of origin that has one.

    Single figures are chosen by the rule of `data.measures.best`; of series of years, the latest.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        As for `rows_of`.
    origins : sequence of str
        ISO 3166-1 alpha-3.
    lines : sequence of KnownLine
        The lines.

    Returns
    -------
    pandas.DataFrame
        ``line``, ``origin``, ``value``, the period, ``obs_status``, ``unit``, ``hosts`` (codes
        of the countries left, tuple), ``others`` (how many further figures the line has for the
        country), ``source_id``. A line that the Home Office counted for a nationality with no row
        of that kind in its latest year has the value 0.
    """
    found = [
        told
        for line in lines
        for origin in origins
        if (told := _latest(tables, line, origin)) is not None
    ]
    return pd.DataFrame(found, columns=COLUMNS)


def _latest(
    tables: Mapping[str, pd.DataFrame], line: KnownLine, origin: str
) -> tuple[object, ...] | None:
    rows = rows_of(tables, line, origin)
    if UK in line.sources:
        return _of_home_office(tables["returns"], rows, line, origin)
    if rows.empty:
        return None
    if line.name == "eu":
        return _of_union(tables["returns"], line, origin)
    if line.summed:
        return _of_year(rows, line, origin)
    last = in_order(rows, line).iloc[0]
    year = None if pd.isna(last["year"]) else int(last["year"])
    return (
        line.name, origin, float(last["value"]), year, last["period_start"], last["period_end"],
        str(last["period_type"]), str(last["obs_status"]), str(last["unit"]), (last["left"],),
        len(rows) - 1, str(last["source_id"]),
    )  # fmt: skip


def in_order(rows: pd.DataFrame, line: KnownLine) -> pd.DataFrame:
    """Put single figures of a line in order by the rule of `data.measures.best`.

    Parameters
    ----------
    rows : pandas.DataFrame
        From `rows_of`, of one country of origin.
    line : KnownLine
        Its line; where it is of several countries left, a figure of one of them is a part.

    Returns
    -------
    pandas.DataFrame
        The rows, the one that stands for the line first, with ``why`` the others do not.
    """
    plain = rows.astype(dict.fromkeys(rows.select_dtypes("category").columns, "object"))
    text = plain[["confidence", "method", "source_id", "reference"]].fillna("")
    return ranked(plain.assign(
        at=moments(plain), coverage=[coverage_of(kind) for kind in plain["period_type"]],
        grade=[grade(*values) for values in text.itertuples(index=False)],
        series=[  # an operation or a running total is a thing of its own
            f"{row.indicator} {row.left}" if coverage_of(row.period_type) == "part" else str(place)
            for place, row in enumerate(plain.itertuples())
        ],
        scope=plain["left"].ne("WLD").astype(int) if len(line.hosts) != 1 else 0,
    ))  # fmt: skip


def _summed(
    line: KnownLine, origin: str, value: float, year: int, rows: pd.DataFrame, others: int
) -> tuple[object, ...]:
    """Return a sum over a calendar year in the order of `COLUMNS`."""
    return (
        line.name, origin, value, year, pd.Timestamp(year, 1, 1), pd.Timestamp(year, 12, 31),
        "calendar_year", str(rows["obs_status"].iloc[-1]), str(rows["unit"].iloc[-1]),
        tuple(sorted(set(rows.loc[rows["value"].gt(0), "left"]))), others,
        str(rows["source_id"].iloc[-1]),
    )  # fmt: skip


def _of_year(rows: pd.DataFrame, line: KnownLine, origin: str) -> tuple[object, ...]:
    """Sum the latest year; of flights and months only the days that they cover are claimed."""
    year = int(rows["year"].max())
    own = rows.loc[rows["year"].eq(year)]
    others = rows["year"].nunique() - 1
    told = _summed(line, origin, float(own["value"].sum()), year, own, others)
    if own["period_type"].isin(WHOLE).all():
        return told
    days = (own["period_start"].min(), own["period_end"].max(), "part_year")
    return (*told[:4], *days, *told[7:])


def _of_union(returns: pd.DataFrame, line: KnownLine, origin: str) -> tuple[object, ...] | None:
    rows = returned_rows(returns, (origin,))
    found = over_years(rows, UNION)
    found = found.loc[found["kind"].eq("third")]
    if found.empty:
        return None
    last = found.loc[found["year"].idxmax()]
    own = rows.loc[rows["kind"].eq("third") & rows["year"].eq(last["year"])]
    own = own.assign(left=UNION)
    year = int(last["year"])
    return _summed(line, origin, float(last["value"]), year, own, len(found) - 1)


def _of_home_office(
    returns: pd.DataFrame, rows: pd.DataFrame, line: KnownLine, origin: str
) -> tuple[object, ...] | None:
    every = returns.loc[returns["source_id"].eq(UK) & returns["origin"].eq(origin)]
    if every.empty:
        return None
    year = int(every["year"].max())
    own = rows.loc[rows["year"].eq(year)]
    told = own if len(own) else every.loc[every["year"].eq(year)].assign(left="GBR")
    others = rows.loc[rows["year"].ne(year), "year"].nunique()
    return _summed(line, origin, float(own["value"].sum()), year, told, others)
