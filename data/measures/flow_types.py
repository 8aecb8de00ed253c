"""What kinds of migration each country has, how much of each, and how that is known.

A *yardstick* is one way of counting one type of migration. Yardsticks are never added to one
another; rows are added inside one of them only where its rules say so.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.areas import FIVE
from data.codelists import code_list
from data.measures.best import coverage_of, moments, ranked
from data.measures.grades import CONFIDENCES, GRADES, grade
from data.measures.sides import moving
from data.measures.yardsticks import Yardstick, kinds_of, of_type, yardstick

Tables = Mapping[str, pd.DataFrame]
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
    yardstick : Yardstick
        How it was counted.
    row : pandas.Series
        A row of `figures`.
    known : pandas.DataFrame
        All figures of the type for the country, this one first, with ``yardstick`` (id) and
        ``why`` the others do not lead, one of `data.measures.best.REASONS`.
    """

    yardstick: Yardstick
    row: pd.Series
    known: pd.DataFrame


def partner_side(chosen: Yardstick) -> str:
    """Return the column of the partners in the table that a yardstick reads."""
    start, end = moving(chosen.table)
    return end if chosen.side == start else start


def rows_behind(tables: Tables, chosen: Yardstick, countries: Sequence[str] = FIVE) -> pd.DataFrame:
    """Return the curated rows that a yardstick reads for some countries.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    chosen : Yardstick
        How to count.
    countries : sequence of str
        ISO codes.

    Returns
    -------
    pandas.DataFrame
        Rows as they stand in the table. Rows without a year are left out: nobody knows where in
        time they belong.
    """
    table = tables[chosen.table]
    other = partner_side(chosen)
    keep = table["indicator"].isin(chosen.indicators) & table[chosen.side].isin(countries)
    keep &= table["year"].notna()
    if chosen.partners == "total":
        keep &= table[other].eq("WLD")
    elif chosen.partners == "sum":
        keep &= ~table[other].isin(_kind("aggregate"))
    else:
        keep &= table[other].eq(chosen.partners)
    for column, allowed in chosen.where:
        keep &= table[column].isin(allowed)
    if not chosen.split:
        keep &= table["sex"].eq("total") & table["age"].eq("total")
    return table.loc[keep]


def _kind(kind: str) -> list[str]:
    """Return the codes of one kind of place: sums of countries, or people without a country."""
    places = code_list("countries")
    return list(places.index[places["kind"].eq(kind)])


def figures(tables: Tables, chosen: Yardstick, country: str) -> pd.DataFrame:
    """Return what a yardstick says of a country, period by period.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    chosen : Yardstick
        How to count.
    country : str
        ISO code of one of the five.

    Returns
    -------
    pandas.DataFrame
        The columns of `COLUMNS`, one row a period and source, oldest first. ``value`` is in the
        yardstick's unit; ``partners`` is how many named countries were added (1 where nothing
        was); ``coverage`` is one of `data.measures.best.COVERAGES`. Nothing is carried forward: a
        period without a row has no figure, which is not a zero.
    """
    return all_countries(tables, chosen, (country,))


def all_countries(
    tables: Tables, chosen: Yardstick, countries: Sequence[str] = FIVE
) -> pd.DataFrame:
    """Return `figures` of several countries at once."""
    rows = rows_behind(tables, chosen, countries)
    other = partner_side(chosen)
    plain = pd.DataFrame(
        {
            "country": rows[chosen.side].astype("object"),
            "other": rows[other].astype("object"),
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
    if chosen.years:
        plain = _whole_years(plain, chosen.years)
    residual = _kind("residual")
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
    return _in_order(table if chosen.zeros else table.loc[table["value"].ne(0)])


def _whole_years(rows: pd.DataFrame, years: tuple[int, int]) -> pd.DataFrame:
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


def _coverage(period_type: str, country: str, year: int, chosen: Yardstick) -> str:
    if year in chosen.incomplete or (country, year) in chosen.lacking:
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
        One of `data.measures.yardsticks.TYPES`.
    country : str
        ISO code of one of the five.

    Returns
    -------
    Best or None
        The figure that the rule of `data.measures.best` puts first among the figures of all
        yardsticks of the type; None where no yardstick has any.
    """
    return _best(_candidates(tables, flow_type, (country,)), country)


def bests(tables: Tables, flow_type: str) -> dict[str, Best | None]:
    """Return `best` of each of the five."""
    known = _candidates(tables, flow_type, FIVE)
    return {code: _best(known, code) for code in FIVE}


def _candidates(tables: Tables, flow_type: str, countries: Sequence[str]) -> pd.DataFrame:
    """Return the figures of all yardsticks of a type, as the rule for the best one reads them."""
    kinds = kinds_of(flow_type)
    parts = []
    for one in of_type(flow_type):
        found = all_countries(tables, one, countries)
        parts.append(
            found.assign(
                yardstick=one.id,
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
    order = ranked(own).drop(columns=["kind", "scope", "series"])
    lead = order.iloc[0]
    return Best(yardstick(lead["yardstick"]), lead[list(COLUMNS)], order)


def series(found: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that make a history: whole periods, the last one of each year and source."""
    whole = found.loc[found["coverage"].eq("full")]
    return whole.drop_duplicates(["country", "year", "source_id"], keep="last")


def searched(flow_type: str) -> tuple[str, ...]:
    """Return the curated tables that are searched for a type of migration."""
    listed = code_list("indicators")
    own = listed.loc[listed["flow_type"].eq(flow_type), "table"]
    names = {*own, *(one.table for one in of_type(flow_type))}
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
