"""The data package as the libraries of its three standards see it; they are of the tests."""

import math
import tempfile
import warnings
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import mlcroissant
from csvw import CSVW
from frictionless import Package, system
from pyarrow import parquet

MOST = 2_000  # records of a table that are read by Croissant, whose library is slow


def faults(archive: Path) -> list[str]:
    """Return what is wrong with a data package: its descriptions, and every row against them."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
        [root] = Path(folder).iterdir()
        return [*_frictionless(root), *_web_tables(root), *_croissant(root)]


def _frictionless(root: Path) -> Iterator[str]:
    with system.use_context(trusted=True):
        report = Package(str(root / "datapackage.json")).validate()
    for told in report.flatten(["taskNumber", "rowNumber", "fieldName", "type", "message"])[:20]:
        yield f"datapackage.json: {told}"


def _web_tables(root: Path) -> Iterator[str]:
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        try:
            found = CSVW(str(root / "csvw-metadata.json"), validate=True)
            heard.extend(found.warnings)
            told = set() if found.is_valid else {"is not valid"}
        except ValueError as error:  # the first fault ends it
            told = {str(error)}
    told |= {str(one.message) for one in heard}
    yield from (f"csvw-metadata.json: {one}" for one in sorted(told)[:20])


def _croissant(root: Path) -> Iterator[str]:
    """Validate the description, and read the first rows of every table by it."""
    try:
        yield from _read(root)
    except Exception as error:  # what the library raises has no family
        yield f"croissant.json: {error}"


def _read(root: Path) -> Iterator[str]:
    found = mlcroissant.Dataset(jsonld=str(root / "croissant.json"))
    issues = found.metadata.ctx.issues
    yield from (f"croissant.json: {one}" for one in (*issues.errors, *issues.warnings))
    for path in sorted((root / "parquet").glob("*.parquet")):
        rows = parquet.read_table(path).slice(0, MOST)
        count, total = 0, 0.0
        for record in islice(found.records(path.stem), rows.num_rows + (rows.num_rows < MOST)):
            count += 1
            value = record.get(f"{path.stem}/value")
            total += value if isinstance(value, float) and math.isfinite(value) else 0.0
        if count != rows.num_rows:
            yield f"croissant.json: {path.stem} has {count} records, not {rows.num_rows}"
        values = rows["value"].to_pylist() if "value" in rows.column_names else []
        if not math.isclose(total, sum(one for one in values if one is not None), rel_tol=1e-9):
            yield f"croissant.json: the values of {path.stem} are not those of the file"
