"""The command ``python -m data.refresh [SOURCE …] --check``: docs/refreshing.md."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from data.bring import placing
from data.bring.problems import N_, Problem, Refused
from data.bring.words import chosen, sentence, translations
from data.curation.raw import provenance
from data.paths import DATA
from data.refresh import changes, faults, taking
from data.refresh.publishers.every import PUBLISHERS
from data.refresh.taking import NEWER, SAME, TAKEN, UNKNOWN, Outcome, Wishes
from data.refresh.web import Patience, Web

CACHE = DATA.parent / "build" / "refresh"
MOST_TOLD = 30
WELL, REFUSED, USAGE, SOMETHING_NEW = 0, 1, 2, 3

HEADING = N_("{source}: the publisher has “{mark}”, the atlas has “{had}”.")
STATES = {
    SAME: N_("Nothing new."),
    NEWER: N_("There is a newer edition."),
    UNKNOWN: N_("Whether anything is new, only fetching shows."),
    TAKEN: N_("Taken. Look at the difference with “git diff data”."),
}
NOT_TAKEN = N_("{source}: not taken; the data are as they were.")
KEEP = N_("If only one file is concerned, {option} FILE leaves it as it was ({names}).")
ONE_FILE = {faults.LAYOUT, faults.UNEXPECTED, faults.NOTHING, faults.UNKNOWN_CODE, faults.HALF_SUM}
IN_ROWS = N_("(Other rows with the same problem: {count}.)")
AND_MORE = N_("Further problems: {count}.")
LINES = N_("For data/CHANGELOG.md ({option} writes it):")
WRITTEN = N_("Written into data/CHANGELOG.md:")
RAW_FILES = N_("Raw files of the new editions: {path}.")
UNFINISHED = N_(
    "A former run was stopped while it changed the data; what it had begun is finished or undone."
)
NO_SUCH = N_("There is no way to refresh {names}. There is one for: {known}.")


def parser() -> argparse.ArgumentParser:
    """Return the reader of the command line."""
    reader = argparse.ArgumentParser(prog="python -m data.refresh", description=__doc__)
    add = reader.add_argument
    add("sources", nargs="*", help="source ids; all when none is named")
    add("--check", action="store_true", help="only say what is new (status 3 if anything may be)")
    add("--raw", type=Path, help="folder of the raw source folders, for files that no one serves")
    add("--cache", type=Path, default=CACHE, help="folder of answers and new raw files")
    add("--given", type=Path, help="folder of files that you have saved with a browser")
    add("--anyway", action="store_true", help="fetch although the edition is the one we have")
    add("--accept-shrinking", action="store_true", help="take lists that lost many rows")
    add("--keep", action="append", default=[], metavar="FILE", help="raw file to leave as it is")
    add("--write", action="store_true", help="write the lines into data/CHANGELOG.md")
    add("--json", type=Path, metavar="FILE", help="write the report as JSON too")
    add("--attempts", type=int, default=5, help="how often a question is asked (5)")
    add("--pause", type=float, default=0.5, help="seconds between two questions to a publisher")
    add("--lang", help="en or ru; otherwise that of the environment")
    add("--data", type=Path, default=DATA, help=argparse.SUPPRESS)
    add("--at", default="", help=argparse.SUPPRESS)
    return reader


def main(arguments: Sequence[str] | None = None, patience: Patience | None = None) -> int:
    """Run the command.

    Returns
    -------
    int
        0 when all is well, 1 when a source was refused, 2 for a command that is not understood,
        3 when ``--check`` finds that something is new or may be.
    """
    told = parser().parse_args(arguments)
    words = translations(chosen(told.lang, os.environ))
    unknown = [name for name in told.sources if name not in PUBLISHERS]
    if unknown:
        values = {"names": ", ".join(unknown), "known": ", ".join(PUBLISHERS)}
        print(sentence(Problem(NO_SUCH, values), words), file=sys.stderr)
        return USAGE
    root = told.data.resolve()
    if placing.settled(root):
        print(sentence(Problem(UNFINISHED), words))
    patience = patience or Patience(attempts=max(told.attempts, 1), pause=told.pause)
    web = Web(told.cache, patience, at=told.at, given=told.given)
    wishes = Wishes(
        told.cache,
        told.raw,
        told.check,
        told.anyway,
        told.accept_shrinking,
        told.write,
        tuple(told.keep),
    )
    outcomes: list[Outcome] = []
    refused: dict[str, list[str]] = {}
    for source_id in told.sources or PUBLISHERS:
        try:
            outcomes.append(taking.refresh(PUBLISHERS[source_id], web, wishes, root))
            _tell(outcomes[-1], words)
        except Refused as problem:
            refused[source_id] = _tell_refused(source_id, problem, root, words)
    _tell_lines(outcomes, told, words)
    if told.json:
        told.json.parent.mkdir(parents=True, exist_ok=True)
        told.json.write_text(_json(outcomes, refused), encoding="utf-8", newline="\n")
    if refused:
        return REFUSED
    may_be_new = any(one.state in {NEWER, UNKNOWN} for one in outcomes)
    return SOMETHING_NEW if told.check and may_be_new else WELL


def _tell(outcome: Outcome, words: NullTranslations) -> None:
    said = {"source": outcome.source_id, "mark": outcome.edition.mark, "had": outcome.had}
    lines = [Problem(HEADING, said), Problem(STATES[outcome.state]), *outcome.remarks]
    for change in outcome.changes:
        lines += changes.told(change)
    first, *rest = [sentence(line, words) for line in lines]
    print("\n".join([first, *(f"  {line}" for line in rest)]), flush=True)


def _raw_names(source_id: str, root: Path) -> list[str]:
    """Return the names of the raw files of a source."""
    return [Path(item["file"]).name for item in provenance(source_id, root)["raw"]]


def _tell_refused(
    source_id: str, refused: Refused, root: Path, words: NullTranslations
) -> list[str]:
    """Say what is wrong, what is wrong in many rows once; return all of it for the report."""
    same: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in refused.problems:
        same.setdefault((problem.message, str(problem.values), problem.column), []).append(problem)
    lines = []
    for first, *more in same.values():
        lines.append(sentence(first, words))
        if more:
            lines[-1] += " " + sentence(Problem(IN_ROWS, {"count": len(more)}), words)
    shown = lines[:MOST_TOLD]
    if len(lines) > len(shown):
        shown.append(sentence(Problem(AND_MORE, {"count": len(lines) - MOST_TOLD}), words))
    files = _raw_names(source_id, root)
    if len(files) > 1 and refused.problems[0].message in ONE_FILE:
        said = {"option": "--keep", "names": ", ".join(files)}
        shown.append(sentence(Problem(KEEP, said), words))
    print(sentence(Problem(NOT_TAKEN, {"source": source_id}), words), file=sys.stderr)
    print("\n".join(f"  {line}" for line in shown), file=sys.stderr, flush=True)
    return [sentence(problem, words) for problem in refused.problems]


def _tell_lines(outcomes: list[Outcome], told: argparse.Namespace, words: NullTranslations) -> None:
    lines = [one.line for one in outcomes if one.line]
    if lines:
        heading = Problem(WRITTEN) if told.write else Problem(LINES, {"option": "--write"})
        print("\n".join([sentence(heading, words), *lines]))
        path = told.cache / taking.RAW
        print(sentence(Problem(RAW_FILES, {"path": path}), words))


def _json(outcomes: list[Outcome], refused: dict[str, list[str]]) -> str:
    """Return the report for programs."""
    report: dict[str, Any] = {
        one.source_id: {
            "state": one.state,
            "edition": {"mark": one.edition.mark, "day": one.edition.day},
            "had": one.had,
            "changes": [change.as_data() for change in one.changes],
            "remarks": [r.message.format(**r.values) for r in one.remarks],
            "files": dict(one.files),
            "line": one.line,
        }
        for one in outcomes
    }
    report |= {source: {"state": "refused", "problems": said} for source, said in refused.items()}
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.exit(main())
