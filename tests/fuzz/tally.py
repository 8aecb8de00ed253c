"""What an attack of one kind has come to: inputs, ends, faults, time, memory, words in the log."""

import logging
import os
import resource
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

TOLD = 5  # faults that are told in full
PAGE = resource.getpagesize()


@dataclass
class Tally:
    """The count of one kind of input.

    Attributes
    ----------
    kind : str
        What was sent.
    ends : Counter of str
        How often it was refused, and answered.
    faults : list of str
        What may not happen.
    seconds : float
        How long it took.
    before, after : int
        Megabytes of the process that was attacked.
    """

    kind: str
    ends: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0
    before: int = 0
    after: int = 0

    def __str__(self) -> str:
        """One line of the report, and the first faults."""
        line = (
            f"{self.kind:26} {sum(self.ends.values()):7,} inputs, {self.ends['refused']:7,} "
            f"refused, {self.ends['answered']:7,} answered, {self.seconds:6.1f} s, "
            f"{self.before} → {self.after} MB"
        )
        faults = [f"  {len(self.faults)} FAULTS"] if self.faults else []
        return "\n".join([line, *faults, *(f"    {one[:400]}" for one in self.faults[:TOLD])])

    @contextmanager
    def measured(self, process: int | None = None) -> Iterator[None]:
        """Measure time and memory of what is done meanwhile."""
        began, self.before = time.monotonic(), megabytes(process)
        try:
            yield
        finally:
            self.seconds, self.after = time.monotonic() - began, megabytes(process)


def megabytes(process: int | None = None) -> int:
    """Return what a process holds in memory; this one by default."""
    told = Path(f"/proc/{process or os.getpid()}/statm").read_text("ascii")
    return int(told.split()[1]) * PAGE // 1024**2


class Said(logging.Handler):
    """Keeps what this process writes to its log."""

    NAMES = ("", "streamlit", "uvicorn", "atlas")

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        if record.levelno >= logging.WARNING:
            self.lines += self.format(record).splitlines()

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Listen to all that is written meanwhile."""
        loggers = [logging.getLogger(name) for name in self.NAMES]
        heard = [
            one for one in loggers if one.propagate is False or not one.name or one.name == "root"
        ]
        for one in heard:
            one.addHandler(self)
        try:
            yield
        finally:
            for one in heard:
                one.removeHandler(self)


def heads(lines: list[str]) -> list[str]:
    """Return the lines of a log that begin what is told, without those of traces."""
    return [
        one
        for one in lines
        if one and not one.startswith((" ", "Traceback", "During", "The above", "+", "|"))
    ]
