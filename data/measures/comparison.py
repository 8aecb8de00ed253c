"""Comparing countries by one measure: periods on an axis, histories without joins, partners.

A figure stands on an axis of years on which the calendar year Y fills Y − ½ to Y + ½: a whole
year, or a stock that is told by its year, stands in the middle; a day stands where it falls; a
part of a year fills its own days.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pandas as pd

from data.areas import FIVE
from data.measures.best import FAR
from data.measures.breaks import breaks_of
from data.measures.countries import THOUSAND, inhabitants
from data.measures.measure import CountrySeries
from data.measures.rows import ALL, Tables, parts_behind, rows_behind
from data.measures.series_figures import all_countries

PARTS = ("part", "several", "event")
STEPS = {"five_years": 5}  # years from one figure to the next, where it is not one
BOUNDS = ("lower_bound", "upper_bound")  # “more than”, “less than”: no points of a line
OPEN = 0.5  # years by which a part of a year without a last day is drawn
PERIOD = ("year", "period_type", "period_start", "period_end")


def comparison(
    tables: Tables, chosen: CountrySeries, countries: tuple[str, ...], relative: bool
) -> pd.DataFrame:
    """Return the figures of some countries, with their places on an axis of years.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name; ``population`` among them where `relative`.
    chosen : CountrySeries
        How to count.
    countries : tuple of str
        ISO codes.
    relative : bool
        Whether ``shown`` is the value per 1,000 inhabitants of the country on 1 July of the same
        year; figures of years without inhabitants are left out then.

    Returns
    -------
    pandas.DataFrame
        As from `data.measures.series_figures.all_countries`, with ``shown``; ``at``, the place of
        the figure in years; ``begin``, where its period starts if it is no whole year; ``open``,
        whether the last day of such a period is not known, so that its place is none; ``people``,
        the inhabitants (missing unless `relative`); ``breaks``, the years into which no line of
        the country may be drawn.
    """
    found = all_countries(tables, chosen)
    found = found.loc[found["country"].isin(countries)].reset_index(drop=True)
    breaks = {code: breaks_of(tables, chosen, code) for code in found["country"].unique()}
    places = [place_of(row) for _, row in found.iterrows()]
    found = found.assign(
        begin=[begin for begin, _ in places],
        at=[at for _, at in places],
        people=float("nan"),
        open=found["coverage"].isin(PARTS) & found["period_end"].isna(),
        breaks=[breaks[code] for code in found["country"]],
    ).astype({"begin": "float", "at": "float"})
    if not relative:
        return found.assign(shown=found["value"])
    known = {code: inhabitants(tables["population"], code) for code in countries}
    people = [
        known[code].get(year, float("nan"))
        for code, year in zip(found["country"], found["year"], strict=True)
    ]
    found = found.assign(people=people)
    found = found.assign(shown=THOUSAND * found["value"] / found["people"])
    return found.dropna(subset="shown").reset_index(drop=True)


def place_of(row: pd.Series) -> tuple[float | None, float]:
    """Return where a figure starts and where it stands on the axis of years.

    Parameters
    ----------
    row : pandas.Series
        With ``year``, ``period_type``, ``period_start``, ``period_end`` and ``coverage``.

    Returns
    -------
    tuple
        Start (None for whole years and days) and place; where the last day is not known, half a
        year after the start, which is a place to draw it and no claim.
    """
    end = row["period_end"]
    if row["coverage"] in ("full", "incomplete"):
        day = row["period_type"] == "snapshot" and pd.notna(end)
        return None, on_axis(end) if day else float(row["year"])
    start = row["period_start"]
    if pd.isna(end):
        begin = float(row["year"]) - 0.5 if pd.isna(start) else on_axis(start)
        return begin, begin + OPEN
    return None if pd.isna(start) else on_axis(start), on_axis(end)


def on_axis(day: pd.Timestamp) -> float:
    """Return a day's place on the axis: 1 January is half a year before the year's mark."""
    days = 366 if day.is_leap_year else 365
    return float(day.year - 0.5 + (day.day_of_year - 1) / days)


def whole(found: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of whole years and of days: one a source, country and year, or day."""
    kept = found.loc[found["coverage"].eq("full")]
    return kept.drop_duplicates(["country", "source_id", "at"], keep="last")


