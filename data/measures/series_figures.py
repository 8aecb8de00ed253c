"""The figures of a country series, period by period, made from the curated rows behind it.

Rows are added inside one series only where its entry in the catalogue says so.
"""

import math
from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd

from data.areas import FIVE
from data.kept import kept
from data.measures.best import coverage_of
from data.measures.grades import CONFIDENCES, GRADES, grade
from data.measures.measure import CountrySeries
from data.measures.rows import Places, Tables, of_kind, places_behind

CAUTION = (
    "normal",
    "rounded",
    "provisional",
    "approximate",
    "lower_bound",
    "upper_bound",
    "estimated",
    "modelled",
    "projection",
    "planned",
    "break",
    "disputed",
    "flag",
)
COLUMNS = (
    "country",
    "year",
    "period_type",
    "period_start",
    "period_end",
    "coverage",
    "value",
    "partners",
    "obs_status",
    "confidence",
    "grade",
    "source_id",
    "note_id",
    "reference",
)
PERIOD = ("country", "year", "period_type", "period_start", "period_end", "source_id")
READ = (  # what figures are made from, beside the country and its partner
    "year",
    "period_type",
    "period_start",
    "period_end",
    "value",
    "obs_status",
    "confidence",
    "method",
    "source_id",
    "note_id",
    "reference",
)
TOLD = ("other", "obs_status", "confidence", "note_id", "reference")
HOW = ("confidence", "method", "source_id", "reference")  # how a row is known
FEWEST = 3  # whole years that make a history
CALENDAR = "calendar_year"
Figure = dict[str, Any]  # a row of `figures`, plain
Columns = dict[str, list[Any]]


def figures(tables: Tables, chosen: CountrySeries, country: str) -> pd.DataFrame:
    """Return what a series says of a country, period by period.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    chosen : CountrySeries
        How to count.
    country : str
        ISO code of one of the five.

    Returns
    -------
    pandas.DataFrame
        The columns of `COLUMNS`, one row a period and source, oldest first. ``value`` is in the
        measure's unit; ``partners`` is how many named countries were added (1 where nothing
        was); ``coverage`` is one of `data.measures.best.COVERAGES`. Nothing is carried forward: a
        period without a row has no figure, which is not a zero.
    """
    return all_countries(tables, chosen, (country,))


def all_countries(
    tables: Tables, chosen: CountrySeries, countries: Sequence[str] = FIVE
) -> pd.DataFrame:
    """Return `figures` of several countries at once."""
    return framed(plain_figures(tables, chosen, countries), COLUMNS)


def framed(found: Sequence[Figure], columns: Sequence[str]) -> pd.DataFrame:
    """Return plain figures as a table of some columns."""
    return pd.DataFrame({name: [one[name] for one in found] for name in columns})


def plain_figures(tables: Tables, chosen: CountrySeries, countries: Sequence[str]) -> list[Figure]:
    """Return `figures` of several countries as plain rows."""
    return _of_table(tables[chosen.measure.table], chosen, tuple(countries))


@kept(entries=400)
def _of_table(
    table: pd.DataFrame, chosen: CountrySeries, countries: tuple[str, ...]
) -> list[Figure]:
    columns = _columns(table, chosen, countries)
    if chosen.measure.years:
        columns = _whole_years(columns, chosen.measure.years)
    residual = of_kind("residual")
    groups: dict[tuple[Any, ...], list[int]] = {}
    for row, key in enumerate(zip(*(columns[name] for name in PERIOD), strict=True)):
        groups.setdefault(key, []).append(row)
    found = []
    for key, rows in groups.items():
        one = {**dict(zip(PERIOD, key, strict=True)), **_together(columns, rows, residual)}
        one["coverage"] = _coverage(one["period_type"], one["country"], one["year"], chosen)
        found.append(one)
    return sorted((one for one in found if chosen.measure.zeros or one["value"] != 0), key=_order)


