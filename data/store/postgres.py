"""PostgreSQL as an engine: a few connections that are kept, and answers that come as CSV.

Ibis writes the SQL; psycopg carries it. Rows come by ``COPY``, which is read by the same parser
as the files of the data package, into the same types.
"""

import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import BoundedSemaphore, Lock, Timer
from typing import TYPE_CHECKING

import psycopg
import pyarrow as pa
import pyarrow.csv
from psycopg.abc import PQGen
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.errors import error_from_result
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGconn
from psycopg.waiting import Wait

from data.errors import (
    DamagedTable,
    DatabaseDown,
    DatabaseRefuses,
    DatabaseSlow,
    DataError,
    MissingTable,
)
from data.loaders import POOL
from data.store.engine import Trouble

if TYPE_CHECKING:
    import ibis

CONNECTIONS = 4
GRACE = 1  # seconds after its own time limit in which the server has to say so
WORDS = 300  # letters of what a server says that go into the log
USUAL = {
    "connect_timeout": "3",
    "application_name": "atlas",
    "client_encoding": "utf8",
    "keepalives_idle": "10",
    "keepalives_interval": "3",
    "keepalives_count": "3",
}
SESSION = (
    "SET default_transaction_read_only = on; SET statement_timeout = {limit};"
    "SET TimeZone = 'UTC'; SET DateStyle = ISO; SET extra_float_digits = 1"
)
# By SQLSTATE, whole or the class of it: https://www.postgresql.org/docs/15/errcodes-appendix.html
KINDS: dict[str, type[DataError]] = {
    "42P01": MissingTable,
    "3F000": MissingTable,
    "42501": DatabaseRefuses,
    "28": DatabaseRefuses,
    "57014": DatabaseSlow,
    "55P03": DatabaseSlow,
    "08": DatabaseDown,
    "53": DatabaseDown,
    "57": DatabaseDown,
    "58": DatabaseDown,
    "22": DamagedTable,
    "42": DamagedTable,
    "XX": DamagedTable,
}


class Postgres:
    """A PostgreSQL server.

    Parameters
    ----------
    url : str
        Its address as libpq understands it, ``postgres://reader@host/atlas``.
    seconds : float
        Time that one answer may take.
    """

    def __init__(self, url: str, seconds: float) -> None:
        self._url = url
        self._seconds = seconds
        self._idle: list[psycopg.Connection] = []
        self._lock = Lock()
        self._free = BoundedSemaphore(CONNECTIONS)

    def rows(self, expression: "ibis.Table", types: Mapping[str, pa.DataType]) -> pa.Table:
        """Return the rows of an expression (see `data.store.engine.Engine.rows`)."""
        import ibis  # noqa: PLC0415  # see data.store.package

        sql = ibis.to_sql(expression, dialect="postgres", pretty=False)
        return parsed(self._content(str(sql)), types)

    def close(self) -> None:
        """Let go of all connections."""
        with self._lock:
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _content(self, sql: str) -> bytes:
        if not self._free.acquire(timeout=self._seconds):
            raise Trouble(DatabaseSlow, "all connections are busy", "now")
        try:
            kept = self._kept()
            try:
                return self._asked(kept or self._opened(), sql)
            except Trouble as trouble:
                if kept is None or not kept.closed or trouble.kind is DatabaseSlow:
                    raise
            return self._asked(self._opened(), sql)  # the other broke since it was used last
        finally:
            self._free.release()

    def _kept(self) -> psycopg.Connection | None:
        with self._lock:
            return self._idle.pop() if self._idle else None

    def _opened(self) -> psycopg.Connection:
        try:
            own = conninfo_to_dict(self._url)
        except psycopg.Error:  # what it says repeats the address, and with it the password
            raise Trouble(DatabaseDown, "its address cannot be understood", "all") from None
        told = USUAL | {name: str(value) for name, value in own.items() if value is not None}
        try:
            connection = psycopg.connect(make_conninfo("", **told), autocommit=True)
            connection.execute(SESSION.format(limit=int(self._seconds * 1000)).encode())
        except psycopg.Error as error:
            line = error.pgconn  # of a refusal there is no state, but whether it came to passwords
            named = line is not None and (line.used_password or line.needs_password)
            words = _words(error).replace(told.get("password") or "\n", "…")
            kind = DatabaseRefuses if named else DatabaseDown
            raise Trouble(kind, words, "all") from None
        return connection

    def _asked(self, connection: psycopg.Connection, sql: str) -> bytes:
        limit = self._seconds + GRACE
        try:
            with _cut_after(connection, limit) as was_cut:
                content = copied(connection, sql)
        except psycopg.Error as error:
            if was_cut:
                detail = f"no answer in {limit:g} seconds; the connection was cut"
                raise Trouble(DatabaseSlow, detail, "all") from None
            kind = kind_of(error)
            raise Trouble(kind, _words(error), "all" if kind is DatabaseDown else "table") from None
        finally:
            self._back(connection)
        return content

    def _back(self, connection: psycopg.Connection) -> None:
        if connection.info.transaction_status is not psycopg.pq.TransactionStatus.IDLE:
            connection.close()  # broken, or stopped within an answer
            return
        with self._lock:
            self._idle.append(connection)


