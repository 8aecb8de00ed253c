"""Reading files: the one place where a file that cannot be read becomes a `DataError`.

Functions keep what they read, and go on without what cannot be read. What they then keep is
forgotten as soon as the file is another one (`until_mended`), so that nobody has to start anew.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import _lru_cache_wrapper, cache
from pathlib import Path
from threading import Lock
from typing import TypeVar

from data.errors import DamagedFile, DataError, MissingFile

Kept = TypeVar("Kept")
_State = tuple[int, int] | None  # when a file was changed, and its length
_wrong: dict[Path, _State] = {}
_forgetting: list[Callable[[], object]] = []
_looking = Lock()


def name_of(path: Path) -> str:
    """Return what a reader is told of a file: its folder and its name."""
    told = [part for part in path.parts if part != "LC_MESSAGES"]  # which has no language's name
    return "/".join(told[-2:])


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
        _wrong[path] = None
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
    with reading(path):
        found = content(path)
        if found and not found.endswith(b"\n"):
            raise DamagedFile(name_of(path), "ends within a line")
    return found


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong with the content of a file into a `DamagedFile` that names it."""
    before = _state(path)
    try:
        yield
    except DataError:
        _wrong[path] = before
        raise
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        _wrong[path] = before
        raise DamagedFile(name_of(path), f"cannot be read: {error!r}") from error


def _state(path: Path) -> _State:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def until_mended(function: Callable[..., Kept]) -> "_lru_cache_wrapper[Kept]":
    """Keep what a function returns for each of its arguments, until `forget_mended`.

    For what goes on without a file that cannot be read; it has to be read within `reading`.
    """
    kept = cache(function)
    when_mended(kept.cache_clear)
    return kept


def when_mended(forget: Callable[[], object]) -> None:
    """Have something done when a file that could not be read is another one."""
    _forgetting.append(forget)


def forget_mended() -> bool:
    """Forget what was kept without files that could not be read, when one has changed since.

    It costs a look at each such file, and nothing where all is well.
    """
    with _looking:  # so that of many who ask one forgets
        changed = [path for path, state in tuple(_wrong.items()) if _state(path) != state]
        for path in changed:
            _wrong.pop(path, None)
    for forget in _forgetting if changed else ():
        forget()
    return bool(changed)
