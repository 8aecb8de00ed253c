"""Answers as they are written: JSON, rows as CSV in pieces, with the marks by which they are kept.

Cells are those of the files: numbers in full with a point, days as ISO 8601, nothing for what is
missing. A text that a spreadsheet would run is made harmless in CSV, as in all files of the atlas.
"""

import csv
import datetime
import io
import json
import math
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any

import pyarrow as pa
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from components.api.edition import USUAL, is_known, mark
from data.harmless import harmless

PIECE = 20_000  # rows that are read and written at a time
WHOLE = 1e15  # whole numbers below are written without a point
BARE = "atlas.bare"  # in the scope of a request for headers alone
CSV_KIND = "text/csv; charset=utf-8"
Rows = Iterable[Sequence[Any]]


def answered(request: Request, make: Callable[[], Response]) -> Response:
    """Return an answer, or that who asks has it already; what is asked is then not worked out.

    Parameters
    ----------
    request : Request
        The request.
    make : callable
        Makes the answer.
    """
    headers = {**USUAL, "ETag": mark(request)}
    if is_known(request):
        return Response(status_code=304, headers=headers)
    found = make()
    for name, value in headers.items():
        found.headers[name] = value
    return found


def as_json(content: Any, lang: str, headers: dict[str, str] | None = None) -> Response:
    """Return what JSON is written from as an answer in a language."""
    told = json.dumps(content, ensure_ascii=False, allow_nan=False, default=plain)
    headers = {"Content-Language": lang, **(headers or {})}
    return Response(told.encode(), media_type="application/json", headers=headers)


def plain(value: Any) -> Any:
    """Return a cell as JSON has it."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return None
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def dicts(rows: pa.Table) -> list[dict[str, Any]]:
    """Return rows as JSON has them."""
    return [{name: plain(cell) for name, cell in row.items()} for row in rows.to_pylist()]


def as_csv(
    request: Request,
    head: Sequence[str],
    pieces: Iterable[Rows],
    name: str,
    headers: dict[str, str] | None = None,
    kind: str = CSV_KIND,
) -> Response:
    """Return rows as a CSV file, sent in pieces as it is written.

    The first piece is made at once: what fails there is said in words.

    Parameters
    ----------
    request : Request
        The request; where it asks for headers alone nothing is written.
    head : sequence of str
        Names of the columns.
    pieces : iterable of iterables of sequences
        Rows of cells, as `cell_of` returns them, a piece at a time.
    name : str
        Name of the file without its ending.
    headers : dict or None
        What else is said of it.
    kind : str
        Its media type.
    """
    told = {"Content-Disposition": f'attachment; filename="{name}.csv"', **(headers or {})}
    if request.scope.get(BARE):
        return Response(media_type=kind, headers=told)
    rest = iter(pieces)
    begin = _csv(chain([head], next(rest, ())))
    return StreamingResponse(chain([begin], map(_csv, rest)), media_type=kind, headers=told)


def _csv(rows: Rows) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode()


def cell_of(value: Any) -> Any:
    """Return a cell as CSV has it."""
    if isinstance(value, str):
        return harmless(value)
    found = plain(value)
    if isinstance(found, float) and found.is_integer() and abs(found) < WHOLE:
        return int(found)
    return "" if found is None else found


def columns(rows: pa.Table) -> dict[str, list[Any]]:
    """Return the columns of rows with their cells as CSV has them; each text is looked at once."""
    return {name: _cells(rows[name].combine_chunks()) for name in rows.column_names}


def _cells(column: pa.Array) -> list[Any]:
    if not pa.types.is_string(column.type):
        return [cell_of(value) for value in column.to_pylist()]
    packed = column.dictionary_encode()
    known = [cell_of(value) for value in packed.dictionary.to_pylist()]
    return ["" if at is None else known[at] for at in packed.indices.to_pylist()]
