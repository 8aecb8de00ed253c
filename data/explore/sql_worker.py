"""One statement of SQL in a process of its own, which has nothing but the tables it was sent.

Started by `data.explore.sql`, for one question. It reads the statement and the tables from its
input, opens one DuckDB in memory, gives up the right to open any file or connection and to grow
beyond a bound, and writes rows, or the reason why there are none, to its output. No pandas.
"""

import json
import os
import re
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from data.errors import own_words
from data.explore.refusal import Refused
from data.explore.sql_guard import judge

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

ROWS = 10_000  # of one answer
LARGEST = 8_000_000  # bytes of one answer
LONGEST = 600  # letters of what DuckDB says of a fault
BEFORE = 40  # letters of a line before its fault
MEMORY = "256MB"  # what DuckDB allows itself
ROOM = 400 << 20  # bytes by which the process may grow, whatever DuckDB believes
SECONDS = 8  # of the processor
CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoload_known_extensions": False,
    "autoinstall_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
    "temp_directory": "",
    "max_temp_directory_size": "0KB",
    "memory_limit": MEMORY,
    "threads": 1,
    "async_threads": 1,
    "lock_configuration": True,
}
KEPT = re.compile(r"(TINY|SMALL|BIG|U\w*)?INT(EGER)?|FLOAT|DOUBLE|BOOLEAN|VARCHAR|DATE")
DEEP = "Max expression depth"  # how DuckDB begins to say so
READ = "SELECT json_serialize_sql(?::VARCHAR, skip_null := true, skip_default := true)"
LINE = re.compile(r"^LINE \d+: (.*)$", re.M)
PATH = re.compile(r"(?:[A-Za-z]:)?(?:[\\/][\w.\-]+){2,}")


def main(source: IO[bytes], sink: IO[bytes]) -> None:
    """Answer the one question that is asked."""
    import pyarrow as pa  # noqa: PLC0415  # a process that only asks needs none of this

    asked = json.loads(source.readline())
    con = opened({name: pa.ipc.open_stream(source).read_all() for name in asked["tables"]})
    seal()
    told, rows = answer(con, asked["text"], asked["known"])
    sink.write(json.dumps(told).encode() + b"\n")
    if rows is not None:
        with pa.ipc.new_stream(sink, rows.schema) as stream:
            stream.write_table(rows)
    sink.flush()


def answer(
    con: "duckdb.DuckDBPyConnection", text: str, known: Sequence[str]
) -> tuple[dict[str, Any], "pa.Table | None"]:
    """Return what is told of an answer, and its rows; only told is why there are none."""
    import duckdb  # noqa: PLC0415

    try:
        read = judge(json.loads(con.execute(READ, [text]).fetchall()[0][0]), known)
        began = time.perf_counter()
        rows = selected(con, text)
        seconds = time.perf_counter() - began
        if rows.nbytes > LARGEST:
            raise Refused("sql_large")
    except (Refused, RecursionError, MemoryError, duckdb.Error) as error:
        return why(error, text), None
    told = {"seconds": seconds, "cut": rows.num_rows > ROWS, "tables": sorted(read)}
    return told, rows.slice(0, ROWS)


def why(error: Exception, text: str) -> dict[str, Any]:
    """Return what is told of a fault: a reason, what its sentence names, and words for the log."""
    import duckdb  # noqa: PLC0415

    facts: dict[str, Any] = {}
    if isinstance(error, Refused):
        reason, facts = error.reason, dict(error.facts)
        if facts.get("at", -1) >= 0:
            facts["message"] += pointed(text, facts.pop("at"))
    elif isinstance(error, RecursionError):
        reason = "sql_deep"
    elif isinstance(error, MemoryError | duckdb.OutOfMemoryException):
        reason = "sql_memory"
    elif isinstance(error, duckdb.InternalException | duckdb.FatalException):
        return {"reason": "sql_failed", "facts": {}, "log": own_words(error)}
    else:
        reason, facts = "sql_error", {"message": str(error)}
    if DEEP in facts.get("message", ""):
        reason, facts = "sql_deep", {}
    if "message" in facts:
        facts["message"] = without_paths(facts["message"], text)
    return {"reason": reason, "facts": facts}


