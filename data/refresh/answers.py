"""Reading answers: JSON, CSV and workbooks, or a sentence on what came instead."""

import gzip
import io
import json
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import pandas as pd
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from data.bring.problems import refuse
from data.refresh import faults
from data.refresh.faults import passing
from data.refresh.web import Answer

NOTHING = {"", "-", "–", "—", ":", "..", "...", "null", "None", "NaN", "nan"}
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
TITLE = re.compile(rb"<title[^>]*>(.*?)</title>", re.I | re.S)
TAG = re.compile(r"<[^>]+>")
GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"


def json_of(answer: Answer) -> Any:
    """Return a JSON answer with every number as the text that was sent, so that none is rounded."""
    text = text_of(answer)
    _refuse_markup(text, answer)
    try:
        return json.loads(text, parse_float=str, parse_int=str)
    except ValueError as error:
        raise passing(faults.CUT, host=answer.host) from error


def text_of(answer: Answer) -> str:
    """Return an answer as text, without the mark of UTF-8 at its beginning."""
    try:
        text = answer.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse(faults.NOT_TEXT, host=answer.host) from error
    if not text.strip():
        raise passing(faults.EMPTY, host=answer.host)
    return text


def table_of(answer: Answer, separator: str = ",") -> pd.DataFrame:
    """Return a CSV or TSV answer, packed or not, as text cells with clean column names."""
    content = answer.content
    if content.startswith(GZIP):
        try:
            content = gzip.decompress(content)
        except (OSError, EOFError, zlib.error) as error:
            raise passing(faults.CUT, host=answer.host) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse(faults.NOT_TEXT, host=answer.host) from error
    if not text.strip():
        raise passing(faults.EMPTY, host=answer.host)
    _refuse_markup(text, answer)
    try:
        frame = pd.read_csv(io.StringIO(text), sep=separator, dtype=str, keep_default_na=False)
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise passing(faults.CUT, host=answer.host) from error
    return frame.rename(columns=lambda name: str(name).lstrip("\ufeff").strip(' "'))


def workbook_of(answer: Answer) -> Workbook:
    """Return an XLSX answer, opened for reading."""
    head = answer.content[:400]
    if not head.strip():
        raise passing(faults.EMPTY, host=answer.host)
    if not head.startswith(ZIP):
        _refuse_markup(answer.content[:4000].decode("utf-8", "replace"), answer)
        raise refuse(faults.NOT_A_WORKBOOK, host=answer.host)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(answer.content), read_only=True, data_only=True)
    except (zipfile.BadZipFile, EOFError, zlib.error) as error:
        raise passing(faults.CUT, host=answer.host) from error
    except (KeyError, ValueError) as error:
        raise refuse(faults.NOT_A_WORKBOOK, host=answer.host) from error


def sheet_rows(book: Workbook, names: Iterable[str], what: str) -> Iterator[tuple[Any, ...]]:
    """Return the rows of the first sheet that has one of the names."""
    found = [name for name in names if name in book.sheetnames]
    if not found:
        raise refuse(faults.LAYOUT, what=what, names=", ".join(names))
    rows: Iterator[tuple[Any, ...]] = book[found[0]].iter_rows(values_only=True)
    return rows


def _refuse_markup(text: str, answer: Answer) -> None:
    head = text.lstrip()[:2000]
    if not head.startswith("<"):
        return
    title = TITLE.search(head.encode())
    shown = title[1].decode() if title else TAG.sub(" ", head)
    detail = " ".join(shown.split())[:100]
    page = "<html" in head.lower() or "<!doctype html" in head.lower()
    raise passing(faults.HTML if page else faults.XML, host=answer.host, detail=detail)


def need(there: Iterable[str], wanted: Iterable[str], what: str) -> None:
    """Refuse an answer that lacks a column or an entry."""
    lacking = [name for name in wanted if name not in set(there)]
    if lacking:
        raise refuse(faults.LAYOUT, what=what, names=", ".join(lacking))


def number(value: Any, column: str, what: str) -> str:
    """Write a number as it was sent but without an exponent; what stands for nothing is empty.

    Examples
    --------
    >>> number("1.161E3", "value", "an answer")
    '1161'
    >>> number(" - ", "value", "an answer")
    ''
    """
    text = "" if value is None else str(value).strip()
    if text in NOTHING:
        return ""
    if not NUMBER.fullmatch(text):
        raise refuse(faults.NOT_A_NUMBER, what=what, text=text[:40], field=column)
    return format(Decimal(text), "f") if "e" in text.lower() else text
