"""The source of tables that the setting names."""

import os
from collections.abc import Callable

import pandas as pd

from data.store.package import Package
from data.store.store import Store

SETTING = "ATLAS_TABLES"
TIME = "ATLAS_TABLES_SECONDS"


def store(kept: Callable[[str], pd.DataFrame] | None = None) -> Store:
    """Return the source that the setting ``ATLAS_TABLES`` names: a database, or the package.

    Parameters
    ----------
    kept : callable or None
        Returns a whole table by its name, where somebody keeps the package's.
    """
    url = os.environ.get(SETTING, "").strip()
    if not url:
        return Package(load=kept)
    from data.store.database import SECONDS, Database  # noqa: PLC0415  # for those who have one

    return Database(url, _seconds(SECONDS))


def _seconds(usual: float) -> float:
    """Return how long an answer may take; what is no number of seconds counts as nothing said."""
    told = os.environ.get(TIME, "").strip()
    return float(told) if told.isdecimal() and 0 < int(told) <= 3600 else usual
