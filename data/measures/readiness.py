"""Readiness for assisted return: what the curated tables say to each claim of the framework.

Nothing is scored, weighted or added up to an index. Each piece of evidence keeps its value, year,
unit and source; where no row was found, it names the tables that were searched.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import pandas as pd

from data.measures.lead import leader
from data.measures.mechanisms import readmission
from data.measures.places import latest, narrowed, numbers, summed
from data.measures.policy import year_of
from data.measures.rows import Places
from data.measures.standings import state_of
from data.texts import words_in

Kind = Literal["latest", "best", "sum", "part", "share", "distinct", "status", "tally", "links"]
Where = Mapping[str, Any]
PARTLY = ("part_year", "month", "event", "cumulative")  # periods that are no whole year
COUNTRY = "@"  # stands for the country in a filter


@dataclass(frozen=True)
class Lookup:
    """Where a piece of evidence is looked for.

    Attributes
    ----------
    table : str
        Curated table.
    where : mapping
        Column → value, or tuple of values; ``@`` stands for the country.
    kind : {"latest", "best", "sum", "part", "share", "distinct", "status", "tally", "links"}
        ``latest``: the value of the latest year. ``best``: the one that stands for all of them, by
        the rule of `data.measures.best`. ``sum``: the values
        of the latest year added. ``part``: those of `part` added, in the latest year with any row.
        ``share``: the latest year's sum over `part`, per cent of that
        over `whole`. ``distinct``: how many different codes of column `column` have a value above
        zero in the latest year. ``status``: the status of the latest row. ``tally``: by how many
        treaties the country is bound, as `data.measures.policy.treaty_count` counts. ``links``:
        with how many of the partners a readmission agreement is in force.
    part, whole : mapping
        Further filters of a share.
    column : str
        Column whose codes are counted.
    doubt : mapping
        Rows of the table that hold a part of the people counted, and whose sources doubt it.
    apart : mapping
        Rows that `where` lets through and that count something else.
    """

    table: str
    where: Where
    kind: Kind = "latest"
    part: Where = field(default_factory=dict)
    whole: Where = field(default_factory=dict)
    column: str = ""
    doubt: Where = field(default_factory=dict)
    apart: Where = field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """One row of evidence: its id, the claim or step it speaks to, and the lookups in order."""

    id: str
    claim: str
    lookups: tuple[Lookup, ...]


@dataclass(frozen=True)
class Evidence:
    """What the data say of one country to one rule.

    Attributes
    ----------
    rule, country : str
        What was asked, of whom.
    searched : tuple of str
        Tables that were searched, in order.
    table, indicator : str
        Where it was found.
    value : float or None
        In `unit`; None for a status, and where nothing was found.
    year : int or None
        Year that the value is filed under; None where the source gives none.
    unit : str
        Code of the unit, or ``count``.
    status : str
        Code of a status.
    day : datetime.date or None
        Day of a status.
    partial : bool
        Whether the value covers a part of a year only.
    total : int or None
        Of how many a tally is; `value` and `refused` leave out what is not known.
    doubted : bool
        Whether the value rests in part on rows that their source doubts.
    refused : int or None
        In how many of a tally the standing is a no.
    text : mapping
        The source's remark, by language.
    rows : pandas.DataFrame
        The rows behind it.
    """

    rule: str
    country: str
    searched: tuple[str, ...]
    table: str = ""
    indicator: str = ""
    value: float | None = None
    year: int | None = None
    unit: str = ""
    status: str = ""
    day: datetime.date | None = None
    partial: bool = False
    doubted: bool = False
    total: int | None = None
    refused: int | None = None
    text: Mapping[str, str] = field(default_factory=dict)
    rows: pd.DataFrame = field(default_factory=pd.DataFrame, compare=False, repr=False)

    @property
    def found(self) -> bool:
        """Whether anything was found."""
        return bool(self.table)

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Sources of the rows behind it."""
        return tuple(dict.fromkeys(map(str, self.rows["source_id"]))) if self.found else ()


def evidence(tables: Mapping[str, pd.DataFrame], rule: Rule, country: str) -> Evidence:
    """Look a country up by a rule: the first lookup that finds anything gives the answer.

    Parameters
    ----------
    tables : mapping
        Curated tables by name.
    rule : Rule
        What to look for.
    country : str
        ISO 3166-1 alpha-3 code.

    Returns
    -------
    Evidence
        Its `searched` names every table looked into; `found` is False where none had a row.
    """
    searched: list[str] = []
    for lookup in rule.lookups:
        searched.append(lookup.table)
        told = answer(tables[lookup.table], lookup, country)
        if told:
            names = tuple(dict.fromkeys(searched))
            return Evidence(rule.id, country, names, lookup.table, **told)
    return Evidence(rule.id, country, tuple(dict.fromkeys(searched)))


