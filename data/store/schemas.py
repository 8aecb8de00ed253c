"""The tables of the schema in PostgreSQL's words: types, keys, constraints, comments."""

from collections.abc import Iterable, Iterator

from psycopg import sql

from data.schema import fields, tables
from data.store.database import EDITIONS, ORDER, SCHEMA

COLLATION = "code_points"  # sorts as the package does, and knows large and small of all letters
TYPES = {
    "integer": sql.SQL("smallint"),
    "number": sql.SQL("double precision"),
    "date": sql.SQL("date"),
    "string": sql.SQL("text COLLATE {}").format(sql.Identifier(SCHEMA, COLLATION)),
}


def tools(ctype: str) -> Iterator[sql.Composed]:
    """Return what makes the schema that all fillings share, where it is not there yet.

    Parameters
    ----------
    ctype : str
        Locale of the operating system by which letters are large or small.
    """
    shared = sql.Identifier(SCHEMA)
    yield sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(shared)
    yield sql.SQL(
        "CREATE COLLATION IF NOT EXISTS {} (provider = libc, lc_collate = 'C', lc_ctype = {})"
    ).format(sql.Identifier(SCHEMA, COLLATION), sql.Literal(ctype))
    yield sql.SQL(
        "CREATE TABLE IF NOT EXISTS {} (table_name text, edition text, schema_name text NOT NULL,"
        " digest text NOT NULL, row_count bigint NOT NULL, filled_at timestamptz NOT NULL,"
        " PRIMARY KEY (table_name, edition))"
    ).format(sql.Identifier(SCHEMA, EDITIONS))


def code_table(schema: str, name: str, columns: Iterable[str]) -> sql.Composed:
    """Return what makes the table of a code list."""
    cells = [
        sql.SQL("{} {} NOT NULL").format(sql.Identifier(column), TYPES["string"])
        for column in columns
    ]
    cells.append(sql.SQL("PRIMARY KEY ({})").format(sql.Identifier("code")))
    return _table(schema, f"codes_{name}", cells)


def table(schema: str, name: str) -> sql.Composed:
    """Return what makes a curated table, without what its rows have to keep (see `promises`)."""
    cells = [
        sql.SQL("{} {}").format(sql.Identifier(column), TYPES[fields()[column]["type"]])
        for column in tables()[name].columns
    ]
    return _table(schema, name, [sql.SQL("{} integer").format(sql.Identifier(ORDER)), *cells])


def promises(schema: str, name: str) -> sql.Composed:
    """Return what makes the database hold what the schema promises of a table that is filled.

    Cells of a key may be empty, and two empty ones are alike: a primary key cannot say that.
    """
    key = sql.SQL(", ").join(map(sql.Identifier, tables()[name].key))
    told = [
        sql.SQL("ADD PRIMARY KEY ({})").format(sql.Identifier(ORDER)),
        sql.SQL("ADD UNIQUE NULLS NOT DISTINCT ({})").format(key),
        *(one for column in tables()[name].columns for one in _promised(schema, column)),
    ]
    return sql.SQL("ALTER TABLE {} {}").format(
        sql.Identifier(schema, name), sql.SQL(", ").join(told)
    )


def comments(schema: str, name: str) -> Iterator[sql.Composed]:
    """Return what says, in the database, what a table and each of its columns hold."""
    described = tables()[name]
    yield sql.SQL("COMMENT ON TABLE {} IS {}").format(
        sql.Identifier(schema, name), sql.Literal(f"{described.title}. {described.description}")
    )
    for column in described.columns:
        yield sql.SQL("COMMENT ON COLUMN {} IS {}").format(
            sql.Identifier(schema, name, column), sql.Literal(fields()[column]["description"])
        )


def _table(schema: str, name: str, cells: list[sql.Composed]) -> sql.Composed:
    return sql.SQL("CREATE TABLE {} ({})").format(
        sql.Identifier(schema, name), sql.SQL(", ").join(cells)
    )


def _promised(schema: str, name: str) -> Iterator[sql.Composed]:
    field, column = fields()[name], sql.Identifier(name)
    if field.get("required"):
        yield sql.SQL("ALTER {} SET NOT NULL").format(column)
    if field.get("codes"):
        codes = sql.Identifier(schema, f"codes_{field['codes']}")
        yield sql.SQL("ADD FOREIGN KEY ({}) REFERENCES {} (code)").format(column, codes)
    for bound, sign in (("minimum", ">="), ("maximum", "<=")):
        if bound in field:
            limit = sql.Literal(field[bound])
            yield sql.SQL("ADD CHECK ({} {} {})").format(column, sql.SQL(sign), limit)
