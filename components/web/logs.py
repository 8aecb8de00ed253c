"""The log of the server: each fault once, on one line, however often strangers bring it about."""

import logging
import time
import traceback
from pathlib import Path
from threading import Lock
from typing import Any

OURS = ("streamlit", "uvicorn", "websockets", "asyncio")
MOST = 200  # faults that are told apart
LONGEST = 500  # letters of what a fault says
DEEPEST = 12  # places of a trace, the last ones
ROOT = Path(__file__).resolve().parents[2]


class Once(logging.Filter):
    """Lets a record through when nothing was told yet from the same place about the same."""

    def __init__(self) -> None:
        super().__init__()
        self._told: set[tuple[object, ...]] = set()
        self._lock = Lock()

    def filter(self, record: logging.LogRecord) -> bool:
        """Say whether a record is to be written; information always is."""
        if record.levelno < logging.WARNING:
            return True
        fault = record.exc_info[1] if record.exc_info else None
        key = (record.name, record.lineno, type(fault), _place(fault))
        with self._lock:
            if key in self._told or len(self._told) >= MOST:
                return False
            self._told.add(key)
        record.msg, record.args = record.getMessage()[:LONGEST], ()
        return True


def _place(fault: BaseException | None) -> tuple[str, int | None]:
    """Return where a fault arose."""
    frames = traceback.extract_tb(fault.__traceback__)[-1:] if fault else []
    return (frames[0].filename, frames[0].lineno) if frames else ("", 0)


class OneLine(logging.Formatter):
    """Writes a record on one line: when, how bad, who says it, what, and where it arose."""

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; what has several lines itself is put together."""
        record.exc_text = None  # as somebody else may have written it, on many lines
        return " | ".join(filter(None, map(str.strip, super().format(record).splitlines())))

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name of the library
        """Return the places through which a fault came, the innermost first, with its causes."""
        fault, told = ei[1], list[str]()
        while fault is not None and len(told) < DEEPEST:
            frames = traceback.extract_tb(fault.__traceback__)[-DEEPEST:]
            told.append(type(fault).__name__)
            told += (f"{_short(one.filename)}:{one.lineno} {one.name}" for one in frames[::-1])
            fault = fault.__cause__
        return " < ".join(told)


def _short(file: str) -> str:
    """Return where a file is in the project, or among the packages."""
    path = Path(file)
    if path.is_relative_to(ROOT):
        return str(path.relative_to(ROOT)).rpartition("site-packages/")[2]
    return "/".join(path.parts[-2:])


def tell_once() -> None:
    """Let the loggers of the server, those that are there by now, tell each fault once on a line.

    Those of the atlas have no way of writing of their own, but the last resort.
    """
    once, line = Once(), OneLine()
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in OURS:
            logger = logging.getLogger(name)
            logger.addFilter(once)
            for handler in logger.handlers:
                handler.setFormatter(line)
    if logging.lastResort:
        logging.lastResort.setFormatter(line)
