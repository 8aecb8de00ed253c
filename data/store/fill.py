"""Put the tables of the data package into PostgreSQL: ``python -m data.store.fill URL``.

Everything goes into a schema of its own (``atlas_1``, ``atlas_2`` …) in one transaction, is read
back and compared; then ``atlas.editions`` says where it is. Readers see the edition before, or
the whole new one; the one before stays until the next filling, for an atlas that still runs with
its description. What is there and whole already is not written again.
"""

import argparse
import io
import sys
from itertools import product
from pathlib import Path

import pandas as pd
import psycopg
import pyarrow as pa
import pyarrow.csv
from psycopg import sql

from data import loaders
from data.codelists import code_list
from data.errors import DamagedTable, DataError
from data.paths import DATA
from data.schema import fields, tables
from data.store.database import EDITIONS, ORDER, SCHEMA, Database
from data.store.editions import digest, edition
from data.store.engine import Trouble
from data.store.package import arrow
from data.store.postgres import copied, parsed
from data.store.schemas import code_table, comments, promises, table, tools

LOCK = 717_015  # so that two fillings come one after the other
KEPT = 2  # schemas: of today and of before
RIGHTS = """
    SELECT DISTINCT rolname FROM pg_namespace, aclexplode(nspacl) AS given, pg_roles
    WHERE nspname = %s AND pg_roles.oid = grantee AND grantee <> nspowner
"""


def fill(url: str, readers: tuple[str, ...] = (), root: Path = DATA) -> str:
    """Put all tables and code lists into a database.

    Parameters
    ----------
    url : str
        Address with a role that may create schemas.
    readers : tuple of str
        Roles that may read from now on, beside those that may already.
    root : Path
        The data folder.

    Returns
    -------
    str
        The schema in which the tables are, or nothing where all were there and whole.

    Raises
    ------
    data.errors.DataError
        When the package is not sound, or the rows come back otherwise than they went.
    psycopg.Error
        When the database refuses something; nothing is changed then.
    """
    with psycopg.connect(url, connect_timeout=5, autocommit=True) as connection:
        with connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            for words in tools(_ctype(connection)):
                connection.execute(words)
            there = [f"{SCHEMA}_{number}" for number in _numbers(connection)]
            for schema, reader in product([SCHEMA, *there], readers):
                _may_use(connection, schema, reader)
            if is_whole(url, root):
                schema = ""
            else:
                schema = _next(connection)
                _write(connection, schema, root)
        if schema:
            _tidy(connection)
    return schema


def is_whole(url: str, root: Path = DATA) -> bool:
    """Say whether a database has every table in the edition that the package describes."""
    there = Database(url, root=root)
    try:
        for name in tables():
            there.load(name)
    except DataError:
        return False
    finally:
        there.close()
    return True


def _write(connection: psycopg.Connection, schema: str, root: Path) -> None:
    connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(schema)))
    lists = {field["codes"] for field in fields().values() if field.get("codes")}
    for name in sorted(lists):
        listed = code_list(name, root)
        connection.execute(code_table(schema, name, listed.columns))
        rows = pa.Table.from_pandas(listed.astype("str"), preserve_index=False)
        _copy(connection, schema, f"codes_{name}", rows)
    for name in tables():
        frame = loaders.load(name, root)
        connection.execute(table(schema, name))
        _copy(connection, schema, name, _numbered(name, frame))
        connection.execute(promises(schema, name))
        _compare(connection, schema, name, frame, root)
        for words in comments(schema, name):
            connection.execute(words)
        connection.execute(
            sql.SQL("DELETE FROM {} WHERE table_name = %s AND edition = %s").format(_editions()),
            [name, edition(name, root)],
        )
        connection.execute(
            sql.SQL("INSERT INTO {} VALUES (%s, %s, %s, %s, %s, now())").format(_editions()),
            [name, edition(name, root), schema, digest(frame), len(frame)],
        )
    for reader in connection.execute(RIGHTS, [SCHEMA]).fetchall():
        _may_use(connection, schema, reader[0])


def _numbered(name: str, frame: pd.DataFrame) -> pa.Table:
    rows = arrow(name, frame)
    texts = [
        cells.cast(pa.string()) if pa.types.is_dictionary(cells.type) else cells
        for cells in rows.columns
    ]
    numbers = pa.array(range(len(frame)), pa.int32())
    return pa.table([numbers, *texts], [ORDER, *rows.column_names])


