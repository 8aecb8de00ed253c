"""What is new in the data, from ``data/CHANGELOG.md``, as safe HTML."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from components.language import Language
from components.views.sources.folded import folded
from data.files import text
from data.paths import DATA

FILE = DATA / "CHANGELOG.md"
LANGUAGE = "en"  # in which it is written
CODE, BOLD = re.compile(r"`([^`]+)`"), re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True)
class Edition:
    """What changed in one edition of the data.

    Attributes
    ----------
    name : str
        Its version, and what it is called.
    words : tuple of str
        Sentences before the list.
    changes : tuple of str
        The changes, as they stand in the file.
    """

    name: str
    words: tuple[str, ...]
    changes: tuple[str, ...]


def editions() -> tuple[Edition, ...]:
    """Return the editions, the newest first."""
    return tuple(one for one in _editions(text(FILE).splitlines()) if one.words or one.changes)


def _editions(lines: list[str]) -> Iterator[Edition]:
    version, name = "", ""
    words: list[str] = []
    changes: list[str] = []
    for line in [*lines, "## "]:
        if line.startswith("#"):
            if version:
                yield Edition(
                    " · ".join(filter(None, (version, name))), tuple(words), tuple(changes)
                )
            words, changes = [], []
            if line.startswith("## "):
                version, name = line[3:].strip(), ""
            elif line.startswith("### "):
                name = line[4:].strip()
        elif line.startswith("- "):
            changes.append(line[2:].strip())
        elif line.strip():
            words.append(line.strip())


def news_html(lang: Language) -> str:
    """Return the changes, edition by edition; that they are told in English where it is another."""
    parts = []
    for one in editions():
        words = "".join(f"<p>{_marks(each)}</p>" for each in one.words)
        items = "".join(f"<li>{_marks(each)}</li>" for each in one.changes)
        inside = f"<div lang='{LANGUAGE}'>{words}<ul>{items}</ul></div>"
        parts.append(folded(lang, one.name, len(one.changes), inside))
    told = lang.text("What is new in the data, edition by edition.")
    if lang.data_code != LANGUAGE:
        told = f"{told} {lang.text('It is kept in English.')}"
    head = f"<p class='atlas-deck'>{html.escape(told)}</p>"
    return f"{head}<div class='atlas-folds'>{''.join(parts)}</div>"


def _marks(words: str) -> str:
    """Return words of Markdown as HTML: code and what is printed bold, nothing else."""
    safe = html.escape(words, quote=False)
    return BOLD.sub(r"<strong>\1</strong>", CODE.sub(r"<code>\1</code>", safe))
