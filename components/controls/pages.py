"""The choices of all pages, by the pages' addresses; and the views that they open with."""

import time
from dataclasses import replace
from itertools import product
from typing import Any

from components import cache
from components.context import RenderContext
from components.controls import (
    avrr,
    corridors,
    counterstreams,
    countries,
    drivers,
    policy,
    readiness,
    returns,
    sdg,
    start,
    types,
)
from components.language import LANGUAGES
from components.session.choice import ChoiceSet
from data.errors import report

CHOICES: dict[str, ChoiceSet[Any]] = {
    "start": start.CHOICES,
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
}
SIZES = ("wide", "narrow")


def build_usual(context: RenderContext) -> None:
    """Build the views that pages open with, so that no reader waits for them.

    Parameters
    ----------
    context : RenderContext
        How they are drawn; in every language, for a desk and for a phone. A view that cannot be
        built is logged: its card will say so.
    """
    for (url, declared), lang, size in product(CHOICES.items(), LANGUAGES, SIZES):
        own = replace(context, lang=lang, size=size)
        try:
            filters = declared.unchosen()
            names = declared.all_views(filters)
        except Exception as error:  # whatever it is, the page will say so
            report(error)
            continue
        for name in names:
            _build(url, name, filters, own)


def _build(url: str, name: str, filters: Any, context: RenderContext) -> None:
    began = time.perf_counter()
    try:
        cache.view(*CHOICES[url].asks(name, filters), context)
    except Exception as error:
        report(error)
    time.sleep(2 * (time.perf_counter() - began))  # two thirds of the time are the readers'
