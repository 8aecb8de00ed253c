"""Tables of our own making for questions, and the same answers by pandas."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from data.explore.question import Filter, Question
from data.schema import fields, tables
from data.store.package import Package

STOCK = {
    "origin": "UZB",
    "destination": "KAZ",
    "indicator": "migrant_stock",
    "series": "pairs",
    "year": 2020,
    "period_end": "2020-07-01",
    "period_type": "mid_year",
    "sex": "female",
    "age": "total",
    "measure": "stock",
    "origin_basis": "birth",
    "method": "estimate",
    "value": 1.0,
    "unit": "persons",
    "obs_status": "normal",
    "confidence": "machine_checked",
    "source_id": "un_desa_ims2024",
}
FLOW = STOCK | {
    "indicator": "immigration_counted",
    "series": None,
    "period_start": "2020-01-01",
    "period_end": "2020-12-31",
    "period_type": "calendar_year",
    "measure": "flow",
}


def frame_of(table: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Return rows as a loaded table."""
    found = pd.DataFrame(list(rows), columns=list(tables()[table].columns))
    kinds = {"string": "category", "number": "float64", "integer": "Int16"}
    for column in found:
        kind = str(fields()[column]["type"])
        cells = found[column]
        found[column] = pd.to_datetime(cells) if kind == "date" else cells.astype(kinds[kind])
    return found


def store_of(table: str, rows: Iterable[Mapping[str, Any]]) -> Package:
    """Return a store with one table."""
    frame = frame_of(table, rows)
    return Package(load=lambda _: frame)


def fitting(frame: pd.DataFrame, where: Iterable[Filter]) -> pd.DataFrame:
    """Return the rows that fit filters, by pandas alone."""
    keep = pd.Series(True, index=frame.index)
    for one in where:
        cells = frame[one.column]
        if one.low or one.high:
            numbers = cells.astype("float64")
            keep &= numbers.ge(float(one.low or "-inf")) & numbers.le(float(one.high or "inf"))
        else:
            text = cells.astype("object").map(_text)
            keep &= text.isin(one.among)
    return frame.loc[keep]


def grouped(frame: pd.DataFrame, question: Question) -> dict[tuple[str, ...], tuple[Any, ...]]:
    """Return value, rows and missing of each group, by pandas alone."""
    keys = frame[list(question.by)].astype("object").map(_text)
    found = {}
    names = list(question.by) if len(question.by) > 1 else question.by[0]
    for key, index in keys.groupby(names, sort=False).groups.items():
        values = frame.loc[index, "value"] if "value" in frame else pd.Series(dtype=float)
        known = values.dropna()
        ways = {"sum": known.sum, "mean": known.mean, "median": known.median}
        ways |= {"min": known.min, "max": known.max}
        value = None if known.empty or question.how == "count" else ways[question.how]()
        found[key if isinstance(key, tuple) else (key,)] = (value, len(index), values.isna().sum())
    return found


def _text(cell: Any) -> str:
    if cell is None or cell is pd.NaT or cell is pd.NA or cell != cell:  # noqa: PLR0124
        return ""
    return str(cell.date()) if isinstance(cell, pd.Timestamp) else str(cell)
