"""Taking a new edition: fetched, made by the recipe, checked, and only then put in place."""

import shutil
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd

from data.bring import checks, sexes, staging
from data.bring.news import inserted
from data.bring.problems import N_, Found, Problem, Refused, refuse
from data.curation import package, run
from data.curation.brought_rows import BROUGHT, existing
from data.curation.raw import CorrectionError, RawFileError, provenance
from data.refresh import changes, faults, provenance_text
from data.refresh.changes import TableChange
from data.refresh.kept import digest
from data.refresh.publisher import Edition, Publisher, RawFiles
from data.refresh.web import Web

RAW = "raw"  # folder of the raw files of refreshed sources, within that of the answers
SAME, NEWER, UNKNOWN, TAKEN = "same", "newer", "unknown", "taken"

STRANGE = N_("The recipe of {source} stops, for it does not know “{detail}”.")
STOPPED = N_("The recipe of {source} stops: {detail}.")
NO_TABLE = N_("The recipe of {source} makes no rows for the table {table} any more.")
AGAIN = N_(
    "Read data/sources/{source}.yml again: its caveats and what it leaves out were written for the "
    "former edition."
)


@dataclass(frozen=True)
class Wishes:
    """What a person asks for.

    Attributes
    ----------
    cache : Path
        Folder of answers and of the raw files of refreshed sources.
    raw : Path or None
        Folder with the raw files that the atlas was made from.
    check : bool
        Only say what is new.
    anyway : bool
        Fetch an edition although its mark is the one that we have.
    accept_shrinking : bool
        Take a list although many of its rows are gone.
    write : bool
        Write the line into the changelog of the data.
    keep : tuple of str
        Raw files that stay as in the former edition.
    """

    cache: Path
    raw: Path | None = None
    check: bool = False
    anyway: bool = False
    accept_shrinking: bool = False
    write: bool = False
    keep: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What became of one source.

    Attributes
    ----------
    source_id, state : str
        The source; and `SAME`, `NEWER`, `UNKNOWN` (only fetching shows) or `TAKEN`.
    edition : Edition
        What the publisher has.
    had : str
        Mark of the edition that the atlas had, or what its provenance file says instead.
    changes : tuple of TableChange
        What changed, table by table.
    remarks : tuple of Problem
        What else there is to know.
    line : str
        Line for the changelog of the data.
    """

    source_id: str
    state: str
    edition: Edition
    had: str
    changes: tuple[TableChange, ...] = ()
    remarks: tuple[Problem, ...] = ()
    line: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


def refresh(publisher: Publisher, web: Web, wishes: Wishes, root: Path) -> Outcome:
    """Ask for a source's newest edition and take it, or refuse it and change nothing.

    Raises
    ------
    Refused
        With all that is wrong. The data folder is as it was.
    """
    source_id = publisher.source_id
    described = provenance(source_id, root)
    mark = str(described.get("edition", {}).get("mark", ""))
    had = mark or f"{described['version']} ({described['read']})"
    edition = _guarded(publisher, lambda: publisher.newest(web))
    if mark == edition.mark and edition.sure and not wishes.anyway:
        return Outcome(source_id, SAME, edition, had)
    if wishes.check:
        state = NEWER if mark and mark != edition.mark else UNKNOWN
        return Outcome(source_id, state, edition, had)
    with tempfile.TemporaryDirectory() as folder:
        raw = _raw_files(described, Path(folder) / RAW, mark, wishes, root)
        raw.keep_by_hand(publisher.by_hand)
        apart = web.within(f"{source_id} {edition.mark}", wishes.anyway)
        _guarded(publisher, lambda: publisher.fetch(apart, edition, raw))
        edition = noted(edition, raw.kept)
        sums = {name: digest(raw.folder / path) for name, path in raw.listed.items()}
        if sums == dict(raw.sums):
            return Outcome(source_id, SAME, edition, had, remarks=tuple(raw.remarks))
        build = Path(folder) / "data"
        with staging.held(root):
            outcome = _built(publisher, edition, raw, sums, build, wishes, root, had)
        _keep_raw(raw, wishes.cache / RAW)
    return outcome


def noted(edition: Edition, kept: Collection[str]) -> Edition:
    """Return the edition as it is noted: one of which files are lacking is another one."""
    if not kept:
        return edition
    return replace(edition, mark=f"{edition.mark}, without {', '.join(sorted(kept))}")


def _guarded(publisher: Publisher, asked: Any) -> Any:
    """Say of an answer of another shape than ever seen that it is one."""
    try:
        return asked()
    except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
        what, detail = publisher.source_id, f"{type(error).__name__}: {error}"[:200]
        raise refuse(faults.UNEXPECTED, what=what, detail=detail) from error


def _raw_files(
    described: Mapping[str, Any], folder: Path, mark: str, wishes: Wishes, root: Path
) -> RawFiles:
    listed = {Path(item["file"]).name: item["file"] for item in described["raw"]}
    sums = {Path(item["file"]).name: item["sha256"] for item in described["raw"]}
    had = [path for path in (wishes.cache / RAW, wishes.raw) if path is not None]
    return RawFiles(folder, listed, sums, had, mark, root, frozenset(wishes.keep) & set(listed))


def _built(
    publisher: Publisher,
    edition: Edition,
    raw: RawFiles,
    sums: Mapping[str, str],
    build: Path,
    wishes: Wishes,
    root: Path,
    had: str,
) -> Outcome:
    """Make the data package in a folder of its own, and put all of it in place."""
    source_id = publisher.source_id
    staging.copy(root, build)
    found = _remade(publisher, edition, raw, sums, build, wishes)
    line = changes.line(source_id, edition.mark, found)
    if wishes.write:
        news = build / "CHANGELOG.md"
        text = inserted(news.read_text(encoding="utf-8"), [line])
        news.write_text(text, encoding="utf-8", newline="\n")
    package.describe(build)
    staging.verify(build)
    staging.swap(build, root)
    remarks = (*raw.remarks, Problem(AGAIN, {"source": source_id}))
    return Outcome(source_id, TAKEN, edition, had, found, remarks, line, dict(sums))


def _remade(
    publisher: Publisher,
    edition: Edition,
    raw: RawFiles,
    sums: Mapping[str, str],
    build: Path,
    wishes: Wishes,
) -> tuple[TableChange, ...]:
    """Write provenance and rows anew; refuse rows that break a rule or are too few.

    The provenance is written twice: its checksums are needed before the recipe runs, and what the
    rows hold is known afterwards.
    """
    source_id = publisher.source_id
    before = {p.parent.name: _rows(p) for p in sorted(build.glob(f"tables/*/{source_id}.csv"))}
    for table in before:
        (build / "tables" / table / f"{source_id}.csv").unlink()  # a link to the real file
    described = build / "sources" / f"{source_id}.yml"
    former = described.read_text(encoding="utf-8")
    known = provenance_text.Found({raw.sums[name]: sums[name] for name in raw.listed})
    known = replace(known, was_compared=run.compared(source_id, build))

    def made(known: provenance_text.Found) -> dict[str, pd.DataFrame]:
        text = provenance_text.text_of(former, edition, publisher, known)
        described.write_text(text, encoding="utf-8", newline="\n")
        staging.forget()
        return _made(source_id, raw.folder, build)

    after = made(known)
    _check(source_id, before, after, build)
    found = tuple(changes.compare(table, before[table], after[table]) for table in before)
    _refuse_shrinking(found, wishes)
    after = made(replace(known, **_counted(after, found)))
    return tuple(changes.compare(table, before[table], after[table]) for table in before)


def _counted(after: Mapping[str, pd.DataFrame], found: Sequence[TableChange]) -> dict[str, Any]:
    """Return first and last year of the rows, and how many say what was said before."""
    years = sorted({year for rows in after.values() for year in rows.get("year", ()) if year})
    total = sum(len(rows) for rows in after.values())
    other = sum(change.new + change.changed for change in found)
    return {"years": (years[0], years[-1]), "same": total - other, "total": total}


def _made(source_id: str, raw: Path, build: Path) -> dict[str, pd.DataFrame]:
    """Run the recipe and return its rows as they were written, by table."""
    try:
        paths = run.curate(source_id, raw, build / "tables", build / BROUGHT, build)
    except KeyError as error:
        detail = str(error.args[0]) if error.args else ""
        raise refuse(STRANGE, source=source_id, detail=detail[:200]) from error
    except (RawFileError, CorrectionError, ValueError, TypeError, AttributeError) as error:
        raise refuse(STOPPED, source=source_id, detail=str(error)[:300]) from error
    return {path.parent.name: _rows(path) for path in paths}


def _rows(path: Path) -> pd.DataFrame:
    return existing(path.parents[1], path.parent.name, path.stem)


def _check(
    source_id: str, before: Mapping[str, Any], after: Mapping[str, pd.DataFrame], build: Path
) -> None:
    """Refuse rows that break a rule of the data package."""
    described = provenance(source_id, build)
    notes = {item["id"] for item in described["caveats"]}
    found = Found()
    for table in before:
        if table not in after or after[table].empty:
            found.add(NO_TABLE, source=source_id, table=table)
    found.stop()
    for table, rows in after.items():
        numbered = rows.set_axis(range(2, len(rows) + 2))
        checks.check(table, numbered, source_id, notes, build)
        sexes.check(numbered, table, described["sex_rule"].get(table, {"rule": "exact"}), found)
    found.stop()


def _refuse_shrinking(found: tuple[TableChange, ...], wishes: Wishes) -> None:
    shrunk = [change for change in found if change.is_shrinking]
    if shrunk and not wishes.accept_shrinking:
        raise Refused(
            *(
                Problem(
                    changes.SHRUNK,
                    {
                        "table": change.table,
                        "gone": change.gone,
                        "before": change.before,
                        "option": "--accept-shrinking",
                    },
                )
                for change in shrunk
            )
        )


def _keep_raw(raw: RawFiles, kept: Path) -> None:
    """Keep the raw files of the edition: recipes read them when they run again."""
    for path in raw.listed.values():
        target = kept / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(raw.folder / path, target)
