"""Everything that the tables hold on one type of migration in one country."""

from collections.abc import Mapping

import pandas as pd

from data.codelists import code_list
from data.measures.flow_types import searched, sides
from data.measures.grades import grade
from data.measures.yardsticks import of_type

Tables = Mapping[str, pd.DataFrame]
FEW = 60  # figures of an indicator that can be listed one by one


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


def further(tables: Tables, flow_type: str, country: str, few: int = FEW) -> pd.DataFrame:
    """Return the figures that no yardstick of the type reads and that are few enough to be listed.

    Parameters
    ----------
    tables, flow_type, country
        As in `all_figures`.
    few : int
        Indicators with more rows than this for the country are left out: they are split by
        partner, sex, age or place, and pages of their own show them.

    Returns
    -------
    pandas.DataFrame
        As `all_figures`, without splits by sex and age, with ``grade`` beside it; indicator by
        indicator, the latest first, rows without a date last.
    """
    found = all_figures(tables, flow_type, country)
    known = {one for chosen in of_type(flow_type) for one in chosen.indicators}
    rows = found.loc[~found["indicator"].isin(known)].astype({"indicator": "object"})
    rows = rows.loc[rows.groupby("indicator")["value"].transform("size").le(few)]
    rows = rows.loc[rows["sex"].eq("total") & rows["age"].eq("total")]
    texts = {c: rows[c].astype("object").where(rows[c].notna(), "")
             for c in ("confidence", "method", "source_id", "reference")}  # fmt: skip
    grades = [grade(*one) for one in zip(*texts.values(), strict=True)]
    return rows.assign(grade=grades).sort_values(
        ["indicator", "year", "period_end"], ascending=[True, False, False], ignore_index=True
    )