def answer(frame: pd.DataFrame, lookup: Lookup, country: str) -> dict[str, Any]:
    """Return what one table says, as fields of `Evidence`; empty when it has no row."""
    if lookup.kind == "links":
        return _links(frame, lookup, country)
    found = chosen(frame, lookup.where, country)
    if lookup.apart:
        found = np.setdiff1d(found, chosen(frame, lookup.apart, country, found))
    if lookup.kind in WITHOUT_YEARS:
        return WITHOUT_YEARS[lookup.kind](frame.take(found))
    if "year" in frame:
        found = latest(frame, found)
    if not len(found):
        return {}
    doubted = bool(lookup.doubt) and len(chosen(frame, lookup.doubt, country)) > 0
    told = _of_year(frame, found, lookup, country)
    return told | {"doubted": doubted} if told else {}


def _of_year(frame: pd.DataFrame, places: Places, lookup: Lookup, country: str) -> dict[str, Any]:
    """Return what the rows of one year say."""
    if lookup.kind == "share":
        return _share(frame, places, lookup, country)
    values = numbers(frame, "value", places)
    if lookup.kind == "distinct":
        above = places[values > 0]
        codes = frame[lookup.column].array.take(above)
        return _number(frame, above, float(pd.Series(codes).nunique()), "count")
    unit = str(frame["unit"].array[places[0]])
    if lookup.kind == "part":
        own = chosen(frame, lookup.part, country, places)
        told = _number(frame, places, summed(frame, own), unit)
        return told | {"indicator": str(lookup.part["indicator"])}
    if lookup.kind == "latest" and len(places) > 1:
        raise ValueError(f"{lookup} finds {len(places)} rows for {country}")
    return _number(frame, places, summed(frame, places), unit)


def chosen(frame: pd.DataFrame, where: Where, country: str, places: Places | None = None) -> Places:
    """Return where the rows that a filter lets through stand, of all or of some places."""
    told = {name: one if isinstance(one, tuple) else (one,) for name, one in where.items()}
    asked = {name: [country if c == COUNTRY else c for c in one] for name, one in told.items()}
    return narrowed(frame, asked, places)


def _best(rows: pd.DataFrame) -> dict[str, Any]:
    dated = rows.loc[rows["year"].notna()]
    if dated.empty:
        return {}
    several = "host" in dated and dated["host"].nunique() > 1
    one = dated.loc[[leader(list(dated.itertuples()), several).Index]]
    return _number(one, np.arange(1), float(one["value"].iloc[0]), str(one["unit"].iloc[0]))


def _number(frame: pd.DataFrame, places: Places, value: float, unit: str) -> dict[str, Any]:
    if not len(places):
        return {}
    rows = frame.take(places)
    return {
        "indicator": str(rows["indicator"].array[0]),
        "value": value,
        "year": int(rows["year"].array[0]),
        "unit": unit,
        "partial": "period_type" in rows and str(rows["period_type"].array[0]) in PARTLY,
        "rows": rows,
    }


def _share(frame: pd.DataFrame, places: Places, lookup: Lookup, country: str) -> dict[str, Any]:
    part, whole = (chosen(frame, w, country, places) for w in (lookup.part, lookup.whole))
    total = summed(frame, whole)
    if not len(part) or not total:
        return {}
    return _number(frame, part, 100 * summed(frame, part) / total, "percent")


def _links(frame: pd.DataFrame, lookup: Lookup, country: str) -> dict[str, Any]:
    partners = [one for one in lookup.where["partner"] if one != country]
    links = {p: link for p, link in readmission(frame, country).items() if p in partners}
    if not links:
        return {}
    rows = pd.concat([link.rows for link in links.values()])
    count = sum(link.step == "in_force" for link in links.values())
    return {
        "indicator": "",
        "value": float(count),
        "unit": "count",
        "total": len(partners),
        "rows": rows,
    }


def _status(rows: pd.DataFrame) -> dict[str, Any]:
    if rows.empty:
        return {}
    if "date" in rows:
        row = rows.sort_values("date", na_position="first").iloc[-1]
        day = row["date"].date() if pd.notna(row["date"]) else None
        year = year_of(row["date"], row.get("text_en"))
    else:
        row, day = rows.sort_values("year").iloc[-1], None
        year = int(row["year"])
    text = words_in(row)
    named = row["name"] if "name" in rows else row.get("indicator", "")
    return {
        "indicator": str(named),
        "status": str(row["status"]),
        "day": day,
        "year": year,
        "text": text,
        "rows": rows.loc[[row.name]],
    }


def _tally(rows: pd.DataFrame) -> dict[str, Any]:
    standings = rows["status"].astype(str).map(state_of)
    known = rows.loc[standings.ne("unknown")]
    if known.empty:
        return {}
    return {
        "indicator": "",
        "value": float(standings.eq("yes").sum()),
        "unit": "count",
        "refused": int(standings.eq("no").sum()),
        "total": len(rows["name"].cat.categories),
        "rows": known,
    }


WITHOUT_YEARS: dict[str, Callable[[pd.DataFrame], dict[str, Any]]] = {
    "status": _status,
    "tally": _tally,
    "best": _best,
}
