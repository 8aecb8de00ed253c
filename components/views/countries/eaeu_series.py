"""The series in which members of the Eurasian Economic Union stand beside the others."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from components.language import N_
from components.phrases.periods import five_years
from components.views.spec import Tables
from data.measures.catalogue import METHODS
from data.measures.eaeu import (
    SPAN,
    Times,
    by_country,
    flow_rows,
    level,
    received_rows,
    stock_rows,
    yearly_windows,
)

HUB, SECOND = "RUS", "KAZ"
Series = Mapping[str, Mapping[int, float]]


@dataclass(frozen=True)
class Compared:
    """One series of the five, with the times that are compared.

    Attributes
    ----------
    name : str
        What was counted (a message).
    unit : str
        Its unit (a message).
    table : str
        Curated table.
    rows : pandas.DataFrame
        Curated rows behind it.
    known : mapping
        Values by country and year.
    times : Times
        Earlier, before and after.
    base : int
        Year that is set to 100.
    kind : {"stock", "flow", "money"}
        How a time is written.
    """

    name: str
    unit: str
    table: str
    rows: pd.DataFrame
    known: Series
    times: Times
    base: int
    kind: str


def compared(tables: Tables, start: int) -> list[Compared]:
    """Return the series that are compared, with their times around the first membership."""
    stocks, flows = tables["migrant_stocks"], tables["migration_flows"]
    moves = flow_rows(flows, HUB, METHODS[0])
    periods = Times((start - SPAN,) * 2, (start, start), (start + SPAN,) * 2)
    found = [
        _stock(stocks, HUB, N_("Born in the country, live in Russia"), start),
        Compared(
            N_("Moves to Russia in five years (modelled)"),
            N_("People in five years"),
            "migration_flows",
            moves,
            by_country(moves, "origin"),
            periods,
            start,
            "flow",
        ),
        _stock(stocks, SECOND, N_("Born in the country, live in Kazakhstan"), start),
    ]
    rows = received_rows(tables["remittances"])
    found.append(
        Compared(
            N_("Money received from abroad"),
            N_("US dollars in the year"),
            "remittances",
            rows,
            by_country(rows, "receiver"),
            yearly_windows(start),
            start - 1,
            "money",
        )
    )
    return found


def _stock(stocks: pd.DataFrame, host: str, name: str, start: int) -> Compared:
    rows = stock_rows(stocks, host)
    last = int(rows["year"].max())
    times = Times((start - 2 * SPAN,) * 2, (start, start), (last, last))
    return Compared(
        name,
        N_("People, on 1 July"),
        "migrant_stocks",
        rows,
        by_country(rows, "origin"),
        times,
        start,
        "stock",
    )


def known_throughout(one: Compared, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the countries that have a figure at each of the times."""
    times = (one.times.earlier, one.times.before, one.times.after)
    return tuple(
        code
        for code in codes
        if all(level(one.known.get(code, {}), window) is not None for window in times)
    )


def censuses_of(counted: pd.DataFrame) -> dict[str, dict[int, float]]:
    """Return the counts of both sexes by country of birth and year."""
    return by_country(counted.loc[counted["sex"].eq("total")], "origin")


def ends_of(censuses: Mapping[str, Mapping[int, float]]) -> tuple[int, int]:
    """Return the first and the last year of some censuses."""
    years = {year for own in censuses.values() for year in own}
    return min(years, default=0), max(years, default=0)


def time_words(one: Compared, year: int) -> str:
    """Write a year of a series, or the five years that end with it."""
    return five_years(year) if one.kind == "flow" else str(year)
