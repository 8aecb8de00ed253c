"""Adding a file to the data package: built and checked beside it, then put in its place.

All that changes is made in a temporary folder first: code lists, provenance, rows, and the
generated descriptions. Only when the loaders have read every table of the result are the changed
files put into the data folder, each in one step; if one cannot be, all are put back.
"""

import csv
import hashlib
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from data import codelists
from data.bring import origin, provenance_file, sexes, staging
from data.bring.brought import Brought, Wishes
from data.bring.checks import check
from data.bring.elsewhere import elsewhere
from data.bring.layouts import LAYOUTS, knows, shape
from data.bring.news import with_news
from data.bring.origin import Origin
from data.bring.problems import N_, Found, Problem, Refused
from data.bring.reading import Grid, grid, read_bytes
from data.curation import brought_rows, package
from data.curation.brought_rows import BROUGHT, Change, Merged
from data.curation.raw import provenance as described
from data.curation.tidy import write
from data.paths import DATA

INDICATORS = Path(__file__).with_name("indicators.csv")
CHANGES = N_(
    "Figures that differ from those that the atlas has from this source: {count}. "
    "Nothing is changed unless you say {option}."
)
CHANGE = N_("{what}: {old} becomes {new}.")


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
    with staging.held(root):
        return _brought(content, path, wishes, root)


def _brought(content: bytes, path: Path, wishes: Wishes, root: Path) -> Outcome:
    digest = hashlib.sha256(content).hexdigest()
    before = origin.is_read(digest, root)
    if before:
        return Outcome(before)
    brought, cells = read(content, path.name, wishes, root)
    source = origin.origin(brought, wishes, cells.source, path, digest, root)
    with tempfile.TemporaryDirectory() as folder:
        build = Path(folder) / "data"
        staging.copy(root, build)
        _add_indicators(brought, build)
        brought = _belonging(brought, source)
        notes = {f"{source.source_id}_{ending}" for ending in brought.notes}
        check(brought.table, brought.rows, source.source_id, notes, build)
        result = _merged(brought, source, wishes, root)
        if result.added or result.changes:
            _write(build, brought, source, result)
            staging.verify(build)
            if not wishes.check:
                staging.swap(build, root)
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
    staging.forget()


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
