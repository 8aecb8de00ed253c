"""Whether the atlas can do its work: everything that it reads is there, and a view can be built."""

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, get_args

from components import cache
from components.context import RenderContext
from components.find.aliases import aliases
from components.language import LANGUAGES
from components.language.catalogue import read
from components.language.known import is_lost
from components.stories.model import stories
from components.style.assets import SHEETS, asset
from components.views.corridors.filters import CorridorFilters
from data.citation import citation
from data.codelists import code_list, codes
from data.errors import DataError, report
from data.provenance import source
from data.schema import fields, tables
from data.texts import SHAPES, texts
from geo.loader import BoundaryName, outlines, places

OTHER_LISTS = {"flow_types", "policy_domains", "policy_names"}  # no column has their codes
VIEW = "ranked"  # needs a table, the code lists, the sources and the catalogue at once


def faults() -> tuple[str, ...]:
    """Return the names of the tables, files and views that cannot be had; each is logged once.

    What is in order is kept by those who read it, so that asking again costs next to nothing.
    """
    return tuple(dict.fromkeys(filter(None, map(_fault, _checks()))))


def hold() -> None:
    """Read everything once, without haste: two thirds of the time are the readers'.

    From then on the process answers from what it has read, whatever becomes of the files.
    """
    for check in _checks():
        began = time.perf_counter()
        _fault(check)
        time.sleep(2 * (time.perf_counter() - began))


def _checks() -> Iterator[tuple[str, Callable[[], Any]]]:
    yield "schema/fields.yml", fields
    yield "schema/tables.yml", tables
    yield "database", lambda: cache.store().check()
    yield from ((name, partial(cache.table, name)) for name in _listed(tables))
    yield from ((f"codes/{name}.csv", partial(code_list, name)) for name in _listed(_lists))
    for source_id in _listed(partial(codes, "sources")):
        yield f"sources/{source_id}.yml", partial(source, source_id)
    yield from ((f"texts/{name}.yml", partial(texts, name)) for name in SHAPES)
    yield "geo/places.csv", places
    for boundary in get_args(BoundaryName):
        yield f"geo/{boundary}.geojson", partial(outlines, boundary)
    for code in LANGUAGES:
        yield f"catalogue {code}", partial(_catalogue, code)
    yield from ((fault.name, partial(_raise, fault)) for fault in stories()[1])
    yield "find/aliases.yml", aliases
    yield from ((f"assets/{name}", partial(asset, name)) for name in SHEETS)
    yield "CITATION.cff", citation
    yield VIEW, partial(cache.view, VIEW, CorridorFilters(), RenderContext())


def _catalogue(code: str) -> None:
    if is_lost(code):
        read(code)


def _raise(fault: DataError) -> None:
    raise fault


def _listed(find: Callable[[], Iterable[str]]) -> list[str]:
    """Return names of what is to be looked at; none where that cannot be read: a check says so."""
    with contextlib.suppress(DataError):
        return sorted(find())
    return []


def _lists() -> set[str]:
    return {field["codes"] for field in fields().values() if field.get("codes")} | OTHER_LISTS


def _fault(check: tuple[str, Callable[[], Any]]) -> str:
    name, find = check
    try:
        find()
    except Exception as error:  # whatever it is, the atlas is not well
        report(error)
        return error.name if isinstance(error, DataError) else name
    return ""
