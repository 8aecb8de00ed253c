"""How far figures of one kind are apart in one year, on one corridor or of one country.

A difference is only taken between two series of one kind that are of the same period. Figures that
are bounds, plans or in doubt are shown beside the others and never subtracted.
"""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.measures.evidence import replaced
from data.measures.lead import leader
from data.measures.yearly import EDITIONS as MODEL_EDITIONS

NEAR = 5  # years: an older or newer figure of a series is not shown beside those of a year
UNSURE = ("lower_bound", "upper_bound", "planned", "projection", "disputed", "flag")
EDITIONS = {"abel_cohen_flows": "abel_cohen_flows_ims2024"}  # older → newer, of one estimate
# Why a figure has no difference from a reference; none for one that has.
REASONS = ("", "reference", "alone", "year", "period", "bound", "same")
ADDED = ["when", "sure", "replaced", "reason", "rule", "difference", "percent"]


@dataclass(frozen=True)
class Spread:
    """How far the figures of one kind and period are apart.

    Attributes
    ----------
    kind : str
        What is counted.
    year : int
        Year, or last year of the period.
    unit : str
        Of the values.
    low, high : float
        The smallest and the largest.
    count : int
        How many series have a figure.
    apart : float or None
        The largest difference from the reference, in per cent of it; None where values below 0
        make it say nothing.
    editions : bool
        Whether all are editions of one estimate: one has replaced the others, or one model has two.
    """

    kind: str
    year: int
    unit: str
    low: float
    high: float
    count: int
    apart: float | None = None
    editions: bool = False

    @property
    def times(self) -> float | None:
        """How many times the smallest the largest is; None where that says nothing."""
        return self.high / self.low if self.low > 0 else None


def prepared(found: pd.DataFrame) -> pd.DataFrame:
    """Return figures with what decides whether they can be compared.

    Parameters
    ----------
    found : pandas.DataFrame
        From `data.measures.source_figures`.

    Returns
    -------
    pandas.DataFrame
        With ``when``, the period that two figures must share (empty where it is not known),
        ``sure``, whether the value is no bound, plan or figure in doubt, and ``replaced``, whether
        a newer edition has taken the place of its source.
    """
    old: tuple[str, ...] = ()
    stocks = found.loc[found["table"].eq("migrant_stocks")]
    if len(stocks):
        old += replaced(stocks)
    there = set(found["source_id"])
    old += tuple(one for one, newer in EDITIONS.items() if newer in there)
    return found.assign(
        when=[_when(row) for row in found.to_dict("records")],
        sure=~found["obs_status"].isin(UNSURE) & ~found["doubted"].eq(True),
        replaced=found["source_id"].isin(old),
    )


def _when(row: dict[Any, Any]) -> str:
    """Return the period of a figure: its year where it covers a whole one or a day, else days."""
    if row["coverage"] == "full":
        fiscal = "fiscal " if row["period_type"] == "fiscal_year" else ""
        return f"{fiscal}{row['year']}"
    start, end = row["period_start"], row["period_end"]
    return "" if pd.isna(start) or pd.isna(end) else f"{start:%F}/{end:%F}"


def years_of(found: pd.DataFrame) -> tuple[int, ...]:
    """Return the years of figures (from `data.measures.source_figures`), the first first."""
    return tuple(sorted({int(year) for year in found["year"]}))


def usual_year(found: pd.DataFrame) -> int:
    """Return the newest year of which two series of one kind have a figure that can be compared.

    The newest year of all where no two series of one kind share a period; 0 where there is no
    figure.
    """
    if found.empty:
        return 0
    rows = prepared(found)
    rows = rows.loc[rows["sure"] & rows["when"].ne("")]
    counts = rows.groupby(["kind", "when", "year"])["key"].nunique()
    shared = counts.loc[counts.gt(1)].index.get_level_values("year")
    return int(max(shared, default=max(years_of(found))))


