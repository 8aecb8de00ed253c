"""Corridors: pairs of countries with a value, from any measure of the catalogue."""

from dataclasses import dataclass

import pandas as pd

from data.areas import FIVE
from data.kept import kept
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


@kept(entries=60)
def by_pair(found: pd.DataFrame) -> dict[tuple[str, str], dict[int, float]]:
    """Return the values of each corridor by year, in order; of what `corridors` returns."""
    ordered = found.sort_values("year", kind="stable")
    known: dict[tuple[str, str], dict[int, float]] = {}
    columns = (ordered[one].tolist() for one in ("start", "end", "year", "value"))
    for start, end, year, value in zip(*columns, strict=True):
        known.setdefault((start, end), {})[year] = value
    return known


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
    rows, places = _behind(frame, measure, sex, method)
    keys = zip(shown["start"], shown["end"], shown["year"], strict=True)
    return rows.take(sorted(place for key in keys for place in places.get(key, ())))


@kept(entries=60)
def all_behind(
    frame: pd.DataFrame, measure: Measure, sex: str = "total", method: str | None = None
) -> pd.DataFrame:
    """Return the curated rows that all corridors of a measure were made from."""
    return pairs_behind(frame, measure, corridors(frame, measure, sex, method), sex, method)


@kept(entries=60)
def _behind(
    frame: pd.DataFrame, measure: Measure, sex: str, method: str | None
) -> tuple[pd.DataFrame, dict[tuple[str, str, int], list[int]]]:
    """Return the rows of a measure, and at which places those of each corridor and year stand."""
    rows = frame.loc[_belongs(frame, measure, sex, method)]
    places: dict[tuple[str, str, int], list[int]] = {}
    keys = zip(rows[measure.start], rows[measure.end], rows["year"], strict=True)
    for place, key in enumerate(keys):
        places.setdefault(key, []).append(place)
    return rows, places


@kept(entries=60)
def sources_of_years(frame: pd.DataFrame) -> dict[int, frozenset[str]]:
    """Return the sources that a curated table has rows of, by year."""
    pairs = frame.loc[frame["year"].notna(), ["year", "source_id"]].drop_duplicates()
    found: dict[int, set[str]] = {}
    for year, source_id in zip(pairs["year"], pairs["source_id"], strict=True):
        found.setdefault(int(year), set()).add(str(source_id))
    return {year: frozenset(sources) for year, sources in found.items()}


def _added(found: pd.DataFrame) -> pd.DataFrame:
    """Add the rows of a corridor and year; where no value is known, none is made."""
    parts = found.astype({"obs_status": "object", "confidence": "object", "note_id": "object"})
    groups = parts.groupby(["start", "end", "year"], sort=True)
    summed = groups[["obs_status", "confidence", "note_id"]].first()
    summed["value"] = groups["value"].sum(min_count=1)
    return summed.reset_index()[COLUMNS]


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


@kept(entries=60)
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
