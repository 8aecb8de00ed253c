"""Which rows may be put together, and how: unit and kind decide.

Rows may be counted whatever they say. The smallest and the largest of values need one unit and
one kind; a mean or a median besides needs one indicator, source and method, and no total among its
parts; a sum besides needs no rates, and no two rows that tell of the same people. The rules are
those of the atlas's own measures (``data/measures``).
"""

from dataclasses import replace

import pandas as pd

from data.explore import kinds
from data.explore.breaches import (
    AGES,
    ALWAYS,
    LENGTHS,
    NEVER,
    OVERLAP,
    PERIODS,
    SEXES,
    STATUS,
    TWICE,
    YEARS,
    Rule,
    mixed,
    place_whole,
)
from data.explore.filters import filtered
from data.explore.profile import PLACES, Profile, profile
from data.explore.question import Question
from data.explore.refusal import Refused
from data.explore.remedies import remedies
from data.schema import tables
from data.store.store import Store

NAMED = 6  # values that a sentence names
SAME = ("period_type", "source_id", "method", "origin_basis", "programme")


def check(store: Store, question: Question) -> None:
    """Refuse a question that puts together what may not be.

    Parameters
    ----------
    store : Store
        Where the tables are.
    question : Question
        What is asked; without a grouping, or with rows only counted, all is allowed.

    Raises
    ------
    Refused
        With the reason, its facts, and what could be asked instead.
    data.errors.DataError
        When the table cannot be had.
    """
    if not question.by or question.how == "count":
        return
    columns = tables()[question.table].columns
    if not {"value", "unit"} <= set(columns):
        raise Refused("no_value", table=question.table, how=question.how)
    if "value" in question.by:
        raise Refused("by_value", how=question.how)
    told = _profile(store, question)
    broken = _broken(told, question)
    if broken:

        def allowed(other: Question) -> bool:
            same = other.where == question.where
            rows = replace(told, by=other.by) if same else _profile(store, other)
            return _broken(rows, other) is None

        facts = facts_of(broken, told.rows, question)
        raise Refused(broken.reason, remedies(question, told, broken, rules, allowed), **facts)


def _profile(store: Store, question: Question) -> Profile:
    return profile(store, filtered(store.table(question.table), question), question.by)


def _broken(told: Profile, question: Question) -> Rule | None:
    """Return the first rule that the rows of a question break."""
    return next((rule for rule in rules(question) if breaks(rule, told)), None)


def rules(question: Question) -> list[Rule]:
    """Return the rules for a table and a way of putting together, the plainest first."""
    columns = tables()[question.table].columns
    if question.how in ("min", "max"):
        wanted = [mixed("measure"), mixed("unit"), LENGTHS]
    else:
        summed = question.how == "sum"
        wanted = [mixed("measure"), mixed("unit"), mixed("indicator"), *(NEVER if summed else [])]
        wanted += [*(mixed(name) for name in SAME), STATUS]
        wanted += [place_whole(name) for name in PLACES if name in columns]
        wanted += [mixed("series"), SEXES, AGES, OVERLAP]
        wanted += [YEARS, PERIODS, TWICE] if summed else []
    return [
        rule
        for rule in wanted
        if rule.column in columns and (rule.reason in ALWAYS or rule.column not in question.by)
    ]


def breaks(rule: Rule, told: Profile) -> bool:
    """Return whether some group of rows breaks a rule."""
    if told.rows.empty or not rule.coarse(told.rows, told.coarse):
        return False
    return rule.fine is None or rule.fine(told)


def facts_of(rule: Rule, rows: pd.DataFrame, question: Question) -> dict[str, object]:
    """Return what a sentence says of a broken rule: column, values by their rows, how."""
    column = rule.column
    facts: dict[str, object] = {"table": question.table, "how": question.how, "column": column}
    if rule == OVERLAP:
        facts["values"] = list(kinds.meeting(frozenset(rows["age"])))
    elif rule == STATUS:
        facts["values"] = [one for one in rows[column].unique() if one in kinds.SINGLED]
    elif column == "year":
        facts["values"] = sorted(int(year) for year in rows["year"].unique() if year)
    elif column in rows:
        counted = rows.groupby(column)["n"].sum().sort_values(ascending=False, kind="stable")
        known = [str(code) for code in counted.index if code != ""]
        facts["values"], facts["more"] = known[:NAMED], max(0, len(known) - NAMED)
    elif f"{column}_whole" in rows:
        own = rows.loc[rows[f"{column}_whole"]]
        ends = {*own[f"{column}_low"], *own[f"{column}_high"]}
        facts["values"] = sorted(ends, key=lambda code: (code != "WLD", code))
    return facts
