"""The choice of a story: its steps are the cards of the page, each a view with its own state."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from components.controls.placed import placed
from components.language import N_, Language
from components.session.choice import Asked, Choice, ChoiceSet
from components.stories.model import stories

STORY = "story"  # what names one in addresses
STEP = "step-"


@dataclass(frozen=True)
class StoryFilters:
    """What a reader can choose on the page of stories.

    Attributes
    ----------
    story : str
        Name of a story; empty for all of them.
    """

    story: str = ""


def card_of(number: int) -> str:
    """Return the name of the card of a step, counted from 1."""
    return f"{STEP}{number}"


def choices(pages: Mapping[str, ChoiceSet[Any]]) -> ChoiceSet[StoryFilters]:
    """Return the choices of the page of stories, whose views are those of other pages.

    Parameters
    ----------
    pages : mapping of str to ChoiceSet
        The choices of those pages, by their addresses.
    """

    def views(filters: StoryFilters) -> tuple[str, ...]:
        told = stories()[0].get(filters.story)
        return tuple(card_of(n) for n in range(1, len(told.steps) + 1)) if told else ()

    def asks(card: str, filters: StoryFilters) -> Asked:
        step = stories()[0][filters.story].steps[int(card.removeprefix(STEP)) - 1]
        found = placed(step.slide, pages)
        if found is None:
            raise LookupError(f"no page has the view {step.slide.view}")
        return found.view, found.filters

    names = Choice[StoryFilters](
        STORY,
        N_("Story"),
        lambda _: ["", *stories()[0]],
        _title,
        form="list",
        help=N_("The story that is told."),
    )
    return ChoiceSet(StoryFilters(), (names,), views=views, asks=asks)


def _title(lang: Language, name: str, _: StoryFilters) -> str:
    return lang.pick(stories()[0][name].title) if name else lang.text("All stories")
