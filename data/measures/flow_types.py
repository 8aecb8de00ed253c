"""What kinds of migration each country has, how much of each, and how that is known.

Each type is counted in several ways, by the country series of the catalogue. These are never
added to one another; rows are added inside one of them only where its entry says so.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.areas import FIVE
from data.codelists import code_list
from data.measures.best import coverage_of, moments, ranked
from data.measures.catalogue import SERIES, kinds_of, of_type
from data.measures.grades import CONFIDENCES, GRADES, grade
from data.measures.measure import CountrySeries
from data.measures.rows import Tables, of_kind, rows_behind

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
PERIOD = ["country", "year", "period_type", "period_start", "period_end", "source_id"]


@dataclass(frozen=True)
class Best:
    """The figure that stands for a type of migration in a country.

    Attributes
    ----------
    series : CountrySeries
        How it was counted.
    row : pandas.Series
        A row of `figures`.
    known : pandas.DataFrame
        All figures of the type for the country, this one first, with ``series`` (id) and
        ``why`` the others do not lead, one of `data.measures.best.REASONS`.
    """

    series: CountrySeries
    row: pd.Series
    known: pd.DataFrame


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
    rows = rows_behind(tables, chosen, countries)
    plain = pd.DataFrame(
        {
            "country": rows[chosen.column].astype("object"),
            "other": rows[chosen.other].astype("object"),
            "year": rows["year"].astype("int"),
            "period_type": rows["period_type"].astype("object"),
            "period_start": rows["period_start"],
            "period_end": rows["period_end"],
            "value": rows["value"].astype("float"),
            **{
                c: rows[c].astype("object").where(rows[c].notna(), "")
                for c in ("obs_status", "confidence", "method", "source_id", "note_id", "reference")
            },
        }
    )
    if chosen.measure.years:
        plain = _whole_years(plain, chosen.measure.years)
    residual = of_kind("residual")
    groups: dict[tuple[object, ...], list[dict[str, Any]]] = {}
    for row in plain.to_dict("records"):
        groups.setdefault(tuple(row[name] for name in PERIOD), []).append(row)
    found = [
        {**dict(zip(PERIOD, key, strict=True)), **_together(part, residual)}
        for key, part in groups.items()
    ]
    table = pd.DataFrame(found, columns=list(COLUMNS))
    table["coverage"] = [
        _coverage(kind, code, year, chosen)
        for kind, code, year in zip(
            table["period_type"], table["country"], table["year"], strict=True
        )
    ]
    return _in_order(table if chosen.measure.zeros else table.loc[table["value"].ne(0)])


def _whole_years(rows: pd.DataFrame, years: tuple[int, ...]) -> pd.DataFrame:
    """Put months or quarters into calendar years, for the years that the source covers whole.

    Years that a source publishes whole stand as they are.
    """
    first, last = years
    whole = rows["period_type"].eq("calendar_year")
    kept = rows.loc[rows["year"].between(first, last) & ~whole]
    added = kept.assign(
        period_type="calendar_year",
        period_start=pd.to_datetime(kept["year"].astype(str) + "-01-01"),
        period_end=pd.to_datetime(kept["year"].astype(str) + "-12-31"),
    )
    return pd.concat([part for part in (added, rows.loc[whole]) if len(part)] or [added])


def _together(rows: Sequence[Mapping[str, Any]], residual: Collection[str]) -> dict[str, object]:
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


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    """Sort by time; of periods that end in one year, the longer and the later come last."""
    end = table["period_end"].fillna(table["period_start"])
    order = table.assign(end=end).sort_values(["country", "year", "end"], na_position="first")
    return order.drop(columns="end").reset_index(drop=True)


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
    return _best(_candidates(tables, flow_type, (country,)), country)


def bests(tables: Tables, flow_type: str) -> dict[str, Best | None]:
    """Return `best` of each of the five."""
    known = _candidates(tables, flow_type, FIVE)
    return {code: _best(known, code) for code in FIVE}


def _candidates(tables: Tables, flow_type: str, countries: Sequence[str]) -> pd.DataFrame:
    """Return the figures of all series of a type, as the rule for the best one reads them."""
    kinds = kinds_of(flow_type)
    parts = []
    for one in of_type(flow_type):
        found = all_countries(tables, one, countries)
        parts.append(
            found.assign(
                series=one.id,
                kind=kinds.index(one.kind or one.id),
                scope=int(one.partners not in ("total", "sum")),
            )
        )
    together = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    return together.assign(at=moments(together))


def _best(known: pd.DataFrame, country: str) -> Best | None:
    own = known.loc[known["country"].eq(country)]
    if own.empty:
        return None
    order = ranked(own).drop(columns=["kind", "scope"])
    lead = order.iloc[0]
    return Best(SERIES[lead["series"]], lead[list(COLUMNS)], order)


def series(found: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that make a history: whole periods, the last one of each year and source."""
    whole = found.loc[found["coverage"].eq("full")]
    return whole.drop_duplicates(["country", "year", "source_id"], keep="last")


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
