"""The choices of all pages, by the pages' addresses; and the views that they open with."""

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
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
from components.navigation import PAGES
from components.session.choice import ChoiceSet
from components.view import View
from data.errors import report

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


def usual_views(url: str, context: RenderContext) -> Iterator[View]:
    """Yield the views that a page opens with, the leading one first.

    One that cannot be built is logged: its card will say so.
    """
    declared = CHOICES[url]
    try:
        filters = declared.unchosen()
        names = declared.all_views(filters)
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


def build_usual(context: RenderContext) -> None:
    """Build the views that pages open with, so that no reader waits for them.

    Parameters
    ----------
    context : RenderContext
        How they are drawn; in every language that is not under review, for a desk and for a phone.
    """
    read = [code for code in LANGUAGES if not under_review(code)]
    for url, lang, size in product(CHOICES, read, SIZES):
        began = time.perf_counter()
        for _ in usual_views(url, replace(context, lang=lang, size=size)):
            time.sleep(2 * (time.perf_counter() - began))  # two thirds are the readers'
            began = time.perf_counter()
