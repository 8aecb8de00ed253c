"""Plain loaders, one per curated table; each checks what it reads against the data package.

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

from data import codelists
from data.errors import DamagedTable, EmptyTable, MissingTable, UnknownCode
from data.paths import DATA
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
    EmptyTable
        When a file has no rows.
    DamagedTable
        When a file differs from its description: columns, types or checksum.
    UnknownCode
        When a code stands in no code list.
    """
    parts = [_read(table, root / part["path"], part) for part in described_parts(table, root)]
    frame = (
        pa.concat_tables(parts, memory_pool=POOL)
        .unify_dictionaries(memory_pool=POOL)
        .to_pandas(date_as_object=False, types_mapper=PANDAS_TYPES.get, memory_pool=POOL)
    )
    _check_codes(table, frame, root)
    return frame


def described_parts(table: str, root: Path = DATA) -> list[dict[str, Any]]:
    """Return the data package's entries for the files of a table, one per source."""
    package = root / "datapackage.json"
    if not package.is_file():
        raise MissingTable(table, "the data package has no description file")
    try:
        resources = _resources(package, package.stat().st_mtime_ns)
        parts = [r for r in resources if r["path"].startswith(f"tables/{table}/")]
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedTable(table, f"the data package cannot be read: {error!r}") from error
    if not parts:
        raise MissingTable(table, "the data package lists no file for this table")
    return parts


@lru_cache(maxsize=4)
def _resources(package: Path, changed: int) -> list[dict[str, Any]]:
    """Read the description once for all tables, and again when the file has `changed`."""
    return json.loads(package.read_bytes())["resources"]


def _read(table: str, path: Path, described: dict[str, Any]) -> pa.Table:
    if not path.is_file():
        raise MissingTable(table, f"{described['path']} is not there")
    content = path.read_bytes()
    _check_header(table, content, described)
    types = {name: ARROW_TYPES[_type(name)] for name in tables()[table].columns}
    try:
        part = pyarrow.csv.read_csv(
            pa.BufferReader(content),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types=types, strings_can_be_null=True, null_values=[""]
            ),
            memory_pool=POOL,
        )
    except pa.ArrowException as error:
        raise DamagedTable(table, f"{described['path']}: {error}") from error
    digest = hashlib.sha256(content).hexdigest()
    if described.get("hash") != f"sha256:{digest}":
        raise DamagedTable(table, f"{described['path']} is not the file that was described")
    return part


def _check_header(table: str, content: bytes, described: dict[str, Any]) -> None:
    line = content[:HEADER].partition(b"\n")[0]
    header = line.decode("utf-8", "replace").strip().split(",")
    if header == [""]:
        raise EmptyTable(table, f"{described['path']} is empty")
    if header != list(tables()[table].columns):
        raise DamagedTable(table, f"{described['path']} has the columns {header}")
    if not content[len(line) : len(line) + HEADER].strip():
        raise EmptyTable(table, f"{described['path']} has no rows")


def _type(column: str) -> str:
    return fields()[column]["type"]


def _check_codes(table: str, frame: pd.DataFrame, root: Path) -> None:
    for column in frame.columns:
        list_name = fields()[column].get("codes")
        if not list_name:
            continue
        unknown = set(frame[column].cat.categories) - codelists.known(list_name, root)
        if unknown:
            raise UnknownCode(table, f"{column} has unknown codes {sorted(unknown)[:5]}")


def migrant_stocks(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Migrant stocks” (see `load`)."""
    return load("migrant_stocks", root)


def migration_flows(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Migration flows” (see `load`)."""
    return load("migration_flows", root)


def population(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Population and net migration” (see `load`)."""
    return load("population", root)


def economy(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Economic context” (see `load`)."""
    return load("economy", root)


def forced_displacement(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Forced displacement” (see `load`)."""
    return load("forced_displacement", root)


def returns(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Returns” (see `load`)."""
    return load("returns", root)


def avrr(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Assisted voluntary return and reintegration” (see `load`)."""
    return load("avrr", root)


def entry_bans(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Entry bans and registries” (see `load`)."""
    return load("entry_bans", root)


def irregular_movement(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Irregular movement” (see `load`)."""
    return load("irregular_movement", root)


def labour_and_stay(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Labour and stay” (see `load`)."""
    return load("labour_and_stay", root)


def frontier_and_transit(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Frontier and transit movement” (see `load`)."""
    return load("frontier_and_transit", root)


def repatriation(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Repatriation” (see `load`)."""
    return load("repatriation", root)


def education(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Educational migration” (see `load`)."""
    return load("education", root)


def remittances(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Remittances” (see `load`)."""
    return load("remittances", root)


def sdg_indicators(root: Path = DATA) -> pd.DataFrame:
    """Load the table “SDG indicators on migration” (see `load`)."""
    return load("sdg_indicators", root)


def policy_domains(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Migration policy domains (SDG 10.7.2)” (see `load`)."""
    return load("policy_domains", root)


def remittance_costs(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Cost of sending remittances” (see `load`)."""
    return load("remittance_costs", root)


def missing_migrants(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Deaths and disappearances during migration” (see `load`)."""
    return load("missing_migrants", root)


def trafficking_tiers(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Trafficking in Persons report tiers” (see `load`)."""
    return load("trafficking_tiers", root)


def readmission_agreements(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Readmission agreements” (see `load`)."""
    return load("readmission_agreements", root)


def treaties(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Treaties on migration” (see `load`)."""
    return load("treaties", root)


def memberships(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Memberships and processes” (see `load`)."""
    return load("memberships", root)


def votes(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Votes on the two Global Compacts” (see `load`)."""
    return load("votes", root)


def policy_events(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Policy events” (see `load`)."""
    return load("policy_events", root)


def context_events(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Events that bear on migration” (see `load`)."""
    return load("context_events", root)


def citizenship_rules(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Citizenship rules” (see `load`)."""
    return load("citizenship_rules", root)


def visa_requirements(root: Path = DATA) -> pd.DataFrame:
    """Load the table “Visa requirements” (see `load`)."""
    return load("visa_requirements", root)
