"""The curated rows behind a measure: one way to them for every page."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.areas import FIVE
from data.codelists import code_list
from data.measures.drivers import MEMBERS
from data.measures.measure import CountrySeries, Measure, Where

Tables = Mapping[str, pd.DataFrame]
ALL = "*"  # all methods of a model, or everybody by sex
Places = npt.NDArray[np.intp]  # where rows stand in a table


@cache
def of_kind(kind: str) -> tuple[str, ...]:
    """Return the codes of one kind of place: sums of countries, or people without a country."""
    places = code_list("countries")
    return tuple(places.index[places["kind"].eq(kind)])


def belongs(
    frame: pd.DataFrame,
    measure: Measure,
    where: Where = (),
    sex: str = "total",
    method: str | None = None,
) -> pd.Series:
    """Say of each row of a measure's table whether it is one of the measure.

    Parameters
    ----------
    frame : pandas.DataFrame
        The table, or some of its rows.
    measure : Measure
        What is counted.
    where : tuple of (column, values)
        What other columns must say, besides what the measure says.
    sex : str
        ``total``, ``female`` or ``male``, or `ALL`; not read where the rows of both are added.
    method : str or None
        One of the measure's, or `ALL`; None takes the first.

    Returns
    -------
    pandas.Series
        Rows without a year are none: nobody knows where in time they belong.
    """
    met = ~frame["year"].isna().to_numpy()
    for column, allowed in _asked(frame, measure, where, sex, method).items():
        met &= among(frame[column], allowed)
    return pd.Series(met, index=frame.index)


def among(
    column: pd.Series, allowed: Collection[str], places: Places | None = None
) -> npt.NDArray[np.bool_]:
    """Say of each cell, or of those at some places, whether it is one of some codes.

    Coded columns are compared by code.
    """
    cells: Any = column.array
    if not isinstance(cells, pd.Categorical):
        told = column if places is None else column.take(places)
        return np.asarray(told.isin(list(allowed)), dtype=bool)
    wanted = frozenset(allowed)
    codes = cells.categories.to_numpy(dtype=object)
    fits = np.array([*(code in wanted for code in codes), False])  # the last: no code
    found: npt.NDArray[np.bool_] = fits[cells.codes if places is None else cells.codes[places]]
    return found


def _asked(
    frame: pd.DataFrame, measure: Measure, where: Where, sex: str, method: str | None
) -> dict[str, Collection[str]]:
    """Return what the columns of a table must say in the rows of a measure."""
    told: dict[str, Collection[str]] = {"indicator": measure.indicators}
    if measure.sources:
        told["source_id"] = measure.sources
    told |= dict(measure.where) | dict(where)
    if measure.methods and method != ALL:
        told["method"] = (method or measure.methods[0],)
    if not measure.added and "sex" in frame:
        told["age"] = ("total",)
        if sex != ALL:
            told["sex"] = (sex,)
    return told


def rows_behind(
    tables: Tables,
    chosen: CountrySeries,
    countries: Sequence[str] = FIVE,
    sex: str = "total",
    method: str | None = None,
) -> pd.DataFrame:
    """Return the curated rows behind the series of some countries, as they stand in the table.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    chosen : CountrySeries
        How a measure is read.
    countries : sequence of str
        ISO codes.
    sex, method : str
        As in `belongs`.
    """
    table = tables[chosen.measure.table]
    return table.take(places_behind(table, chosen, countries, sex, method))


def rows_of(
    tables: Tables, chosen: CountrySeries, country: str, years: Collection[int], source_id: str
) -> pd.DataFrame:
    """Return the rows of `rows_behind` of one country, some years and one source."""
    table = tables[chosen.measure.table]
    found = places_behind(table, chosen, (country,))
    found = found[among(table["source_id"], (source_id,), found)]
    told = [int(year) in years for year in table["year"].array.take(found)]
    return table.take(found[np.array(told, dtype=bool)])


def places_behind(
    table: pd.DataFrame,
    chosen: CountrySeries,
    countries: Sequence[str] = FIVE,
    sex: str = "total",
    method: str | None = None,
) -> Places:
    """Return at which places of its table the rows of `rows_behind` stand."""
    told = _asked(table, chosen.measure, chosen.where, sex, method)
    found = places_where(table, {chosen.column: countries} | told)
    if chosen.partners:
        found = found[_partners(table[chosen.other], chosen.partners, found)]
    dated: Places = found[~np.asarray(table["year"].array.take(found).isna(), dtype=bool)]
    return dated


def places_where(table: pd.DataFrame, told: Mapping[str, Collection[str]]) -> Places:
    """Return at which places of a table the rows stand whose columns say one of some codes."""
    found: Places | None = None
    for column, allowed in told.items():
        fits = among(table[column], allowed, found)
        found = np.flatnonzero(fits) if found is None else found[fits]
    return np.arange(len(table)) if found is None else found


def _partners(
    column: pd.Series, partners: str, places: Places | None = None
) -> npt.NDArray[np.bool_]:
    if partners == "sum":
        return ~among(column, of_kind("aggregate"), places)
    if partners == "members":
        return among(column, MEMBERS, places)
    return among(column, ("WLD" if partners == "total" else partners,), places)


def parts_behind(tables: Tables, chosen: CountrySeries, countries: Sequence[str]) -> pd.DataFrame:
    """Return the rows of single partners behind a series: those added, or those of a total."""
    if chosen.summed:
        return rows_behind(tables, chosen, countries)
    table = tables[chosen.measure.table]
    own = table.take(np.flatnonzero(among(table[chosen.column], countries)))
    keep = belongs(own, chosen.measure, chosen.parts or chosen.where)
    return own.loc[keep & _partners(own[chosen.other], "sum")]
