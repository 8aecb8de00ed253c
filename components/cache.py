"""The copies that all sessions share: tables, corridors and views, built once per choice.

This is the only module that keeps what loaders and view builders return. What it returns is shared
and must never be changed in place. What takes long is done once, however many sessions ask at the
same time, and no browser can empty it (``docs/decisions/0023-shared-copies.md``).
"""

import datetime
import gc
from collections.abc import Callable, Hashable
from threading import Condition
from typing import Any, ParamSpec, TypeVar, get_args

import pandas as pd
from cachetools import LRUCache, cached
from cachetools.keys import hashkey

from components.charts.plain import SharedFigure
from components.context import RenderContext
from components.language import LANGUAGES, language
from components.style.fonts import Face, text_width
from components.view import View
from components.views.explore.asked import answer_by
from components.views.registry import SPECS
from components.views.spec import TablesByName
from components.views.start import KeyNumber, key_numbers
from components.views.story import READS, STEPS, Step
from data.errors import DataError, report
from data.explore.sql import SqlAnswer, run
from data.files import when_mended
from data.measures.catalogue import MEASURES
from data.measures.corridors import Offer, corridors
from data.measures.corridors import offer as measured_offer
from data.store import chosen
from data.store.store import Store
from data.uncollected import uncollected

Asked = ParamSpec("Asked")
Found = TypeVar("Found")
TABLES = 40
VIEWS = 600
PACE = (5_000, 10, 50)  # of the collector: a full look at many sessions stops them all
ANSWERS = 12  # in SQL, of at most 8 MB
_copies: list[LRUCache[Hashable, Any]] = []


def _shared(
    entries: int, key: Callable[..., Hashable] = hashkey, spoken: bool = False
) -> Callable[[Callable[Asked, Found]], Callable[Asked, Found]]:
    """Keep what a function returns for each key of its arguments, and build it once at a time.

    What has words in it is `spoken`: it is made anew when a catalogue is mended.
    """
    copies: LRUCache[Hashable, Any] = LRUCache(entries)
    _copies.append(copies)
    if spoken:
        when_mended(copies.clear)
    return cached(copies, key, condition=Condition())


def clear() -> None:
    """Forget all copies, as when the data have changed."""
    for copies in _copies:
        copies.clear()


@_shared(1)
def store() -> Store:
    """Return the source of the curated tables, for questions to be answered where the rows are."""
    return chosen.store(table)


def reachable() -> bool:
    """Say whether the source of the tables can be asked; the log is told why it cannot."""
    try:
        store().check()
    except DataError as error:
        report(error)
        return False
    return True


@_shared(TABLES)
def table(name: str) -> pd.DataFrame:
    """Return a curated table (see `data.loaders.load`).

    A failure is not remembered: the next who asks tries again. What is in memory stays there,
    whatever becomes of the source.
    """
    return store().load(name)


answer_by(table, store)


@_shared(ANSWERS, key=lambda text, who="": hashkey(text))
def selected(text: str, who: str = "") -> SqlAnswer:
    """Return the answer to a query in SQL, whoever asks (see `data.explore.sql.run`)."""
    return run(table, text, who)


def found(measure: str, sex: str, method: str | None) -> pd.DataFrame:
    """Return all corridors of a measure (see `data.measures.corridors.corridors`)."""
    definition = MEASURES[measure]
    return corridors(table(definition.table), definition, sex, method)


def offer(measure: str, sex: str, method: str | None) -> Offer:
    """Return what a measure has to choose from (see `data.measures.corridors.offer`)."""
    return measured_offer(found(measure, sex, method))


def remembered(function: Callable[Asked, Found]) -> Callable[Asked, Found]:
    """Keep what a function of the curated tables returns, for each of its arguments.

    For what controls offer to choose from. A `DataError` is raised anew each time.
    """
    return _shared(VIEWS, spoken=True)(function)


class _Partial(Exception):
    """A view lacks some of its data, which may be there the next time: it is not remembered."""

    def __init__(self, view: View) -> None:
        super().__init__("a view lacks some of its data")
        self.view = view


def view(name: str, filters: Any, context: RenderContext) -> View:
    """Return a view by its name, built once for each choice and shared by all sessions.

    Parameters
    ----------
    name : str
        A key of `components.views.registry.SPECS`.
    filters : dataclass or None
        The reader's choices, in the class of the view's subject; only those that the view reads
        make it another one.
    context : RenderContext
        Language, colours and width.

    Raises
    ------
    data.errors.DataError
        When a table that the view needs is missing or damaged; this is not remembered.
    """
    try:
        return _view(name, SPECS[name].own(filters), context)
    except _Partial as error:
        return error.view


@_shared(VIEWS, spoken=True)
def _view(name: str, filters: Any, context: RenderContext) -> View:
    built = SPECS[name].view(table, filters, context)
    if isinstance(built.figure, SharedFigure):
        built.figure.settle()
    if built.partial:
        raise _Partial(built)
    return built


def views_kept() -> int:
    """Return how many built views are kept."""
    return len(_view.cache)  # type: ignore[attr-defined]


@_shared(len(LANGUAGES), spoken=True)
def numbers(lang_code: str) -> tuple[KeyNumber, ...]:
    """Return the key numbers of the start page in a language."""
    return key_numbers(
        language(lang_code, strict=True),
        table("migrant_stocks"),
        table("population"),
        table("remittances"),
        table("returns"),
        table("avrr"),
    )


@_shared(len(LANGUAGES) * len(STEPS), spoken=True)
def step(lang_code: str, number: int) -> Step | None:
    """Return a step of the story of the start page in a language."""
    return STEPS[number](language(lang_code, strict=True), TablesByName(READS, table))


@_shared(1)
def warm() -> bool:
    """Load what the first pages need before anybody waits for it, then settle the memory.

    What is there until now lives as long as the process; with it out of sight, every later
    collection is cheap (``docs/decisions/0004-garbage-collection.md``).
    """
    with uncollected():
        _load()
        gc.freeze()
    return True


def _load() -> None:
    try:
        table("migrant_stocks")  # of the first map; the others come with the views built early
    except DataError as error:  # the cards that need the table will say so
        report(error)
    for lang in map(language, LANGUAGES):
        lang.number(1234.5, 1)  # formats are read once
        lang.date(datetime.date(2024, 1, 1))
    for face in get_args(Face):
        text_width("A", 16, face)  # so are the widths of letters


def settle_memory() -> None:
    """Take what has been built until now, and stays, out of the sight of the collector."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*PACE)
