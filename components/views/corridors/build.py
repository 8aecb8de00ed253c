"""How a view of corridors is made by its name."""

from collections.abc import Callable

import pandas as pd

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
        return about(OF_CORRIDORS[name](chosen), chosen.filters)
    build, read = OF_ONE[name]
    return about(build(chosen, table(read)), chosen.filters)
