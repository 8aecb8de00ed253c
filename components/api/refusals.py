"""Refused questions in words (until `components.explore.refusals` is there)."""

from components.language import Language
from data.explore.refusal import Refused


def said(refused: Refused, lang: Language) -> str:
    """Say why a question is refused."""
    return lang.verbatim(str(refused))
