"""How a view of corridors is made by its name."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from components.context import RenderContext
from components.view import View
from components.views.about import about
from components.views.corridors import detail, over_time, partners
from components.views.corridors import map as map_view
from components.views.corridors.common import Chosen

OF_CORRIDORS: dict[str, Callable[[Chosen], View]] = {
    "corridor-map": map_view.corridor_map,
    "ranked": partners.ranked_corridors,
    "sankey": partners.sankey,
    "time": over_time.time_line,
    "five": over_time.small_multiples,
}
OF_ONE: dict[str, tuple[Callable[[Chosen, pd.DataFrame], View], str]] = {
    "corridor-history": (detail.history, "migration_flows"),
    "evidence": (detail.evidence, "migrant_stocks"),
}


def corridor_view(name: str, chosen: Chosen, table: Callable[[str], pd.DataFrame]) -> View:
    """Return a view of corridors.

    Parameters
    ----------
    name : str
        A key of `OF_CORRIDORS` or `OF_ONE`.
    chosen : Chosen
        The reader's choice applied to the data.
    table : callable
        Returns a curated table by its name.
    """
    if name in OF_CORRIDORS:
        built = OF_CORRIDORS[name](chosen)
    else:
        build, read = OF_ONE[name]
        built = build(chosen, table(read))

    def again(context: RenderContext) -> View:
        return corridor_view(name, replace(chosen, context=context), table)

    return replace(about(built, chosen.filters), again=again)
