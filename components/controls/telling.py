"""Stories as they are told: each step with its view, and its sentences filled from that view."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from components import cache
from components.card.citation import citation
from components.context import RenderContext
from components.controls.offers import Given
from components.controls.pages import SUBJECTS
from components.controls.placed import Placed, placed
from components.controls.stories import STORY
from components.decks.shown import Shown
from components.language import Language, language
from components.language.catalogue import SOURCE
from components.language.customs import parts_of
from components.stories.figures import all_found, written
from components.stories.model import Step, Story
from components.stories.spoken import names_in
from components.view import View
from data.errors import log_once, report


@dataclass(frozen=True)
class Told:
    """A step as it is told.

    Attributes
    ----------
    step : Step
        What was declared.
    view : View or None
        The view beside it; None where it cannot be built.
    title : str
        A few words.
    words : tuple of str
        Its sentences; one whose figure is not there is left out.
    placed : Placed or None
        Where the view stands; None where no page has it.
    """

    step: Step
    view: View | None
    title: str
    words: tuple[str, ...]
    placed: Placed | None


def told_steps(story: Story, context: RenderContext) -> list[Told]:
    """Return the steps of a story in a reader's language; whatever is wrong is logged."""
    return [_told(story, number, context) for number in range(1, len(story.steps) + 1)]


def shown(story: Story, context: RenderContext, root: str) -> list[Shown]:
    """Return a story as slides: first sentences as headlines, all as notes, links, citations.

    Parameters
    ----------
    story : Story
        A story.
    context : RenderContext
        Language, colours and width.
    root : str
        Address of the atlas, without a slash at its end.

    Returns
    -------
    list of Shown
        A slide for each step whose view can be built.
    """
    lang, slides = context.language, []
    today = lang.date(datetime.date.today())
    for told in told_steps(story, context):
        if told.view and told.placed:
            address = told.placed.address(root, context.lang)
            cite = citation(told.view, lang, address, today)
            head = told.words[0].removesuffix(".") if told.words else told.title
            said = "\n\n".join((told.title, " ".join(told.words)))
            slides.append(Shown(told.view, head, said, address, cite))
    return slides


def given(story: Story, context: RenderContext, root: str) -> Given:
    """Return what offers are made of (see `shown`)."""
    lang, query = context.language, {STORY: story.name}
    return Given(
        lang.pick(story.title),
        lang.pick(story.lede),
        query,
        f"{root}/stories?{urlencode({**query, 'lang': lang.code})}",
        root,
        context,
        lambda how, _: shown(story, how, root),
    )


def words_of(step: Step, place: Placed, context: RenderContext, at: str) -> tuple[str, ...]:
    """Return the sentences of a step, filled from its view; one that cannot be filled is left out.

    Parameters
    ----------
    step : Step
        What was declared.
    place : Placed
        Where its view stands.
    context : RenderContext
        How the view is drawn; its numbers are read where it is in English.
    at : str
        What the log calls the step.
    """
    english, lang = language(SOURCE, strict=True), context.language
    view = cache.view(place.view, place.filters, replace(context, lang=SOURCE))
    values, faults = all_found(step.figures, view, english)
    for name, fault in faults.items():
        log_once(f"{at}, {name}: {fault}")
    filled = {name: written(one, step.figures[name], lang) for name, one in values.items()}
    return tuple(_sentences(step, filled, lang))


def _sentences(step: Step, filled: dict[str, str], lang: Language) -> Iterator[str]:
    spoken = (lang.data_code, parts_of(lang.code)[1], SOURCE)
    own = next(step.words[code] for code in spoken if code in step.words)
    for sentence in own:
        if set(names_in(sentence)) <= set(filled):
            yield lang.verbatim(sentence.format(**filled))


def _told(story: Story, number: int, context: RenderContext) -> Told:
    step, at = story.steps[number - 1], f"story {story.name}, step {number}"
    view: View | None = None
    words: tuple[str, ...] = ()
    place = placed(step.slide, SUBJECTS)
    if place is None:
        log_once(f"{at}: no page has the view {step.slide.view}")
    else:
        try:
            view = cache.view(place.view, place.filters, context)
            words = words_of(step, place, context, at)
        except Exception as error:  # whatever the data are like; it is logged with its trace
            report(error)
    return Told(step, view, context.language.pick(step.title), words, place)
