"""Shared steps for hand-collected figures: one raw row is one published figure with its address.

These raw files share the columns theme, indicator, origin_iso3, destination_iso3, sex,
period_type, period_start, period_end, value, unit, value_kind, (confidence,) primary_source,
read_from_url and note. A recipe names, for each label in the column ``indicator``, the table and
the indicator code that it becomes, and for each text in the column ``note`` the caveat that it
becomes. Whatever is not named stops the recipe.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from data.curation.tidy import CENTRAL_ASIA, observations
from data.paths import CODES
from data.schema import tables

TOTALS = ("WLD", "CA4", "CA5")
AREAS = {"CA4": "R_CENTRAL_ASIA_4", "CA5": "R_CENTRAL_ASIA", "EU27": "EU27_2020"}
UNITS = {
    "persons": "persons",
    "persons per year": "persons",
    "students": "students",
    "families": "families",
    "families per year": "families",
    "applications": "applications",
    "cases": "cases",
    "decisions": "decisions",
    "entries": "crossings",
    "exits": "crossings",
    "visits": "trips",
    "trips": "trips",
    "patents": "patents",
    "permits": "permits",
    "registrations": "registrations",
    "visas": "visas",
    "contracts": "number",
    "places": "number",
    "million US$": "million_usd",
    "score 1-4": "score",
    "%": "percent",
    "% of GDP": "percent",
    "% of labour force": "percent",
    "% of persons": "percent",
    "% of persons of working age": "percent",
    "% of respondents": "percent",
    "% of visas": "percent",
}
STATUSES = {
    "exact": "normal",
    "rounded": "rounded",
    "about": "approximate",
    "approx": "approximate",
    "at_least": "lower_bound",
    "lower_bound": "lower_bound",
    "upper_bound": "upper_bound",
    "estimate": "estimated",
    "provisional": "provisional",
    "forecast": "planned",
    "planned": "planned",
    "flag": "flag",
}
CONFIDENCES = {
    "secondary press": "press",
    "text-verbatim": "official_text",
    "table-verbatim": "machine_single",
    "single copy": "machine_single",
}
PERIODS = {
    "part_year": "part_year",
    "multi_year": "multi_year",
    "cumulative": "cumulative",
    "snapshot": "snapshot",
    "event": "event",
    "": "unknown",
}


@dataclass(frozen=True)
class Target:
    """What the rows of one raw label become.

    Attributes
    ----------
    table : str
        Curated table.
    indicator : str
        Code in the list of indicators; it fixes the measure and has to have the same unit.
    columns : mapping of str to str
        Further columns with one value, such as ``origin_basis``, ``method`` or ``series``.
        ``unit`` here replaces the raw unit.
    """

    table: str
    indicator: str
    columns: Mapping[str, str] = field(default_factory=dict)


def press_tables(
    frame: pd.DataFrame,
    targets: Mapping[str, Target | None],
    notes: Mapping[str, str | None],
    source_id: str,
    **defaults: str,
) -> dict[str, pd.DataFrame]:
    """Turn hand-collected figures into curated tables.

    Parameters
    ----------
    frame : pandas.DataFrame
        Raw rows; a column named as a table's (``series``, ``method``) wins where it is not empty.
    targets, notes : mapping
        Raw label to its target, raw note to the id of a caveat; None where the rows are left out
        or the reader does not need the note. Both name every value of the file, and no other.
    source_id : str
        Id of the source.
    **defaults
        Columns with one value, where neither target nor row says more: ``origin_basis``,
        ``method`` (``press`` unless named), ``confidence`` (``press`` unless named).

    Returns
    -------
    dict of str to pandas.DataFrame
        One frame per table, all columns in order; values as printed, in the unit of the row.
    """
    _complete(targets, frame["indicator"], "indicator label")
    _complete(notes, frame.loc[frame["note"] != "", "note"], "note")
    constants = {"sex": "total", "age": "total", "method": "press", "confidence": "press"}
    constants |= {"source_id": source_id} | defaults
    common = _common_columns(frame, notes)
    parts: dict[str, list[pd.DataFrame]] = {}
    for label, target in targets.items():
        if target is None:
            continue
        rows = common.loc[frame["indicator"] == label]
        parts.setdefault(target.table, []).append(_part(rows, target, constants))
    return {table: pd.concat(frames, ignore_index=True) for table, frames in parts.items()}


def concerning_region(frame: pd.DataFrame) -> pd.DataFrame:
    """Keep raw rows with a Central Asian side, and totals over all or all regional origins."""
    kept = (*CENTRAL_ASIA, *TOTALS)
    rows = frame["origin_iso3"].isin(kept) | frame["destination_iso3"].isin(CENTRAL_ASIA)
    return frame.loc[rows]


def periods(frame: pd.DataFrame) -> pd.DataFrame:
    """Return year and the period columns of raw rows.

    A full year is a calendar year or, when it runs from 1 October to 30 September, a fiscal
    year; without dates its period is unknown. The year is that of the last day, else of the
    first day; a running total without a last day has none.
    """
    start, end = frame["period_start"], frame["period_end"]
    full = frame["period_type"] == "full_year"
    kind = looked_up(PERIODS, frame["period_type"].where(~full, ""), "period type")
    calendar = full & start.str.endswith("-01-01") & end.str.endswith("-12-31")
    calendar &= start.str[:4] == end.str[:4]
    fiscal = full & start.str.endswith("-10-01") & end.str.endswith("-09-30")
    odd = full & ~calendar & ~fiscal & ((start != "") | (end != ""))
    if odd.any():
        raise ValueError(f"full year from {start[odd].iloc[0]} to {end[odd].iloc[0]}")
    kind = kind.mask(calendar, "calendar_year").mask(fiscal, "fiscal_year")
    last = end.where((end != "") | (kind == "cumulative"), start)
    return pd.DataFrame(
        {"year": last.str[:4], "period_start": start, "period_end": end, "period_type": kind},
        index=frame.index,
    )


def references(frame: pd.DataFrame) -> pd.Series:
    """Return ``publisher, address`` of each raw row; an empty part is left out."""
    publisher, address = frame["primary_source"].str.strip(), frame["read_from_url"].str.strip()
    both = publisher + ", " + address
    return both.where((publisher != "") & (address != ""), publisher + address)


def looked_up(codes: Mapping[str, str], column: pd.Series, what: str) -> pd.Series:
    """Translate a raw column and stop at a value that the mapping does not name."""
    unknown = sorted(set(column) - set(codes))
    if unknown:
        raise ValueError(f"unknown {what}: {unknown}")
    return column.map(dict(codes))


def _complete(mapping: Mapping[str, object], column: pd.Series, what: str) -> None:
    unmapped, unused = set(column) - set(mapping), set(mapping) - set(column)
    if unmapped or unused:
        raise ValueError(f"{what}: not mapped {sorted(unmapped)}, not in file {sorted(unused)}")


def _common_columns(frame: pd.DataFrame, notes: Mapping[str, str | None]) -> pd.DataFrame:
    common = frame.drop(columns=["indicator", "unit"]).assign(
        raw_unit=frame["unit"],
        obs_status=looked_up(STATUSES, frame["value_kind"], "kind of value"),
        note_id=frame["note"].map({"": ""} | {k: v or "" for k, v in notes.items()}),
        reference=references(frame),
        origin_iso3=frame["origin_iso3"].replace(AREAS),
        destination_iso3=frame["destination_iso3"].replace(AREAS),
        **periods(frame),
    )
    if "confidence" in frame:
        common["confidence"] = looked_up(CONFIDENCES, frame["confidence"], "confidence")
    return common


def _part(rows: pd.DataFrame, target: Target, constants: Mapping[str, str]) -> pd.DataFrame:
    columns = tables()[target.table].columns
    unit, measure = _indicator(target)
    own = dict(target.columns)
    raw_unit = own.pop("unit", None)
    units = {raw_unit} if raw_unit else set(looked_up(UNITS, rows["raw_unit"], "unit"))
    if units != {unit}:
        raise ValueError(f"{target.indicator} is in {unit}, its rows are in {sorted(units)}")
    merged = {k: v for k, v in constants.items() if k in columns} | own | {"unit": unit}
    if "measure" in columns:
        merged["measure"] = measure
    sides = _sides(columns)
    named = rows.rename(columns=sides)
    return observations(named, target.table, indicator=target.indicator, **merged)


def _indicator(target: Target) -> tuple[str, str]:
    listed = pd.read_csv(CODES / "indicators.csv", dtype=str, keep_default_na=False)
    found = listed.loc[listed["code"] == target.indicator]
    if found["table"].tolist() != [target.table]:
        raise ValueError(f"no indicator {target.indicator} of the table {target.table}")
    return found["unit"].item(), found["measure"].item()


def _sides(columns: tuple[str, ...]) -> dict[str, str]:
    if "sender" in columns:
        return {"origin_iso3": "sender", "destination_iso3": "receiver"}
    if "host" in columns:
        return {"origin_iso3": "origin", "destination_iso3": "host"}
    if "destination" in columns:
        return {"origin_iso3": "origin", "destination_iso3": "destination"}
    return {"origin_iso3": "country"}
