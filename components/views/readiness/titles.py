"""How a piece of evidence is told: in a cell, in a line, in a row of the table."""

from collections.abc import Sequence

import pandas as pd

from components.documents.model import Cell
from components.documents.states import State
from components.documents.words import meanings
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import years
from components.phrases.references import source_names
from components.phrases.tables import tables_named
from components.view import Remark, Table
from components.views.assemble import caveats_of, warnings_first
from components.views.readiness.words import RULES, basis, claim
from components.views.spec import Tables
from data.measures.avrr import UNKNOWN, WORLD
from data.measures.readiness import Evidence, Rule, evidence
from data.measures.standings import STATES

OF_SOME_HOSTS = ("avrr", "state_paid")  # whose best figure may be of one country left
COUNTS = {"count": "number"}  # evidence that is counted here, as a unit of the list
COLUMNS = (
    "codes",
    "claim",
    "basis",
    "place",
    "evidence",
    "said",
    "value",
    "unit",
    "time",
    "table",
    "searched",
    "sources",
)


def tables_of(*groups: Sequence[Rule]) -> tuple[str, ...]:
    """Return the tables that rules look into."""
    rules = (rule for group in groups for rule in group)
    return tuple(dict.fromkeys(lookup.table for rule in rules for lookup in rule.lookups))


def found_for(
    tables: Tables, rules: Sequence[Rule], countries: Sequence[str]
) -> dict[str, list[Evidence]]:
    """Return the evidence of each rule for each country, in the order given."""
    return {rule.id: [evidence(tables, rule, one) for one in countries] for rule in rules}


def name_of(lang: Language, rule: str) -> str:
    """Return the name of a piece of evidence."""
    return lang.text(RULES[rule])


def said(lang: Language, one: Evidence) -> str:
    """Write the finding in a few words: a rounded number, a status, or that there is none."""
    if not one.found:
        return lang.text("no evidence found")
    if one.value is None:
        return lang.label("statuses", one.status)
    if one.total is not None:
        return lang.text(
            "{number} of {total}", number=lang.number(one.value), total=lang.number(one.total)
        )
    if one.unit == "percent":
        return lang.percent(one.value / 100, 0 if one.value >= 10 else 1 if one.value >= 1 else 2)
    return lang.compact(one.value).replace("-", "−")


def when(lang: Language, one: Evidence) -> str:
    """Write the year; for a part of a year that it is one, for a tally what is not a yes."""
    if one.refused is not None and one.total is not None and one.value is not None:
        unknown = one.total - int(one.value) - one.refused
        return lang.text(
            "not: {refused}, not known or in part: {unknown}",
            refused=lang.number(one.refused),
            unknown=lang.number(unknown),
        )
    if one.year is None:
        return ""
    if one.doubted:
        return lang.text("{year}, in doubt", year=one.year)
    return ", ".join([_time(lang, one), *_left(lang, one)])


def _time(lang: Language, one: Evidence) -> str:
    """Write the year, or the days of what does not cover one year, as far as they are printed."""
    if len(one.rows) == 1 and (one.partial or _period(one) == "multi_year"):
        row = one.rows.iloc[0]
        start, end = row["period_start"], row["period_end"]
        if pd.isna(start) and pd.notna(end):
            day = lang.date(end.date())
            if row["period_type"] == "cumulative":
                return lang.text("in all by {date}", date=day)
            return lang.text("before {date}", date=day)
        if pd.notna(start) and pd.notna(end) and start.year != end.year:
            return years(start.year, end.year)
    return lang.text("part of {year}", year=one.year) if one.partial else str(one.year)


def _period(one: Evidence) -> str:
    return str(one.rows["period_type"].array[0]) if "period_type" in one.rows else ""


def _left(lang: Language, one: Evidence) -> list[str]:
    """Name the one country that people left, where a figure of return is of no more than one."""
    host = str(one.rows.iloc[0]["host"]) if one.rule in OF_SOME_HOSTS else WORLD
    if host == UNKNOWN:
        return [lang.text("host not named")]
    return [] if host == WORLD else [lang.place(host, "from")]


