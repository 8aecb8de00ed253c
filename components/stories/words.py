"""The words of stories: how long they are, and their steps as HTML."""

import html
from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from components.language import Language
from components.stories.model import Story


def length(story: Story, lang: Language) -> str:
    """Return how many steps a story has and how long it takes to be told."""
    steps, minutes = len(story.steps), story.minutes
    told = (
        lang.plural("{n} step", "{n} steps", steps, n=lang.number(steps)),
        lang.text("{n} min", n=lang.number(minutes)),
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


def list_html(stories: Iterable[Story], lang: Language, pictures: str = "") -> str:
    """Return links to stories, each with its lede and its length.

    Parameters
    ----------
    pictures : str
        Address of the folder of the pages' small pictures; empty for none.
    """
    return (
        f"<ul class='atlas-stories'>{''.join(_item(one, lang, pictures) for one in stories)}</ul>"
    )


def _item(story: Story, lang: Language, pictures: str) -> str:
    asked = urlencode({"story": story.name, "lang": lang.code})
    drawn = ""
    if story.picture and pictures:
        drawn = f"<img src='{html.escape(f'{pictures}/{story.picture}.svg', quote=True)}' alt=''>"
    title, lede, long = (
        html.escape(told)
        for told in (lang.pick(story.title), lang.pick(story.lede), length(story, lang))
    )
    return (
        f"<li><a href='?{html.escape(asked)}' target='_self'>{drawn}<strong>{title}</strong></a>"
        f"<p>{lede}</p><p class='from'>{long}</p></li>"
    )


def step_html(number: int, title: str, words: Sequence[str]) -> str:
    """Return the head of a step: its number, a few words, its sentences."""
    told = html.escape(" ".join(words))
    return (
        f"<section class='atlas-story-step'><h2><span>{number}</span> {html.escape(title)}</h2>"
        f"{f'<p>{told}</p>' if told else ''}</section>"
    )
