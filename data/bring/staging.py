"""A copy of the data folder to build in, and how it takes the real one's place: all or nothing.

What changes is made in a folder of its own. Only when the loaders have read every table of the
result are the changed files put into the data folder, all or none (`placing`). Whoever changes it,
by bringing a file or by asking publishers, holds it meanwhile (`held`).
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data import codelists, loaders, provenance
from data.bring import names, placing
from data.bring.problems import N_, refuse
from data.curation.brought_rows import BROUGHT
from data.errors import DataError
from data.schema import tables

KEPT = (
    "codes",
    "sources",
    BROUGHT,
    "corrections.yml",
    "README.md",
    "CHANGELOG.md",
    "CODEBOOK.md",
    "datapackage.json",
)
NOTICE = Path("..") / "NOTICE.md"

NOT_LOADED = N_("The loaders do not accept the result: {detail}.")
NOT_WRITTEN = N_("The data folder cannot be written. The system says: {reason}.")
NO_ROOM = N_("The file needs more memory than there is.")
BUSY = N_("The data folder is being changed at this moment. Try again when that is done.")


@contextmanager
def held(root: Path) -> Iterator[None]:
    """Hold the data folder for oneself; what was interrupted before is finished or undone first.

    Raises
    ------
    Refused
        When another process holds it, or the system lets nothing be written.
    """
    try:
        with placing.alone(root):
            if placing.settle(root):
                forget()
            yield
    except placing.Busy as error:
        raise refuse(BUSY) from error
    except MemoryError as error:
        raise refuse(NO_ROOM) from error
    except OSError as error:
        raise refuse(NOT_WRITTEN, reason=_reason(error)) from error


def _reason(error: OSError) -> str:
    """Return what the system says; of a copied folder it is said file by file."""
    if error.strerror or not isinstance(error, shutil.Error):
        return error.strerror or type(error).__name__
    return re.sub(r"^\[Errno \d+\] |: '.*$", "", str(error.args[0][0][2]))


def copy(root: Path, build: Path) -> None:
    """Copy what may change, and link to the tables, which stay as they are."""
    build.mkdir()
    for name in KEPT:
        if (root / name).is_dir():
            shutil.copytree(root / name, build / name)
        elif (root / name).is_file():
            shutil.copy(root / name, build / name)
    for part in sorted((root / "tables").glob("*/*.csv")):
        link = build / "tables" / part.parent.name / part.name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(part.resolve())


def verify(build: Path) -> None:
    """Load every table as the atlas does: columns, types, codes and checksums."""
    forget()
    try:
        for table in tables():
            loaders.load(table, build)
    except DataError as error:
        raise refuse(NOT_LOADED, detail=error.detail) from error
    finally:
        forget()


def swap(build: Path, root: Path) -> None:
    """Put the changed files into the data folder, which the caller holds: all or none."""
    made = [p for n in (*KEPT, "tables") for p in _files(build / n) if not p.is_symlink()]
    contents = {n: _content(build / n) for n in (*(p.relative_to(build) for p in made), NOTICE)}
    changed = {
        name.as_posix(): new
        for name, new in contents.items()
        if new is not None and new != _content(root / name)
    }
    try:
        placing.place(root, changed)
    finally:
        forget()


def _files(path: Path) -> list[Path]:
    return [p for p in path.rglob("*") if p.is_file()] if path.is_dir() else [path]


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def forget() -> None:
    """Forget what was read of the data folder, because it has changed."""
    for reader in (
        codelists.code_list,
        codelists.known,
        provenance.source,
        names.known_places,
        names.eurostat_places,
    ):
        reader.cache_clear()
