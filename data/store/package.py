"""The data package as a source of tables: the files in ``data/``, answered by DuckDB in process."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from data import loaders
from data.errors import MissingTable
from data.paths import DATA
from data.schema import fields, tables

if TYPE_CHECKING:
    import ibis
    from ibis.backends.duckdb import Backend

TYPES = {
    "integer": pa.int16(),
    "number": pa.float64(),
    "date": pa.date32(),
    "string": pa.string(),
}
MEMORY = "256MB"


class Package:
    """The tables of a data package.

    Parameters
    ----------
    root : Path
        The data folder.
    load : callable or None
        Returns a whole table by its name, where somebody keeps them; else they are read from the
        folder.
    """

    def __init__(
        self, root: Path = DATA, load: Callable[[str], pd.DataFrame] | None = None
    ) -> None:
        self.load = load or (lambda table: loaders.load(table, root))
        self._known: dict[str, pd.DataFrame] = {}
        self._lock = Lock()

    @cached_property
    def _engine(self) -> "Backend":
        import ibis  # noqa: PLC0415  # takes 0.2 s and 30 MB, which only those who explore pay

        return ibis.duckdb.connect(threads=1, memory_limit=MEMORY)

    def table(self, name: str) -> "ibis.Table":
        """Return a table as an expression (see `data.store.store.Store.table`)."""
        if name not in tables():
            raise MissingTable(name, "there is no such table")
        frame = self.load(name)
        with self._lock:
            if self._known.get(name) is not frame:  # a newer edition takes the place of the old
                self._engine.con.register(name, arrow(name, frame))
                self._known[name] = frame
            return self._engine.table(name)

    def answer(self, expression: "ibis.Table") -> pa.Table:
        """Return the rows of an expression; a DuckDB connection answers one at a time."""
        with self._lock:
            return self._engine.to_pyarrow(expression)


def arrow(table: str, frame: pd.DataFrame) -> pa.Table:
    """Return a loaded table for engines: codes as strings of a dictionary, days as dates.

    Parameters
    ----------
    table : str
        Its name, for the types of its columns.
    frame : pandas.DataFrame
        As `data.loaders.load` returns it.
    """
    rows = pa.Table.from_pandas(frame, preserve_index=False)
    for place, column in enumerate(tables()[table].columns):
        kind = str(fields()[column]["type"])
        held = rows.schema.field(place).type
        empty = pa.types.is_null(held.value_type if pa.types.is_dictionary(held) else held)
        if kind != "string" or empty:  # a column without any value has no type of its own
            rows = rows.set_column(place, column, rows[column].cast(TYPES[kind]))
    return rows.replace_schema_metadata()
