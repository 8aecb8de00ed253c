"""The views of a deck: each built from the choices of its address, on the page that it is of."""

from collections.abc import Callable

from components import cache
from components.context import RenderContext
from components.controls.pages import SUBJECTS
from components.controls.placed import placed
from components.decks.model import Deck, Slide
from components.view import View
from data.errors import report


def view_of(slide: Slide, context: RenderContext) -> View | None:
    """Return the view of a slide as its page builds it; None where no page has such a view."""
    found = placed(slide, SUBJECTS)
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
