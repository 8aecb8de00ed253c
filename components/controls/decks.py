"""The views of a deck: each built from the choices of its address, on the page that it is of."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from components import cache
from components.card.citation import citation
from components.context import RenderContext
from components.controls.pages import CHOICES
from components.decks.model import Deck, Slide
from components.decks.shown import Shown
from components.frame.shown import spec_of
from components.navigation import path_of
from components.session.memory import LANG, YES, parts_of
from components.session.state import Unasked
from components.view import View
from components.views.registry import SPECS
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


@dataclass(frozen=True)
class Place:
    """Where the view of a slide stands.

    Attributes
    ----------
    url : str
        Address of its page.
    card : str
        Name of its card there.
    asked : str
        Name of the view in the registry.
    own : dataclass
        The choices that it is built from.
    """

    url: str
    card: str
    asked: str
    own: Any

    def view(self, context: RenderContext) -> View:
        """Return the view as its page builds it."""
        return cache.view(self.asked, self.own, context)

    def link(self, slide: Slide, root: str, code: str) -> str:
        """Return the link that opens the view of a slide as it is.

        Parameters
        ----------
        root : str
            Address of the atlas, without a slash at its end.
        code : str
            The language.
        """
        query = urlencode({**dict(slide.query), LANG: code}, safe=",")
        return f"{root}{path_of(spec_of(self.url))}?{query}#card-{self.card}"


def place_of(slide: Slide) -> Place | None:
    """Return where the view of a slide stands; None where no page has such a view.

    Of several pages it is the one that knows most of the choices, and has most of its own.
    """
    if slide.view.partition(".")[0] not in SPECS:
        return None
    known = {key for key, _ in slide.query}
    pages = sorted(
        CHOICES.items(),
        key=lambda page: (-len(known & {*page[1].keys, *page[1].former}), -len(page[1].keys)),
    )
    for url, declared in pages:
        names = declared.former
        query = {names.get(key, key): value for key, value in slide.query}
        filters = declared.read(Told(query))
        cards = {name: declared.asks(name, filters) for name in declared.all_views(filters)}
        for name in sorted(cards, key=lambda card: card != slide.view):  # of that name first
            if slide.view in (name, cards[name][0]):
                return Place(url, name, *cards[name])
    return None


def view_of(slide: Slide, context: RenderContext) -> View | None:
    """Return the view of a slide as its page builds it; None where no page has such a view."""
    place = place_of(slide)
    return place.view(context) if place else None


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
        link = place.link(slide, root, lang.code) if place else ""
        cite = citation(view, lang, link, today)
        found.append(Shown(view, slide.title, slide.note, link, cite))
    return found