def opened(tables: dict[str, "pa.Table"]) -> "duckdb.DuckDBPyConnection":
    """Return a database in memory with these tables, locked, once it has answered something.

    What answering needs is then loaded, and no file is opened for it any more.
    """
    import duckdb  # noqa: PLC0415

    con = duckdb.connect(config=CONFIG)
    for name, rows in tables.items():
        con.register(name, rows)
    con.execute(READ, ["SELECT 1"]).fetchall()
    selected(con, "SELECT 1 AS a, DATE '2020-01-01' AS b, strftime(DATE '2020-01-01', '%Y') AS c")
    with suppress(duckdb.Error):
        con.sql("SELECT nothing")
    return con


def selected(con: "duckdb.DuckDBPyConnection", text: str) -> "pa.Table":
    """Return the rows of a statement, one more than may be told; odd types as text."""
    found = con.sql(text)
    told = zip(found.columns, found.types, strict=True)
    taken: set[str] = set()
    columns = [_column(at, *one, taken) for at, one in enumerate(told, 1)]
    return found.project(", ".join(columns)).limit(ROWS + 1).to_arrow_table()


def _column(at: int, name: str, kind: object, taken: set[str]) -> str:
    told = str(kind)
    if KEPT.fullmatch(told):
        as_type = told
    elif told == "HUGEINT":  # a sum of whole numbers
        as_type = "BIGINT"
    else:
        as_type = "DOUBLE" if told.startswith("DECIMAL") else "VARCHAR"
    while name.casefold() in taken:
        name += f"_{at}"
    taken.add(name.casefold())
    quoted = name.replace('"', '""')
    return f'#{at}::{as_type} AS "{quoted}"'


def pointed(text: str, at: int) -> str:
    """Return the line in which a fault begins, with a mark below it.

    Parameters
    ----------
    at : int
        Bytes before the fault.
    """
    before = text.encode()[:at].decode(errors="ignore")
    start = before.rfind("\n") + 1
    first = max(start, len(before) - BEFORE)
    line = text[first:].splitlines()[0] if text[first:] else ""
    told = f"LINE {before.count(chr(10)) + 1}: "
    return f"\n{told}{line[: 2 * BEFORE]}\n{' ' * (len(told) + len(before) - first)}^"


def without_paths(message: str, text: str) -> str:
    """Return a message in English without places of this machine, cut to a length."""
    told = PATH.sub(lambda found: found[0] if found[0] in text else "…", message)
    told = LINE.sub(lambda found: _line(found[1], text), told)
    lines = [line for line in told.splitlines() if line.strip()]
    return "\n".join(lines)[:LONGEST]


def _line(quoted: str, text: str) -> str:
    """Return a line that is quoted, with its number in the text, not in what it was put into."""
    there = [at for at, line in enumerate(text.splitlines(), 1) if quoted.strip(". ") in line]
    return f"LINE {there[0] if len(there) == 1 else '?'}: {quoted}"


def seal(seconds: int = SECONDS) -> None:
    """Give up what no statement needs: files, connections, room beyond a bound, precedence.

    Where the operating system knows no such bounds (Windows), DuckDB's own and the time are left.
    """
    with suppress(ImportError):
        import resource  # noqa: PLC0415

        with suppress(OSError, AttributeError):
            os.nice(5)  # readers of pages come first, and live longest where memory is short
            Path("/proc/self/oom_score_adj").write_text("900", "ascii")
        for name, most in (
            ("RLIMIT_AS", _grown(ROOM)),
            ("RLIMIT_CPU", seconds),
            ("RLIMIT_CORE", 0),
            ("RLIMIT_FSIZE", 0),
            ("RLIMIT_NOFILE", 0),
        ):
            with suppress(OSError, ValueError):
                kind = getattr(resource, name)
                if most is not None:  # one second more for the kernel's last word on time
                    resource.setrlimit(kind, (most, most + (name == "RLIMIT_CPU")))


def _grown(more: int) -> int | None:
    """Return the bytes of addresses that this process has, and so many more, where that is told."""
    with suppress(OSError):
        pages = Path("/proc/self/statm").read_text("ascii").split()[0]
        return int(pages) * os.sysconf("SC_PAGE_SIZE") + more
    return None
