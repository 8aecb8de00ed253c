"""People brought home by their own State, by operation and country left; never added."""

from collections.abc import Sequence

import pandas as pd

from data.measures.avrr import WORLD
from data.measures.notes import standing

STATE = ("state_assisted_returns", "state_evacuation")


def operations(returns: pd.DataFrame, origins: Sequence[str]) -> pd.DataFrame:
    """Return the latest figure of each operation and country left.

    Parameters
    ----------
    returns : pandas.DataFrame
        The curated table ``returns``.
    origins : sequence of str
        Countries of origin, in the order in which they shall stand.

    Returns
    -------
    pandas.DataFrame
        The columns of the table and ``operation``, for figures that name a country left, of both
        sexes and all ages. Of a running total the latest stands; what a later figure of its
        source replaces is left out, and so are single days of an operation that has a total. By
        origin, operation (the newest first) and size.
    """
    chosen = returns["indicator"].isin(STATE) & returns["origin"].isin(list(origins))
    chosen &= returns["host"].ne(WORLD) & returns["sex"].eq("total") & returns["age"].eq("total")
    rows = standing(returns.loc[chosen])
    plain = rows.astype(dict.fromkeys(rows.select_dtypes("category").columns, "object"))
    series = plain["series"].fillna("").astype(str)
    plain = plain.assign(
        series=series,
        operation=series.where(series != "", plain["programme"].fillna("").astype(str)),
        _running=plain["period_type"].eq("cumulative"),
    )
    keys = ["origin", "host", "operation", "year"]
    ordered = plain.sort_values(["_running", "period_end", "value"], kind="stable")
    latest = ordered.drop_duplicates(keys, keep="last")
    newest = latest.groupby(["origin", "operation"])["year"].transform("max")
    place = {code: at for at, code in enumerate(origins)}
    latest = latest.assign(
        _origin=latest["origin"].map(place), _newest=-newest.astype(float), _size=-latest["value"]
    )
    order = ["_origin", "_newest", "operation", "_size", "host"]
    return latest.sort_values(order, kind="stable").drop(
        columns=["_running", "_origin", "_newest", "_size"]
    )
