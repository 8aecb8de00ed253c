"""The best figure of each type of migration in one country, with the history behind it."""

from collections.abc import Mapping

import pandas as pd

from data.measures.catalogue import TYPES
from data.measures.country_series import about
from data.measures.flow_types import TABLES, Best, best, series

FEWEST = 3  # whole years that make a history
Told = tuple[Best, pd.DataFrame]


def best_of_each(tables: Mapping[str, pd.DataFrame], country: str) -> dict[str, Told | None]:
    """Return the best figure and the history of each type of migration in a country.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name, those of ``flow_types.TABLES``.
    country : str
        ISO code of one of the five.

    Returns
    -------
    dict of str to tuple or None
        By type, the figure of ``flow_types.best`` and what `history` makes of its series; None
        where no series has a figure.
    """
    own = about(tables, country, TABLES)
    return {flow_type: _told(own, flow_type, country) for flow_type in TYPES}


def _told(tables: Mapping[str, pd.DataFrame], flow_type: str, country: str) -> Told | None:
    shown = best(tables, flow_type, country)
    if shown is None:
        return None
    own = shown.known.loc[shown.known["series"].eq(shown.series.id)]
    past = own.sort_values("at", kind="stable")
    return shown, history(past, str(shown.row["source_id"]))


def history(found: pd.DataFrame, source_id: str) -> pd.DataFrame:
    """Return the whole years of one source, one row a year; nothing where there are few.

    Parameters
    ----------
    found : pandas.DataFrame
        As of ``flow_types.figures``.
    source_id : str
        Source of the figure that the history leads to.
    """
    rows = series(found)
    rows = rows.loc[rows["source_id"].eq(source_id)].drop_duplicates("year", keep="last")
    return rows if len(rows) >= FEWEST else rows.iloc[:0]