def line(lang: Language, one: Evidence) -> str:
    """Write a piece of evidence as one line: name, finding, year; or where it was looked for."""
    name = name_of(lang, one.rule)
    if not one.found:
        return lang.text(
            "{name}: no evidence found (searched: {tables})",
            name=name,
            tables=tables_named(lang, one.searched),
        )
    time = when(lang, one)
    if not time:
        return lang.text("{name}: {finding}", name=name, finding=said(lang, one))
    return lang.text("{name}: {finding} ({time})", name=name, finding=said(lang, one), time=time)


def state(one: Evidence) -> State:
    """Return the mark of a piece of evidence: of a status the one that it has everywhere."""
    if not one.found:
        return "none"
    if one.doubted:
        return "unknown"
    if one.value is None:
        return STATES.get(one.status, "plain")
    return "part" if one.partial else "plain"


def cell(lang: Language, one: Evidence) -> Cell:
    """Return the cell of a grid that shows a piece of evidence."""
    tip = f"{lang.place(one.country)}. {line(lang, one)}"
    if not one.found:
        return Cell("none", words=lang.text("none found"), tip=tip)
    if one.value is None:
        return Cell(state(one), words=said(lang, one), unit=when(lang, one), tip=tip)
    return Cell(state(one), said(lang, one), when(lang, one), tip=tip)


def key(lang: Language) -> dict[State, str]:
    """Return what the marks of such a grid mean."""
    told: dict[State, str] = {
        "plain": lang.text("figure or status in the data, with its year"),
        "yes": lang.text("takes part or has it"),
        "part": lang.text("in preparation, or of a part of the year only"),
        "no": lang.text("does not take part"),
        "unknown": lang.text("the figure is doubted"),
        "none": lang.text("no evidence in the tables that were searched"),
    }
    return meanings(lang, told)


def table_of(lang: Language, told: Sequence[tuple[str, str, str, Evidence]]) -> Table:
    """Return evidence as a table.

    Parameters
    ----------
    told : sequence of tuple
        Code of the country, words of the claim, what the claim rests on, the evidence.
    """
    rows = [
        (
            code,
            words,
            rests,
            lang.place(one.country),
            name_of(lang, one.rule),
            said(lang, one),
            one.value,
            lang.label("units", COUNTS.get(one.unit, one.unit)) if one.unit else "",
            when(lang, one),
            tables_named(lang, [one.table]) if one.found else "",
            tables_named(lang, one.searched),
            source_names(lang, one.source_ids),
        )
        for code, words, rests, one in told
    ]
    return Table(
        pd.DataFrame(rows, columns=list(COLUMNS)),
        (
            column(lang, "claim"),
            column(lang, "rests_on", "basis"),
            column(lang, "country", "place"),
            column(lang, "evidence"),
            column(lang, "finding", "said"),
            column(lang, "value"),
            column(lang, "unit"),
            column(lang, "period", "time"),
            column(lang, "table"),
            column(lang, "searched"),
            column(lang, "source_id", "sources"),
        ),
    )


def under_claim(lang: Language, rule: Rule, one: Evidence) -> tuple[str, str, str, Evidence]:
    """Return evidence with the claim that it speaks to, for `table_of`."""
    found = claim(rule.claim)
    return one.country, lang.pick(found["text"]), basis(lang, found), one


def sources_behind(found: Sequence[Evidence]) -> tuple[str, ...]:
    """Return the sources of all the evidence, in the order of appearance."""
    return tuple(dict.fromkeys(s for one in found for s in one.source_ids))


def caveats_behind(lang: Language, found: Sequence[Evidence]) -> tuple[Remark, ...]:
    """Return the caveats that bear on the rows behind the evidence, warnings first."""
    rows: dict[str, list[pd.DataFrame]] = {}
    for one in found:
        if one.found:
            rows.setdefault(one.table, []).append(one.rows)
    return warnings_first(
        *(caveats_of(lang, table, pd.concat(parts)) for table, parts in rows.items())
    )
