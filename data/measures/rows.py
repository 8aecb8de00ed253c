"""The curated rows behind a measure: one way to them for every page."""

from collections.abc import Mapping, Sequence
from functools import cache

import pandas as pd

from data.areas import FIVE
from data.codelists import code_list
from data.measures.drivers import MEMBERS
from data.measures.measure import CountrySeries, Measure, Where

Tables = Mapping[str, pd.DataFrame]
ALL = "*"  # all methods of a model, or everybody by sex


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
    rows = frame["indicator"].isin(measure.indicators) & frame["year"].notna()
    if measure.sources:
        rows &= frame["source_id"].isin(measure.sources)
    told = dict(measure.where) | dict(where)
    if measure.methods and method != ALL:
        told["method"] = (method or measure.methods[0],)
    if not measure.added and "sex" in frame:
        told["age"] = ("total",)
        if sex != ALL:
            told["sex"] = (sex,)
    for column, allowed in told.items():
        rows &= frame[column].isin(allowed)
    return rows


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
    own = table.loc[table[chosen.column].isin(countries)]
    keep = belongs(own, chosen.measure, chosen.where, sex, method)
    if chosen.partners:
        keep &= _partners(own[chosen.other], chosen.partners)
    return own.loc[keep]


def _partners(column: pd.Series, partners: str) -> pd.Series:
    if partners == "sum":
        return ~column.isin(of_kind("aggregate"))
    if partners == "members":
        return column.isin(MEMBERS)
    return column.eq("WLD" if partners == "total" else partners)


def parts_behind(tables: Tables, chosen: CountrySeries, countries: Sequence[str]) -> pd.DataFrame:
    """Return the rows of single partners behind a series: those added, or those of a total."""
    if chosen.summed:
        return rows_behind(tables, chosen, countries)
    table = tables[chosen.measure.table]
    own = table.loc[table[chosen.column].isin(countries)]
    keep = belongs(own, chosen.measure, chosen.parts or chosen.where)
    return own.loc[keep & _partners(own[chosen.other], "sum")]
