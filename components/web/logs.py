"""The log of the server: each fault once with its trace, however often strangers bring it about."""

import logging
import traceback
from threading import Lock

OURS = ("streamlit", "uvicorn", "websockets", "asyncio")
MOST = 200  # faults that are told apart
LONGEST = 500  # letters of what a fault says


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


def tell_once() -> None:
    """Put the filter before the loggers of the server, those that are there by now."""
    once = Once()
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in OURS:
            logging.getLogger(name).addFilter(once)
