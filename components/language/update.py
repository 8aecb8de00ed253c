"""Update the catalogues: ``python -m components.language.update``.

Extracts every message from the code, merges it into each catalogue, and keeps what is translated.
English messages are their own translation except for plurals.
"""

import ast
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from components.language.language import LANGUAGES, LOCALE

ROOT = Path(__file__).parents[2]
PLACES = ("app.py", "components", "pages")
BRING = ROOT / "data" / "bring" / "locale"  # the command has a catalogue of its own
KEYWORDS = {"text": 1, "N_": 1, "plural": 2, "NP_": 2}  # with the number of forms
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
            message = _message(node)
            if message:
                catalogue.add(message, locations=[(file.relative_to(ROOT).as_posix(), 0)])
    return catalogue


def _message(node: ast.AST) -> str | tuple[str, ...] | None:
    if not isinstance(node, ast.Call):
        return None
    forms = KEYWORDS.get(getattr(node.func, "attr", getattr(node.func, "id", "")), 0)
    told = [a.value for a in node.args[:forms] if isinstance(a, ast.Constant)]
    if not forms or len(told) != forms:
        return None
    return str(told[0]) if forms == 1 else tuple(str(t) for t in told)


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
    catalogue.header_comment = f"# Central Asia Migration Atlas: {code}"
    catalogue.fuzzy = False
    if code == "en":
        _english(catalogue)
    return catalogue


def _english(catalogue: Catalog) -> None:
    for message in catalogue:
        if message.id:
            message.string = message.id


def main() -> None:
    """Write every catalogue, sorted, without line numbers or dates."""
    wanted: list[tuple[str, Path, tuple[str, ...]]]
    wanted = [(code, LOCALE / code / "LC_MESSAGES" / "atlas.po", PLACES) for code in LANGUAGES]
    wanted.append(("ru", BRING / "ru" / "LC_MESSAGES" / "bring.po", ("data/bring",)))
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
