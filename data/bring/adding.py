"""Adding a file to the data package: built and checked beside it, then put in its place.

All that changes is made in a temporary folder first: code lists, provenance, rows, and the
generated descriptions. Only when the loaders have read every table of the result are the changed
files put into the data folder, each in one step; if one cannot be, all are put back.
"""

import csv
import hashlib
import re
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from data import codelists, loaders, provenance
from data.bring import names, origin, placing, provenance_file, sexes
from data.bring.brought import Brought, Wishes
from data.bring.checks import check
from data.bring.elsewhere import elsewhere
from data.bring.layouts import LAYOUTS, knows, shape
from data.bring.news import with_news
from data.bring.origin import Origin
from data.bring.problems import N_, Found, Problem, Refused, refuse
from data.bring.reading import Grid, grid, read_bytes
from data.curation import brought_rows, package
from data.curation.brought_rows import BROUGHT, Change, Merged
from data.curation.raw import provenance as described
from data.curation.tidy import write
from data.errors import DataError
from data.paths import DATA
from data.schema import tables

INDICATORS = Path(__file__).with_name("indicators.csv")
KEPT = ("codes", "sources", BROUGHT, "README.md", "CHANGELOG.md", "CODEBOOK.md", "datapackage.json")
NOTICE = Path("..") / "NOTICE.md"

CHANGES = N_(
    "Figures that differ from those that the atlas has from this source: {count}. "
    "Nothing is changed unless you say {option}."
)
CHANGE = N_("{what}: {old} becomes {new}.")
NOT_LOADED = N_("The loaders do not accept the result: {detail}.")
NOT_WRITTEN = N_("The data folder cannot be written. The system says: {reason}.")
NO_ROOM = N_("The file needs more memory than there is.")
BUSY = N_("Another file is being brought at this moment. Try again when it is done.")


@dataclass(frozen=True)
class Outcome:
    """What became of a file.

    Attributes
    ----------
    source_id, table : str
        Where the rows are now; the table is empty when the file had been brought before.
    added, same : int
        Rows that are new, and rows that were there already with the same figure.
    changes : tuple of Change
        Figures that were changed because it was asked for.
    remarks : tuple of Problem
        What else there is to know.
    written : bool
        Whether the data folder was changed.
    """

    source_id: str
    table: str = ""
    added: int = 0
    same: int = 0
    changes: tuple[Change, ...] = ()
    remarks: tuple[Problem, ...] = ()
    written: bool = False


def bring(path: Path, wishes: Wishes, root: Path = DATA) -> Outcome:
    """Check a file and add its rows to the data package, or refuse it and change nothing.

    Parameters
    ----------
    path : Path
        The file.
    wishes : Wishes
        What the person says beside it.
    root : Path
        The data folder.

    Raises
    ------
    Refused
        With all that is wrong. The data folder is as it was.
    """
    content = read_bytes(path)
    try:
        with placing.alone(root):
            if placing.settle(root):
                forget()
            return _brought(content, path, wishes, root)
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


def _brought(content: bytes, path: Path, wishes: Wishes, root: Path) -> Outcome:
    digest = hashlib.sha256(content).hexdigest()
    before = origin.is_read(digest, root)
    if before:
        return Outcome(before)
    brought, cells = read(content, path.name, wishes, root)
    source = origin.origin(brought, wishes, cells.source, path, digest, root)
    with tempfile.TemporaryDirectory() as folder:
        build = Path(folder) / "data"
        _copy(root, build)
        _add_indicators(brought, build)
        brought = _belonging(brought, source)
        notes = {f"{source.source_id}_{ending}" for ending in brought.notes}
        check(brought.table, brought.rows, source.source_id, notes, build)
        result = _merged(brought, source, wishes, root)
        if result.added or result.changes:
            _write(build, brought, source, result)
            _verify(build)
            if not wishes.check:
                _swap(build, root)
    changed = bool(result.added or result.changes)
    return Outcome(
        source.source_id,
        brought.table,
        result.added,
        result.same,
        result.changes,
        (*brought.remarks, *elsewhere(brought, source, root)),
        changed and not wishes.check,
    )


