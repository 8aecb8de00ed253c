"""Putting changed files in their place: all of them or none, whatever happens in between.

The new files, and copies of those that they replace, are written into ``.bring`` in the data
folder first and made safe on the disk. Then a journal says what is to be done; from that moment on
the change is finished, by renaming only, which needs no more room. Whoever comes next after a
crash (`settle`) finds the journal and finishes, or finds none and clears away. One at a time: the
folder itself is locked (see ``docs/decisions/0022-bringing.md``).
"""

import errno
import json
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has no such locks
    fcntl = None  # type: ignore[assignment]

WORK = ".bring"
FORWARD, BACK = "journal.json", "undo.json"
WAIT = 20.0  # seconds that the second of two waits
PAUSE = 0.1
NEW, OLD = "new", "old"


class Busy(Exception):
    """Somebody else is changing the same folder."""


def step() -> None:
    """Be called after every single step on the disk; a test makes it fail or kill."""


@contextmanager
def alone(root: Path, wait: float | None = None, shared: bool = False) -> Iterator[None]:
    """Hold the data folder for oneself, or with others who read it (`shared`).

    Raises
    ------
    Busy
        When another process holds it for longer than `WAIT` seconds.
    """
    if fcntl is None:  # pragma: no cover
        yield
        return
    handle = os.open(root, os.O_RDONLY)
    try:
        until = time.monotonic() + (WAIT if wait is None else wait)
        while not _locked(handle, shared):
            if time.monotonic() >= until:
                raise Busy
            time.sleep(PAUSE)
        yield
    finally:
        os.close(handle)  # which also lets go of the lock


@contextmanager
def still(root: Path) -> Iterator[None]:
    """Keep the data folder from being changed while it is read; others may read it, too.

    The moving of files is waited for; who prepares a change, which takes long, is not.
    """
    with ExitStack() as held:
        with suppress(Busy, OSError):
            moving = (root / WORK).is_dir()
            held.enter_context(alone(root, WAIT if moving else 0, shared=True))
        yield


def _locked(handle: int, shared: bool) -> bool:
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in {errno.EAGAIN, errno.EACCES}:
            raise
        return False
    return True


def place(root: Path, changed: Mapping[str, bytes]) -> None:
    """Put files into a folder, all or none.

    Parameters
    ----------
    root : Path
        The data folder, which the caller holds (`alone`).
    changed : mapping of str to bytes
        Path below the folder (it may begin with ``../``) to the new content.

    Raises
    ------
    OSError
        When something cannot be written; the folder is as it was.
    """
    settle(root)
    work = root / WORK
    try:
        _prepare(root, work, changed)
    except BaseException:
        with suppress(OSError):
            _clear(work)
        raise
    try:
        _forward(root, work)
    except OSError:
        (work / FORWARD).replace(work / BACK)
        _back(root, work)
        raise


def settled(root: Path) -> bool:
    """Finish or undo what was interrupted, unless somebody is at work; nothing fails.

    Returns
    -------
    bool
        Whether there was anything.
    """
    with suppress(Busy, OSError, ValueError):
        if (root / WORK).is_dir():
            with alone(root, 0):
                return settle(root)
    return False


def settle(root: Path) -> bool:
    """Finish or undo what was interrupted, and say whether there was anything."""
    work = root / WORK
    if not work.is_dir():
        return False
    if (work / BACK).is_file():
        _back(root, work)
    elif (work / FORWARD).is_file():
        _forward(root, work)
    else:
        _clear(work)
    return True


def _prepare(root: Path, work: Path, changed: Mapping[str, bytes]) -> None:
    for folder in (work, work / NEW, work / OLD):
        folder.mkdir()
        step()
    entries = []
    for number, (name, content) in enumerate(sorted(changed.items(), key=_described_last)):
        target = root / name
        was = target.is_file()
        _write(work / NEW / str(number), content)
        if was:
            _write(work / OLD / str(number), target.read_bytes())
        entries.append({"name": name, "was": was})
    for folder in (work / NEW, work / OLD):
        _sync(folder)
    _write(work / f"{FORWARD}.part", json.dumps(entries).encode("utf-8"))
    (work / f"{FORWARD}.part").replace(work / FORWARD)
    step()
    _sync(work)


def _described_last(item: tuple[str, bytes]) -> tuple[bool, str]:
    return item[0].endswith("datapackage.json"), item[0]


def _forward(root: Path, work: Path) -> None:
    """Move every new file that is still waiting to its place."""
    for number, entry in enumerate(_entries(work / FORWARD)):
        waiting, target = work / NEW / str(number), root / entry["name"]
        if waiting.is_file():
            if not target.parent.is_dir():
                target.parent.mkdir(parents=True)
                _sync(target.parent.parent)
            _move(waiting, target)
    _clear(work)


def _back(root: Path, work: Path) -> None:
    """Give every file that has been replaced its former content, and take new ones away."""
    for number, entry in enumerate(_entries(work / BACK)):
        former, target = work / OLD / str(number), root / entry["name"]
        if former.is_file():
            _move(former, target)
        elif not entry["was"]:
            target.unlink(missing_ok=True)
            with suppress(OSError):  # where others stand in the folder
                target.parent.rmdir()
    _clear(work)


def _entries(journal: Path) -> list[dict[str, str]]:
    try:
        found: list[dict[str, str]] = json.loads(journal.read_bytes())
    except ValueError as error:
        raise OSError(errno.EIO, f"{WORK}/{journal.name} is damaged") from error
    return found


def _move(source: Path, target: Path) -> None:
    """Move a file in one step, on another disk by a copy beside the target."""
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        half = target.with_name(f".{target.name}.new")
        _write(half, source.read_bytes())
        half.replace(target)
        source.unlink()
    step()
    _sync(target.parent)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    step()


def _sync(folder: Path) -> None:
    """Make the names in a folder safe on the disk, where the system lets one."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    step()


def _clear(work: Path) -> None:
    """Take the folder away, the journal last but one step: what is left then means nothing."""
    for name in (FORWARD, BACK):
        (work / name).unlink(missing_ok=True)
        step()
    shutil.rmtree(work)
    step()
    _sync(work.parent)
