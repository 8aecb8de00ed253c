"""Where a view stands that an address asks for: page, card, choices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from components.decks.model import Slide
from components.session.choice import CLOSER, ChoiceSet
from components.session.memory import LANG, YES, parts_of
from components.session.unasked import Meaning, Unasked


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

    def text(self, key: str, means: Meaning | None = None) -> str:
        """Return the text that was asked for, as far as it is understood."""
        told = self.query.get(key, "")
        return means(told)[0] if means and told else told

    def _known(self, key: str, options: Sequence[str]) -> list[str]:
        codes = {one.casefold(): one for one in options}
        asked = [one.casefold() for one in parts_of(self.query.get(key))]
        return [codes[one] for one in asked if one in codes]


@dataclass(frozen=True)
class Placed:
    """A view as a page shows it.

    Attributes
    ----------
    url : str
        Address of the page.
    card : str
        Name of its card there.
    view : str
        Its name in the registry.
    filters : dataclass
        What it reads.
    query : tuple of (str, str)
        The choices as they stand in the address, the part of the page that is open included.
    """

    url: str
    card: str
    view: str
    filters: Any
    query: tuple[tuple[str, str], ...]

    def address(self, root: str, lang: str) -> str:
        """Return the link that opens the card as it is.

        Parameters
        ----------
        root : str
            Address of the atlas, without a slash at its end.
        lang : str
            Code of the language.
        """
        query = urlencode((*self.query, (LANG, lang)), safe=",")
        return f"{root}/{self.url}?{query}#card-{self.card}"


def placed(slide: Slide, pages: Mapping[str, ChoiceSet[Any]]) -> Placed | None:
    """Return where the view of a slide stands; None where no page has such a view.

    Of several pages the one that understands the most of the address comes first.

    Parameters
    ----------
    slide : Slide
        A view with the choices of an address.
    pages : mapping of str to ChoiceSet
        The choices of pages, by the pages' addresses.
    """

    def strange(url: str) -> int:
        known = {*pages[url].keys, *pages[url].former}
        return sum(key not in known for key, _ in slide.query)

    for url in sorted(pages, key=strange):
        declared = pages[url]
        names = declared.former
        query = {names.get(key, key): value for key, value in slide.query}
        filters = declared.read(Told(query))
        cards = {card: declared.asks(card, filters) for card in declared.all_views(filters)}
        for card in sorted(cards, key=lambda card: card != slide.view):  # of that name first
            view, own = cards[card]
            if slide.view in (card, view):
                asked = dict(slide.query) | _opens(declared, card, filters)
                return Placed(url, card, view, own, tuple(asked.items()))
    return None


def _opens(declared: ChoiceSet[Any], card: str, filters: Any) -> dict[str, str]:
    """Return what opens the part of a page that a card stands in."""
    parts = [part.key for part in declared.parts(filters) if card in part.views]
    return {CLOSER: parts[0]} if parts and card not in declared.views(filters) else {}
