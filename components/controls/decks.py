"""The views of a deck: each built from the choices of its address, on the page that it is of."""

import datetime
from collections.abc import Callable

from components import cache
from components.card.citation import citation
from components.context import RenderContext
from components.controls.pages import SUBJECTS
from components.controls.placed import Placed, placed
from components.decks.model import Deck, Slide
from components.decks.shown import Shown
from components.view import View
from components.views.registry import SPECS
from data.errors import report


def place_of(slide: Slide) -> Placed | None:
    """Return where the view of a slide stands; None where no page has such a view."""
    return placed(slide, SUBJECTS) if slide.view.partition(".")[0] in SPECS else None


def view_of(slide: Slide, context: RenderContext) -> View | None:
    """Return the view of a slide as its page builds it; None where no page has such a view."""
    found = place_of(slide)
    return cache.view(found.view, found.filters, context) if found else None


def built(
    deck: Deck, context: RenderContext, skipped: Callable[[Slide], None]
) -> list[tuple[Slide, View]]:
    """Return the slides of a deck with their views.

    Parameters
    ----------
    deck : Deck
        May be of anybody: what it asks for and is not here is skipped.
    context : RenderContext
        Language, colours and width.
    skipped : callable
        Is told of each slide whose view is not here or cannot be built.
    """
    found = []
    for slide in deck.slides:
        try:
            view = view_of(slide, context)
        except Exception as error:  # whatever the data are like; it is logged with its trace
            report(error)
            view = None
        if view is None:
            skipped(slide)
        else:
            found.append((slide, view))
    return found


def shown(
    deck: Deck, context: RenderContext, root: str, skipped: Callable[[Slide], None]
) -> list[Shown]:
    """Return the slides of a deck as they are written into a file or shown on a stage.

    Parameters
    ----------
    root : str
        Address of the atlas, without a slash at its end.
    skipped : callable
        Is told of each slide whose view is not here or cannot be built.
    """
    lang, today = context.language, context.language.date(datetime.date.today())
    found = []
    for slide, view in built(deck, context, skipped):
        place = place_of(slide)
        link = place.address(root, lang.code) if place else ""
        cite = citation(view, lang, link, today)
        found.append(Shown(view, slide.title, slide.note, link, cite))
    return found
