"""The rules that keep rows from being put together, one by one.

Each is asked twice: of the kinds among the rows (`data.explore.profile`), which costs nothing
more, and only where these do not say enough of the groups themselves, where the rows are.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.explore import kinds
from data.explore.profile import Profile, any_group, any_twice, combinations, filled, whole

ALWAYS = ("rate_sum", "unit_sum", "indicator_sum", "periods_overlap", "figure_twice")
APART = ("confidence", "note_id", "value", "unit", "obs_status")  # they do not say who is counted


@dataclass(frozen=True)
class Rule:
    """One thing that keeps rows from being put together.

    Attributes
    ----------
    reason : str
        The reason of the refusal; those of `ALWAYS` hold whatever the grouping is by.
    column : str
        Column that the rule looks at; grouping by it does away with any other rule.
    coarse : callable
        Whether it may be broken, from the rows of a profile and the columns of the grouping there.
    fine : callable or None
        Whether it is broken in some group; None where the profile has said all.
    values : tuple of str
        What the column may not say, where that alone breaks it.
    """

    reason: str
    column: str
    coarse: Callable[[pd.DataFrame, list[str]], bool]
    fine: Callable[[Profile], bool] | None = None
    values: tuple[str, ...] = ()


def clash(rows: pd.DataFrame, by: list[str], flag: pd.Series, *cells: pd.Series) -> bool:
    """Return whether in some group a flag holds for one row and cells differ."""
    if not flag.any():
        return False
    told = pd.concat(cells) if len(cells) > 1 else cells[0]
    if told.nunique() < 2 or not by:
        return bool(told.nunique() > 1)
    keys = [rows[name] for name in by]
    many = told.groupby([pd.concat([key] * len(cells)) for key in keys]).nunique() > 1
    return bool((flag.groupby(keys).any() & many).any())


def differ(rows: pd.DataFrame, by: list[str], cells: pd.Series) -> bool:
    """Return whether cells say different things in some group of a profile."""
    return clash(rows, by, pd.Series(True, index=rows.index), cells)


def mixed(column: str) -> Rule:
    """Return the rule that a column says one thing in each group."""

    def coarse(rows: pd.DataFrame, by: list[str]) -> bool:
        if column == "indicator":
            told = set(rows[column])
            if any(told <= one for one in kinds.together()):
                return False
        return differ(rows, by, kinds.apart(rows) if column == "series" else rows[column])

    def fine(told: Profile) -> bool:
        series = column == "series"
        cells = kinds.apart_cells(told.fit) if series else filled(told.fit, column)
        return not told.fine or any_group(told, told.by, cells)

    return Rule(f"mixed_{column}", column, coarse, fine)


def place_whole(column: str) -> Rule:
    """Return the rule that no sum of places is among others."""
    flag, low, high = f"{column}_whole", f"{column}_low", f"{column}_high"

    def coarse(rows: pd.DataFrame, by: list[str]) -> bool:
        return clash(rows, by, rows[flag], rows[low], rows[high])

    def fine(told: Profile) -> bool:
        cells, flags = filled(told.fit, column), whole(told.fit, column)
        return not told.fine or any_group(told, told.by, cells, flags)

    return Rule("place_whole", column, coarse, fine)


def _total(column: str) -> Rule:
    """Return the rule that the total of sexes or ages is not among its parts.

    Where a source has the total of some and the parts of others, they may be added.
    """

    def coarse(rows: pd.DataFrame, by: list[str]) -> bool:
        return clash(rows, by, rows[column].eq("total"), rows[column])

    def fine(told: Profile) -> bool:
        cells = filled(told.fit, column)
        return any_group(told, _cell(told, "sex", "age", "reference"), cells, cells == "total")

    return Rule(f"{column}_whole", column, coarse, fine)


def _cell(told: Profile, *without: str) -> tuple[str, ...]:
    """Return the columns that say who is counted and when, without some, with the grouping."""
    known = told.fit.columns
    loose = {*without, *APART}
    loose |= {name for name in known if name in told.rows and told.rows[name].nunique() < 2}
    ends = [name for name in known if f"{name}_low" in told.rows]
    loose |= {n for n in ends if told.rows[f"{n}_low"].min() == told.rows[f"{n}_high"].max()}
    own = [name for name in known if name not in loose and not name.startswith("text_")]
    return tuple(dict.fromkeys((*told.by, *own)))


def _overlap(rows: pd.DataFrame, by: list[str]) -> bool:
    if not kinds.overlapping(frozenset(rows["age"])):
        return False
    return not by or any(kinds.overlapping(ages) for ages in rows.groupby(by)["age"].agg(frozenset))


def _overlap_in_cell(told: Profile) -> bool:
    cell = _cell(told, "age", "reference")
    return _overlap(combinations(told, dict.fromkeys((*cell, "age"))), list(cell))


def _never(reason: str, column: str, values: tuple[str, ...]) -> Rule:
    def coarse(rows: pd.DataFrame, _: list[str]) -> bool:
        return bool(rows[column].isin(values).any())

    return Rule(reason, column, coarse, None, values)


def _singled(rows: pd.DataFrame, by: list[str]) -> bool:
    status = rows["obs_status"]
    return differ(rows, by, status.where(status.isin(kinds.SINGLED), ""))


def _singled_in_group(told: Profile) -> bool:
    import ibis  # noqa: PLC0415  # see data.store.package

    status = told.fit["obs_status"]
    cells = ibis.ifelse(status.isin(kinds.SINGLED), status, "")
    return not told.fine or any_group(told, told.by, cells)


def _momentary(rows: Any, none: Any) -> Any:
    """Return which rows tell of a moment, of a profile or an expression."""
    found = none
    if "measure" in rows.columns:
        found |= rows["measure"] == "stock"
    if "period_type" in rows.columns:
        found |= rows["period_type"].isin(kinds.MOMENTS)
    return found


def _moments(rows: pd.DataFrame) -> pd.Series:
    found: pd.Series = _momentary(rows, pd.Series(False, index=rows.index))
    return found


def _years(rows: pd.DataFrame, by: list[str]) -> bool:
    return clash(rows, by, _moments(rows), rows["year"])


def _years_in_group(told: Profile) -> bool:
    import ibis  # noqa: PLC0415

    flag = _momentary(told.fit, ibis.literal(False))
    return not told.fine or any_group(told, told.by, filled(told.fit, "year"), flag)


def _periods(rows: pd.DataFrame, by: list[str]) -> bool:
    loose = rows["period_type"].isin(kinds.LOOSE) & ~_moments(rows)
    return any(
        clash(rows, by, loose, rows[f"{name}_low"], rows[f"{name}_high"])
        for name in ("period_start", "period_end")
    )


def _periods_in_group(told: Profile) -> bool:
    flag = told.fit["period_type"].isin(kinds.LOOSE)
    return not told.fine or any(
        any_group(told, told.by, filled(told.fit, name), flag)
        for name in ("period_start", "period_end")
    )


def _twice(rows: pd.DataFrame, _: list[str]) -> bool:
    return _several(rows, "reference") or _several(rows.loc[_moments(rows)], "period_end")


def _several(rows: pd.DataFrame, column: str) -> bool:
    if f"{column}_low" not in rows or rows.empty:
        return False
    return bool(rows[f"{column}_low"].min() < rows[f"{column}_high"].max())


def _twice_in_cell(told: Profile) -> bool:
    """Return whether a figure of a moment stands for one year twice, or a period for two texts."""
    import ibis  # noqa: PLC0415

    flag = _momentary(told.fit, ibis.literal(False))
    moments = _cell(told, "reference", "period_start", "period_end")
    return any_twice(told, flag, moments) or any_twice(told, ~flag, _cell(told, "reference"))


STATUS = Rule("mixed_obs_status", "obs_status", _singled, _singled_in_group)
LENGTHS = mixed("period_type")
NEVER = [
    _never("rate_sum", "unit", kinds.RATES),
    _never("rate_sum", "measure", ("rate",)),
    _never("unit_sum", "unit", kinds.NEVER),
    _never("indicator_sum", "indicator", kinds.RATE_LIKE),
]
SEXES = _total("sex")
AGES = _total("age")
OVERLAP = Rule("age_overlap", "age", _overlap, _overlap_in_cell)
YEARS = Rule("stock_years", "year", _years, _years_in_group)
PERIODS = Rule("periods_overlap", "period_end", _periods, _periods_in_group)
TWICE = Rule("figure_twice", "reference", _twice, _twice_in_cell)
