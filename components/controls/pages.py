"""The choices of all pages, by the pages' addresses; and the views that they open with."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import product
from threading import enumerate as enumerate_threads
from typing import Any

from components import cache
from components.context import RenderContext
from components.controls import (
    avrr,
    bringing,
    compare,
    contents,
    corridors,
    counterstreams,
    countries,
    drivers,
    explore,
    policy,
    readiness,
    returns,
    sdg,
    slides,
    sources,
    start,
    stories,
    types,
)
from components.language.customs import LANGUAGES, under_review
from components.maps.drawing import MapDrawing
from components.maps.ground import ground_svg
from components.navigation import PAGES
from components.session.choice import ChoiceSet
from components.view import View
from components.views.story import STEPS
from data.errors import DataError, report

SUBJECTS: dict[str, ChoiceSet[Any]] = {
    "corridors": corridors.CHOICES,
    "countries": countries.CHOICES,
    "flow-types": types.CHOICES,
    "counter-streams": counterstreams.CHOICES,
    "returns": returns.CHOICES,
    "avrr": avrr.CHOICES,
    "drivers": drivers.CHOICES,
    "readiness": readiness.CHOICES,
    "sdg": sdg.CHOICES,
    "policy": policy.CHOICES,
    "explore": explore.CHOICES,
    "sources": sources.CHOICES,
    "compare": compare.CHOICES,
}
_ALL: dict[str, ChoiceSet[Any]] = {
    "start": start.CHOICES,
    **SUBJECTS,
    "views": contents.CHOICES,
    "stories": stories.choices(SUBJECTS),
    "slides": slides.CHOICES,
    "bring": bringing.CHOICES,
}
CHOICES = {spec.url: _ALL[spec.url] for spec in PAGES}  # in the order of the menu
SIZES = ("wide", "narrow")


END = object()
RUN = "ScriptRunner"  # how Streamlit names a thread that runs a page


def usual_views(url: str, context: RenderContext, *, closer: bool = True) -> Iterator[View]:
    """Yield the views that a page opens with, the leading one first.

    One that cannot be built is logged: its card will say so.

    Parameters
    ----------
    url : str
        Address of the page.
    context : RenderContext
        How they are drawn.
    closer : bool
        Whether those of the parts that are not open are yielded, too.
    """
    declared = CHOICES[url]
    try:
        filters = declared.unchosen()
        names = declared.all_views(filters) if closer else _opening(declared, filters)
    except Exception as error:  # whatever it is, the page will say so
        report(error)
        return
    for name in names:
        try:
            view = cache.view(*declared.asks(name, filters), context)
        except Exception as error:
            report(error)
        else:
            yield view


def _opening(declared: ChoiceSet[Any], filters: Any) -> tuple[str, ...]:
    """Return the names of the views of a page that has just been opened: one part is open."""
    inside = (name for one in declared.parts(filters)[:1] for name in one.views)
    return tuple(dict.fromkeys((*declared.views(filters), *inside)))


def build_usual(context: RenderContext, *, closer: bool) -> None:
    """Build the views that pages open with, so that no reader waits for them.

    Parameters
    ----------
    context : RenderContext
        How they are drawn; in every language that is not under review, for a desk and for a phone.
    closer : bool
        Whether those of the parts that are not open are built, too.
    """
    read = [code for code in LANGUAGES if not under_review(code)]
    for size, lang, url in product(SIZES, read, CHOICES):
        views = usual_views(url, replace(context, lang=lang, size=size), closer=closer)
        view: object = None
        while view is not END:
            with giving_way():
                view = next(views, END)
                drawn = getattr(view, "figure", None)
                if isinstance(drawn, MapDrawing):
                    ground_svg(drawn.drawn.frame, str)  # the land below is kept for each frame
    for lang in () if closer else read:
        _build_front(lang)


def _build_front(lang: str) -> None:
    """Find what the start page says besides its map."""
    steps = (partial(cache.step, lang, one) for one in range(len(STEPS)))
    finds: tuple[Callable[[], object], ...] = (partial(cache.numbers, lang), *steps)
    for find in finds:
        with giving_way():
            try:
                find()
            except DataError as error:
                report(error)


@contextmanager
def giving_way() -> Iterator[None]:
    """Do some work early; then let pages run that readers wait for, up to twice as long."""
    began = time.perf_counter()
    yield
    now = time.perf_counter()
    end = now + 2 * (now - began)
    while time.perf_counter() < end and any(
        one.name.startswith(RUN) for one in enumerate_threads()
    ):
        time.sleep(0.005)
