"""The views of a deck: each built from the choices of its address, on the page that it is of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from components import cache
from components.context import RenderContext
from components.controls.pages import CHOICES
from components.decks.model import Deck, Slide
from components.session.memory import YES, parts_of
from components.session.state import Unasked
from components.view import View
from data.errors import report


@dataclass(frozen=True)
class Told(Unasked):
    """What an address asks for; what is not understood counts as not asked.

    Attributes
    ----------
    query : mapping of str to str
        The choices as they stand in the address.
    """

    query: Mapping[str, str]

    def one(self, key: str, options: Sequence[str], default: str, shared: bool = False) -> str:
        """Return the option that was asked for."""
        return next(iter(self._known(key, options)), default)

    def several(
        self,
        key: str,
        options: Sequence[str],
        default: Sequence[str],
        shared: bool = False,
        most: int | None = None,
    ) -> tuple[str, ...]:
        """Return the options that were asked for."""
        found = self._known(key, options)
        return tuple(one for one in options if one in found)[:most] or tuple(default)

    def flag(self, key: str) -> bool:
        """Return whether something was asked to be on."""
        return self.query.get(key, "").casefold() in YES

    def _known(self, key: str, options: Sequence[str]) -> list[str]:
        codes = {one.casefold(): one for one in options}
        asked = [one.casefold() for one in parts_of(self.query.get(key))]
        return [codes[one] for one in asked if one in codes]


def view_of(slide: Slide, context: RenderContext) -> View | None:
    """Return the view of a slide as its page builds it; None where no page has such a view."""
    for declared in CHOICES.values():
        names = declared.former
        query = {names.get(key, key): value for key, value in slide.query}
        filters = declared.read(Told(query))
        for name in declared.all_views(filters):
            asked, own = declared.asks(name, filters)
            if asked == slide.view:
                return cache.view(asked, own, context)
    return None


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
