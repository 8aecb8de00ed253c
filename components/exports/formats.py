"""The formats in which rows are taken away."""

from collections.abc import Callable
from dataclasses import dataclass

from components.exports.bundle import zip_rows
from components.exports.taken import Taken
from components.exports.workbook import ROWS, xlsx_rows
from components.exports.written import csv_rows, json_rows, parquet_rows
from components.language import Language

MANY = 50_000  # rows that JSON, which says the name of each cell, is offered for at most


@dataclass(frozen=True)
class Format:
    """A format of files.

    Attributes
    ----------
    ending, mime : str
        Ending of its file, and media type.
    make : callable
        Makes the file.
    most : int
        Rows that it is offered for at most; 0 for as many as there are.
    """

    ending: str
    mime: str
    make: Callable[[Taken, Language], bytes]
    most: int = 0

    def holds(self, rows: int) -> bool:
        """Say whether it is offered for so many rows."""
        return not self.most or rows <= self.most


def _csv(taken: Taken, lang: Language) -> bytes:
    return csv_rows(taken)


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    "csv": Format("csv", "text/csv", _csv),
    "xlsx": Format("xlsx", SHEET, xlsx_rows, ROWS),
    "parquet": Format("parquet", "application/vnd.apache.parquet", parquet_rows),
    "json": Format("json", "application/json", json_rows, MANY),
    "zip": Format("zip", "application/zip", zip_rows),
}
