"""The loader of the curated tables; it checks what it reads against the data package.

Nothing is cached here: see ``components/cache.py`` for the copies that all sessions share.
"""

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.csv

from data import codelists, files
from data.errors import (
    DamagedFile,
    DamagedTable,
    EmptyTable,
    MissingFile,
    MissingTable,
    UnknownCode,
)
from data.paths import DATA
from data.promises import check_numbers, check_rows
from data.schema import fields, tables

ARROW_TYPES = {
    "integer": pa.int16(),
    "number": pa.float64(),
    "date": pa.date32(),
    "string": pa.dictionary(pa.int32(), pa.string()),
}
PANDAS_TYPES = {pa.int16(): pd.Int16Dtype()}
HEADER = 4096  # bytes within which the line of column names ends
POOL = pa.system_memory_pool()  # gives back to the system what parsing took; Arrow's own keeps it


def load(table: str, root: Path = DATA) -> pd.DataFrame:
    """Load a curated table, all sources together.

    Parameters
    ----------
    table : str
        Name of the table, as in ``schema/tables.yml``.
    root : Path
        The data folder; another one is used in tests.

    Returns
    -------
    pandas.DataFrame
        Columns of the table in order: codes and texts are categories, ``year`` is a nullable
        integer, ``value`` a float in the row's ``unit``, dates are timestamps.

    Raises
    ------
    MissingTable
        When a file that the data package lists is not there.
    MissingFile, DamagedFile
        When the description of the data package is not there or cannot be read.
    EmptyTable
        When a file has no rows.
    DamagedTable
        When a file differs from its description: columns, types or checksum; or when its rows
        break what the schema promises (see `data.promises`).
    UnknownCode
        When a code stands in no code list.
    """
    parts = [_part(table, root / part["path"], part) for part in described_parts(table, root)]
    return checked(table, pa.concat_tables(parts, memory_pool=POOL), root)


def checked(table: str, rows: pa.Table, root: Path = DATA) -> pd.DataFrame:
    """Return rows as a frame, when they are what the schema promises.

    Parameters
    ----------
    table : str
        Name of the table.
    rows : pyarrow.Table
        All its rows in order, in `ARROW_TYPES`.
    root : Path
        The data folder, for the code lists.

    Raises
    ------
    DamagedTable, UnknownCode
        As of `load`.
    """
    check_numbers(table, rows)
    frame = rows.unify_dictionaries(memory_pool=POOL).to_pandas(
        date_as_object=False, types_mapper=PANDAS_TYPES.get, memory_pool=POOL
    )
    _check_codes(table, frame, root)
    check_rows(table, frame)
    return frame


def described_parts(table: str, root: Path = DATA) -> list[dict[str, Any]]:
    """Return the data package's entries for the files of a table, one per source."""
    package = root / "datapackage.json"
    with files.reading(package):
        changed = package.stat().st_mtime_ns if package.is_file() else 0
        resources = _resources(package, changed)
        parts = [r for r in resources if r["path"].startswith(f"tables/{table}/")]
    if not parts:
        raise MissingTable(table, "the data package lists no file for this table")
    return parts


@lru_cache(maxsize=4)
def _resources(package: Path, changed: int) -> list[dict[str, Any]]:
    """Read the description once for all tables, and again when the file has `changed`."""
    found: list[dict[str, Any]] = json.loads(files.content(package))["resources"]
    return found


def _part(table: str, path: Path, described: dict[str, Any]) -> pa.Table:
    with files.reading(path):
        return _read(table, path, described)


def _read(table: str, path: Path, described: dict[str, Any]) -> pa.Table:
    try:
        content = files.content(path)
    except MissingFile as error:
        raise MissingTable(table, f"{described['path']} is not there") from error
    except DamagedFile as error:
        raise DamagedTable(table, f"{described['path']} {error.detail}") from error
    _check_text(table, content, described)
    try:
        part = pyarrow.csv.read_csv(
            pa.BufferReader(content),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types=types(table), strings_can_be_null=True, null_values=[""]
            ),
            memory_pool=POOL,
        )
    except pa.ArrowException as error:
        raise DamagedTable(table, f"{described['path']}: {error}") from error
    digest = hashlib.sha256(content).hexdigest()
    if described.get("hash") != f"sha256:{digest}":
        raise DamagedTable(table, f"{described['path']} is not the file that was described")
    return part


def _check_text(table: str, content: bytes, described: dict[str, Any]) -> None:
    line = content[:HEADER].partition(b"\n")[0]
    header = line.decode("utf-8", "replace").strip().split(",")
    if header == [""]:
        raise EmptyTable(table, f"{described['path']} is empty")
    if header != list(tables()[table].columns):
        raise DamagedTable(table, f"{described['path']} has the columns {header}")
    if not content[len(line) : len(line) + HEADER].strip():
        raise EmptyTable(table, f"{described['path']} has no rows")
    if not content.endswith(b"\n"):
        raise DamagedTable(table, f"{described['path']} ends within a line")


def types(table: str) -> dict[str, pa.DataType]:
    """Return the types in which the columns of a table are read."""
    return {name: ARROW_TYPES[fields()[name]["type"]] for name in tables()[table].columns}


def _check_codes(table: str, frame: pd.DataFrame, root: Path) -> None:
    for column in frame.columns:
        list_name = fields()[column].get("codes")
        if not list_name:
            continue
        unknown = set(frame[column].cat.categories) - codelists.known(list_name, root)
        if unknown:
            raise UnknownCode(table, f"{column} has unknown codes {sorted(unknown)[:5]}")
