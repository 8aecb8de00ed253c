"""Everything that the tables hold on one type of migration in one country, and what they do not."""

from collections.abc import Sequence

import pandas as pd

from data.measures.catalogue import kinds_of, of_type
from data.measures.measure import CountrySeries
from data.measures.rows import Tables
from data.measures.series_figures import figures


def holes(tables: Tables, flow_type: str, country: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the kinds of figure of a type that a country does not have.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    flow_type : str
        One of `data.measures.catalogue.TYPES`.
    country : str
        ISO code of one of the five.

    Returns
    -------
    tuple of two tuples of str
        Kinds of which no row of the tables says anything, and kinds of which there are rows that
        no series can show: without a year, or of another partner.
    """
    nothing: list[str] = []
    something: list[str] = []
    for kind in kinds_of(flow_type):
        own = [one for one in of_type(flow_type) if kind in (one.kind, one.id)]
        fit = [one for one in own if one.applies(country)]
        if not fit or any(len(figures(tables, one, country)) for one in fit):
            continue
        there = any(len(asked(tables, one, country)) for one in fit)
        (something if there else nothing).append(kind)
    return tuple(nothing), tuple(something)


def instead(
    tables: Tables, chosen: CountrySeries, countries: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which countries without a figure of a series are no holes.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    chosen : CountrySeries
        How to count.
    countries : sequence of str
        ISO codes of countries that have no figure.

    Returns
    -------
    tuple of two tuples of str
        Countries that another series of the same kind has a figure for, and countries with
        rows that the series cannot show.
    """
    others = [one for one in of_type(chosen.measure.flow_type) if one.kind == chosen.kind != ""]
    return (
        tuple(c for c in countries if any(len(figures(tables, one, c)) for one in others)),
        tuple(c for c in countries if len(asked(tables, chosen, c))),
    )


def asked(tables: Tables, chosen: CountrySeries, country: str) -> pd.DataFrame:
    """Return rows that answer a series' question, if only undated or for single partners."""
    own = chosen.measure
    parts = [_answers(tables[own.table], chosen, own.indicators, country)]
    for name, indicators in chosen.elsewhere:
        parts.append(_answers(tables[name], chosen, indicators, country))
    return pd.concat([part for part in parts if len(part)] or parts[:1])


def _answers(
    table: pd.DataFrame, chosen: CountrySeries, indicators: Sequence[str], country: str
) -> pd.DataFrame:
    rows = table["indicator"].isin(indicators) & table[chosen.column].eq(country)
    if chosen.partners != "total" and not chosen.summed:
        rows &= table[chosen.other].eq(chosen.partners)
    return table.loc[rows & table["value"].ne(0)]
