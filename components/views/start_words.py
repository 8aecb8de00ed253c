"""The words of the start page: key numbers as HTML, and the questions that lead on."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from components.language import Language
from components.views.start import KeyNumber


@dataclass(frozen=True)
class Question:
    """A question that the corridor map answers.

    Attributes
    ----------
    text : str
        The question.
    query : dict of str to str
        Choices that open the map at the answer.
    """

    text: str
    query: dict[str, str]


def questions(lang: Language) -> tuple[Question, ...]:
    """Return the three questions of the start page."""
    return (
        Question(
            lang.text("Where do people born in Tajikistan live?"),
            {"countries": "TJK", "place": "TJK"},
        ),
        Question(
            lang.text("Do as many come from Russia to Kazakhstan as go the other way?"),
            {"measure": "flow", "direction": "both", "countries": "KAZ", "corridor": "KAZ-RUS"},
        ),
        Question(
            lang.text("Who returned to the region from Europe after an order to leave?"),
            {"measure": "eu_ordered"},
        ),
    )


def numbers_html(numbers: Sequence[KeyNumber]) -> str:
    """Return the key numbers as HTML."""
    parts = [
        f"<div class='atlas-number'><b>{html.escape(n.value)}</b>"
        f"<span class='what'>{html.escape(n.label)}</span>"
        f"<span class='of'>{html.escape(n.share)}</span>"
        f"<span class='from'>{html.escape(n.source)}</span></div>"
        for n in numbers
    ]
    return f"<div class='atlas-numbers'>{''.join(parts)}</div>"
