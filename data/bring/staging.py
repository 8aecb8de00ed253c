"""A copy of the data folder to build in, and how it takes the real one's place: all or nothing.

What changes is made in a folder of its own. Only when the loaders have read every table of the
result are the changed files put into the data folder, each in one step. The files that they
replace are laid aside first: whether a file cannot be written or the machine stops halfway, the
data folder gets all of them back, at once or when the command is started the next time.
"""

import json
import os
import shutil
from pathlib import Path

from data import codelists, loaders, provenance
from data.bring import names
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
ASIDE = ".laid-aside"
LIST = "list.json"

NOT_LOADED = N_("The loaders do not accept the result: {detail}.")
NOT_WRITTEN = N_("The data folder cannot be written.")


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


def changed_files(build: Path, root: Path) -> list[Path]:
    """Return the files that differ, relative to the data folder; its description comes last."""
    made = [p for n in (*KEPT, "tables") for p in _files(build / n) if not p.is_symlink()]
    changed = [*(p.relative_to(build) for p in sorted(made)), NOTICE]
    changed = [n for n in changed if _content(build / n) != _content(root / n)]
    return sorted(changed, key=lambda name: name.name == "datapackage.json")


def swap(build: Path, root: Path) -> None:
    """Put the changed files into the data folder, or leave it as it was."""
    changed = changed_files(build, root)
    try:
        _lay_aside(changed, root)
        for name in changed:
            put(root / name, (build / name).read_bytes())
        _done(root)
    except OSError as error:
        put_back(root)
        raise refuse(NOT_WRITTEN) from error
    finally:
        forget()


def put_back(root: Path) -> bool:
    """Give the data folder the files back that an unfinished exchange has replaced.

    Returns
    -------
    bool
        Whether there was an unfinished exchange.
    """
    aside = root / ASIDE
    found = (aside / LIST).is_file()
    if found:
        listed: list[list[str]] = json.loads((aside / LIST).read_text(encoding="utf-8"))
        for name, kept in listed:
            if kept:
                put(root / name, (aside / kept).read_bytes())
            else:
                (root / name).unlink(missing_ok=True)
    _done(root)
    return found


def _lay_aside(changed: list[Path], root: Path) -> None:
    """Keep what will be replaced; the list is written last, so that it is whole or missing."""
    aside = root / ASIDE
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    listed = []
    for number, name in enumerate(changed):
        content = _content(root / name)
        if content is not None:
            (aside / str(number)).write_bytes(content)
        listed.append([name.as_posix(), "" if content is None else str(number)])
    put(aside / LIST, json.dumps(listed).encode())


def _done(root: Path) -> None:
    """Forget what was laid aside; without its list nothing is given back."""
    (root / ASIDE / LIST).unlink(missing_ok=True)
    shutil.rmtree(root / ASIDE, ignore_errors=True)


def _files(path: Path) -> list[Path]:
    return [p for p in path.rglob("*") if p.is_file()] if path.is_dir() else [path]


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def put(path: Path, content: bytes) -> None:
    """Write a file in one step: whoever reads it sees the old or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.new")
    try:
        with half.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


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
