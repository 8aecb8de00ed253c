"""What may be said of a country's net migration: a residual beside the counts and the stocks.

World Population Prospects take net migration as what births and deaths leave of a change of
population. A country is called receiving or sending by it only where no count of arrivals and
departures and no change of the stocks speaks against it, and where no few years make the sum.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from data.measures.counted_flows import WORLD, counted_ratios, counted_totals
from data.measures.countries import last_years, net_migration, stock_totals
from data.measures.standards import MAJORITY, is_larger

RUN = 3  # years in a row that may not make up more than half of the sum
READ = ("population", "migration_flows", "migrant_stocks")
Tables = Mapping[str, pd.DataFrame]
Against = Literal["", "count", "stocks", "few_years"]
Ends = tuple[int, float, int, float]


@dataclass(frozen=True)
class NetVerdict:
    """What the sources say of ten years.

    Attributes
    ----------
    start, end : int
        First and last year.
    total : float
        Sum of the estimates: people who came less people who left.
    against : {"", "count", "stocks", "few_years"}
        What speaks against its sign; empty where nothing does.
    counted : dict of int to float
        Arrivals less departures as one source counted both, by year.
    run : tuple of int, int, float
        The three years in a row that weigh most: first, last, sum.
    here, abroad : tuple of int, float, int, float
        People born abroad who live in the country, and people born in it who live abroad: a year
        and its figure, a later year and its figure.
    """

    start: int
    end: int
    total: float
    against: Against
    counted: dict[int, float]
    run: tuple[int, int, float]
    here: Ends
    abroad: Ends

    @property
    def clear(self) -> bool:
        """Whether nothing speaks against the sign of the sum."""
        return not self.against

    @property
    def side(self) -> str:
        """Which status the sum speaks for; only to be told where the verdict is clear."""
        return "receiving" if self.total > 0 else "sending"

    @property
    def counted_sum(self) -> float:
        """Sum of the counted balances."""
        return sum(self.counted.values())


def net_verdict(tables: Tables, country: str) -> NetVerdict:
    """Weigh the last ten years of estimated net migration against counts and stocks.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name, those of `READ`.
    country : str
        ISO code.
    """
    known = net_migration(tables["population"], country)
    start, end, total = last_years(known)
    counted = counted_balances(tables["migration_flows"], country, start, end)
    run = heaviest_run(known, start, end)
    here, abroad = (
        _ends(stock_totals(tables["migrant_stocks"], country, side), start)
        for side in ("here", "abroad")
    )
    against: Against = ""
    if counted and sum(counted.values()) * total < 0:
        against = "count"
    elif _contradicted(total, here, abroad):
        against = "stocks"
    elif abs(total - run[2]) < MAJORITY * abs(total) or (total - run[2]) * total < 0:
        against = "few_years"
    return NetVerdict(start, end, total, against, counted, run, here, abroad)


def counted_balances(flows: pd.DataFrame, country: str, start: int, end: int) -> dict[int, float]:
    """Return arrivals less departures by year, where one source counts both."""
    both = counted_ratios(counted_totals(flows, country), WORLD, country)
    both = both.loc[both["year"].between(start, end)].drop_duplicates("year", keep="last")
    return {int(r.year): float(r.stream) - float(r.counter) for r in both.itertuples()}


def heaviest_run(known: Mapping[int, float], start: int, end: int) -> tuple[int, int, float]:
    """Return first year, last year and sum of the years in a row that weigh most."""
    runs = [(y, y + RUN - 1, sum(known[x] for x in range(y, y + RUN)))
            for y in range(start, end - RUN + 2)]  # fmt: skip
    return max(runs, key=lambda run: abs(run[2]))


def _ends(stock: dict[int, float], start: int) -> Ends:
    """Return the first year of a stock from a year on, and the last one, with their figures."""
    years = [year for year in sorted(stock) if year >= start]
    return years[0], stock[years[0]], years[-1], stock[years[-1]]


def _contradicted(total: float, here: Ends, abroad: Ends) -> bool:
    """Say whether the stocks moved clearly to the other side than the sum, and on none to its."""
    gained = is_larger(here[3], here[1]) or is_larger(abroad[1], abroad[3])
    lost = is_larger(here[1], here[3]) or is_larger(abroad[3], abroad[1])
    return (lost and not gained) if total > 0 else (gained and not lost)
