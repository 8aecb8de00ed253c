"""What several test modules share: tables loaded once, views built once, and escaped strings."""

import html
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.context import RenderContext
from components.documents.model import Document
from components.language import LANGUAGES
from components.language.language import CLOSE, OPEN
from components.maps.areas import AreaMap
from components.maps.drawing import MapDrawing
from components.view import View
from components.views.corridors import OF_ONE
from components.views.corridors.common import Chosen
from components.views.corridors.filters import CorridorFilters
from components.views.registry import SPECS
from components.views.spec import TablesByName
from data import loaders
from data.areas import FIVE
from data.measures.catalogue import CORRIDORS
from data.measures.corridor_choice import select
from data.measures.corridors import corridors
from geo.loader import places

VIEW_TABLES = tuple(dict.fromkeys(one for spec in SPECS.values() for one in spec.tables))
VIEWS = ("corridor-map", "ranked", "sankey", "time", "five", "corridor-history", "evidence")
WHOLE = tuple(code for code, one in LANGUAGES.items() if not one.rest)  # nothing is missing
GROUPS = (FIVE, *((code,) for code in FIVE))
SAID = ("text", "ticktext", "customdata", "name", "label", "hovertext", "hovertemplate", "tip")
TAG = re.compile(r"<[^<>]*>|%\{[^{}]*\}")


@cache
def table(name: str) -> pd.DataFrame:
    """A curated table, loaded once for all tests of a process; never changed in place."""
    return loaders.load(name)


@cache
def found(measure: str, sex: str = "total", method: str | None = None) -> pd.DataFrame:
    """All corridors of a measure in the real data."""
    definition = CORRIDORS[measure]
    return corridors(table(definition.table), definition, sex, method)


def built(name: str, filters: Any = None, context: RenderContext | None = None) -> View:
    """A view of the real data, made as the pages make it but for their shared copies.

    It is built once for all tests of a process, whatever they say of choices that it does not read.
    """
    return _built(name, SPECS[name].own(filters), context or RenderContext("en"))


@cache
def _built(name: str, own: Any, context: RenderContext) -> View:
    return SPECS[name].view(table, own, context)


LARGEST = ("", "")  # stands for the largest corridor of a choice
TINY = ("TKM", "GBR")


@cache
def codes_on_the_map() -> frozenset[str]:
    return frozenset(places().index)


def latest(measure: str) -> int:
    return int(found(measure)["year"].max())


@lru_cache(maxsize=64)
def chosen(measure: str, countries: tuple[str, ...], lang: str, size: str, **more: Any) -> Chosen:
    """A choice of the latest year in the first direction of the measure.

    No corridor is selected unless `pair` names one, or is `LARGEST`.
    """
    corridors_ = found(measure, more.get("sex", "total"), more.get("method"))
    year = more.pop("year", latest(measure))
    direction = more.pop("direction", CORRIDORS[measure].direction)
    start, end = more.pop("pair", (None, None))
    if (start, end) == LARGEST:
        away = "from" if corridors_["start"].isin(FIVE).any() else "to"
        first = select(corridors_, year, away, countries, placeable=codes_on_the_map()).shown
        start, end = (first.iloc[0]["start"], first.iloc[0]["end"]) if len(first) else TINY
    filters = CorridorFilters(
        measure=measure,
        year=year,
        direction=direction,
        countries=countries,
        start=start,
        end=end,
        **more,
    )
    return Chosen(filters, RenderContext(lang, "light", size), TablesByName(VIEW_TABLES, table))


@lru_cache(maxsize=64)
def view(
    name: str,
    measure: str,
    countries: tuple[str, ...] = FIVE,
    lang: str = "en",
    size: str = "wide",
    **more: Any,
) -> View:
    """A corridor view of the real data, built by its pure function and not by the page's cache."""
    if name in OF_ONE:
        more.setdefault("pair", LARGEST)
    picked = chosen(measure, countries, lang, size, **more)
    return built(name, picked.filters, picked.context)


def escaped(text: str) -> str:
    """Return the words of a text that stand outside the brackets of the pseudo-language."""
    depth, outside = 0, []
    for character in html.unescape(TAG.sub(" ", text)):
        depth += (character == OPEN) - (character == CLOSE and depth > 0)
        outside.append(character if not depth and character.isalpha() else " ")
    return " ".join("".join(outside).split())


def written(view_: View) -> Iterator[str]:
    """Return every text around a figure that a reader can meet; codes of countries are data."""
    yield from (view_.title, view_.subtitle, view_.alt, view_.missing, view_.credit)
    yield from view_.notes
    yield from (remark.text for remark in view_.remarks)
    for column in view_.table.columns:
        yield column.label
        if column.digits is None and column.kind != "codes" and column.name != "codes":
            yield from view_.table.rows[column.name].dropna().astype(str)


def drawn(figure: go.Figure | MapDrawing | Document | None) -> Iterator[str]:
    """Return every text in a figure: names, ticks, words, and what the pointer says."""
    if isinstance(figure, Document):
        yield from figure.texts()
    elif isinstance(figure, MapDrawing):
        yield from figure.tips.values()
        lines = groupby(figure.drawn.labels, lambda label: label.code)
        yield from (" ".join(label.text for label in own) for _, own in lines)
        yield from texts_of_areas(figure.areas) if figure.areas else ()
        yield from figure.place_tips.values()
        yield from (*(stroke.words for stroke in figure.key), *figure.words)
        yield from (figure.unit, figure.key_head)
    elif figure is not None:
        yield from texts_in(figure.to_plotly_json())


def texts_of_areas(areas: AreaMap) -> Iterator[str]:
    """Return what the pointer says on a map of regions, and the words of its key."""
    yield from (one.tip for one in (*areas.areas, *areas.discs))
    yield from (words for _, words in (*areas.classes, *areas.sizes))
    yield from (areas.head, areas.hole)


def texts_in(part: Any, key: str = "") -> Iterator[str]:
    """Return every text in the description of a chart or map."""
    if isinstance(part, dict):
        for name, value in part.items():
            yield from texts_in(value, name)
    elif isinstance(part, (list, tuple, np.ndarray)):
        for value in part:
            yield from texts_in(value, key)
    elif isinstance(part, str) and key in SAID:
        yield part


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two boxes (left, top, right, bottom) share any room."""
    beside = one[2] <= other[0] or other[2] <= one[0]
    return not (beside or one[3] <= other[1] or other[3] <= one[1])
