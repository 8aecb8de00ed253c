"""The answer to a question as views need it: a page of rows, or all of it for a chart."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import pandas as pd
import pyarrow as pa

from components.views.explore.filters import ExploreFilters, question_of
from components.views.spec import Tables
from data.explore.answer import PAGE, Answer, answer
from data.explore.filters import filtered
from data.explore.question import Question
from data.schema import tables as schema
from data.store.package import Package
from data.store.store import Store

MOST = 5_000  # rows of an answer that a chart looks at
BEHIND = 20_000  # different rows whose caveats are looked for
# What the rows behind an answer are asked for: whose they are, and what caveats look at.
BORNE = (
    "source_id",
    "note_id",
    "indicator",
    "series",
    "origin",
    "destination",
    "host",
    "country",
    "partner",
    "region",
    "sender",
    "receiver",
    "year",
    "date",
    "sex",
    "method",
    "period_type",
    "obs_status",
    "programme",
    "status",
    "unit",
)


@dataclass(frozen=True)
class Answered:
    """An answer.

    Attributes
    ----------
    question : Question
        What was asked.
    told : Answer
        A page of its rows, and how many there are.
    rows : pandas.DataFrame
        The rows of the page; for a chart all, at most `MOST` and one more.
    behind : pandas.DataFrame
        The different rows behind it, as far as caveats look at them.
    """

    question: Question
    told: Answer
    rows: pd.DataFrame
    behind: pd.DataFrame


_SOURCES: dict[Any, Callable[[], Store]] = {}


def answer_by(load: Callable[[str], pd.DataFrame], source: Callable[[], Store]) -> None:
    """Have questions to the tables of a loader answered by a source, where the rows are.

    Parameters
    ----------
    load : callable
        Returns a table by its name, as views are given it.
    source : callable
        Returns the source.
    """
    _SOURCES[load] = source


@lru_cache(maxsize=2)
def _package(load: Any) -> Package:
    return Package(load=load)


def store_of(tables: Tables) -> Store:
    """Return the tables of a view as a source that filters and groups.

    One that loads is kept with its engine, so that a table is handed to it once.
    """
    load = getattr(tables, "load", None)
    if load in _SOURCES:
        return _SOURCES[load]()
    return _package(load) if load else Package(load=tables.__getitem__)


def answered(tables: Tables, filters: ExploreFilters) -> Answered:
    """Return the answer to what a reader asks.

    Raises
    ------
    data.explore.refusal.Refused
        When it cannot be asked.
    data.errors.DataError
        When the table cannot be had.
    """
    store, question = store_of(tables), question_of(filters.data, filters.asked)
    page = filters.chart == "rows"
    question = _with_unit(question) if page else replace(question, across="", columns=())
    told = answer(store, question, *((filters.sheet, PAGE) if page else (1, MOST + 1)))
    if page and not question.by:
        behind = _page_behind(store, question, told)
    else:
        behind = _behind(store, question)
    return Answered(question, told, frame(told.rows), behind)


def _with_unit(question: Question) -> Question:
    """Return a question that asks for the unit of a value wherever it asks for the value."""
    asked, there = question.columns, schema()[question.table].columns
    if "value" not in asked or "unit" in asked or "unit" not in there:
        return question
    return replace(question, columns=(*asked, "unit"))


def frame(rows: pa.Table) -> pd.DataFrame:
    """Return rows as a frame in which an empty cell is None, and a number a number."""
    found: Mapping[str, list[Any]] = rows.to_pydict()
    made = pd.DataFrame({name: pd.Series(cells, dtype=object) for name, cells in found.items()})
    for name in ("value", "rows", "missing"):
        if name in made:
            made[name] = made[name].astype(float)
    return made


def _behind(store: Store, question: Question) -> pd.DataFrame:
    table = store.table(question.table)
    names = [name for name in BORNE if name in table.columns]
    fit = filtered(table, question)
    return frame(store.answer(fit.select(*names).distinct().limit(BEHIND)))


def _page_behind(store: Store, question: Question, told: Answer) -> pd.DataFrame:
    """Return the rows of a page with the columns that caveats look at, shown or not."""
    names = [name for name in BORNE if name in schema()[question.table].columns]
    if set(names) <= set(told.rows.column_names):
        return frame(told.rows.select(names))
    return _behind(store, question)
