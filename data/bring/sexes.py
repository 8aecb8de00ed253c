"""Whether men and women make the total, and the rule that the provenance file declares."""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.bring.origin import Origin
from data.bring.problems import N_, refuse
from data.bring.provenance_file import quoted
from data.schema import tables

ROUNDING = 10
SUMS = N_(
    "Men, women and others together are {sum}, but the row of the total says {total}: {what}."
)
RULE = N_("Men, women and totals of {source} no longer meet the rule that it declares.")
ONE_LINE = re.compile(r"^sex_rule: \{.*\}$", re.M)


def differences(rows: pd.DataFrame, table: str) -> pd.DataFrame:
    """Return total and sum of the sexes, where men, women and total all stand."""
    empty = pd.DataFrame({"total": [], "sum": []}, dtype=float)
    if "sex" not in rows or not {"male", "female", "total"} <= set(rows["sex"]):
        return empty
    keys = [c for c in tables()[table].key if c not in {"sex", "reference"}]
    once = rows.assign(value=pd.to_numeric(rows["value"])).drop_duplicates([*keys, "sex"])
    wide = once.set_index([*keys, "sex"])["value"].unstack("sex")
    wide = wide.dropna(subset=["male", "female", "total"])
    return pd.DataFrame(
        {"total": wide["total"], "sum": wide.drop(columns="total").fillna(0).sum(axis=1)}
    )


def rule(rows: pd.DataFrame, table: str, rounded: bool) -> dict[str, Any] | None:
    """Return the rule that a source's rows keep; None where there are no sexes.

    Raises
    ------
    Refused
        When the sexes do not make the total.
    """
    if "sex" not in rows or not {"male", "female"} <= set(rows["sex"]):
        return None
    off = differences(rows, table)
    if off.empty:
        return {"rule": "not_applicable", "reason": "No total stands beside men and women."}
    away = (off["sum"] - off["total"]).abs()
    if away.max() == 0:
        return {"rule": "exact"}
    if rounded and away.max() <= ROUNDING:
        return {"rule": "tolerance", "persons": ROUNDING, "reason": "The publisher rounds."}
    worst = away.idxmax()
    named = worst if isinstance(worst, tuple) else (worst,)
    raise refuse(
        SUMS, column="sex", sum=int(off.at[worst, "sum"]), total=int(off.at[worst, "total"]),
        what=", ".join(str(part) for part in named if part)[:120],
    )  # fmt: skip


def rules_text(
    text: str, old: Mapping[str, Any], told: Origin, table: str, rows: pd.DataFrame
) -> str:
    """Return a provenance file with the rule for all rows of a table, old and new.

    Parameters
    ----------
    text : str
        The provenance file.
    old : mapping
        The rules that it declares.
    rows : pandas.DataFrame
        All rows of the source in the table.
    """
    rounded = set(rows.get("obs_status", [])) <= {"rounded", "provisional", "break", "estimated"}
    declared = old.get(table)
    if ONE_LINE.search(text):
        found = rule(rows, table, rounded)
        rules = {t: r for t, r in old.items() if t != table} | ({table: found} if found else {})
        return ONE_LINE.sub(lambda _: f"sex_rule: {written(rules)}", text, count=1)
    there = "sex" in rows and {"male", "female"} <= set(rows["sex"])
    off = differences(rows, table)
    away = (off["sum"] - off["total"]).abs()
    allowed = declared.get("persons", 0) + declared.get("share", 0) * off["total"] if declared else 0
    applied = declared and declared["rule"] != "not_applicable"
    if (there and not declared) or (applied and (away > allowed).any()):
        raise refuse(RULE, column="sex", source=told.source_id)
    return text


def written(rules: Mapping[str, Any]) -> str:
    """Write the rules in one line of YAML."""
    parts = []
    for table, entry in rules.items():
        inside = ", ".join(
            f"{k}: {v if isinstance(v, int | float) else quoted(v)}" for k, v in entry.items()
        )
        parts.append(f"{table}: {{{inside}}}")
    return f"{{{', '.join(parts)}}}"
