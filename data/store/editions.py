"""Which edition of a table is meant, and whether rows are those that were put somewhere."""

import hashlib
import json
from pathlib import Path

import numpy as np
import pandas as pd

from data.loaders import described_parts
from data.paths import DATA
from data.schema import fields, tables

LETTERS = 16  # of a name of an edition


def edition(table: str, root: Path = DATA) -> str:
    """Return the name of the edition of a table that a data package describes.

    It changes with the files of the table and with its columns, and with nothing else, so that
    the description alone tells it: the files themselves may be elsewhere.

    Parameters
    ----------
    table : str
        Name of the table.
    root : Path
        The data folder.

    Raises
    ------
    data.errors.DataError
        When the package does not describe the table.
    """
    files = sorted((part["path"], part.get("hash", "")) for part in described_parts(table, root))
    columns = [(name, fields()[name]["type"]) for name in tables()[table].columns]
    told = json.dumps([files, columns], separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()[:LETTERS]


def digest(frame: pd.DataFrame) -> str:
    """Return the checksum of a loaded table: of every cell, the order of rows and of categories.

    Parameters
    ----------
    frame : pandas.DataFrame
        As `data.loaders.load` returns it.
    """
    whole = hashlib.sha256()
    for name, cells in frame.items():
        whole.update(f"{name}\n".encode())
        if isinstance(cells.dtype, pd.CategoricalDtype):
            whole.update(json.dumps(list(cells.cat.categories), ensure_ascii=False).encode())
            whole.update(cells.cat.codes.to_numpy(np.int32).tobytes())
        elif pd.api.types.is_datetime64_any_dtype(cells.dtype):
            whole.update(cells.to_numpy("datetime64[D]").tobytes())
        else:
            plain = cells.to_numpy(np.float64, na_value=np.nan)
            whole.update(np.where(np.isnan(plain), np.nan, plain).tobytes())
    return whole.hexdigest()
