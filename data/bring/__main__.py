"""The command ``python -m data.bring FILE --layout … --source …``: docs/bringing-data.md."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from data.bring.adding import Outcome, bring
from data.bring.brought import Wishes
from data.bring.layouts import LAYOUTS
from data.bring.origin import ENTRIES
from data.bring.problems import N_, Problem, Refused
from data.bring.template import write_template
from data.bring.totals import DOUBTS
from data.bring.words import chosen, sentence, translations
from data.paths import DATA

MOST_TOLD = 30

NO_FILE_NAMED = N_("Say which file to bring, or {option} to write an empty one.")
NO_LAYOUT_NAMED = N_("Say which layout the file has: {option} with one of {names}.")
BAD_PAIR = N_("“{text}” is not written as CODE=meaning.")
NOTHING_CHANGED = N_("The file is not taken; nothing was changed.")
AND_MORE = N_("Further problems: {count}.")
BROUGHT_BEFORE = N_("This very file was brought before, for the source {source}; nothing to do.")
NOTHING_NEW = N_("All rows are there already with the same figures ({count}); nothing to do.")
WOULD = N_("The file is good. It would be taken for the source {source}, table {table}.")
WOULD_DOUBT = N_(
    "The file would be taken for the source {source}, table {table}. First look at what does not "
    "add up."
)
TAKEN_DOUBT = N_(
    "The file is taken for the source {source}, table {table}. Look at what does not add up."
)
TAKEN = N_("The file is taken for the source {source}, table {table}.")
COUNTS = N_("New rows: {added}. The same as before: {same}. Changed: {changed}.")
CHANGED = N_("{what}: {old} → {new}")
TEMPLATE_WRITTEN = N_("Written: {path}. Fill it in and bring it.")
NEXT = N_("Look at the difference with “git diff data” and start the atlas anew.")


def parser() -> argparse.ArgumentParser:
    """Return the reader of the command line."""
    reader = argparse.ArgumentParser(prog="python -m data.bring", description=__doc__)
    reader.add_argument("file", nargs="?", type=Path, help="CSV, TSV or XLSX")
    reader.add_argument("--layout", choices=LAYOUTS)
    reader.add_argument("--source", default="", help="id of the source that the rows belong to")
    reader.add_argument("--replace", action="store_true", help="change figures that differ")
    reader.add_argument("--check", action="store_true", help="only look, change nothing")
    reader.add_argument("--template", type=Path, help="write an empty file, .xlsx or .csv")
    reader.add_argument("--lang", help="en or ru; otherwise that of the environment")
    reader.add_argument(
        "--means",
        action="append",
        default=[],
        metavar="CODE=MEANING",
        help="Eurostat: what a code of the type means; repeatable",
    )
    reader.add_argument("--data", type=Path, default=DATA, help=argparse.SUPPRESS)
    described = reader.add_argument_group("what a source is")
    for name in ENTRIES:
        described.add_argument(f"--{name.replace('_', '-')}", default="", metavar="TEXT")
    return reader


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when all is well, 1 when the file is refused."""
    told = parser().parse_args(arguments)
    catalogue = translations(chosen(told.lang, os.environ))
    try:
        lines = _template(told) if told.template else _told(_brought(told))
    except Refused as refused:
        shown = refused.problems[:MOST_TOLD]
        more = len(refused.problems) - len(shown)
        lines = [*shown, *([Problem(AND_MORE, {"count": more})] if more else [])]
        for line in [*lines, Problem(NOTHING_CHANGED)]:
            print(sentence(line, catalogue), file=sys.stderr)
        return 1
    for line in lines:
        print(sentence(line, catalogue))
    return 0


def _template(told: argparse.Namespace) -> list[Problem]:
    write_template(told.layout or told.template.stem, told.template)
    return [Problem(TEMPLATE_WRITTEN, {"path": told.template.name})]


def _brought(told: argparse.Namespace) -> Outcome:
    if told.file is None:
        raise Refused(Problem(NO_FILE_NAMED, {"option": "--template FILE"}))
    if told.layout is None:
        names = ", ".join(LAYOUTS)
        raise Refused(Problem(NO_LAYOUT_NAMED, {"option": "--layout", "names": names}))
    pairs = [pair.partition("=") for pair in told.means]
    for code, sign, meaning in pairs:
        if not (code and meaning):
            raise Refused(Problem(BAD_PAIR, {"text": f"{code}{sign}{meaning}"}))
    wishes = Wishes(
        layout=told.layout,
        source_id=told.source,
        entries={name: getattr(told, name) for name in ENTRIES},
        meanings={code: meaning for code, _, meaning in pairs},
        replace=told.replace,
        check=told.check,
    )
    return bring(told.file, wishes, told.data.resolve())


def _verdict(outcome: Outcome) -> str:
    if any(remark.message in DOUBTS for remark in outcome.remarks):
        return TAKEN_DOUBT if outcome.written else WOULD_DOUBT
    return TAKEN if outcome.written else WOULD


def _told(outcome: Outcome) -> list[Problem]:
    """Return what to say of a file that is taken."""
    said = {"source": outcome.source_id, "table": outcome.table}
    if not outcome.table:
        return [Problem(BROUGHT_BEFORE, said)]
    if not outcome.added and not outcome.changes:
        return [*outcome.remarks, Problem(NOTHING_NEW, {"count": outcome.same})]
    changed = len(outcome.changes)
    counts = {"added": outcome.added, "same": outcome.same, "changed": changed}
    return [
        *outcome.remarks,
        Problem(_verdict(outcome), said),
        Problem(COUNTS, counts),
        *(
            Problem(CHANGED, {"what": c.what, "old": c.old, "new": c.new}, c.row)
            for c in outcome.changes[:MOST_TOLD]
        ),
        *([Problem(NEXT)] if outcome.written else []),
    ]


if __name__ == "__main__":
    sys.exit(main())
