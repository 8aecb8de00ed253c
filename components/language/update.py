"""Update the catalogues: ``python -m components.language.update``.

Extracts every message from the code, merges it into each catalogue, and keeps what is translated.
English messages are their own translation except for plurals.
"""

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from components.language.language import LANGUAGES, LOCALE

ROOT = Path(__file__).parents[2]
KEYWORDS = {"text": None, "plural": (1, 2), "N_": None, "NP_": (1, 2)}
FIXED_DATE = datetime(2026, 1, 1, tzinfo=UTC)  # so that a file changes only with its messages


def template() -> Catalog:
    """Return a catalogue of every message in the code."""
    catalogue = Catalog(project="Central Asia Migration Atlas", charset="utf-8")
    for folder in ("components", "pages"):
        for name, _, message, _, _ in extract_from_dir(
            str(ROOT / folder), method_map=[("**.py", "python")], keywords=KEYWORDS
        ):
            catalogue.add(message, locations=[(f"{folder}/{name}", 0)])
    return catalogue


def update(code: str) -> Catalog:
    """Return the catalogue of a language with new messages added and old ones dropped."""
    path = LOCALE / code / "LC_MESSAGES" / "atlas.po"
    if path.is_file():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=code)
    else:
        catalogue = Catalog(locale=code, project="Central Asia Migration Atlas", charset="utf-8")
    catalogue.update(template(), no_fuzzy_matching=True)
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
    for code in LANGUAGES:
        catalogue = update(code)
        path = LOCALE / code / "LC_MESSAGES" / "atlas.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, catalogue, sort_output=True, omit_header=False, width=100,
                     include_lineno=False, ignore_obsolete=True)  # fmt: skip
        missing = [m.id for m in catalogue if m.id and not all(_strings(m.string))]
        print(f"{code}: {len(catalogue)} messages, {len(missing)} not translated")


def _strings(value: object) -> list[str]:
    return list(value) if isinstance(value, (tuple, list)) else [str(value or "")]


if __name__ == "__main__":
    main()
