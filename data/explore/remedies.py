"""What could be asked instead of a question that is refused."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from data.explore import kinds
from data.explore.breaches import ALWAYS, NEVER, TWICE, Rule
from data.explore.profile import Profile, combinations, sums
from data.explore.question import Filter, Question
from data.explore.refusal import Remedy

STEPS = 16  # rules that one remedy may have to mend
OFFERED = 6  # values that are offered one by one
Rules = Callable[[Question], list[Rule]]
Allowed = Callable[[Question], bool]


@dataclass(frozen=True)
class Step:
    """One filter or one more grouping, and the rows of the profile that are left by it."""

    remedy: Remedy
    rows: pd.DataFrame


def remedies(
    question: Question, told: Profile, broken: Rule, rules: Rules, allowed: Allowed
) -> tuple[Remedy, ...]:
    """Return changes to a refused question, the one that suffices first.

    Parameters
    ----------
    question : Question
        What was refused.
    told : Profile
        The kinds among its rows.
    broken : Rule
        What it was refused for.
    rules, allowed : callable
        The rules for a question, and whether it may be answered.
    """
    if broken in NEVER:
        return _other_ways(question, told, broken, rules)
    steps = _steps(told, broken, told.rows)
    whole = _whole(question, told, rules, allowed)
    single = [step.remedy for step in steps if not whole or step.remedy.where != whole.where]
    by = _grouped(question, broken)
    if by:
        grouped = Remedy(by=by)
        asked = grouped.applied(question)
        unseen = broken.reason in ALWAYS  # the profile does not know by what these are apart
        enough = allowed(asked) if unseen else _clear(asked, told.rows, rules)
        single.append(replace(grouped, enough=enough))
    return (*([whole] if whole else []), *single)


def _clear(question: Question, rows: pd.DataFrame, rules: Rules) -> bool:
    """Return whether the kinds among the rows break no rule for a question."""
    by = [column for column in question.by if column in rows]
    return not any(rule.coarse(rows, by) for rule in rules(question))


def _other_ways(
    question: Question, told: Profile, broken: Rule, rules: Rules
) -> tuple[Remedy, ...]:
    """Return other ways for what is never added: leave it out, or do not add."""
    rows, column = told.rows, broken.column
    keep = rows.loc[~rows[column].isin((*kinds.RATES, *kinds.NEVER, *kinds.RATE_LIKE, "rate"))]
    found = []
    if not keep.empty and column not in question.by:
        found = [Remedy(where=(Filter(column, tuple(keep[column].unique())),))]
    ways = [Remedy(how="max"), Remedy(how="min")]
    return (
        *found,
        *(replace(w, enough=True) for w in ways if _clear(w.applied(question), rows, rules)),
    )


def _whole(question: Question, told: Profile, rules: Rules, allowed: Allowed) -> Remedy | None:
    """Return the filters that mend all that is broken, chosen as the atlas itself does."""
    rows, done = told.rows, Remedy()
    for _ in range(STEPS):
        asked = done.applied(question)
        by = [column for column in asked.by if column in rows]
        broken = next((rule for rule in rules(asked) if rule.coarse(rows, by)), None)
        if broken is None or broken == TWICE:
            enough = broken is None or allowed(asked)
            return replace(done, enough=True) if enough and done != Remedy() else None
        if broken in NEVER:
            return None
        steps = _steps(told, broken, rows)
        if steps:
            step = min(steps, key=lambda one: _rank(question, broken, one))
            filters = {f.column: f for f in (*done.where, *step.remedy.where)}
            done, rows = replace(done, where=tuple(filters.values())), step.rows
        else:
            more = _grouped(asked, broken)
            if not more:
                return None
            done = replace(done, by=(*done.by, *more))
    return None


def _rank(question: Question, rule: Rule, step: Step) -> tuple[bool, int, int]:
    """Return the place of a step: what the measures of the atlas read, then what has most rows.

    What may never be added comes last; of a total and its parts, the first stays the first.
    """
    if not rule.reason.startswith("mixed_"):
        return (False, 0, 0)
    one = step.remedy.where[0]
    liked = kinds.preferred(question.table, one.column)
    places = [liked.index(value) for value in one.among if value in liked]
    barren = question.how == "sum" and any(never.coarse(step.rows, []) for never in _never(step))
    return barren, min(places, default=len(liked)), -int(step.rows["n"].sum())


def _never(step: Step) -> list[Rule]:
    return [rule for rule in NEVER if rule.column in step.rows]


def _steps(told: Profile, rule: Rule, rows: pd.DataFrame) -> list[Step]:
    """Return the filters that mend one rule, each with the rows that are left."""
    column, known = rule.column, rows.get(rule.column, pd.Series(dtype=str))
    if rule.reason == "place_whole":
        return _places(told, column, rows)
    wanted: list[tuple[str, ...]] = []
    if rule.reason in ("sex_whole", "age_whole"):
        wanted = [("total",), tuple(value for value in known.unique() if value != "total")]
    elif rule.reason == "age_overlap":
        wanted = [("total",)] if known.eq("total").any() else []
    elif rule.reason == "stock_years":
        wanted = [(str(known.max()),)]
    elif rule.reason == "mixed_obs_status":
        wanted = [tuple(value for value in known.unique() if value not in kinds.SINGLED)]
    elif rule.reason.startswith("mixed_"):
        return _values(rows, column)
    return [_narrowed(rows, column, among) for among in wanted if among]


def _values(rows: pd.DataFrame, column: str) -> list[Step]:
    """Return a step for each value of a column, those of most rows first."""
    counted = rows.groupby(column)["n"].sum().sort_values(ascending=False, kind="stable")
    if column == "series":
        apart = kinds.apart(rows)
        joint = tuple(rows.loc[apart.isna(), "series"].unique())
        counted = rows.groupby(apart)["n"].sum().sort_values(ascending=False, kind="stable")
        return [_narrowed(rows, column, (value, *joint)) for value in counted.index[:OFFERED]]
    return [_narrowed(rows, column, (value,)) for value in counted.index[:OFFERED]]


def _narrowed(rows: pd.DataFrame, column: str, among: Sequence[str]) -> Step:
    left = rows.loc[rows[column].astype(str).isin(among)]
    return Step(Remedy(where=(Filter(column, tuple(map(str, among))),)), left)


def _places(told: Profile, column: str, rows: pd.DataFrame) -> list[Step]:
    """Return two steps: to leave out the sums of places, or to keep the widest alone."""
    flag = rows[f"{column}_whole"]
    every = {str(code) for code in combinations(told, (column,))[column]}
    own = rows.loc[flag]
    told_sums = {*own[f"{column}_low"], *own[f"{column}_high"]}
    widest = "WLD" if "WLD" in told_sums else min(told_sums)
    ends = {f"{column}_low": widest, f"{column}_high": widest}
    singles = tuple(sorted(every - set(sums(column))))
    found = [Step(Remedy(where=(Filter(column, (widest,)),)), own.assign(**ends))]
    if singles:
        parts = Step(Remedy(where=(Filter(column, singles),)), rows.loc[~flag])
        found.insert(0, parts)
    return found


def _grouped(question: Question, rule: Rule) -> tuple[str, ...]:
    """Return the columns by which to group, so that what a rule keeps apart stays apart."""
    wanted: tuple[str, ...] = (rule.column,)
    if rule.reason == "periods_overlap":
        wanted = ("period_start", "period_end")
    elif rule.reason == "figure_twice":
        wanted = ("period_end", "reference")
    return tuple(column for column in wanted if column not in question.by)
