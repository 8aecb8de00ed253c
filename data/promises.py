"""What the schema promises of the rows of a table, checked for whole columns at once.

A checksum only says that a file is the one that was described; these checks say that what was
described can be counted with.
"""

import re
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from data.errors import DamagedTable
from data.schema import fields, tables

STEP = np.uint64(0x9E3779B97F4A7C15)  # odd and large, so that what is multiplied spreads


def may_be_below_zero(indicator: str) -> bool:
    """Say whether an indicator is a balance or a change; such codes have a part that says so."""
    return not set(fields()["value"]["below_zero"]).isdisjoint(indicator.split("_"))


def check_numbers(table: str, rows: pa.Table) -> None:
    """Check that every number is a number: neither endless nor the words “not a number”.

    In the frame the last would be the same as an empty cell.

    Raises
    ------
    DamagedTable
        When one is not.
    """
    for column in tables()[table].columns:
        if fields()[column]["type"] == "number":
            finite = pc.all(pc.is_finite(rows[column])).as_py()
            if finite is False:
                raise DamagedTable(table, f"{column} has a number that is not finite")


def check_rows(table: str, frame: pd.DataFrame) -> None:
    """Check required cells, ranges, patterns, signs and the key of a table.

    Raises
    ------
    DamagedTable
        When a promise is broken; it says which.
    """
    for column in frame.columns:
        wrong = _fault(frame[column], fields()[column])
        if wrong:
            raise DamagedTable(table, f"{column} {wrong}")
    if "value" in frame:
        _check_signs(table, frame)
    check_key(table, frame)


def _fault(cells: pd.Series, promised: dict[str, Any]) -> str:
    if promised.get("required") and cells.hasnans:
        return "has an empty cell"
    low, high = promised.get("minimum"), promised.get("maximum")
    if low is not None and (cells < low).any():
        return f"has a number below {low}"
    if high is not None and (cells > high).any():
        return f"has a number above {high}"
    if "pattern" in promised:
        pattern = re.compile(promised["pattern"])
        odd = [text for text in cells.cat.categories if not pattern.fullmatch(text)]
        return f"has {odd[0]!r}" if odd else ""
    return ""


def _check_signs(table: str, frame: pd.DataFrame) -> None:
    below = frame.loc[frame["value"] < 0]
    named = below["indicator"].astype(str).unique() if "indicator" in below else [""] * len(below)
    odd = [name for name in named if not may_be_below_zero(name)]
    if odd:
        raise DamagedTable(table, f"value is below zero for {odd[0]!r}")


def check_key(table: str, frame: pd.DataFrame) -> None:
    """Check that no two rows have one key.

    Equal keys have equal hashes, so that few rows have to be compared.

    Raises
    ------
    DamagedTable
        When two rows have.
    """
    key = list(tables()[table].key)
    hashes = np.zeros(len(frame), dtype=np.uint64)
    for column in key:
        hashes = (hashes + _numbers(frame[column])) * STEP
        hashes ^= hashes >> np.uint64(29)
    if pd.Index(hashes).is_unique:
        return
    alike = frame.loc[pd.Series(hashes, index=frame.index).duplicated(keep=False)]
    twice = alike.duplicated(key)
    if twice.any():
        row = ", ".join(map(str, alike.loc[twice, key].iloc[0].dropna()))
        raise DamagedTable(table, f"{int(twice.sum())} rows have the key of another: {row}")


def _numbers(cells: pd.Series) -> np.ndarray[Any, np.dtype[np.uint64]]:
    """Return a number for each cell, the same for the same content."""
    if isinstance(cells.dtype, pd.CategoricalDtype):
        plain = cells.cat.codes.to_numpy().astype(np.int64)
    elif pd.api.types.is_datetime64_any_dtype(cells.dtype):
        plain = cells.to_numpy()
    else:
        plain = cells.to_numpy(dtype=np.float64, na_value=np.nan)
    numbers: np.ndarray[Any, np.dtype[np.uint64]] = plain.view(np.uint64)
    return numbers