def at_year(found: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return what each series says of a year, or of the year of it that is nearest.

    Parameters
    ----------
    found : pandas.DataFrame
        From `data.measures.source_figures`.
    year : int
        The year that was chosen.

    Returns
    -------
    pandas.DataFrame
        The rows, kind by kind, the largest first, those of other years last; with `prepared`'s
        columns; ``reason``, one of `REASONS`; ``rule``, for a reference why it is one: ``atlas``
        where the atlas shows this series elsewhere, ``best`` where it is the figure that would
        stand for the thing by ``docs/best-figure.md``; ``difference`` from the reference, in the
        unit, and ``percent`` of it (NaN where there is none).
    """
    rows = prepared(found)
    apart = (rows["year"] - year).abs()
    rows = rows.assign(apart=apart).loc[apart.le(NEAR)]
    if rows.empty:
        return rows.assign(**dict.fromkeys(ADDED[3:]))
    nearest = rows.groupby("key")["apart"].transform("min")
    rows = rows.loc[rows["apart"].eq(nearest)]
    newest = rows.groupby("key")["year"].transform("max")
    rows = rows.loc[rows["year"].eq(newest)]
    order = list(dict.fromkeys(found["kind"]))
    parts = [_beside(rows.loc[rows["kind"].eq(kind)], year) for kind in order]
    return pd.concat([part for part in parts if len(part)], ignore_index=True)


def _beside(own: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return the figures of one kind with their differences from the reference among them."""
    if own.empty:
        return own
    own = own.sort_values(["apart", "value"], ascending=[True, False], kind="stable")
    place, rule = _reference(own, year)
    reasons, differences = [], []
    for at, row in zip(own.index, own.to_dict("records"), strict=True):
        reason = _reason(row, own.loc[place].to_dict() if place is not None else None, at == place)
        reasons.append(reason)
        differences.append(row["value"] - own.at[place, "value"] if reason == "" else float("nan"))
    apart = pd.Series(differences, index=own.index, dtype="float")
    of = float(own["value"].to_dict()[place]) if place is not None else 0.0
    return own.assign(
        reason=reasons,
        rule=[rule if at == place else "" for at in own.index],
        difference=apart,
        percent=(100 * apart / of).where(own["value"].ge(0)) if of > 0 else float("nan"),
    )


def _reason(row: dict[Any, Any], reference: dict[Any, Any] | None, is_it: bool) -> str:
    if reference is None:
        return "alone" if row["sure"] else "bound"
    if is_it:
        return "reference"
    if row["key"] == reference["key"]:
        return "same"
    if not row["sure"]:
        return "bound"
    if row["year"] != reference["year"]:
        return "year"
    return "" if row["when"] == reference["when"] else "period"


def _reference(own: pd.DataFrame, year: int) -> tuple[Any, str]:
    """Return at which row of one kind the reference stands, and by which rule; None without one."""
    sure = own.loc[own["sure"] & own["year"].eq(year) & own["when"].ne("")]
    counts = sure.groupby("when", sort=False)["key"].nunique()
    if counts.empty or counts.max() < 2:
        return None, ""
    sure = sure.loc[sure["when"].eq(str(counts.idxmax()))]
    current = sure.loc[~sure["replaced"]]
    sure = current if len(current) else sure
    shown = sure.loc[sure["atlas"].astype(bool)]
    lead = leader(list((shown if len(shown) else sure).itertuples()))
    return lead.Index, "atlas" if len(shown) else "best"


def spreads(rows: pd.DataFrame) -> tuple[Spread, ...]:
    """Return how far figures are apart, a kind each, where two series can be compared.

    Parameters
    ----------
    rows : pandas.DataFrame
        From `at_year`.

    Returns
    -------
    tuple of Spread
        In the order of the kinds; replaced editions are left out where two series remain.
    """
    found = []
    for kind in dict.fromkeys(rows["kind"].astype("str")):
        own = rows.loc[rows["kind"].eq(kind)]
        lead = own.loc[own["reason"].eq("reference")]
        if lead.empty:
            continue
        told = own.loc[own["sure"] & own["when"].eq(str(lead["when"].iloc[0]))]
        current = told.loc[~told["replaced"].astype(bool)]
        model = bool(current["series"].isin(MODEL_EDITIONS).all())
        editions = model or current["key"].nunique() < 2
        told = current if current["key"].nunique() > 1 else told
        low, high = float(told["value"].min()), float(told["value"].max())
        year, unit = int(lead["year"].iloc[0]), str(lead["unit"].iloc[0])
        gap = (
            None if low < 0 or told["percent"].isna().all() else float(told["percent"].abs().max())
        )
        found.append(Spread(kind, year, unit, low, high, told["key"].nunique(), gap, editions))
    return tuple(found)


def leading(found: tuple[Spread, ...]) -> Spread | None:
    """Return the spread that a headline tells: of the first kind that has two current series."""
    current = [one for one in found if not one.editions]
    return next(iter((*current, *found)), None)
