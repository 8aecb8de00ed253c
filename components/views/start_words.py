"""The first screen and the story of the start page as HTML."""

import html
from collections.abc import Sequence

from components.language import Language
from components.language.parts import marked
from components.views.start import KeyNumber
from components.views.story import Step

STORY = "story"  # what the link to the story leads to


def front_html(lang: Language) -> str:
    """Return the atlas' own sentence, and what it is in two lines."""
    title = lang.text("Who leaves Central Asia, who comes back, and what nobody has counted")
    lede = lang.text(
        "Migration in five countries, with voluntary return at its centre. Every number leads to "
        "its source; every gap says who could fill it."
    )
    return (
        f"<h1 class='atlas-headline'>{html.escape(title)}</h1>"
        f"<p class='atlas-lede'>{html.escape(lede)}</p>"
    )


def map_head(lang: Language) -> str:
    """Return the heading of the map, for those who hear the page."""
    said = html.escape(lang.text("Who moves, or has moved, between which countries?"))
    return f"<h2 class='atlas-heard'>{said}</h2>"


def way_html(lang: Language) -> str:
    """Return the link to the story."""
    said = html.escape(lang.text("The story in six steps"))
    return f"<p class='atlas-way'><a href='#{STORY}'>{said} ↓</a></p>"


def numbers_html(numbers: Sequence[KeyNumber], lang: Language) -> str:
    """Return the numbers, side by side where there is room."""
    parts = [
        f"<div class='atlas-number'><p><b>{html.escape(n.value)}</b> {html.escape(n.label)}</p>"
        f"<p class='from'>{marked(n.source, lang.data_code)}</p></div>"
        for n in numbers
    ]
    return f"<div class='atlas-numbers'>{''.join(parts)}</div>"


def story_head(lang: Language) -> str:
    """Return the heading of the story."""
    said = html.escape(lang.text("The story in six steps"))
    return f"<h2 class='atlas-section' id='{STORY}'>{said}</h2>"


def step_html(step: Step, number: int, lang: Language) -> str:
    """Return one step of the story, without its link."""
    source, note = (marked(one, lang.data_code) for one in (f"{step.source}.", step.note))
    return (
        f"<section class='atlas-step'><h3><span>{number}</span> {html.escape(step.head)}</h3>"
        f"{step.picture}<p><b>{html.escape(step.value)}</b> {html.escape(step.words)}</p>"
        f"<p class='from'>{source}{' ' if note else ''}{note}</p></section>"
    )
