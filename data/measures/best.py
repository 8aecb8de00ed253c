"""The one rule for which of several figures stands for a thing: `docs/best-figure.md`.

Figures of one kind compete by date, by how much they cover and by how they are known; kinds have
an order of their own, which the caller gives. Every figure that loses is kept, with the reason.
"""

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
    year = rows["year"].astype("Int64").astype("string")
    day = pd.Series("07-01", index=rows.index).mask(
        rows["period_type"].isin(["calendar_year", "fiscal_year", "end_year"]), "12-31"
    )
    day = day.mask(rows["period_type"].eq("start_year"), "01-01")
    told = pd.to_datetime(rows["period_end"])
    whole = rows["period_type"].isin(FULL)
    told = told.fillna(pd.to_datetime(rows["period_start"]).where(~whole))
    return told.fillna(pd.to_datetime(year + "-" + day, errors="coerce"))


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
    if figures.empty:
        return figures.assign(why=pd.Series(dtype="object"))
    kinds = figures["kind"] if "kind" in figures else pd.Series(0, index=figures.index)
    why = pd.Series("kind", index=figures.index, dtype="object")
    first = figures.loc[kinds.eq(kinds.min())]
    why.update(_reasons(first))
    told = figures.assign(why=why, _lead=why.ne(""), _kind=kinds)
    order = told.sort_values(
        ["_lead", "_kind", "at"], ascending=[True, True, False], na_position="last", kind="stable"
    )
    return order.drop(columns=["_lead", "_kind"])


def _reasons(rows: pd.DataFrame) -> pd.Series:
    """Return for each figure of one kind why it does not lead; empty for the one that does."""
    why = pd.Series("", index=rows.index, dtype="object")
    left = rows
    if "obs_status" in rows:
        left = _keep(left, ~left["obs_status"].isin(NO_COUNT), why, "plan")
    left = _keep(left, left["at"].notna(), why, "undated")
    last = left["at"].max()
    known = left.loc[~(left["at"] < last - FAR * YEAR)]
    left = _keep(left, left["at"] >= last - STALE * YEAR, why, "old")
    lead = _lead(left, why)
    while len(larger := _larger(known, lead)):
        why.loc[left.index] = "small"
        left = larger
        lead = _lead(left, why)
    return why


def _lead(left: pd.DataFrame, why: pd.Series) -> pd.Series:
    """Choose by what figures cover, then by date and surety; write why the others lose."""
    covers = _covers(left)
    left = _keep(left, covers.eq(covers.min()), why, "less")
    left = _keep(left, left["at"] >= left["at"].max() - NEAR * YEAR, why, "older")
    sure = left["grade"].map(KNOWN.index)
    left = _keep(left, sure.eq(sure.min()), why, "unsure")
    lead = _newest(left)
    why.loc[left.index] = ["twin" if at == lead["at"] else "older" for at in left["at"]]
    why.loc[lead.name] = ""
    return lead


def _covers(rows: pd.DataFrame) -> pd.Series:
    """Return ranks of what figures cover: all partners before one, a whole before its parts."""
    return rows["coverage"].map(COVERAGES.index) + rows.get("scope", 0) * len(COVERAGES)


def _larger(known: pd.DataFrame, lead: pd.Series) -> pd.DataFrame:
    """Return figures of other series beside which a part is small."""
    if "series" not in known or not lead["value"] or not _covers(known).get(lead.name):
        return known.iloc[:0]
    much = known["value"] >= LARGE * float(lead["value"])
    return known.loc[much & known["series"].ne(lead["series"])]


def _keep(rows: pd.DataFrame, kept: pd.Series, why: pd.Series, reason: str) -> pd.DataFrame:
    """Write why the others go, unless nothing would be left."""
    if not kept.any():
        return rows
    why.loc[rows.index[~kept]] = reason
    return rows.loc[kept]


def _newest(rows: pd.DataFrame) -> pd.Series:
    """Return the newest figure; of two with one last day the longer, then the larger."""
    start = pd.to_datetime(rows["period_start"]) if "period_start" in rows else rows["at"]
    days = (rows["at"] - start).dt.days.astype("float").fillna(-1.0)
    days = days.mask(rows["coverage"].eq("several") & days.lt(0), float("inf"))
    order = rows.assign(_days=days).sort_values(
        ["at", "_days", "value"], na_position="first", kind="stable"
    )
    return rows.loc[order.index[-1]]
