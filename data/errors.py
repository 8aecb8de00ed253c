"""Errors of the data layer; a card turns each into a plain message for the reader."""

import hashlib
import logging
import re
import traceback

_LOG = logging.getLogger("atlas.data")
_MOST = 500  # distinct faults that are told; more are the same trouble in other words
_LONGEST = 500  # letters
_told: set[str] = set()


class DataError(Exception):
    """Something is wrong with the data or with what describes them.

    Attributes
    ----------
    name : str
        The table or the file that is wrong, as a reader may be told it.
    detail : str
        What was found, in English, for the log.
    """

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(f"{name}: {detail}")
        self.name = name
        self.detail = detail


class MissingTable(DataError):
    """A table, or one source's part of it, is not there."""


class EmptyTable(DataError):
    """A table has no rows."""


class DamagedTable(DataError):
    """A table is there but is not the one that its description promises."""


class UnknownCode(DamagedTable):
    """A table uses a code that is in no code list."""


class MissingFile(DataError):
    """A file that describes or names things (codes, sources, texts, places) is not there."""


class DamagedFile(DataError):
    """Such a file is there but cannot be read, or lacks what has to be in it."""


class DatabaseDown(DataError):
    """The database of the tables cannot be reached, or breaks off."""


class DatabaseRefuses(DataError):
    """The database does not let the atlas in, or not to this table."""


class DatabaseSlow(DataError):
    """The database did not answer in the time that it is given."""


class OtherEdition(DataError):
    """The database has another edition of a table than the one that the atlas describes."""


class MissingLibrary(DataError):
    """What speaks with such a database is not installed."""


def report(error: Exception) -> None:
    """Tell the log of a fault in detail, once for each distinct fault however often it is met.

    A `DataError` says itself what is wrong; anything else is told with its trace, once for each
    place where it arises: what it says may be a stranger's words. Each has its `number`.
    """
    fault, head = _known(error), f"fault {number(error)}: "
    if isinstance(error, DataError):
        log_once(head + fault, fault=fault)
    else:
        where = fault.removeprefix(type(error).__name__)
        log_once(f"{head}{type(error).__name__}: {own_words(error)}{where}", error, fault)


def number(error: Exception) -> str:
    """Return by what a fault that a reader was told of is found in the log.

    It is made from what is wrong and where, never from who met it: the same fault has the same
    number for all readers, in all processes, and after a new start.
    """
    return hashlib.blake2s(_known(error).encode("utf-8", "replace"), digest_size=3).hexdigest()


def own_words(error: Exception) -> str:
    """Return what an error says, without what it quotes: that may be what a reader has typed."""
    told = " ".join(str(error).split())
    return re.sub(r"""(['"`“]).*['"`”]""", "…", told)[:_LONGEST]


def _known(error: Exception) -> str:
    """Return by what a fault is known again: what is wrong with the data, or where it arose."""
    if isinstance(error, DataError):
        return f"{type(error).__name__}: {error}"
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = f" ({last[0].name}, line {last[0].lineno})" if last else ""
    return f"{type(error).__name__}{where}"


def log_once(message: str, error: Exception | None = None, fault: str = "") -> None:
    """Write an error to the log, unless the same has been written before.

    Parameters
    ----------
    message : str
        What is written.
    error : Exception or None
        Told with its trace.
    fault : str
        By what it is known again; the message by default.
    """
    known = (fault or message)[:_LONGEST]
    if known in _told or len(_told) >= _MOST:
        return
    _told.add(known)
    _LOG.error(message, exc_info=error)


def forget() -> None:
    """Tell every fault anew."""
    _told.clear()
