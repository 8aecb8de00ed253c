"""The closed lists that the tables' codes come from."""

from functools import cache
from pathlib import Path

import pandas as pd

from data.errors import MissingTable
from data.paths import DATA


@cache
def code_list(name: str, root: Path = DATA) -> pd.DataFrame:
    """Return a code list, indexed by code; all cells are text.

    Parameters
    ----------
    name : str
        File name in ``codes/`` without its ending.
    root : Path
        The data folder.

    Raises
    ------
    MissingTable
        When there is no such list.
    """
    path = root / "codes" / f"{name}.csv"
    if not path.is_file():
        raise MissingTable(name, f"codes/{name}.csv is not there")
    return pd.read_csv(path, dtype=str, keep_default_na=False).set_index("code", drop=False)


def codes(name: str, root: Path = DATA) -> list[str]:
    """Return the codes of a list in the order of the file."""
    return list(code_list(name, root).index)


@cache
def known(name: str, root: Path = DATA) -> frozenset[str]:
    """Return the codes of a list as a set, for looking up."""
    return frozenset(codes(name, root))
