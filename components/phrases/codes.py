"""The codes behind names that a table says: of places and of sources, for files."""

from collections.abc import Callable
from functools import cache

from components.language import Language
from components.phrases.places import EVERYONE, nationality
from components.phrases.references import SEPARATOR, source_name
from components.view import Kind
from data.codelists import codes

# Code list of each kind of column that has one, and what writes its names.
LISTS: dict[Kind, tuple[str, Callable[[Language, str], str]]] = {
    "place": ("countries", Language.place),
    "source": ("sources", source_name),
}


def code_of(lang: Language, kind: Kind, cell: str) -> str:
    """Return the code of what a cell names, or the codes; empty for what has none."""
    known = _by_name(lang, kind)
    if cell in known:
        return known[cell]
    parts = [known.get(part, "") for part in cell.split(SEPARATOR)]
    return SEPARATOR.join(parts) if len(parts) > 1 and all(parts) else ""


@cache
def _by_name(lang: Language, kind: Kind) -> dict[str, str]:
    """Return the code of each name; no two places, and no two sources, share one."""
    list_name, write = LISTS[kind]
    named = {write(lang, code): code for code in codes(list_name)}
    return named | ({nationality(lang, EVERYONE): EVERYONE} if kind == "place" else {})