def _columns(table: pd.DataFrame, chosen: CountrySeries, countries: Sequence[str]) -> Columns:
    """Return the rows behind a series by plain columns: all that a figure is made from."""
    places = places_behind(table, chosen, countries)
    names = {"country": chosen.column, "other": chosen.other} | {name: name for name in READ}
    return {name: _cells(table[column], places) for name, column in names.items()}


def _cells(column: pd.Series, places: Places) -> list[Any]:
    """Return the cells of a column at some places; an empty text where there is no code."""
    cells: Any = column.array
    if isinstance(cells, pd.Categorical):
        names = [*cells.categories.to_numpy(dtype=object), ""]  # the last: no code
        return [names[code] for code in cells.codes[places].tolist()]
    codes, known = pd.factorize(cells.take(places), use_na_sentinel=False)
    values = known.tolist()
    return [values[code] for code in codes.tolist()]


def _whole_years(columns: Columns, years: tuple[int, ...]) -> Columns:
    """Put months or quarters into calendar years, for the years that the source covers whole.

    Years that a source publishes whole stand as they are.
    """
    first, last = years
    told = list(enumerate(zip(columns["period_type"], columns["year"], strict=True)))
    whole = [row for row, (kind, _) in told if kind == CALENDAR]
    added = [row for row, (kind, year) in told if kind != CALENDAR and first <= year <= last]
    found = {name: [cells[row] for row in (*added, *whole)] for name, cells in columns.items()}
    put = found["year"][: len(added)]
    begin = {year: pd.Timestamp(year, 1, 1) for year in set(put)}
    end = {year: pd.Timestamp(year, 12, 31) for year in set(put)}
    found["period_type"][: len(put)] = [CALENDAR] * len(put)
    found["period_start"][: len(put)] = [begin[year] for year in put]
    found["period_end"][: len(put)] = [end[year] for year in put]
    return found


def _together(columns: Columns, rows: Sequence[int], residual: Collection[str]) -> Figure:
    """Return one figure from the rows of one period and source."""
    told = {name: {columns[name][row] for row in rows} for name in TOLD}
    known = [value for row in rows if not math.isnan(value := columns["value"][row])]
    how = {tuple(columns[name][row] for name in HOW) for row in rows}
    references = told["reference"] - {""}
    return {
        "value": math.fsum(known) if known else math.nan,
        "partners": max(1, len(told["other"].difference(residual))),
        "obs_status": max(told["obs_status"], key=CAUTION.index),
        "confidence": max(told["confidence"], key=CONFIDENCES.index),
        "grade": max({grade(*one) for one in how}, key=GRADES.index),
        "note_id": " ".join(sorted(told["note_id"] - {""})),
        "reference": references.pop() if len(references) == 1 else "",
    }


def _coverage(period_type: str, country: str, year: int, chosen: CountrySeries) -> str:
    if year in chosen.lacks(country):
        return "incomplete"
    return coverage_of(period_type)


def _order(one: Figure) -> tuple[Any, ...]:
    """Sort by time; of periods that end in one year, the longer and the later come last."""
    end = one["period_start"] if one["period_end"] is pd.NaT else one["period_end"]
    return (one["country"], one["year"], *(() if end is pd.NaT else (end,)))


def series(found: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that make a history: whole periods, the last one of each year and source."""
    whole = found.loc[found["coverage"].eq("full")]
    return whole.drop_duplicates(["country", "year", "source_id"], keep="last")


def history(found: Sequence[Figure], source_id: str) -> list[Figure]:
    """Return the whole years of one source, one row a year; nothing where there are few.

    Parameters
    ----------
    found : sequence of dict
        Figures of one series and country, in order: of two of one year the last one stands.
    source_id : str
        Source of the figure that the history leads to.
    """
    rows: dict[int, Figure] = {}
    for one in found:
        if one["coverage"] == "full" and one["source_id"] == source_id:
            rows.pop(one["year"], None)
            rows[one["year"]] = one
    return list(rows.values()) if len(rows) >= FEWEST else []
