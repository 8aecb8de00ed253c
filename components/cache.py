"""The copies that all sessions share: tables, corridors and views, built once per choice.

This is the only module that wraps loaders and view builders in Streamlit's cache. What it returns
is shared and must never be changed in place.
"""

import gc
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import pandas as pd
import streamlit as st

from components.charts.base import SharedFigure
from components.context import RenderContext
from components.language import language
from components.view import View
from components.views.corridors.build import corridor_view
from components.views.corridors.common import Chosen
from components.views.corridors.filters import CorridorFilters
from components.views.registry import SPECS
from components.views.start import KeyNumber, key_numbers
from data import loaders
from data.errors import DataError, report
from data.measures.catalogue import MEASURES
from data.measures.corridors import Offer, corridors
from data.measures.corridors import offer as measured_offer
from geo.loader import places

Asked = ParamSpec("Asked")
Found = TypeVar("Found")
TABLES = 40
CORRIDORS = 60
VIEWS = 600


@st.cache_resource(max_entries=TABLES, show_spinner=False)
def table(name: str) -> pd.DataFrame:
    """Return a curated table (see `data.loaders.load`)."""
    return loaders.load(name)


@st.cache_resource(max_entries=CORRIDORS, show_spinner=False)
def found(measure: str, sex: str, method: str | None) -> pd.DataFrame:
    """Return all corridors of a measure (see `data.measures.corridors.corridors`)."""
    definition = MEASURES[measure]
    return corridors(table(definition.table), definition, sex, method)


@st.cache_resource(max_entries=CORRIDORS, show_spinner=False)
def offer(measure: str, sex: str, method: str | None) -> Offer:
    """Return what a measure has to choose from (see `data.measures.corridors.offer`)."""
    return measured_offer(found(measure, sex, method))


def remembered(function: Callable[Asked, Found]) -> Callable[Asked, Found]:
    """Keep what a function of the curated tables returns, for each of its arguments.

    For what controls offer to choose from. A `DataError` is raised anew each time.
    """
    return st.cache_resource(max_entries=VIEWS, show_spinner=False)(function)


def chosen(filters: CorridorFilters, context: RenderContext) -> Chosen:
    """Return a reader's choice applied to the data."""
    return Chosen(
        filters,
        context,
        table(filters.definition.table),
        found(filters.measure, filters.sex, filters.method),
        frozenset(places().index),
    )


def view(name: str, filters: Any, context: RenderContext) -> View:
    """Return a view by its name, built once for each choice and shared by all sessions.

    Parameters
    ----------
    name : str
        A corridor view, or a key of `components.views.registry.SPECS`.
    filters : dataclass or None
        The reader's choices, in the class that the view's subject reads.
    context : RenderContext
        Language, colours and width.

    Raises
    ------
    data.errors.DataError
        When a table that the view needs is missing or damaged; this is not remembered.
    """
    return _view(name, repr(filters), repr(context), filters, context)


@st.cache_resource(max_entries=VIEWS, show_spinner=False)
def _view(name: str, choice: str, looks: str, _filters: Any, _look: RenderContext) -> View:
    built = _build(name, _filters, _look)
    if isinstance(built.figure, SharedFigure):
        built.figure.settle()
    return built


def _build(name: str, filters: Any, context: RenderContext) -> View:
    if name in SPECS:
        spec = SPECS[name]
        return spec.build({one: table(one) for one in spec.tables}, filters, context)
    return corridor_view(name, chosen(filters, context), table)


@st.cache_resource(show_spinner=False)
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


@st.cache_resource(show_spinner=False)
def warm() -> bool:
    """Load what the first pages need before anybody waits for it, then settle the memory.

    Objects made until now live as long as the process; taking them out of the collector's sight
    makes every later collection cheap (see ``docs/decisions``).
    """
    for name in ("migrant_stocks", "migration_flows"):
        try:
            table(name)
        except DataError as error:  # the cards that need the table will say so
            report(error)
    gc.collect()
    gc.freeze()
    return True