def parts(found: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of parts of a year, or of several years together."""
    return found.loc[found["coverage"].isin(PARTS)]


def stretches(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """Split figures of one country into stretches that may be drawn as lines.

    Parameters
    ----------
    rows : pandas.DataFrame
        From `whole`, of one country; says where its breaks are.

    Returns
    -------
    list of pandas.DataFrame
        Oldest first. A stretch is of one source; it ends before a missing year and before a new
        way of counting; “more than” and “less than” stand alone.
    """
    found = []
    for _, own in rows.groupby("source_id", sort=False):
        ordered = own.sort_values("at")
        cuts = [0]
        for place, (one, other) in enumerate(pairwise(ordered.to_dict("records")), start=1):
            if _apart(one, other):
                cuts.append(place)
        found += [ordered.iloc[a:b] for a, b in pairwise([*cuts, len(ordered)])]
    return sorted(found, key=lambda part: float(part["at"].iloc[0]))


def _apart(one: dict[str, Any], other: dict[str, Any]) -> bool:
    step = STEPS.get(str(other["period_type"]), 1)
    before, after = int(str(one["year"])), int(str(other["year"]))
    return (
        after - before > step
        or any(before < first <= after for first in other["breaks"])
        or one["obs_status"] in BOUNDS
        or other["obs_status"] in BOUNDS
    )


def together(found: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of the latest period that more than half of the countries share.

    Parameters
    ----------
    found : pandas.DataFrame
        From `comparison`.

    Returns
    -------
    pandas.DataFrame
        One row a country, the largest first. Whole years and days go before parts of a year,
        unless one country alone has any and more of them share a part; where no period is shared
        by more than half of the countries that have a figure, the rows are of the latest period.
        A period that is `data.measures.best.FAR` years older than the newest figure does not lead.
    """
    new = found.loc[found["at"] >= found["at"].max() - FAR]
    groups = _latest_shared(whole(new), ["year"])
    other = _latest_shared(parts(new), ["period_start", "period_end"])
    rows = other if groups.empty or (len(groups) == 1 and len(other) > 1) else groups
    return rows.sort_values("shown", ascending=False, kind="stable")


def _latest_shared(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    if rows.empty:
        return rows
    groups = [
        own.drop_duplicates("country", keep="last") for _, own in rows.groupby(keys, dropna=False)
    ]
    half = rows["country"].nunique() / 2
    shared = [own for own in groups if len(own) > half] or groups
    return max(shared, key=lambda own: (float(own["at"].max()), len(own)))


def method_spread(
    tables: Tables, chosen: CountrySeries
) -> dict[tuple[str, int], tuple[float, float]]:
    """Return the smallest and the largest estimate of all methods, by country and year.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    chosen : CountrySeries
        One that is read from a model; others have no spread.

    Returns
    -------
    dict
        Sums over the partners, in the measure's unit. The methods are those that Abel and Cohen
        (2019, 2022) used for this kind of move.
    """
    if not chosen.measure.methods:
        return {}
    rows = rows_behind(tables, chosen, method=ALL)
    keys = {name: rows[name].astype("object") for name in (chosen.column, "year", "method")}
    sums = rows.assign(**keys).groupby([chosen.column, "year", "method"])["value"].sum(min_count=1)
    grouped = sums.groupby(level=[0, 1])
    lows, highs = grouped.min(), grouped.max()
    return {
        (str(code), int(year)): (float(lows[code, year]), float(highs[code, year]))
        for code, year in lows.index
    }


def largest_partners(
    tables: Tables, chosen: CountrySeries, found: pd.DataFrame, count: int = 3
) -> list[tuple[tuple[str, float], ...]]:
    """Return the largest partner countries of each figure: where people go, or come from.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    chosen : CountrySeries
        How the figures are counted.
    found : pandas.DataFrame
        From `comparison`.
    count : int
        How many partners.

    Returns
    -------
    list of tuple
        For each row pairs of ISO code and value, the largest first; empty where the source names
        no partners for the period, or where the series is of one partner. Values are in the
        measure's unit; where only shares (%) by partner are published, these, which
        may be from the other of the two collections, for exactly the same period.
    """
    if chosen.partners != "total" and not chosen.summed:
        return [()] * len(found)
    rows, other = _by_partner(tables, chosen)
    keys = ["country", *PERIOD] + ([] if chosen.shares else ["source_id"])
    by_period: dict[tuple[object, ...], dict[str, float]] = {}
    for row in rows.to_dict("records"):
        own = by_period.setdefault(tuple(_key(row[name]) for name in keys), {})
        own[row[other]] = own.get(row[other], 0.0) + float(row["value"])
    told = []
    for row in found.to_dict("records"):
        own = by_period.get(tuple(_key(row[name]) for name in keys), {})
        order = sorted(((c, v) for c, v in own.items() if v > 0), key=lambda one: (-one[1], one[0]))
        told.append(tuple(order[:count]))
    return told


def _by_partner(tables: Tables, chosen: CountrySeries) -> tuple[pd.DataFrame, str]:
    """Return the rows that name a partner, and the column that has it."""
    if chosen.shares:
        read = replace(chosen, measure=replace(chosen.measure, indicators=(chosen.shares,)))
        rows = parts_behind(tables, read, FIVE)
    else:
        rows = parts_behind(tables, chosen, FIVE)
    other = chosen.other
    wanted = [other, *PERIOD, "value", "source_id"]
    plain = rows[wanted].astype({other: "object", "period_type": "object", "source_id": "object"})
    return plain.assign(country=rows[chosen.column].astype("object")), other


def _key(value: object) -> object:
    """Return a value as it can be looked up: one missing day is the same as another."""
    return None if pd.isna(value) else value
