"""The closed lists that the tables' codes come from."""

import io
from collections.abc import Collection
from functools import cache
from pathlib import Path

import pandas as pd

from data import files
from data.errors import DamagedFile
from data.paths import DATA

# Columns that a list has to have beside its codes; any other list has names.
NEEDED = {
    "countries": ("kind", "name_en", "in_en", "from_en", "to_en"),
    "indicators": ("table", "flow_type", "measure", "unit", "name_en"),
    "notes": ("source_id", "level", "scope", "text_en"),
}
NAMED = ("name_en",)


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
    MissingFile
        When there is no such list.
    DamagedFile
        When it cannot be read, has no codes or one twice, or lacks a column or an English name.
    """
    path = root / "codes" / f"{name}.csv"
    content = files.whole(path)
    with files.reading(path):
        frame = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)
        listed = frame.set_index("code", drop=False)
        wrong = _fault(listed, NEEDED.get(name, NAMED))
    if wrong:
        raise DamagedFile(files.name_of(path), wrong)
    return listed


def _fault(listed: pd.DataFrame, needed: Collection[str]) -> str:
    if listed.empty:
        return "has no codes"
    if not listed.index.is_unique:
        return f"has {listed.index[listed.index.duplicated()][0]!r} twice"
    if "" in listed.index:
        return "has a row without a code"
    for column in needed:
        if column not in listed:
            return f"has no column {column!r}"
        if (listed[column] == "").any():
            return f"has an empty cell in the column {column!r}"
    return ""


def codes(name: str, root: Path = DATA) -> list[str]:
    """Return the codes of a list in the order of the file."""
    return list(code_list(name, root).index)


@cache
def known(name: str, root: Path = DATA) -> frozenset[str]:
    """Return the codes of a list as a set, for looking up."""
    return frozenset(codes(name, root))
