"""Views of corridors: the map, ranked partners, Sankey, time lines, one corridor in detail."""

from collections.abc import Callable

import pandas as pd

from components.context import RenderContext
from components.view import View
from components.views.corridors.common import Chosen
from components.views.corridors.evidence import evidence
from components.views.corridors.filters import CorridorFilters
from components.views.corridors.five import in_and_out
from components.views.corridors.history import history
from components.views.corridors.map import corridor_map
from components.views.corridors.over_time import time_line
from components.views.corridors.partners import ranked_corridors, sankey
from components.views.spec import Tables, TablesByName, ViewSpec
from data.areas import FIVE
from data.kept import kept
from data.measures.catalogue import CORRIDORS

MEASURED = tuple(dict.fromkeys(measure.table for measure in CORRIDORS.values()))
SERIES = ("measure", "sex", "method")  # which figures
SHOWN = ("year", "direction", "countries", "partners", "minimum", "top")  # which of them
PICKED = ("start", "end")  # the corridor in hand


def _of(draw: Callable[[Chosen], View]) -> Callable[[Tables, CorridorFilters, RenderContext], View]:
    """Return the builder of a view that is drawn from a choice applied to the data."""

    def build(tables: Tables, filters: CorridorFilters, context: RenderContext) -> View:
        if not isinstance(tables, TablesByName):  # only what can be told apart is kept
            return draw(Chosen(filters, context, tables))
        frame = tables[filters.definition.table]
        return draw(_chosen(frame, filters, context, tables))

    return build


@kept(entries=8)
def _chosen(
    frame: pd.DataFrame, filters: CorridorFilters, context: RenderContext, tables: TablesByName
) -> Chosen:
    """Return a choice applied to the data; views of the same choice share what it comes to."""
    return Chosen(filters, context, tables)


def _ends(filters: CorridorFilters) -> tuple[str, ...]:
    return tuple(end for end in (filters.start, filters.end) if end)


def _shown(filters: CorridorFilters) -> tuple[str, ...]:
    return (*filters.countries, *filters.partners)


VIEWS: dict[str, ViewSpec] = {
    "corridor-map": ViewSpec(
        _of(corridor_map), MEASURED, (*SERIES, *SHOWN, *PICKED, "world", "place"), _shown
    ),
    "ranked": ViewSpec(_of(ranked_corridors), MEASURED, (*SERIES, *SHOWN, *PICKED), _shown),
    "time": ViewSpec(_of(time_line), MEASURED, (*SERIES, *SHOWN, *PICKED), _shown),
    "sankey": ViewSpec(
        _of(sankey),
        MEASURED,
        (*SERIES, *SHOWN, *PICKED),
        lambda filters: (*filters.countries[:1], *filters.partners),
    ),
    "five": ViewSpec(
        _of(in_and_out),
        MEASURED,
        (*SERIES, "year", "partners"),
        lambda filters: (*FIVE, *filters.partners),
    ),
    "corridor-history": ViewSpec(
        _of(history),
        tuple(dict.fromkeys((*MEASURED, "migration_flows"))),
        (*SERIES, *PICKED),
        _ends,
    ),
    "evidence": ViewSpec(_of(evidence), ("migrant_stocks",), PICKED, _ends),
}
ALWAYS = ("corridor-map", "ranked", "time", "sankey", "five")
OF_ONE = ("corridor-history", "evidence")  # only there while a corridor is in hand
