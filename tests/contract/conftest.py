"""The curated tables as text, read once for all contract tests of a process."""

from collections.abc import Callable
from functools import cache

import pandas as pd
import pytest

from data.paths import TABLES

Part = Callable[[str, str], pd.DataFrame]


@cache
def read_part(table: str, source: str) -> pd.DataFrame:
    path = TABLES / table / f"{source}.csv"
    return pd.read_csv(path, dtype=str, keep_default_na=False)


@pytest.fixture(scope="session")
def part() -> Part:
    """One source's part of a table as text; it must not be changed in place."""
    return read_part


@pytest.fixture(scope="session")
def code_lists() -> dict[str, pd.DataFrame]:
    """Every code list as text, indexed by code."""
    lists = (TABLES.parent / "codes").glob("*.csv")
    return {
        path.stem: pd.read_csv(path, dtype=str, keep_default_na=False).set_index("code")
        for path in lists
    }
