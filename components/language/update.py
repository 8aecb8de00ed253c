"""Update the catalogues: ``python -m components.language.update``.

Extracts every message from the code, merges it into each catalogue, and keeps what is translated.
A language that is new in `LANGUAGES` gets a catalogue. English needs none: messages are English.
"""

import ast
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from components.language.catalogue import SOURCE, path_of, reviewers
from components.language.customs import LANGUAGES

ROOT = Path(__file__).parents[2]
PLACES = ("app.py", "components", "pages")
BRING = ROOT / "data" / "bring" / "locale"  # the commands on the data have a catalogue of their own
COMMANDS = ("data/bring", "data/refresh")
KEYWORDS = {"text": 1, "N_": 1, "plural": 2, "NP_": 2}  # with the number of forms
PARTICULAR = "particular"  # a context, then a message
MACHINE = "Machine translation, until a native speaker who has read it all signs the next line."
FIXED_DATE = datetime(2026, 1, 1, tzinfo=UTC)  # so that a file changes only with its messages


def template(places: Sequence[str] = PLACES) -> Catalog:
    """Return a catalogue of every message in the code of some files and folders.

    Messages are read from the syntax tree: Babel's own extraction skips calls inside f-strings.
    """
    catalogue = Catalog(project="Central Asia Migration Atlas", charset="utf-8")
    files = [
        f for p in places for f in ([ROOT / p] if p.endswith(".py") else (ROOT / p).rglob("*.py"))
    ]
    for file in sorted(files):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            where = [(file.relative_to(ROOT).as_posix(), 0)]
            if message := _message(node):
                catalogue.add(message, locations=where)
            elif particular := _particular(node):
                catalogue.add(particular[1], locations=where, context=particular[0])
    return catalogue


def _message(node: ast.AST) -> str | tuple[str, ...] | None:
    if not isinstance(node, ast.Call):
        return None
    forms = KEYWORDS.get(_called(node), 0)
    told = _texts(node, forms)
    if not told:
        return None
    return told[0] if forms == 1 else told


def _particular(node: ast.AST) -> tuple[str, ...]:
    """Return context and message of a call that gives both."""
    return _texts(node, 2) if isinstance(node, ast.Call) and _called(node) == PARTICULAR else ()


def _called(node: ast.Call) -> str:
    return str(getattr(node.func, "attr", getattr(node.func, "id", "")))


def _texts(node: ast.Call, count: int) -> tuple[str, ...]:
    """Return the first arguments of a call, if all of them are texts."""
    told = [str(a.value) for a in node.args[:count] if isinstance(a, ast.Constant)]
    return tuple(told) if len(told) == count else ()


def update(code: str, path: Path, places: Sequence[str] = PLACES) -> Catalog:
    """Return the catalogue of a language with new messages added and old ones dropped."""
    if path.is_file():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=code)
    else:
        catalogue = Catalog(locale=code, project="Central Asia Migration Atlas", charset="utf-8")
    catalogue.update(template(places), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.creation_date = catalogue.revision_date = FIXED_DATE
    catalogue.header_comment = _head(code, path)
    catalogue.fuzzy = False
    return catalogue


def _head(code: str, path: Path) -> str:
    """Return the comment of a catalogue, with those who have signed it."""
    told = f"# Central Asia Migration Atlas: {code}"
    if path != path_of(code) or not LANGUAGES[code].rest:
        return told
    return f"{told}\n# {MACHINE}\n# Reviewed by: {reviewers(code)}".rstrip()


def main() -> None:
    """Write every catalogue, sorted, without line numbers or dates."""
    wanted: list[tuple[str, Path, tuple[str, ...]]]
    wanted = [(code, path_of(code), PLACES) for code in LANGUAGES if code != SOURCE]
    wanted.append(("ru", BRING / "ru" / "LC_MESSAGES" / "bring.po", COMMANDS))
    for code, path, places in wanted:
        catalogue = update(code, path, places)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(
                file,
                catalogue,
                sort_output=True,
                omit_header=False,
                width=100,
                include_lineno=False,
                ignore_obsolete=True,
            )
        missing = [m.id for m in catalogue if m.id and not all(_strings(m.string))]
        print(f"{path.stem}, {code}: {len(catalogue)} messages, {len(missing)} not translated")


def _strings(value: object) -> list[str]:
    return list(value) if isinstance(value, (tuple, list)) else [str(value or "")]


if __name__ == "__main__":
    main()
