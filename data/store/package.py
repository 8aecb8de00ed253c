"""The data package as a source of tables: the files in ``data/``, answered by DuckDB in process."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa

from data import loaders
from data.errors import DamagedTable, MissingTable
from data.paths import DATA
from data.schema import fields, tables

if TYPE_CHECKING:
    import duckdb
    import ibis
    from ibis.backends.duckdb import Backend

TYPES = {
    "integer": pa.int16(),
    "number": pa.float64(),
    "date": pa.date32(),
    "string": pa.string(),
}
TEXTS = pa.dictionary(pa.int32(), pa.string())
MEMORY = "256MB"
AT_ONCE = 4  # questions that are answered at the same time; others wait


@dataclass(frozen=True)
class _Edition:
    """A table as it was loaded, as it is for DuckDB, and as an expression."""

    frame: pd.DataFrame
    rows: pa.Table
    expression: "ibis.Table"


@dataclass
class _Cursor:
    """A way into the engine for one question at a time, with the editions that it knows."""

    cursor: "duckdb.DuckDBPyConnection"
    known: dict[str, pa.Table] = field(default_factory=dict)

    def know(self, name: str, rows: pa.Table) -> None:
        """Make a table known by its name, in the place of an older edition."""
        if self.known.get(name) is not rows:
            self.cursor.register(name, rows)
            self.known[name] = rows


class Package:
    """The tables of a data package.

    Parameters
    ----------
    root : Path
        The data folder.
    load : callable or None
        Returns a whole table by its name, where somebody keeps them: expressions are answered from
        those copies. Else they are read from the folder.
    """

    def __init__(
        self, root: Path = DATA, load: Callable[[str], pd.DataFrame] | None = None
    ) -> None:
        self._root = root
        self._whole = load or self.load
        self._editions: dict[str, _Edition] = {}
        self._lock = Lock()
        self._idle: SimpleQueue[_Cursor] = SimpleQueue()
        self._turn = BoundedSemaphore(AT_ONCE)

    @cached_property
    def _engine(self) -> "Backend":
        import ibis  # noqa: PLC0415  # takes 0.2 s and 30 MB, which only those who explore pay

        return ibis.duckdb.connect(threads=1, memory_limit=MEMORY)

    def load(self, table: str) -> pd.DataFrame:
        """Return a whole table, read from the folder (see `data.loaders.load`)."""
        return loaders.load(table, self._root)

    def check(self) -> None:
        """Do nothing: files are looked at one by one."""

    def table(self, name: str) -> "ibis.Table":
        """Return a table as an expression (see `data.store.store.Store.table`)."""
        if name not in tables():
            raise MissingTable(name, "there is no such table")
        frame = self._whole(name)
        with self._lock:
            found = self._editions.get(name)
            if found is None or found.frame is not frame:  # a newer edition takes its place
                rows = arrow(name, frame)
                self._engine.con.register(name, rows)
                found = _Edition(frame, rows, self._engine.table(name))
                self._editions[name] = found
            return found.expression

    def answer(self, expression: "ibis.Table") -> pa.Table:
        """Return the rows of an expression; `AT_ONCE` are answered at the same time."""
        import duckdb  # noqa: PLC0415
        from ibis.expr.operations import DatabaseTable  # noqa: PLC0415

        sql = self._engine.compile(expression)
        names = {node.name for node in expression.op().find(DatabaseTable)}
        with self._cursor() as cursor:
            for name in names:
                cursor.know(name, self._editions[name].rows)
            try:
                rows: Any = cursor.cursor.sql(sql).to_arrow_table()
            except duckdb.Error as error:
                raise DamagedTable(", ".join(sorted(names)), f"cannot be asked: {error}") from error
        told: pa.Table = rows.cast(expression.schema().to_pyarrow())
        return told

    @contextmanager
    def _cursor(self) -> Iterator[_Cursor]:
        """Lend a cursor; DuckDB answers one question at a time on each."""
        with self._turn:
            try:
                cursor = self._idle.get_nowait()
            except Empty:
                with self._lock:
                    cursor = _Cursor(self._engine.con.cursor())
            try:
                yield cursor
            finally:
                self._idle.put(cursor)


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
        if kind != "string":
            rows = rows.set_column(place, column, rows[column].cast(TYPES[kind]))
        elif not len(frame[column].cat.categories):  # an empty column would be of no type at all
            rows = rows.set_column(place, column, rows[column].cast(TEXTS))
    return rows.replace_schema_metadata()