def read(content: bytes, name: str, wishes: Wishes, root: Path = DATA) -> tuple[Brought, Grid]:
    """Return the rows of a file and its cells, without looking at its source.

    Raises
    ------
    Refused
        With all that is wrong.
    """
    cells = grid(content, name, shape(wishes.layout), knows)
    try:
        return LAYOUTS[wishes.layout](cells, wishes, root), cells
    except Refused as refused:  # how the file was read may be what is wrong
        raise Refused(*cells.remarks, *refused.problems) from refused


def _copy(root: Path, build: Path) -> None:
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


def _add_indicators(brought: Brought, build: Path) -> None:
    """Put the layout's indicators into the code list when rows use them for the first time."""
    path = build / "codes" / "indicators.csv"
    listed = set(codelists.codes("indicators", build))
    with INDICATORS.open(encoding="utf-8", newline="") as file:
        new = {row["code"]: row for row in csv.DictReader(file)}
    wanted = [code for code in new if code in set(brought.rows.get("indicator", [])) - listed]
    if not wanted:
        return
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(new[wanted[0]]), lineterminator="\n")
        writer.writerows(new[code] for code in wanted)
    forget()


def _belonging(brought: Brought, source: Origin) -> Brought:
    """Return the rows with their source, the ids of their notes, and where they were read."""
    rows = brought.rows.copy()
    rows["source_id"] = rows["source_id"].where(rows["source_id"] != "", source.source_id)
    if brought.layout != "table":
        rows["note_id"] = [f"{source.source_id}_{n}" if n else "" for n in rows["note_id"]]
        read = f"{source.publisher}, {source.entries['url']}"
        rows["reference"] = [f"{place}, {read}" if place else read for place in rows["reference"]]
    return replace(brought, rows=rows)


def _merged(brought: Brought, source: Origin, wishes: Wishes, root: Path) -> Merged:
    """Return old and new rows together; refuse changed figures that nobody asked for."""
    old = brought_rows.existing(root / "tables", brought.table, source.source_id)
    result = brought_rows.merged(brought.table, old, brought.rows)
    if result.changes and not wishes.replace:
        said = Problem(CHANGES, {"count": len(result.changes), "option": "--replace"})
        told = [
            Problem(CHANGE, {"what": c.what, "old": c.old, "new": c.new}, c.row)
            for c in result.changes
        ]
        raise Refused(said, *told)
    declared, found = None, Found()
    if source.has_recipe:
        rules = described(source.source_id, root)["sex_rule"]
        declared = rules.get(brought.table, {"rule": "exact"})
    sexes.check(result.rows, brought.table, declared, found)
    found.stop()
    return result


def _write(build: Path, brought: Brought, source: Origin, result: Merged) -> None:
    """Write rows, provenance, news and descriptions into the folder that is being built."""
    table, source_id = brought.table, source.source_id
    part = build / "tables" / table / f"{source_id}.csv"
    part.unlink(missing_ok=True)  # a link to the real file, which must not be written through
    write(result.rows, table, source_id, build / "tables")
    if source.has_recipe:
        taken = result.rows.loc[result.rows.index > 0]
        kept = brought_rows.existing(build / BROUGHT, table, source_id)
        write(brought_rows.merged(table, kept, taken).rows, table, source_id, build / BROUGHT)
    path = build / "sources" / f"{source_id}.yml"
    text = provenance_file.text_of(source, brought, result.rows, build)
    path.write_text(text, encoding="utf-8", newline="\n")
    news = build / "CHANGELOG.md"
    told = with_news(news.read_text(encoding="utf-8"), source, brought, result)
    news.write_text(told, encoding="utf-8", newline="\n")
    package.describe(build)


def _verify(build: Path) -> None:
    """Load every table as the atlas does: columns, types, codes and checksums."""
    forget()
    try:
        for table in tables():
            loaders.load(table, build)
    except DataError as error:
        raise refuse(NOT_LOADED, detail=error.detail) from error
    finally:
        forget()


def _swap(build: Path, root: Path) -> None:
    """Put the changed files into the data folder, all or none."""
    made = [p for n in (*KEPT, "tables") for p in _files(build / n) if not p.is_symlink()]
    names_ = [*(p.relative_to(build) for p in sorted(made)), NOTICE]
    changed = {n: (build / n).read_bytes() for n in names_ if _content(build / n) is not None}
    changed = {n: new for n, new in changed.items() if new != _content(root / n)}
    try:
        placing.place(root, {name.as_posix(): new for name, new in changed.items()})
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
