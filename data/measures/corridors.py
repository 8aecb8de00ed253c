"""Corridors: pairs of countries with a value, from any measure of the catalogue."""

from dataclasses import dataclass

import pandas as pd

from data.areas import FIVE
from data.measures.kept import kept
from data.measures.measure import Direction, Measure
from data.measures.rows import belongs, of_kind

NOT_A_PLACE = frozenset({"OTH", "UNK", "XXA", "OTN", "OTS", "UNK_ASIA", "UNK_EUROPE", "WLD", "CHI"})
COLUMNS = ["start", "end", "year", "value", "obs_status", "confidence", "note_id"]


@kept(entries=60)
def corridors(
    frame: pd.DataFrame, measure: Measure, sex: str = "total", method: str | None = None
) -> pd.DataFrame:
    """Return all corridors of a measure that touch Central Asia, in every year.

    Parameters
    ----------
    frame : pandas.DataFrame
        The curated table of the measure.
    measure : Measure
        What to read.
    sex : str
        ``total``, ``male`` or ``female``; measures without sexes know only ``total``.
    method : str or None
        Method, for measures that have several; None takes the first.

    Returns
    -------
    pandas.DataFrame
        ``start``, ``end`` (codes), ``year`` (int), ``value`` (in the measure's unit),
        ``obs_status``, ``confidence`` and ``note_id``, one row per corridor and year. Where rows
        are added, a missing part stays missing: nothing is filled in. Groups of countries such
        as the whole European Union are left out, so that no one is counted twice.
    """
    columns = [measure.start, measure.end, "year", "value", "obs_status", "confidence", "note_id"]
    rows = frame.loc[_belongs(frame, measure, sex, method), columns]
    found = rows.set_axis(COLUMNS, axis=1)
    found = found.astype({"start": "object", "end": "object", "year": "int"})
    groups = of_kind("aggregate")
    found = found.loc[~found["start"].isin(groups) & ~found["end"].isin(groups)]
    found = found.loc[found["start"].isin(FIVE) | found["end"].isin(FIVE)]
    if measure.added:
        found = _added(found)
    if not measure.zeros:
        found = found.loc[found["value"].ne(0)]
    found = found.assign(value=found["value"] * measure.scale)
    return found.reset_index(drop=True)


def _belongs(frame: pd.DataFrame, measure: Measure, sex: str, method: str | None) -> pd.Series:
    rows = belongs(frame, measure, measure.pairs, sex, method)
    if measure.years:
        whole = frame["period_type"].eq("calendar_year")
        rows &= whole | frame["year"].between(*measure.years)
    return rows


def pairs_behind(
    frame: pd.DataFrame,
    measure: Measure,
    shown: pd.DataFrame,
    sex: str = "total",
    method: str | None = None,
) -> pd.DataFrame:
    """Return the curated rows that corridors (``start``, ``end``, ``year``) were made from."""
    rows = frame.loc[_belongs(frame, measure, sex, method)]
    keys = set(zip(shown["start"], shown["end"], shown["year"], strict=True))
    chosen = [
        key in keys
        for key in zip(rows[measure.start], rows[measure.end], rows["year"], strict=True)
    ]
    return rows.loc[chosen]


def _added(found: pd.DataFrame) -> pd.DataFrame:
    """Add the rows of a corridor and year; where no value is known, none is made."""
    parts = found.astype({"obs_status": "object", "confidence": "object", "note_id": "object"})
    groups = parts.groupby(["start", "end", "year"], sort=True)
    summed = groups[["obs_status", "confidence", "note_id"]].first()
    summed["value"] = groups["value"].sum(min_count=1)
    return summed.reset_index()[COLUMNS]


@dataclass(frozen=True)
class Selection:
    """The corridors of one year that a reader asked for.

    Attributes
    ----------
    every : pandas.DataFrame
        All corridors that fit, biggest first, with ``side`` (``out``, ``into``, ``within``).
    shown : pandas.DataFrame
        The biggest of them; the rest is `rest`.
    rest : float
        Sum of the corridors that are not shown.
    rest_count : int
        Their number.
    total : float
        Sum of `every`.
    between : float
        What went between the chosen countries and is for that reason not in `every`.
    zeros : int
        Corridors that fit and whose published figure is 0.
    """

    every: pd.DataFrame
    shown: pd.DataFrame
    rest: float
    rest_count: int
    total: float
    between: float = 0.0
    zeros: int = 0


