"""Whose a figure is and where it was read, in words."""

from collections.abc import Iterable

from components.language import Language
from components.language.names import is_empty
from data.provenance import source

SEPARATOR = "; "


def read_in(lang: Language, reference: object) -> str:
    """Write where a row was read, as its source names it; empty where that is not said."""
    return "" if is_empty(reference) else lang.verbatim(str(reference))


def source_name(lang: Language, source_id: str) -> str:
    """Return the short name of a source."""
    return lang.pick(source(source_id).short)


def source_names(lang: Language, source_ids: Iterable[str]) -> str:
    """Name sources in a cell, each once, in the order given."""
    return SEPARATOR.join(source_name(lang, one) for one in dict.fromkeys(source_ids))
