"""Choosing rows of a table by their places, which is quick where few of many are wanted."""

from collections.abc import Collection, Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.measures.rows import Places, among


def narrowed(
    frame: pd.DataFrame, told: Mapping[str, Collection[str]], places: Places | None = None
) -> Places:
    """Return where the rows of a table stand whose columns say one of some codes.

    Parameters
    ----------
    frame : pandas.DataFrame
        The table.
    told : mapping of str to collection of str
        Column → codes; one column is asked after the other, each only of the rows left.
    places : array of int, or None
        Rows to choose from; None for all.
    """
    found = np.arange(len(frame)) if places is None else places
    for column, allowed in told.items():
        found = found[among(frame[column], allowed, found)]
    return found


def latest(frame: pd.DataFrame, places: Places) -> Places:
    """Return the places of the rows of the latest year that has a value."""
    years, values = (numbers(frame, name, places) for name in ("year", "value"))
    known = ~np.isnan(years) & ~np.isnan(values)
    newest: Places = places[known & (years == years[known].max(initial=-np.inf))]
    return newest


def numbers(frame: pd.DataFrame, column: str, places: Places) -> npt.NDArray[np.float64]:
    """Return the numbers of a column at some places, NaN where there is none."""
    told = frame[column].array.take(places).to_numpy(dtype="float64", na_value=np.nan)
    return np.asarray(told, dtype="float64")


def summed(frame: pd.DataFrame, places: Places) -> float:
    """Return the sum of the values at some places."""
    return float(frame["value"].take(places).sum())
