"""SQL over the curated tables: one statement that selects, in a process of its own.

DuckDB bounds what it knows of: a text of a thousand million letters, or a list as long, is not
among it (``docs/decisions/0026-sql.md``). Each statement therefore runs in a process that the
operating system holds to its bounds, and that ends with it.
"""

import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from data.codelists import code_list
from data.errors import log_once
from data.explore.refusal import Refused
from data.explore.sql_worker import SECONDS
from data.paths import DATA
from data.schema import tables
from data.store.package import arrow
from data.turns import Busy, Turns

LONGEST = 5_000  # letters of a statement
CLOCK = 10.0  # seconds from the start of the process, of which it may work `SECONDS`
AT_ONCE, OF_ONE = 2, 1  # statements that run, in all and of one reader
WAITING, WAIT = 3, 3.0  # of one reader that wait, and for how many seconds
CODES = "codes_"
PASSED_ON = ("LD_LIBRARY_PATH", "SYSTEMROOT")  # of the environment
START = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); sys.modules['pandas'] = "
    "sys.modules['numpy'] = None; from data.explore.sql_worker import main; "
    "main(sys.stdin.buffer, sys.stdout.buffer)"
)
_SLOW = {"reason": "sql_slow", "facts": {"seconds": SECONDS}}
_turns = Turns(AT_ONCE, OF_ONE, WAITING, WAIT)


@dataclass(frozen=True)
class SqlAnswer:
    """The rows that a statement selects.

    Attributes
    ----------
    rows : pyarrow.Table
        At most `data.explore.sql_worker.ROWS`; texts, numbers, days and yes or no, all else as
        text.
    cut : bool
        Whether there are more.
    seconds : float
        For which DuckDB worked.
    tables : tuple of str
        Names of the tables that it reads.
    """

    rows: pa.Table
    cut: bool
    seconds: float
    tables: tuple[str, ...]


@cache
def lists() -> tuple[str, ...]:
    """Return the names of the code lists, as tables."""
    return tuple(CODES + path.stem for path in sorted((DATA / "codes").glob("*.csv")))


def known() -> tuple[str, ...]:
    """Return the names of all tables that can be asked for."""
    return (*tables(), *lists())


def run(load: Callable[[str], pd.DataFrame], text: str, who: str = "") -> SqlAnswer:
    """Return the rows that a statement selects.

    Parameters
    ----------
    load : callable
        Returns a curated table by its name (see `data.store.store.Store.load`).
    text : str
        One statement in the SQL of DuckDB; anything at all may be in it.
    who : str
        Who asks (see `data.turns.whose`): of one reader one statement runs at a time, so that
        there is room for another's.

    Raises
    ------
    Refused
        When it may not be run, is wrong, or asks for too much.
    data.errors.DataError
        When a table cannot be had.
    """
    if not text.strip():
        raise Refused("sql_empty")
    if len(text) > LONGEST:
        raise Refused("sql_long", most=LONGEST)
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise Refused("sql_letters")
    with _turn(who):
        question = _question(load, text)
        try:
            told, rows = _ask(question)
        except OSError as error:  # the system has no room for one more process
            told, rows = _failed(repr(error)), None
    if "log" in told:
        log_once(f"SQL: {told['log']}")
    if rows is None:
        raise Refused(_better(str(told["reason"]), text), **told["facts"])
    return SqlAnswer(rows, told["cut"], told["seconds"], tuple(told["tables"]))


def _better(reason: str, text: str) -> str:
    """Return a nearer reason, where a known form is not to be had in one of its spellings."""
    begins = re.match(r"[\s(]*(select|from|with|pivot)\b", text, re.I)
    pivot = begins and re.search(r"\bpivot\b", text, re.I)
    return "sql_pivot" if pivot and reason == "sql_only_select" else reason


@contextmanager
def _turn(who: str) -> Iterator[None]:
    try:
        with _turns.taken(who):
            yield
    except Busy as busy:
        raise Refused("sql_yours" if busy.own else "sql_busy") from busy


def _question(load: Callable[[str], pd.DataFrame], text: str) -> bytes:
    """Return what a process is sent: the statement, and the tables whose names stand in it."""
    words = set(re.findall(r"\w+", text.casefold()))
    wanted = [name for name in known() if name in words]
    sink = io.BytesIO()
    asked = {"text": text, "tables": wanted, "known": known()}
    sink.write(json.dumps(asked).encode() + b"\n")
    for name in wanted:
        rows = _rows(load, name)
        with pa.ipc.new_stream(sink, rows.schema) as stream:
            stream.write_table(rows)
    return sink.getvalue()


def _rows(load: Callable[[str], pd.DataFrame], name: str) -> pa.Table:
    if not name.startswith(CODES):
        return arrow(name, load(name))
    listed = code_list(name.removeprefix(CODES))
    return pa.table({column: pa.array(listed[column], pa.string()) for column in listed.columns})


def _ask(question: bytes) -> tuple[Mapping[str, Any], pa.Table | None]:
    """Return what a process tells of an answer, and its rows; it has ended by then."""
    root = str(Path(__file__).parents[2])
    paths = json.dumps([root, *(path for path in sys.path if path and path != root)])
    env = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    with subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", START, paths],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**env, "LANG": "C.UTF-8", "TZ": "UTC", "OMP_NUM_THREADS": "1"},
        cwd=Path(sys.executable).anchor,
    ) as worker:
        try:
            told, _ = worker.communicate(question, CLOCK)
        except subprocess.TimeoutExpired:
            return _SLOW, None
        finally:
            worker.kill()
    return _understood(told, worker.returncode)


def _understood(told: bytes, code: int) -> tuple[Mapping[str, Any], pa.Table | None]:
    if code == -getattr(signal, "SIGXCPU", 0) != 0:
        return _SLOW, None
    head, found, rest = told.partition(b"\n")
    if code or not found:  # whatever ended it took nothing else along
        return _failed(f"the process ended with {code}"), None
    return json.loads(head), pa.ipc.open_stream(rest).read_all() if rest else None


def _failed(why: str) -> Mapping[str, Any]:
    return {"reason": "sql_failed", "facts": {}, "log": why}
