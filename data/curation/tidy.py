"""Shared steps of the recipes: from raw columns to the columns of a curated table."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from data.paths import TABLES
from data.schema import tables

CENTRAL_ASIA = ("KAZ", "KGZ", "TJK", "TKM", "UZB")


def observations(frame: pd.DataFrame, table: str, **constants: Any) -> pd.DataFrame:
    """Give a frame all columns of a table, in order.

    Parameters
    ----------
    frame : pandas.DataFrame
        Has some columns of the table under their final names.
    table : str
        Name of the curated table.
    **constants
        Columns that have one value in every row. A column that is named neither here nor in
        `frame` stays empty; a column of `frame` wins over a constant where it is not empty.

    Returns
    -------
    pandas.DataFrame
        Text columns, in the order of the table; columns that the table does not have are left out.
    """
    columns = tables()[table].columns
    unknown = set(constants) - set(columns)
    if unknown:
        raise KeyError(f"{table} has no column {sorted(unknown)}")
    result = pd.DataFrame(index=frame.index)
    for column in columns:
        own = frame[column].map(text) if column in frame else pd.Series("", index=frame.index)
        constant = text(constants.get(column, ""))
        result[column] = own.where(own != "", constant)
    return result


def text(value: Any) -> str:
    """Write a cell: no trailing ``.0``, no scientific notation, missing as an empty string."""
    if value is None or (isinstance(value, float) and pd.isna(value)):
        return ""
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() else repr(value)
    written = str(value).strip()
    if written.endswith(".0") and written[:-2].lstrip("-").isdigit():
        return written[:-2]
    return "" if written in {"nan", "<NA>", "NaT"} else written


def longer(frame: pd.DataFrame, values: Mapping[str, str], name: str) -> pd.DataFrame:
    """Turn value columns into rows; empty cells are left out because nothing was published.

    Parameters
    ----------
    frame : pandas.DataFrame
        Wide frame of text cells.
    values : mapping of str to str
        Raw value column to the code that it gets in the column `name`.
    name : str
        Column that tells the former columns apart.
    """
    keys = [c for c in frame.columns if c not in values]
    long = frame.melt(id_vars=keys, value_vars=list(values), var_name=name, value_name="value")
    long[name] = long[name].map(values)
    return long.loc[long["value"].map(text) != ""]


def involving(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Keep the rows in which one of the columns names a Central Asian country."""
    rows = pd.Series(False, index=frame.index)
    for column in columns:
        rows |= frame[column].isin(CENTRAL_ASIA)
    return frame.loc[rows]


def calendar_year(frame: pd.DataFrame, column: str = "year") -> pd.DataFrame:
    """Add the period columns of a full calendar year."""
    year = frame[column].map(text)
    return frame.assign(
        year=year,
        period_start=year + "-01-01",
        period_end=year + "-12-31",
        period_type="calendar_year",
    )


def on_day(frame: pd.DataFrame, month_day: str, period_type: str) -> pd.DataFrame:
    """Add the period columns of a stock on one day of the year, such as ``07-01``."""
    year = frame["year"].map(text)
    return frame.assign(year=year, period_end=year + "-" + month_day, period_type=period_type)


def is_longer_than_a_year(start: str, end: str) -> bool:
    """Say whether a period from one ISO day to another, both included, is longer than a year."""
    return bool(pd.Timestamp(end) >= pd.Timestamp(start) + pd.DateOffset(years=1))


def write(frame: pd.DataFrame, table: str, source_id: str, root: Path = TABLES) -> Path:
    """Write one source's part of a table, sorted by all columns, with plain line ends."""
    expected = list(tables()[table].columns)
    if list(frame.columns) != expected:
        raise KeyError(f"{table}: columns are {list(frame.columns)}, expected {expected}")
    path = root / table / f"{source_id}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    ordered = frame.sort_values(expected, kind="stable")
    ordered.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")
    return path
