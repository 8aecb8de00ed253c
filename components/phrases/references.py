"""Whose a figure is and where it was read, in words."""

from collections.abc import Iterable

import pandas as pd

from components.language import Language
from data.provenance import source


def verbatim(lang: Language, text: object) -> str:
    """Return words of a source as they stand, in any language; empty where there are none."""
    told = "" if text is None or pd.isna(text) else str(text)
    return lang.pick({"en": told, "ru": told}) if told else ""


def source_name(lang: Language, source_id: str) -> str:
    """Return the short name of a source."""
    return lang.pick(source(source_id).short)


def source_names(lang: Language, source_ids: Iterable[str]) -> str:
    """Name sources in a cell, each once, in the order given."""
    return "; ".join(source_name(lang, one) for one in dict.fromkeys(source_ids))
