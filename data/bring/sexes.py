"""Whether men and women make the total, and the rule that the provenance file declares."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.bring.problems import N_, Found
from data.schema import tables

ROUNDING = 10
ROUNDED = {"rounded", "provisional", "break", "estimated", "approximate"}
SUMS = N_("Men, women and others together are {sum}, but the total of the same figure is {total}.")


def differences(rows: pd.DataFrame, table: str) -> pd.DataFrame:
    """Return where men, women and total of one figure all stand, and how they add up.

    Parameters
    ----------
    rows : pandas.DataFrame
        Text cells of a table; the index is the row of the file, 0 for a row from elsewhere.

    Returns
    -------
    pandas.DataFrame
        ``total`` and ``sum`` in the row's unit, ``row`` (the last of the rows in the file).
    """
    if "sex" not in rows or not {"male", "female", "total"} <= set(rows["sex"]):
        return pd.DataFrame({"total": [], "sum": [], "row": []}, dtype=float)
    keys = [c for c in tables()[table].key if c not in {"sex", "reference"}]
    once = rows.assign(value=pd.to_numeric(rows["value"]), row=rows.index)
    once = once.drop_duplicates([*keys, "sex"])
    wide = once.set_index([*keys, "sex"])["value"].unstack("sex")
    places = once.groupby(keys)["row"].max()
    wide = wide.dropna(subset=["male", "female", "total"])
    sums = wide.drop(columns="total").fillna(0).sum(axis=1)
    return pd.DataFrame({"total": wide["total"], "sum": sums, "row": places.loc[wide.index]})


def check(rows: pd.DataFrame, table: str, declared: Mapping[str, Any] | None, found: Found) -> None:
    """Note every total that men and women do not make.

    Parameters
    ----------
    rows : pandas.DataFrame
        All rows of the source in the table, old (index 0) and new.
    declared : mapping or None
        The rule of a source with a recipe; otherwise rounded figures may differ by `ROUNDING`.
    """
    off = differences(rows, table)
    if declared is None:
        rounded = set(rows.get("obs_status", [])) <= ROUNDED
        declared = {"rule": "tolerance", "persons": ROUNDING if rounded else 0}
    if declared["rule"] == "not_applicable":
        return
    allowed = declared.get("persons", 0) + declared.get("share", 0) * off["total"]
    away = off.loc[((off["sum"] - off["total"]).abs() > allowed) & (off["row"] > 0)]
    for one in away.itertuples():
        found.add(SUMS, int(one.row), "sex", sum=f"{one.sum:.15g}", total=f"{one.total:.15g}")


def rule(rows: pd.DataFrame, table: str) -> dict[str, Any] | None:
    """Return the rule that a source's rows keep after `check`; None where there are no sexes."""
    if "sex" not in rows or not {"male", "female"} <= set(rows["sex"]):
        return None
    off = differences(rows, table)
    if off.empty:
        return {"rule": "not_applicable", "reason": "No total stands beside men and women."}
    if (off["sum"] == off["total"]).all():
        return {"rule": "exact"}
    return {"rule": "tolerance", "persons": ROUNDING, "reason": "The publisher rounds."}
