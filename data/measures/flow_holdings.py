"""Everything that the tables hold on one type of migration in one country."""

from collections.abc import Mapping

import pandas as pd

from data.codelists import code_list
from data.measures.flow_types import searched, sides
from data.measures.yardsticks import of_type

Tables = Mapping[str, pd.DataFrame]


def all_figures(tables: Tables, flow_type: str, country: str) -> pd.DataFrame:
    """Return every curated row on a type of migration that names a country on either side.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name; those of `TABLES` are read.
    flow_type : str
        One of `data.measures.yardsticks.TYPES`.
    country : str
        ISO code of one of the five.

    Returns
    -------
    pandas.DataFrame
        Rows as they stand in the tables, with ``table``, ``side`` (the column that holds the
        country) and ``partner`` beside them. They are never added to one another.
    """
    listed = code_list("indicators")
    own = set(listed.index[listed["flow_type"].eq(flow_type)])
    own |= {one for chosen in of_type(flow_type) for one in chosen.indicators}
    parts = []
    for name in searched(flow_type):
        table = tables[name]
        if "indicator" not in table:
            continue
        start, end = sides(table)
        here = table.loc[table["indicator"].isin(own)]
        for side, other in ((start, end), (end, start)):
            rows = here.loc[here[side].eq(country)]
            parts.append(rows.assign(table=name, side=side, partner=rows[other].astype("object")))
    found = pd.concat(parts, ignore_index=True)
    twice = found["partner"].eq(country) & found["side"].eq("destination")
    return found.loc[~twice].reset_index(drop=True)
