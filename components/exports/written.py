"""What is taken away as CSV, JSON and Parquet."""

import io
import json
import math
from collections.abc import Callable, Iterator
from typing import Any

import pyarrow as pa

from components.exports.taken import Taken, described
from components.language import Language
from data.harmless import harmless

BATCH = 5_000  # rows that are turned into Python's objects at a time
ABOUT = b"central_asia_migration_atlas"  # the key in a Parquet file's metadata


def csv_rows(taken: Taken) -> bytes:
    """Return the rows as CSV for programs: commas, decimal points, UTF-8, empty where missing.

    Texts that a spreadsheet would run are made harmless as `data.harmless` does, numbers are not
    touched.
    """
    from pyarrow import csv  # noqa: PLC0415  # only who takes a file pays

    rows = texts_changed(taken.rows, harmless)
    heads = [harmless(one.head) for one in taken.fields]
    buffer = io.BytesIO()
    csv.write_csv(rows.rename_columns(heads), buffer, csv.WriteOptions(quoting_style="needed"))
    return buffer.getvalue()


def json_rows(taken: Taken, lang: Language) -> bytes:
    """Return the description and the rows as JSON: missing values are null, days ISO 8601."""
    about = json.dumps(described(taken, lang), ensure_ascii=False, indent=1)
    buffer = io.BytesIO()
    buffer.write(about.removesuffix("\n}").encode("utf-8"))
    buffer.write(b',\n "rows": [')
    between = b"\n  "
    for row in records(taken):
        told = json.dumps(row, ensure_ascii=False, default=_day)
        buffer.write(between + told.encode("utf-8"))
        between = b",\n  "
    buffer.write(b"\n ]\n}\n")
    return buffer.getvalue()


def parquet_rows(taken: Taken, lang: Language) -> bytes:
    """Return the rows as Parquet with the description in the schema.

    The file's metadata has the description as JSON under ``central_asia_migration_atlas``; each
    field has its title, meaning, unit and code list.
    """
    from pyarrow import parquet  # noqa: PLC0415

    about = described(taken, lang)
    told = {one["name"]: one for one in about["columns"]}
    schema = pa.schema(
        [field.with_metadata(told[field.name]) for field in taken.rows.schema],
        {ABOUT: json.dumps(about, ensure_ascii=False).encode("utf-8")},
    )
    buffer = io.BytesIO()
    parquet.write_table(taken.rows.cast(schema), buffer, compression="zstd")
    return buffer.getvalue()


def records(taken: Taken) -> Iterator[dict[str, Any]]:
    """Return the rows one by one, as names and values."""
    for batch in taken.rows.to_batches(max_chunksize=BATCH):
        for row in batch.to_pylist():
            yield {name: _finite(value) for name, value in row.items()}


def texts_changed(rows: pa.Table, change: Callable[[str], str]) -> pa.Table:
    """Return rows with a change made to each text, once for each that there is."""
    for place, field in enumerate(rows.schema):
        if not is_text(field.type):
            continue
        column = rows.column(place)
        if not pa.types.is_dictionary(field.type):
            column = column.dictionary_encode()
        whole = column.unify_dictionaries().combine_chunks()
        if isinstance(whole, pa.ChunkedArray):  # no rows
            whole = whole.chunk(0) if whole.num_chunks else pa.array([], pa.string())
        if len(whole):
            texts = pa.array([change(str(one)) for one in whole.dictionary.to_pylist()])
            whole = texts.cast(pa.string()).take(whole.indices)
        rows = rows.set_column(place, field.name, whole.cast(pa.string()))
    return rows


def is_text(kind: pa.DataType) -> bool:
    """Say whether cells of a type are texts, remembered by a dictionary or not."""
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _finite(value: Any) -> Any:
    """Return a value, or None for a number that is none."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _day(value: Any) -> str:
    return str(value.isoformat())
