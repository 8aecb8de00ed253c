"""Series of one country that are looked at beside events, or beside those of other countries."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from data.areas import FIVE
from data.measures.best import FAR
from data.measures.catalogue import BESIDE_EVENTS
from data.measures.changes import Reporters, alone, broken_at, reporters
from data.measures.countries import THOUSAND, inhabitants, per_1000
from data.measures.measure import CountrySeries
from data.measures.rows import Tables, parts_behind, rows_behind

READ = tuple(dict.fromkeys(one.measure.table for one in BESIDE_EVENTS.values()))


def values(tables: Tables, chosen: CountrySeries, country: str, relative: bool) -> dict[int, float]:
    """Return one series of a country by year.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name: the one of the measure, and ``population`` for relative values.
    chosen : CountrySeries
        One of `data.measures.catalogue.BESIDE_EVENTS`.
    country : str
        ISO code.
    relative : bool
        Whether values are per 1,000 inhabitants of the country in the same year; money is then
        in US dollars for each inhabitant. Where the source itself publishes the relative figure,
        it is that one.

    Returns
    -------
    dict of int to float
        Years without a figure are not there; an empty mapping where no table has any.
    """
    rows = rows_of(tables, chosen, country, relative)
    sums = rows.groupby("year")["value"].sum()
    known = {int(year): float(value) for year, value in sums.items()}
    if not chosen.measure.zeros:
        known = {year: value for year, value in known.items() if value}
    if not relative or chosen.measure.rate:
        return known
    known = per_1000(known, inhabitants(tables["population"], country))
    if chosen.measure.unit == "usd":
        return {year: value / THOUSAND for year, value in known.items()}
    return known


def by_reporter(tables: Tables, chosen: CountrySeries, country: str) -> Reporters:
    """Return a series of a country by its parts: countries of asylum, partners, or one publisher.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        As for `values`.
    chosen : CountrySeries
        One of `data.measures.catalogue.BESIDE_EVENTS`.
    country : str
        ISO code.
    """
    if country in FIVE and (chosen.summed or chosen.parts):  # of others only some pairs are known
        return reporters(parts_behind(tables, chosen, (country,)), chosen.other)
    return alone(values(tables, chosen, country, relative=False))


def breaks_of(chosen: CountrySeries, country: str, parts: Reporters) -> tuple[int, ...]:
    """Return the years into which no line of a series is drawn: it counts otherwise, or others.

    Parameters
    ----------
    chosen : CountrySeries
        One of `data.measures.catalogue.BESIDE_EVENTS`.
    country : str
        ISO code.
    parts : mapping of str to mapping of int to float
        From `by_reporter`.
    """
    return tuple(sorted({*chosen.breaks_in(country), *broken_at(parts)}))


def rows_of(tables: Tables, chosen: CountrySeries, country: str, relative: bool) -> pd.DataFrame:
    """Return the curated rows behind `values`, without those on the number of inhabitants.

    Nothing is added for a country of which the table has only some pairs.
    """
    if chosen.summed and country not in FIVE:
        return rows_behind(tables, chosen, ())
    if relative and chosen.measure.rate:
        chosen = replace(chosen, measure=replace(chosen.measure, indicators=(chosen.measure.rate,)))
    return rows_behind(tables, chosen, (country,)).sort_values("year", kind="stable")


def inhabitant_rows(
    population: pd.DataFrame, countries: tuple[str, ...], years: set[int]
) -> pd.DataFrame:
    """Return the curated rows on inhabitants of some countries in some years."""
    rows = population["indicator"].eq("population") & population["country"].isin(countries)
    return population.loc[rows & population["year"].isin(years)]


def shared_year(known: Mapping[str, Mapping[int, float]]) -> int:
    """Return the year in which most of some countries have a figure; the latest of equals.

    A year that is more than `data.measures.best.FAR` years older than the newest figure is passed
    over, so that a country whose figures ended long ago does not take all others back with it.

    Parameters
    ----------
    known : mapping of str to mapping of int to float
        Series by country; at least one figure in all.
    """
    years = [year for own in known.values() for year in own]
    years = [year for year in years if year >= max(years) - FAR]
    return max(set(years), key=lambda year: (years.count(year), year))