def select(
    found: pd.DataFrame,
    year: int,
    direction: Direction,
    countries: tuple[str, ...] = FIVE,
    partners: tuple[str, ...] = (),
    minimum: float = 0,
    top: int = 15,
    placeable: frozenset[str] | None = None,
    crossing: bool = False,
) -> Selection:
    """Choose corridors of one year.

    Parameters
    ----------
    found : pandas.DataFrame
        From `corridors`.
    year : int
        Year, or last year of a period.
    direction : {"from", "to", "both", "within"}
        Seen from `countries`: away from them, towards them, both, or among the five.
    countries : tuple of str
        Countries of Central Asia that must be at one end.
    partners : tuple of str
        When not empty, the other end must be one of these.
    minimum : float
        Smallest value that is shown; a zero is never shown as a flow.
    top : int
        How many corridors to show.
    placeable : frozenset of str or None
        Codes that can be shown; corridors with another end (such as “other”) go to the rest.
    crossing : bool
        Whether “away from” and “towards” several countries leave out what went between them
        (`Measure.crossing`). Partners that are named are never left out.

    Returns
    -------
    Selection
    """
    of_year = found.loc[found["year"] == year]
    keep = _fits(of_year, direction, countries, partners)
    between = keep & of_year["start"].isin(countries) & of_year["end"].isin(countries)
    if not crossing or partners or direction not in ("from", "to"):
        between &= False
    rows = of_year.loc[keep & ~between]
    every = rows.loc[rows["value"] > 0]
    every = every.assign(side=_sides(every, countries, direction))
    every = every.sort_values(["value", "start", "end"], ascending=[False, True, True])
    visible = every["value"] >= minimum
    if placeable is not None:
        visible &= every["start"].isin(placeable) & every["end"].isin(placeable)
    shown = every.loc[visible].head(top)
    total = float(every["value"].sum())
    return Selection(
        every.reset_index(drop=True),
        shown.reset_index(drop=True),
        total - float(shown["value"].sum()),
        len(every) - len(shown),
        total,
        float(of_year.loc[between, "value"].sum()),
        len(rows) - len(every),
    )


def _fits(
    rows: pd.DataFrame,
    direction: Direction,
    countries: tuple[str, ...],
    partners: tuple[str, ...],
) -> pd.Series:
    """Say of each corridor whether it has the direction and the partners that are asked for."""
    starts, ends = rows["start"].isin(countries), rows["end"].isin(countries)
    inside = rows["start"].isin(FIVE) & rows["end"].isin(FIVE)
    keep = {
        "from": starts,
        "to": ends,
        "both": starts | ends,
        "within": inside & (starts | ends),
    }[direction]
    if not partners:
        return keep
    out = starts & rows["end"].isin(partners)
    into = ends & rows["start"].isin(partners)
    return keep & {"from": out, "to": into}.get(direction, out | into)


def _sides(rows: pd.DataFrame, countries: tuple[str, ...], direction: str) -> pd.Series:
    """Say of each corridor whether it leads out of the countries, into them, or stays within."""
    starts, ends = rows["start"].isin(countries), rows["end"].isin(countries)
    sides = pd.Series("out", index=rows.index).mask(ends & ~starts, "into")
    if direction in ("both", "within"):
        return sides.mask(starts & ends, "within")
    return sides.mask(ends, "into") if direction == "to" else sides


def yearly_totals(
    found: pd.DataFrame,
    country: str,
    side: Direction,
    partners: tuple[str, ...] = (),
    zeros: bool = False,
) -> dict[int, float]:
    """Return the sum of one country's corridors in every year that has any.

    Parameters
    ----------
    found : pandas.DataFrame
        From `corridors`.
    country : str
        The country.
    side : {"from", "to"}
        Away from it, or towards it.
    partners : tuple of str
        When not empty, only corridors with these at the other end.
    zeros : bool
        Whether a sum of zeros is a figure.
    """
    own, other = ("start", "end") if side == "from" else ("end", "start")
    rows = found[own].eq(country)
    if not zeros:
        rows &= found["value"].gt(0)
    if partners:
        rows &= found[other].isin(partners)
    sums = found.loc[rows].groupby("year")["value"].sum()
    return {int(year): float(value) for year, value in sums.items()}


def place_totals(every: pd.DataFrame) -> dict[str, float]:
    """Return for each place the sum of the corridors that start or end there."""
    totals = every.groupby("start")["value"].sum()
    totals = totals.add(every.groupby("end")["value"].sum(), fill_value=0)
    return {str(code): float(value) for code, value in totals.items()}


@dataclass(frozen=True)
class Offer:
    """What a reader can choose from in a measure; empty when there is nothing to read.

    Attributes
    ----------
    years : tuple of int
        Years that have any corridor.
    directions : tuple of str
        Directions that have any.
    partners : tuple of str
        Every place that is at an end of a corridor.
    corridors : tuple of str
        Every corridor with people in some year, as ``START-END``.
    """

    years: tuple[int, ...] = ()
    directions: tuple[Direction, ...] = ()
    partners: tuple[str, ...] = ()
    corridors: tuple[str, ...] = ()


@kept(entries=60)
def offer(found: pd.DataFrame) -> Offer:
    """Return what there is to choose from among corridors (from `corridors`)."""
    some = found.loc[found["value"] > 0]
    pairs = set(zip(some["start"], some["end"], strict=True))
    named = {pair for pair in pairs if pair[0] != pair[1] and not NOT_A_PLACE & set(pair)}
    return Offer(
        years=tuple(sorted(int(year) for year in found["year"].unique())),
        directions=directions(found),
        partners=tuple(sorted({*found["start"], *found["end"]} - NOT_A_PLACE)),
        corridors=tuple(sorted(f"{start}-{end}" for start, end in named)),
    )


def directions(found: pd.DataFrame) -> tuple[Direction, ...]:
    """Return the directions for which a measure has any corridor at all."""
    starts, ends = found["start"].isin(FIVE), found["end"].isin(FIVE)
    answers: dict[Direction, bool] = {
        "from": bool(starts.any()),
        "to": bool(ends.any()),
        "both": bool((starts & ~ends).any() and (ends & ~starts).any()),
        "within": bool((starts & ends).any()),
    }
    return tuple(name for name, there in answers.items() if there)
