"""How far figures of one kind are apart: in one year on one corridor, and over all corridors.

A difference is only taken between two series of one kind that are of the same period. Figures that
are bounds, plans or in doubt are shown beside the others and never subtracted.
"""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.areas import FIVE
from data.measures.catalogue import MEASURES
from data.measures.corridors import NOT_A_PLACE
from data.measures.evidence import replaced
from data.measures.lead import leader
from data.measures.rows import Tables, of_kind, places_where
from data.measures.sides import sides_of
from data.measures.source_figures import BACK, kind_of
from data.measures.source_subjects import SUBJECTS, Piece

NEAR = 5  # years: an older or newer figure of a series is not shown beside those of a year
SINCE = 2010  # older differences are not ranked
LEAST = 1_000  # the smaller of two figures that are ranked by how far they are apart
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
    editions : bool
        Whether they are apart only because one of them was replaced by another.
    """

    kind: str
    year: int
    unit: str
    low: float
    high: float
    count: int
    editions: bool = False

    @property
    def times(self) -> float | None:
        """How many times the smallest the largest is; None where that says nothing."""
        return self.high / self.low if self.low > 0 else None

    @property
    def percent(self) -> float | None:
        """By how many per cent of the smallest the largest is above it."""
        return None if self.times is None else 100 * (self.times - 1)


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
        sure=~found["obs_status"].isin(UNSURE),
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
    shared = [int(str(place[2])) for place, n in counts.items() if n > 1]  # type: ignore[index]
    return max(shared, default=max(years_of(found)))


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
    of = abs(float(own.at[place, "value"])) if place is not None else 0.0
    return own.assign(
        reason=reasons,
        rule=[rule if at == place else "" for at in own.index],
        difference=apart,
        percent=100 * apart / of if of else float("nan"),
    )


def _reason(row: dict[Any, Any], reference: dict[Any, Any] | None, is_it: bool) -> str:
    if reference is None:
        return "alone"
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
    sure = sure.loc[sure["when"].eq(counts.idxmax())]
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
    for kind, own in rows.groupby("kind", sort=False):
        lead = own.loc[own["reason"].eq("reference")]
        if lead.empty:
            continue
        told = own.loc[own["sure"] & own["when"].eq(lead["when"].iloc[0])]
        current = told.loc[~told["replaced"].astype(bool)]
        editions = current["key"].nunique() < 2
        told = told if editions else current
        low, high = float(told["value"].min()), float(told["value"].max())
        year, unit = int(lead["year"].iloc[0]), str(lead["unit"].iloc[0])
        found.append(Spread(str(kind), year, unit, low, high, told["key"].nunique(), editions))
    return tuple(found)


def leading(found: tuple[Spread, ...]) -> Spread | None:
    """Return the spread that a headline tells: of the first kind that has two current series."""
    current = [one for one in found if not one.editions]
    return next(iter((*current, *found)), None)


def widest(tables: Tables, subject: str) -> pd.DataFrame:
    """Return the corridors of the five on which sources differ, the widest apart first.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    subject : str
        A key of `SUBJECTS`.

    Returns
    -------
    pandas.DataFrame
        ``home``, ``away``, ``kind``, ``unit``, ``year``, ``low``, ``high``, ``count`` of
        series, ``low_source``, ``low_series``, ``low_method``, ``low_note_id`` and the same of the
        largest, ``times``: of each corridor and kind the newest year since `SINCE` of which two
        current series have a figure of at least `LEAST`. Of a model with several methods only that which the
        atlas shows.
    """
    parts = [_every(tables[one.table], one) for one in SUBJECTS[subject] if not one.measure]
    rows = pd.concat([part for part in parts if len(part)], ignore_index=True)
    keys = ["home", "away", "kind", "unit", "year"]
    rows = rows.drop_duplicates([*keys, "key"])
    rows = rows.loc[rows["year"].ge(SINCE)]
    rows = rows.assign(count=rows.groupby(keys)["key"].transform("nunique"))
    rows = rows.loc[rows["count"].gt(1) & rows.groupby(keys)["value"].transform("min").ge(LEAST)]
    newest = rows.groupby(keys[:-1])["year"].transform("max")
    rows = rows.loc[rows["year"].eq(newest)].sort_values("value", kind="stable")
    own = rows.rename(columns={"source_id": "source"})[[*keys, "count", *ENDS]]
    low = own.drop_duplicates(keys).rename(columns={one: f"low_{one}" for one in ENDS})
    high = own.drop_duplicates(keys, keep="last").rename(
        columns={one: f"high_{one}" for one in ENDS}
    )
    found = low.merge(high, on=[*keys, "count"])
    found = found.rename(columns={"low_value": "low", "high_value": "high"})
    found = found.assign(times=found["high"] / found["low"])
    return found.sort_values("times", ascending=False, kind="stable", ignore_index=True)


def _every(frame: pd.DataFrame, piece: Piece) -> pd.DataFrame:
    """Return the figures of all corridors that a ranking may read, with who and what they are."""
    home, away = sides_of(piece.table, "home")
    if piece.indicators[0] in BACK:
        home, away = away, home
    told: dict[str, tuple[str, ...]] = {
        name: ("total",) for name in ("sex", "age") if name in frame
    }
    methods = {method for one in MEASURES.values() for method in one.methods[:1]}
    if piece.table == "migration_flows" and frame["method"].isin(methods).any():
        told["method"] = (*methods, "collection", "press")
    rows = frame.take(
        places_where(frame, {"indicator": piece.indicators} | told | dict(piece.where))
    )
    rows = rows.loc[rows["year"].notna() & rows["value"].notna() & ~rows["obs_status"].isin(UNSURE)]
    rows = rows.loc[rows["period_type"].isin(WHOLE)]
    plain = {name: rows[name].astype("object") for name in TOLD if name in rows}
    found = pd.DataFrame(plain).reindex(columns=list(TOLD))
    found = found.assign(home=rows[home].astype("object"), away=rows[away].astype("object"))
    out = NOT_A_PLACE | set(of_kind("aggregate"))
    found = found.loc[~found["home"].isin(out) & ~found["away"].isin(out)]
    found = found.loc[found["home"].isin(FIVE) | found["away"].isin(FIVE)]
    found = found.loc[~_old(found)]
    texts = (found[name].fillna("").astype(str) for name in ("source_id", "series", "method"))
    return found.assign(
        kind=[kind_of(row) for row in found.to_dict("records")],
        key=["|".join(one) for one in zip(*texts, strict=True)],
        value=found["value"].astype("float"),
        year=found["year"].astype("int"),
        **{name: found[name].fillna("") for name in ("series", "method", "note_id")},
    )


ENDS = ("value", "source", "series", "method", "note_id")  # what is told of both ends of a range
WHOLE = ("calendar_year", "mid_year", "end_year", "start_year", "snapshot", "five_years")
TOLD = (
    *("source_id", "indicator", "series", "method", "origin_basis", "note_id", "year"),
    *("value", "unit"),
)


def _old(rows: pd.DataFrame) -> pd.Series:
    """Say of each row whether a newer edition has its corridor."""
    pairs = rows["home"] + "-" + rows["away"]
    newest = set(pairs.loc[rows["source_id"].eq("un_desa_ims2024")])
    old = rows["source_id"].isin(("worldbank_global_bilateral_migration", "worldbank_knomad_2017"))
    return old | (rows["source_id"].eq("un_desa_ims2020") & pairs.isin(newest))
