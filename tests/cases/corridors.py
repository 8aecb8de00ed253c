"""Choices of the page of corridors: every measure, and what else changes what is shown."""

from components.views.corridors import ALWAYS, OF_ONE
from components.views.corridors.filters import CorridorFilters
from data.areas import FIVE
from data.measures.catalogue import CORRIDORS
from data.measures.corridor_choice import select
from tests.support import codes_on_the_map, found, latest


def _case(measure: str, countries: tuple[str, ...] = FIVE, **more: str) -> CorridorFilters:
    """The latest year in the direction that is shown first, the largest corridor in hand."""
    direction, year = CORRIDORS[measure].direction, latest(measure)
    shown = select(
        found(measure, **more), year, direction, countries, placeable=codes_on_the_map()
    ).shown
    start, end = shown.iloc[0][["start", "end"]]
    return CorridorFilters(
        measure, year, direction, countries, start=str(start), end=str(end), **more
    )


EVERY = (
    *map(_case, CORRIDORS),
    _case("stock", ("TJK",), sex="female"),
    _case("flow", ("KAZ",), method="mig_rate"),
)
CASES = dict.fromkeys((*ALWAYS, *OF_ONE), EVERY)
