"""The words of stories: how long they are, and their steps as HTML."""

import html
from collections.abc import Sequence

from components.language import Language
from components.stories.model import Story


def length(story: Story, lang: Language) -> str:
    """Return how many steps a story has and how long it takes to be told."""
    steps, minutes = len(story.steps), story.minutes
    told = (
        lang.plural("{n} step", "{n} steps", steps, n=lang.number(steps)),
        lang.plural("about {n} minute", "about {n} minutes", minutes, n=lang.number(minutes)),
    )
    return " · ".join(told)


def bar_html(story: Story, lang: Language, stage: str) -> str:
    """Return the line below a story's headline: its length, and the way to the stage.

    Parameters
    ----------
    stage : str
        Address at which the story is shown slide by slide.
    """
    way = html.escape(lang.text("On stage"))
    return (
        f"<p class='atlas-story-bar'><span>{html.escape(length(story, lang))}</span> "
        f"<a href='{html.escape(stage, quote=True)}' target='_blank' rel='noopener'>{way} ↗</a></p>"
    )


def step_html(number: int, title: str, words: Sequence[str]) -> str:
    """Return the head of a step: its number, a few words, its sentences."""
    told = html.escape(" ".join(words))
    return (
        f"<section class='atlas-story-step'><h2><span>{number}</span> {html.escape(title)}</h2>"
        f"{f'<p>{told}</p>' if told else ''}</section>"
    )
