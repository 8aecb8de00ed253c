"""What could be asked instead of a question that is refused."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import pandas as pd

from data.explore import kinds
from data.explore.breaches import NEVER, TWICE, Rule
from data.explore.profile import Profile, combinations, sums
from data.explore.question import Filter, Question
from data.explore.refusal import Remedy

STEPS = 16  # rules that one remedy may have to mend
DOUBTS = 2  # rules that may be broken in groups that are looked at for an offer
OFFERED = 6  # values that are offered one by one
Rules = Callable[[Question], list[Rule]]
Allowed = Callable[[Question], bool]


@dataclass(frozen=True)
class Step:
    """One filter that mends a rule.

    Attributes
    ----------
    filter : Filter
        The filter.
    left : callable
        Returns the rows of the profile that are left by it.
    barren : bool
        Whether what is left may never be added.
    """

    filter: Filter
    left: Callable[[], pd.DataFrame]
    barren: bool = False


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
        return _other_ways(question, told, broken, allowed)
    steps = _steps(told, broken, told.rows)[:OFFERED]
    whole = _whole(question, told, rules, allowed)
    single = [Remedy(where=(step.filter,)) for step in steps]
    single = [one for one in single if not whole or one.where != whole.where]
    by = _grouped(question, broken)
    if by:
        single.append(_grouping(question, told, by, rules, allowed))
    return (*([whole] if whole else []), *single)


def _other_ways(
    question: Question, told: Profile, broken: Rule, allowed: Allowed
) -> tuple[Remedy, ...]:
    """Return other ways for what is never added: leave it out, or do not add."""
    rows, column = told.rows, broken.column
    keep = rows.loc[~rows[column].isin((*kinds.RATES, *kinds.NEVER, *kinds.RATE_LIKE, "rate"))]
    found = []
    if not keep.empty and column not in question.by:
        found = [Remedy(where=(Filter(column, tuple(keep[column].unique())),))]
    ways = [Remedy(how="max"), Remedy(how="min")]
    clear = [one for one in ways if allowed(one.applied(question))]
    return (*found, *(replace(one, enough=True) for one in clear))


def _grouping(
    question: Question, told: Profile, by: tuple[str, ...], rules: Rules, allowed: Allowed
) -> Remedy:
    """Return a finer grouping; where much else is broken, the groups are not looked at."""
    grouped = Remedy(by=by)
    asked = grouped.applied(question)
    coarse = [column for column in asked.by if column in told.rows]
    broken = (rule for rule in rules(asked) if rule.coarse(told.rows, coarse))
    many = len(list(islice(broken, DOUBTS + 1))) > DOUBTS
    return replace(grouped, enough=not many and allowed(asked))


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
            step = min(steps, key=lambda one: _rank(question, broken, one))  # the first of equals
            filters = {f.column: f for f in (*done.where, step.filter)}
            done, rows = replace(done, where=tuple(filters.values())), step.left()
        else:
            more = _grouped(asked, broken)
            if not more:
                return None
            done = replace(done, by=(*done.by, *more))
    return None


def _rank(question: Question, rule: Rule, step: Step) -> tuple[bool, int]:
    """Return the place of a step: what the measures of the atlas read goes first.

    What may never be added comes last; of a total and its parts, the first stays the first.
    """
    if not rule.reason.startswith("mixed_"):
        return False, 0
    liked = kinds.preferred(question.table, step.filter.column)
    places = [liked.index(value) for value in step.filter.among if value in liked]
    return step.barren and question.how == "sum", min(places, default=len(liked))


def _steps(told: Profile, rule: Rule, rows: pd.DataFrame) -> list[Step]:
    """Return the filters that mend one rule, each with the rows that are left."""
    column, known = rule.column, rows.get(rule.column, pd.Series(dtype=str))
    if rule.reason == "place_whole":
        return _places(told, column, rows)
    wanted: list[tuple[object, ...]] = []
    if rule.reason in ("sex_whole", "age_whole"):
        wanted = [("total",), tuple(value for value in known.unique() if value != "total")]
    elif rule.reason == "age_overlap":
        wanted = [("total",)] if known.eq("total").any() else []
    elif rule.reason == "stock_years":
        wanted = [(known.max(),)]
    elif rule.reason == "mixed_obs_status":
        wanted = [tuple(value for value in known.unique() if value not in kinds.SINGLED)]
    elif rule.reason.startswith("mixed_"):
        return _values(rows, column)
    return [_narrowed(rows, column, among) for among in wanted if among]


def _values(rows: pd.DataFrame, column: str) -> list[Step]:
    """Return a step for each value of a column, those of most rows first."""
    own, joint = rows[column], ()
    if column == "series":
        own = kinds.apart(rows)
        joint = tuple(rows.loc[own.isna(), "series"].unique())
    never = pd.Series(False, index=rows.index)
    for rule in NEVER:
        if rule.column in rows:
            never |= rows[rule.column].isin(rule.values)
    counted = rows["n"].groupby(own).sum().sort_values(ascending=False, kind="stable")
    barren = never.groupby(own).any()
    return [_narrowed(rows, column, (one, *joint), bool(barren[one])) for one in counted.index]


def _narrowed(
    rows: pd.DataFrame, column: str, among: Sequence[object], barren: bool = False
) -> Step:
    told = Filter(column, tuple(map(str, among)))
    return Step(told, lambda: rows.loc[rows[column].isin(among)], barren)


def _places(told: Profile, column: str, rows: pd.DataFrame) -> list[Step]:
    """Return two steps: to leave out the sums of places, or to keep the widest alone."""
    flag = rows[f"{column}_whole"]
    every = {str(code) for code in combinations(told, (column,))[column]}
    own = rows.loc[flag]
    told_sums = {*own[f"{column}_low"], *own[f"{column}_high"]}
    widest = "WLD" if "WLD" in told_sums else min(told_sums)
    ends = {f"{column}_low": widest, f"{column}_high": widest}
    alone = Step(Filter(column, (widest,)), lambda: own.assign(**ends))
    singles = tuple(sorted(every - set(sums(column))))
    parts = Step(Filter(column, singles), lambda: rows.loc[~flag])
    return [parts, alone] if singles else [alone]


def _grouped(question: Question, rule: Rule) -> tuple[str, ...]:
    """Return the columns by which to group, so that what a rule keeps apart stays apart."""
    wanted: tuple[str, ...] = (rule.column,)
    if rule.reason == "periods_overlap":
        wanted = ("period_start", "period_end")
    elif rule.reason == "figure_twice":
        wanted = ("period_end", "reference")
    return tuple(column for column in wanted if column not in question.by)
