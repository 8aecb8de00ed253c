"""What belongs together: parts that make a whole, sums of others, moments and periods."""

from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pandas as pd

from data.explore.profile import filled
from data.measures.catalogue import MEASURES

if TYPE_CHECKING:
    import ibis

RATES = ("percent", "per_1000", "per_100000", "score", "ratio", "usd_per_person")
NEVER = ("countries", "days", "years", "number")  # units that say nothing when they are added
# Amounts that are rates or deviations, though their unit is one of money or people.
RATE_LIKE = ("gdp_per_capita_usd", "net_1y_deviation")
MOMENTS = ("mid_year", "end_year", "start_year", "snapshot")
LOOSE = ("part_year", "multi_year", "cumulative", "unknown")  # periods that may overlap
SINGLED = ("lower_bound", "upper_bound", "planned", "flag")  # never put together with figures
# Series of a source that are parts of one whole, so that they may be added: source, how its
# indicators begin, and the series (all where none is named). Any other series of one source
# repeats, revises or cuts anew what another one has. Pairs of UNESCO that stand in both of its
# lists (destinations of a country, origins of those in it) belong to each of the two.
PARTS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("unesco_students", ("mobile_students",), ("both",)),
    ("unhcr_refugee_statistics", ("demographics_", "asylum_claims_new_"), ()),
    ("uk_home_office_returns", ("return_", "refused_entry_departed"), ()),
    ("uk_detention_and_arrivals", ("left_detention", "uk_irregular_arrivals"), ()),
    ("frontex_illegal_border_crossings", ("eu_border_detections",), ()),
    ("japan_foreign_residents", ("foreign_residents_by_",), ()),
    ("iom_missing_migrants", ("dead_and_missing",), ()),
)


@cache
def together() -> tuple[frozenset[str], ...]:
    """Return the indicators that the atlas itself adds, as the catalogue of measures says."""
    measures = MEASURES.values()
    return tuple(
        frozenset(one.indicators) for one in measures if one.added and len(one.indicators) > 1
    )


@cache
def preferred(table: str, column: str) -> tuple[str, ...]:
    """Return the values of a column that the measures of a table read, the first first."""
    own = [one for one in MEASURES.values() if one.table == table]
    found: list[str] = []
    for one in own:
        if column == "source_id":
            found += one.sources
        elif column == "indicator":
            found += one.indicators
        elif column == "method":
            found += one.methods[:1]
        else:
            found += [value for name, values in one.pairs if name == column for value in values]
    return tuple(dict.fromkeys(found))


def apart(rows: pd.DataFrame) -> pd.Series:
    """Return the series of each row, missing where it is a part of one whole.

    Parameters
    ----------
    rows : pandas.DataFrame
        ``series``, and ``source_id`` and ``indicator`` where the table has them.
    """
    part = pd.Series(False, index=rows.index)
    if {"source_id", "indicator"} <= set(rows.columns):
        for source, begins, series in PARTS:
            one = rows["source_id"].eq(source) & rows["indicator"].str.startswith(begins)
            part |= one & rows["series"].isin(series) if series else one
    return rows["series"].mask(part)


def apart_cells(table: "ibis.Table") -> Any:
    """Return the same as `apart`, as an expression."""
    import ibis  # noqa: PLC0415  # see data.store.package

    part: Any = ibis.literal(False)
    if {"source_id", "indicator"} <= set(table.columns):
        for source, begins, series in PARTS:
            starts: Any = ibis.literal(False)
            for begin in begins:
                starts |= table["indicator"].startswith(begin)
            one = (table["source_id"] == source) & starts
            part |= one & table["series"].isin(series) if series else one
    return ibis.ifelse(part, ibis.null("string"), filled(table, "series"))


@lru_cache(maxsize=4096)
def meeting(ages: frozenset[str]) -> tuple[str, ...]:
    """Return two age groups that have a year of life in common; none where there are none."""
    known = sorted((bounds, age) for age in ages if (bounds := _bounds(age)))
    pairs = pairwise(known)
    return next(((one[1], other[1]) for one, other in pairs if one[0][1] >= other[0][0]), ())


def overlapping(ages: frozenset[str]) -> bool:
    """Return whether two of some age groups have a year of life in common."""
    return bool(meeting(ages))


def _bounds(age: str) -> tuple[int, int] | None:
    """Return the first and last year of life of an age group; none of what is no group."""
    if age.startswith("<"):
        return 0, int(age[1:]) - 1
    if age.endswith("+"):
        return int(age[:-1]), 999
    first, _, last = age.partition("-")
    return (int(first), int(last)) if first.isdigit() and last.isdigit() else None
