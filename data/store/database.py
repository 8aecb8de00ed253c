"""A database as a source of tables: the same tables as the package's, whole or asked there.

What a table is (its columns, codes, sources, edition) is told by the data package; the rows alone
are in the database, put there by `data.store.fill`. See ``docs/databases.md``.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pandas as pd
import pyarrow as pa

from data import loaders
from data.errors import (
    DamagedTable,
    DatabaseDown,
    EmptyTable,
    MissingLibrary,
    MissingTable,
    OtherEdition,
)
from data.paths import DATA
from data.schema import fields, tables
from data.store.editions import digest, edition
from data.store.engine import Engine, Trouble

if TYPE_CHECKING:
    import ibis

SECONDS = 20.0  # that one answer may take
LONG = 1.0  # a failure that takes longer is not looked for again at once
LONGEST = 10.0
SCHEMA = "atlas"
EDITIONS = "editions"
ORDER = "row_number"  # a column of each table there: the place of the row in the package
WHOLE = "database"  # stands for a table's name where all are meant
KINDS = {"integer": "int16", "number": "float64", "date": "date", "string": "string"}
PLACE = {
    "table_name": "string",
    "edition": "string",
    "schema_name": "string",
    "digest": "string",
}


@dataclass(frozen=True)
class Place:
    """Where an edition of a table is, and the checksum of its rows."""

    schema: str
    digest: str


class Database:
    """The tables in a database. Nothing is asked before a table is.

    Parameters
    ----------
    url : str
        Its address, ``postgres://reader@host/atlas``; other schemes as ``ibis.connect`` knows
        them. It may have a password, which is told nowhere.
    seconds : float
        Time that one answer may take.
    root : Path
        The data folder that describes the tables.
    """

    def __init__(self, url: str, seconds: float = SECONDS, root: Path = DATA) -> None:
        self._url = url
        self._seconds = seconds
        self._root = root
        self._known: Engine | None = None
        self._lock = Lock()
        self._resting: dict[str, tuple[float, Trouble]] = {}

    def load(self, table: str) -> pd.DataFrame:
        """Return a whole table, the same as the package's (see `data.loaders.load`).

        Raises
        ------
        data.errors.DataError
            When the database cannot answer, or has another table than the package describes.
        """
        wanted = loaders.types(_described(table))
        place = self._place(table)
        expression = _expression(table, place.schema).order_by(ORDER).select(*wanted)
        with self._asking(table):
            rows = self._engine().rows(expression, wanted)
        if not rows.num_rows:
            raise EmptyTable(table, f"{place.schema}.{table} has no rows")
        frame = loaders.checked(table, rows, self._root)
        if digest(frame) != place.digest:
            raise DamagedTable(table, f"{place.schema}.{table} has other rows than were put there")
        return frame

    def table(self, name: str) -> "ibis.Table":
        """Return a table as an expression (see `data.store.store.Store.table`)."""
        columns = tables()[_described(name)].columns
        return _expression(name, self._place(name).schema).select(*columns)

    def answer(self, expression: "ibis.Table") -> pa.Table:
        """Return the rows of an expression (see `data.store.store.Store.answer`)."""
        from ibis.expr.operations import UnboundTable  # noqa: PLC0415

        named = [found.name for found in expression.op().find(UnboundTable)]
        types = {column: kind.to_pyarrow() for column, kind in expression.schema().items()}
        with self._asking(named[0] if named else WHOLE):
            return self._engine().rows(expression, types)

    def check(self) -> None:
        """Ask whether the database answers (see `data.store.store.Store.check`)."""
        with self._asking(WHOLE):
            self._engine().rows(_editions().limit(1), _texts())

    def close(self) -> None:
        """Let go of all connections."""
        with self._lock:
            if self._known is not None:
                self._known.close()

    def _engine(self) -> Engine:
        with self._lock:
            if self._known is None:
                self._known = _engine(self._url, self._seconds)
            return self._known

    def _place(self, table: str) -> Place:
        """Return where this atlas' edition of a table is."""
        wanted = edition(table, self._root)
        there = _editions()
        with self._asking(table):
            rows = self._engine().rows(there.filter(there.table_name == table), _texts())
        found = {row["edition"]: row for row in rows.to_pylist()}
        if not found:
            raise MissingTable(table, "the database has no such table")
        if wanted not in found:
            told = ", ".join(sorted(found))
            raise OtherEdition(table, f"the database has {told}; this atlas describes {wanted}")
        return Place(found[wanted]["schema_name"], found[wanted]["digest"])

    @contextmanager
    def _asking(self, name: str) -> Iterator[None]:
        """Turn what the engine cannot do into an error of the table.

        Who has waited long for a failure spares the next ones that, for as long as it took.
        """
        begun = monotonic()
        for key in (name, WHOLE):
            until, trouble = self._resting.get(key, (0.0, None))
            if trouble is not None and begun < until:
                raise trouble.kind(name, trouble.detail)
        try:
            yield
        except Trouble as trouble:
            ended = monotonic()
            if ended - begun > LONG and trouble.scope != "now":
                rest = ended + min(ended - begun, LONGEST)
                self._resting[WHOLE if trouble.scope == "all" else name] = (rest, trouble)
            raise trouble.kind(name, trouble.detail) from None


def _engine(url: str, seconds: float) -> Engine:
    """Return the engine that an address means."""
    try:
        scheme = urlsplit(url).scheme
    except ValueError:  # its words may repeat a part of the address
        raise Trouble(DatabaseDown, "its address cannot be understood", "all") from None
    try:
        if scheme in ("postgres", "postgresql"):
            from data.store.postgres import Postgres  # noqa: PLC0415  # for those who have one

            return Postgres(url, seconds)
        from data.store.elsewhere import Elsewhere  # noqa: PLC0415
    except ImportError as error:
        told = f"{error.name or 'psycopg'} is not installed; it stands in locks/run.txt"
        raise Trouble(MissingLibrary, told, "all") from None
    return Elsewhere(url)


def _described(table: str) -> str:
    if table not in tables():
        raise MissingTable(table, "there is no such table")
    return table


def _expression(table: str, schema: str) -> "ibis.Table":
    import ibis  # noqa: PLC0415  # see data.store.package

    columns = {name: KINDS[fields()[name]["type"]] for name in tables()[table].columns}
    return ibis.table({ORDER: "int32", **columns}, name=table, database=schema)


def _editions() -> "ibis.Table":
    import ibis  # noqa: PLC0415

    there = ibis.table({**PLACE, "row_count": "int64"}, name=EDITIONS, database=SCHEMA)
    return there.select(*PLACE)


def _texts() -> dict[str, Any]:
    return dict.fromkeys(PLACE, pa.string())
