"""Series of one country that are looked at beside events, or beside those of other countries."""

from collections.abc import Mapping, Sequence

import pandas as pd

from data.areas import FIVE
from data.measures.best import FAR
from data.measures.changes import Reporters, alone, broken_at, reporters
from data.measures.countries import (
    Side,
    inhabitants,
    net_migration,
    pair_rows,
    per_1000,
    stock_totals,
    total_rows,
)
from data.measures.flow_types import figures, rows_behind, series
from data.measures.sides import sides_of
from data.measures.yardsticks import yardstick

Tables = Mapping[str, pd.DataFrame]
MEASURES: tuple[str, ...] = ("net", "remittances", "abroad", "here", "refugees")
TABLES: dict[str, str] = {
    "net": "population",
    "remittances": "remittances",
    "abroad": "migrant_stocks",
    "here": "migrant_stocks",
    "refugees": "forced_displacement",
}
REFUGEES = yardstick("refugees_from")
# First years of a new way of counting: no line is drawn into them.
BREAKS: dict[str, tuple[int, ...]] = {"refugees": REFUGEES.breaks}


def values(tables: Tables, measure: str, country: str, relative: bool) -> dict[int, float]:
    """Return one series of a country by year.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name: the one in `TABLES`, and ``population`` for relative values.
    measure : str
        One of `MEASURES`: net migration of the year, money received in the year in US dollars,
        people born in the country who live abroad and people born abroad who live in it (both on
        1 July), refugees and others in need of international protection from the country at the
        end of the year.
    country : str
        ISO code.
    relative : bool
        Whether values are per 1,000 inhabitants of the country in the same year; money is then
        in US dollars for each inhabitant. The relative net migration is the one that the source
        publishes.

    Returns
    -------
    dict of int to float
        Years without a figure are not there; an empty mapping where no table has any.
    """
    if measure == "net":
        return _net(tables["population"], country, relative)
    known = _absolute(tables, measure, country)
    if not relative:
        return known
    known = per_1000(known, inhabitants(tables["population"], country))
    return {y: v / 1000 for y, v in known.items()} if measure == "remittances" else known


def _net(population: pd.DataFrame, country: str, relative: bool) -> dict[int, float]:
    if not relative:
        return net_migration(population, country)
    found = _net_rows(population, country, "net_migration_rate").sort_values("year")
    return {int(row.year): float(row.value) for row in found.itertuples()}


def _net_rows(population: pd.DataFrame, country: str, indicator: str) -> pd.DataFrame:
    rows = population["country"].eq(country) & population["indicator"].eq(indicator)
    return population.loc[rows & population["series"].eq("estimate")]


def _absolute(tables: Tables, measure: str, country: str) -> dict[int, float]:
    if measure == "remittances":
        return money_received(tables["remittances"], country)
    if measure == "refugees":
        if country not in FIVE:
            return {}
        found = series(figures(about(tables, country, (REFUGEES.table,)), REFUGEES, country))
        return {int(row.year): float(row.value) for row in found.itertuples()}
    return stock_totals(tables["migrant_stocks"], country, _side(measure))


def about(tables: Tables, country: str, names: Sequence[str]) -> dict[str, pd.DataFrame]:
    """Return tables with only the rows that have a country on either side.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    country : str
        ISO code.
    names : sequence of str
        Tables of people and movements between two countries.
    """
    found = {}
    for name in names:
        table = tables[name]
        home, away = sides_of(name, "home")
        found[name] = table.loc[table[home].eq(country) | table[away].eq(country)]
    return found


def by_reporter(tables: Tables, measure: str, country: str) -> Reporters:
    """Return a series of a country by its parts: countries of asylum, partners, or one publisher.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        As for `values`.
    measure : str
        One of `MEASURES`.
    country : str
        ISO code.
    """
    if measure == "refugees":
        _, away = sides_of(REFUGEES.table, "home")
        return reporters(rows_of(tables, measure, country, relative=False), away)
    if measure in ("abroad", "here") and country in FIVE:  # of others only some pairs are known
        rows = pair_rows(tables["migrant_stocks"], country, _side(measure))
        _, partner = sides_of("migrant_stocks", "home" if measure == "abroad" else "away")
        return reporters(rows.loc[rows["sex"].eq("total")], partner)
    return alone(values(tables, measure, country, relative=False))


def breaks_of(measure: str, parts: Reporters) -> tuple[int, ...]:
    """Return the years into which no line of a series is drawn: it counts otherwise, or others.

    Parameters
    ----------
    measure : str
        One of `MEASURES`.
    parts : mapping of str to mapping of int to float
        From `by_reporter`.
    """
    return tuple(sorted({*BREAKS.get(measure, ()), *broken_at(parts)}))


def _side(measure: str) -> Side:
    return "abroad" if measure == "abroad" else "here"


def money_rows(remittances: pd.DataFrame, country: str) -> pd.DataFrame:
    """Return the curated rows of personal remittances that a country received, all senders."""
    rows = remittances["indicator"].eq("remittances_received") & remittances["sender"].eq("WLD")
    return remittances.loc[rows & remittances["receiver"].eq(country)].sort_values("year")


def money_received(remittances: pd.DataFrame, country: str) -> dict[int, float]:
    """Return personal remittances that a country received, in current US dollars, by year."""
    found = money_rows(remittances, country)
    return {int(row.year): float(row.value) for row in found.itertuples()}


def rows_of(tables: Tables, measure: str, country: str, relative: bool) -> pd.DataFrame:
    """Return the curated rows behind `values`, without those on the number of inhabitants."""
    if measure == "net":
        kind = "net_migration_rate" if relative else "net_migration"
        return _net_rows(tables["population"], country, kind)
    if measure == "remittances":
        return money_rows(tables["remittances"], country)
    if measure == "refugees":
        return rows_behind(tables, REFUGEES, (country,) if country in FIVE else ())
    return total_rows(tables["migrant_stocks"], country, _side(measure))


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
