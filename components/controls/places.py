"""Where each view of the atlas stands: its page, and the choices that lead to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from components import cache
from components.context import RenderContext
from components.controls.pages import CHOICES, SUBJECTS
from components.controls.placed import Told
from components.language import Language
from components.navigation import PAGES
from components.session.choice import CLOSER, ChoiceSet
from components.session.memory import TABLE
from components.view import View
from data.files import until_mended

TRIED = 14  # options of a choice: none that leads to other views has more
# Pages whose other views are as many as questions: their tables are found by name.
ASKED_FREELY = ("explore",)
SEVERAL = ("pills", "several", "toggle", "slider")  # forms of choices that lead to no other view


@dataclass(frozen=True)
class Place:
    """One view at one place.

    Attributes
    ----------
    page : str
        Address of the page.
    view : str
        Name of the view in the registry.
    query : tuple of (str, str)
        The choices that lead to it, as they stand in the address.
    leads : bool
        Whether it is at the head of its page.
    filters : dataclass or None
        What these choices are to the page, where they have been read.
    """

    page: str
    view: str
    query: tuple[tuple[str, str], ...] = ()
    leads: bool = False
    filters: Any = field(default=None, repr=False, compare=False)

    def chosen(self) -> Any:
        """Return what these choices are to the page."""
        return self.filters or CHOICES[self.page].read(Told(dict(self.query)))


@until_mended
def places() -> tuple[Place, ...]:
    """Return all places of views, page by page in the order of the menu, each view once a page.

    They are found as a reader finds them: by each choice of a page, one at a time. Pages that show
    what others hold are left out.
    """
    found: dict[tuple[str, str], Place] = {}
    for url, declared in SUBJECTS.items():
        for place in _of_page(url, declared):
            found.setdefault((place.page, place.view), place)
    return tuple(found.values())


def _of_page(page: str, declared: ChoiceSet[Any]) -> Iterator[Place]:
    usual = declared.unchosen()
    yield from _of_choice(page, declared, {})
    if page in ASKED_FREELY:
        return
    for one in declared.choices:
        if one.form in SEVERAL or one.shared or one.key in (CLOSER, TABLE):
            continue
        for code in list(one.offers(usual))[:TRIED]:
            if code:
                yield from _of_choice(page, declared, {one.key: code})


def _of_choice(page: str, declared: ChoiceSet[Any], query: dict[str, str]) -> Iterator[Place]:
    filters = declared.read(Told(query))
    heads = declared.views(filters)
    for name in heads:
        view, _ = declared.asks(name, filters)
        yield Place(page, view, tuple(query.items()), name == heads[0], filters)
    for part in declared.parts(filters):
        outside = {k: v for k, v in query.items() if k not in (*part.controls, *part.more)}
        asked = {**outside, CLOSER: part.key, **query}
        for name in part.views:
            view, _ = declared.asks(name, filters)
            yield Place(page, view, tuple(asked.items()), filters=filters)


def labels(place: Place, lang: Language) -> tuple[str, ...]:
    """Return what leads to a view, in words: its page, and each choice."""
    spec = next(one for one in PAGES if one.url == place.page)
    declared, filters = CHOICES[place.page], place.chosen()
    told = [lang.text(spec.title)]
    for key, code in place.query:
        one = declared.keys[key]
        told.append(one.name(lang, one.offers(filters)[code], filters))
    return tuple(told)


def built(place: Place, context: RenderContext) -> View:
    """Return the view at a place; without a name for it, the one that its choices lead to.

    Raises
    ------
    LookupError
        When the choices lead to another view, or to none.
    data.errors.DataError
        When the view's data are not there.
    """
    declared, filters = CHOICES[place.page], place.chosen()
    asked = dict(place.query).get(CLOSER)
    open_part = [one.views for one in declared.parts(filters) if one.key == asked]
    for name in (*chain(*open_part), *declared.all_views(filters)):
        view, own = declared.asks(name, filters)
        if view == (place.view or view):
            return cache.view(view, own, context)
    raise LookupError(place.page)
