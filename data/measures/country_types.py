"""The best figure of each type of migration in one country, with the history behind it."""

from collections.abc import Mapping

import pandas as pd

from data.measures.catalogue import TYPES
from data.measures.flow_types import Best, best
from data.measures.series_figures import Figure

Told = tuple[Best, list[Figure]]


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
        By type, the figure of ``flow_types.best`` and the history that leads to it; None where no
        series has a figure.
    """
    found = {flow_type: best(tables, flow_type, country) for flow_type in TYPES}
    return {flow_type: (own, own.past()) if own else None for flow_type, own in found.items()}
