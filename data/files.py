"""Reading files: the one place where a file that cannot be read becomes a `DataError`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.errors import DamagedFile, DataError, MissingFile


def name_of(path: Path) -> str:
    """Return what a reader is told of a file: its folder and its name."""
    return "/".join(path.parts[-2:])


def content(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises
    ------
    MissingFile
        When it is not there.
    DamagedFile
        When it cannot be read.
    """
    if not path.is_file():
        raise MissingFile(name_of(path), f"{name_of(path)} is not there")
    with reading(path):
        return path.read_bytes()


def text(path: Path) -> str:
    """Return the text of a file in UTF-8 (see `whole`)."""
    with reading(path):
        return whole(path).decode("utf-8")


def whole(path: Path) -> bytes:
    """Return the bytes of a file of lines, which has been cut when it ends within one.

    Raises
    ------
    MissingFile, DamagedFile
        As of `content`, and when the last line has no end.
    """
    found = content(path)
    if found and not found.endswith(b"\n"):
        raise DamagedFile(name_of(path), "ends within a line")
    return found


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong with the content of a file into a `DamagedFile` that names it."""
    try:
        yield
    except DataError:
        raise
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedFile(name_of(path), f"cannot be read: {error!r}") from error
