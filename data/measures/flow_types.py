"""What kinds of migration each country has, how much of each, and how that is known.

Each type is counted in several ways, by the country series of the catalogue. These are never
added to one another; rows are added inside one of them only where its entry says so.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any

import pandas as pd

from data.areas import FIVE
from data.codelists import code_list
from data.measures.best import coverage_of, in_order, moment
from data.measures.catalogue import SERIES, kinds_of, of_type
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
FEWEST = 3  # whole years that make a history
Figure = dict[str, Any]  # a row of `figures`, plain


@dataclass(frozen=True)
class Best:
    """The figure that stands for a type of migration in a country.

    Attributes
    ----------
    series : CountrySeries
        How it was counted.
    rows : tuple of dict
        All figures of the type for the country, this one first: as `figures` has them, with
        ``series`` (id), ``at`` (day that it is of) and ``why`` the others do not lead, one of
        `data.measures.best.REASONS`.
    """

    series: CountrySeries
    rows: tuple[Figure, ...]

    @cached_property
    def row(self) -> pd.Series:
        """The figure itself, a row of `figures`."""
        return pd.Series({name: self.rows[0][name] for name in COLUMNS}, dtype="object")

    @cached_property
    def known(self) -> pd.DataFrame:
        """All figures of the type as a table."""
        return _framed(self.rows, (*COLUMNS, "series", "at", "why"))

    def past(self) -> list[Figure]:
        """Return the whole years of the same series and source, nothing where they are few."""
        own = [one for one in reversed(self.rows) if one["series"] == self.series.id]
        own.sort(key=lambda one: (one["at"] is pd.NaT, one["at"]))
        return history(own, self.rows[0]["source_id"])


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
    return _framed(_figures(tables, chosen, countries), COLUMNS)


def _framed(found: Sequence[Figure], columns: Sequence[str]) -> pd.DataFrame:
    return pd.DataFrame({name: [one[name] for one in found] for name in columns})


def _figures(tables: Tables, chosen: CountrySeries, countries: Sequence[str]) -> list[Figure]:
    """Return `figures` of several countries as plain rows."""
    rows = _plain(tables[chosen.measure.table], chosen, countries)
    if chosen.measure.years:
        rows = _whole_years(rows, chosen.measure.years)
    residual = of_kind("residual")
    groups: dict[tuple[Any, ...], list[Figure]] = {}
    period = itemgetter(*PERIOD)
    for row in rows:
        groups.setdefault(period(row), []).append(row)
    found = []
    for key, part in groups.items():
        one = {**dict(zip(PERIOD, key, strict=True)), **_together(part, residual)}
        one["coverage"] = _coverage(one["period_type"], one["country"], one["year"], chosen)
        found.append(one)
    return sorted((one for one in found if chosen.measure.zeros or one["value"] != 0), key=_order)


def _plain(table: pd.DataFrame, chosen: CountrySeries, countries: Sequence[str]) -> list[Figure]:
    """Return the rows behind a series as plain ones, with what a figure is made from."""
    at = places_behind(table, chosen, countries)
    columns = {"country": chosen.column, "other": chosen.other} | {name: name for name in READ}
    cells = [_cells(table[name], at) for name in columns.values()]
    return [dict(zip(columns, row, strict=True)) for row in zip(*cells, strict=True)]


def _cells(column: pd.Series, places: Places) -> list[Any]:
    """Return the cells of a column at some places; an empty text where there is no code."""
    cells: Any = column.array
    if isinstance(cells, pd.Categorical):
        names = [*cells.categories.to_numpy(dtype=object), ""]  # the last: no code
        return [names[code] for code in cells.codes[places].tolist()]
    codes, known = pd.factorize(cells.take(places), use_na_sentinel=False)
    values = known.tolist()
    return [values[code] for code in codes.tolist()]


def _whole_years(rows: Sequence[Figure], years: tuple[int, ...]) -> list[Figure]:
    """Put months or quarters into calendar years, for the years that the source covers whole.

    Years that a source publishes whole stand as they are.
    """
    first, last = years
    whole = [row for row in rows if row["period_type"] == "calendar_year"]
    added = [
        row
        | {
            "period_type": "calendar_year",
            "period_start": pd.Timestamp(row["year"], 1, 1),
            "period_end": pd.Timestamp(row["year"], 12, 31),
        }
        for row in rows
        if row["period_type"] != "calendar_year" and first <= row["year"] <= last
    ]
    return [*added, *whole]


def _together(rows: Sequence[Figure], residual: Collection[str]) -> Figure:
    """Return one figure from the rows of one period and source."""
    grades = {
        grade(row["confidence"], row["method"], row["source_id"], row["reference"]) for row in rows
    }
    references = {row["reference"] for row in rows} - {""}
    known = [row["value"] for row in rows if not math.isnan(row["value"])]
    return {
        "value": math.fsum(known) if known else math.nan,
        "partners": max(1, len({row["other"] for row in rows}.difference(residual))),
        "obs_status": max((row["obs_status"] for row in rows), key=CAUTION.index),
        "confidence": max((row["confidence"] for row in rows), key=CONFIDENCES.index),
        "grade": max(grades, key=GRADES.index),
        "note_id": " ".join(sorted({row["note_id"] for row in rows} - {""})),
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


def best(tables: Tables, flow_type: str, country: str) -> Best | None:
    """Return the figure that stands for a type of migration in a country.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    flow_type : str
        One of `data.measures.catalogue.TYPES`.
    country : str
        ISO code of one of the five.

    Returns
    -------
    Best or None
        The figure that the rule of `data.measures.best` puts first among the figures of all
        series of the type; None where none has any.
    """
    return _best(_candidates(tables, flow_type, (country,)))


def bests(tables: Tables, flow_type: str) -> dict[str, Best | None]:
    """Return `best` of each of the five."""
    known = _candidates(tables, flow_type, FIVE)
    return {code: _best([one for one in known if one["country"] == code]) for code in FIVE}


def _candidates(tables: Tables, flow_type: str, countries: Sequence[str]) -> list[Figure]:
    """Return the figures of all series of a type, as the rule for the best one reads them."""
    kinds = kinds_of(flow_type)
    return [
        figure
        | {
            "series": one.id,
            "kind": kinds.index(one.kind or one.id),
            "scope": int(one.partners not in ("total", "sum")),
            "at": moment(
                figure["period_end"],
                figure["year"],
                figure["period_type"],
                figure["period_start"],
            ),
        }
        for one in of_type(flow_type)
        for figure in _figures(tables, one, countries)
    ]


def _best(own: Sequence[Figure]) -> Best | None:
    if not own:
        return None
    rows = tuple(own[place] | {"why": why} for place, why in in_order(own))
    return Best(SERIES[rows[0]["series"]], rows)


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


def searched(flow_type: str) -> tuple[str, ...]:
    """Return the curated tables that are searched for a type of migration."""
    listed = code_list("indicators")
    own = listed.loc[listed["flow_type"].eq(flow_type), "table"]
    names = {*own, *(one.measure.table for one in of_type(flow_type))}
    return tuple(name for name in TABLES if name in names)


# Tables of people and movements between two countries; money and SDG indicators have own pages.
TABLES = (
    "labour_and_stay",
    "forced_displacement",
    "frontier_and_transit",
    "migration_flows",
    "repatriation",
    "returns",
    "avrr",
    "entry_bans",
    "education",
    "irregular_movement",
    "migrant_stocks",
)