def _copy(connection: psycopg.Connection, schema: str, name: str, rows: pa.Table) -> None:
    target = sql.Identifier(schema, name)
    content = io.BytesIO()
    pyarrow.csv.write_csv(rows, content, pyarrow.csv.WriteOptions(include_header=False))
    words = sql.SQL("COPY {} FROM STDIN (FORMAT csv)").format(target)
    with connection.cursor() as cursor, cursor.copy(words) as copy:
        copy.write(content.getbuffer())
    connection.execute(sql.SQL("ANALYZE {}").format(target))


def _compare(
    connection: psycopg.Connection, schema: str, name: str, frame: pd.DataFrame, root: Path
) -> None:
    """Read back what was written, as readers will, and refuse what is not the same."""
    wanted = loaders.types(name)
    asked = sql.SQL("SELECT {} FROM {} ORDER BY {}").format(
        sql.SQL(", ").join(map(sql.Identifier, wanted)),
        sql.Identifier(schema, name),
        sql.Identifier(ORDER),
    )
    try:
        rows = parsed(copied(connection, asked.as_string(connection)), wanted)
    except Trouble as trouble:
        raise DamagedTable(name, trouble.detail) from None
    if digest(loaders.checked(name, rows, root)) != digest(frame):
        raise DamagedTable(name, "the rows come back otherwise than they went")


def _ctype(connection: psycopg.Connection) -> str:
    """Return the locale by which letters are large or small; that of "C" knows only English."""
    [own] = connection.execute(
        "SELECT datctype FROM pg_database WHERE datname = current_database()"
    ).fetchone() or ("C",)
    return "C.UTF-8" if own in ("C", "POSIX") else str(own)


def _next(connection: psycopg.Connection) -> str:
    return f"{SCHEMA}_{max(_numbers(connection), default=0) + 1}"


def _numbers(connection: psycopg.Connection) -> list[int]:
    """Return the numbers of the schemas that fillings have made, in order."""
    rows = connection.execute(
        "SELECT substring(nspname FROM %s) FROM pg_namespace", [f"^{SCHEMA}_([0-9]+)$"]
    ).fetchall()
    return sorted(int(number) for (number,) in rows if number)


def _may_use(connection: psycopg.Connection, schema: str, reader: str) -> None:
    for words in (
        "GRANT USAGE ON SCHEMA {} TO {}",
        "GRANT SELECT ON ALL TABLES IN SCHEMA {} TO {}",
    ):
        told = sql.SQL(words).format(sql.Identifier(schema), sql.Identifier(reader))
        connection.execute(told)


def _tidy(connection: psycopg.Connection) -> None:
    """Remove what is older than the edition before; what is still read stays until next time."""
    for number in _numbers(connection)[:-KEPT]:
        old = f"{SCHEMA}_{number}"
        try:
            with connection.transaction():
                connection.execute("SET LOCAL lock_timeout = '2s'")
                connection.execute(
                    sql.SQL("DELETE FROM {} WHERE schema_name = %s").format(_editions()), [old]
                )
                connection.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(old)))
        except psycopg.errors.LockNotAvailable:
            return


def _editions() -> sql.Identifier:
    return sql.Identifier(SCHEMA, EDITIONS)


def main(arguments: list[str] | None = None) -> int:
    """Fill the database that the command line names, and say what was done."""
    parser = argparse.ArgumentParser(prog="python -m data.store.fill", description=__doc__)
    parser.add_argument("url", help="postgres://writer@host/atlas; its password: see ~/.pgpass")
    parser.add_argument("--reader", action="append", default=[], help="role that may read")
    asked = parser.parse_args(arguments)
    try:
        schema = fill(asked.url, tuple(asked.reader))
    except psycopg.ProgrammingError as error:
        words = str(error) if error.sqlstate else "the address cannot be understood"
        print(f"Nothing was changed: {words}", file=sys.stderr)
        return 1
    except (psycopg.Error, DataError) as error:
        print(f"Nothing was changed: {error}", file=sys.stderr)
        return 1
    done = f"{len(tables())} tables are in the schema {schema}" if schema else "all is there"
    print(f"{done[0].upper()}{done[1:]}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