@contextmanager
def _cut_after(connection: psycopg.Connection, seconds: float) -> Iterator[list[bool]]:
    """Cut a connection whose server does not keep its own time limit; the list then says so."""
    was_cut: list[bool] = []

    def cut() -> None:
        was_cut.append(True)
        with (
            suppress(OSError, psycopg.Error),
            socket.socket(fileno=os.dup(connection.fileno())) as line,
        ):
            line.shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield was_cut
    finally:
        timer.cancel()


def copied(connection: psycopg.Connection, sql: str) -> bytes:
    """Return the rows of a query as CSV without a head; an empty cell is not an empty text."""
    words = f"COPY ({sql}) TO STDOUT (FORMAT csv)".encode()
    with connection.cursor() as cursor, cursor.copy(words):
        return b"".join(connection.wait(_rows(connection.pgconn)))


def _rows(line: PGconn) -> PQGen[list[bytes]]:
    """Take all rows that have come before waiting for more.

    `psycopg.Copy` waits for each row by itself, which takes four times as long.
    """
    rows: list[bytes] = []
    while True:
        size, row = line.get_copy_data(1)
        if size > 0:
            rows.append(bytes(row))
        elif size < 0:
            break
        else:
            yield from _more(line)
    while line.is_busy():
        yield from _more(line)
    while (ended := line.get_result()) is not None:
        if ended.status != ExecStatus.COMMAND_OK:
            raise error_from_result(ended)
    return rows


def _more(line: PGconn) -> PQGen[None]:
    while not (yield Wait.R):
        continue
    line.consume_input()


def parsed(content: bytes, types: Mapping[str, pa.DataType]) -> pa.Table:
    """Return the rows of a CSV as `copied` returns it.

    Raises
    ------
    Trouble
        When a cell is not of its column's type.
    """
    if not content:
        return pa.schema(types.items()).empty_table()
    try:
        return pyarrow.csv.read_csv(
            pa.BufferReader(content),
            read_options=pyarrow.csv.ReadOptions(column_names=list(types)),
            parse_options=pyarrow.csv.ParseOptions(
                newlines_in_values=True, ignore_empty_lines=False
            ),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types=dict(types),
                strings_can_be_null=True,
                quoted_strings_can_be_null=False,
                null_values=[""],
                true_values=["t"],
                false_values=["f"],
            ),
            memory_pool=POOL,
        )
    except pa.ArrowException as error:
        raise Trouble(DamagedTable, str(error)) from None


def kind_of(error: psycopg.Error) -> type[DataError]:
    """Return what a reader is told of an error."""
    state = error.sqlstate or ""
    if not state and isinstance(error, psycopg.OperationalError):
        return DatabaseDown
    return KINDS.get(state, KINDS.get(state[:2], DataError))


def _words(error: psycopg.Error) -> str:
    return " ".join(str(error).split())[:WORDS]
