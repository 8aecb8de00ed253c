"""What may be said of a country's net migration: a residual beside the counts and the stocks.

World Population Prospects take net migration as what births and deaths leave of a change of
population. A country is called receiving or sending by it only where no count of arrivals and
departures and no change of the stocks speaks against it, and where no few years make the sum.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from data.measures.counted_flows import (
    NET,
    WHOLE,
    WORLD,
    counted_ratios,
    counted_totals,
    total_rows,
)
from data.measures.countries import last_years, net_migration, stock_totals
from data.measures.standards import MAJORITY, is_larger

RUN = 3  # years in a row that may not make up more than half of the sum
READ = ("population", "migration_flows", "migrant_stocks")
Tables = Mapping[str, pd.DataFrame]
Against = Literal["", "count", "stocks", "few_years"]
Ends = tuple[int, float, int, float]


@dataclass(frozen=True)
class Pair:
    """Counted net migration of a country with one other.

    Attributes
    ----------
    partner : str
        The other country.
    year : int
        The year.
    value : float
        People who came from it less people who left for it.
    estimate : float
        The country's estimated net migration of that year, with all countries.
    """

    partner: str
    year: int
    value: float
    estimate: float


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
        Net migration as it was counted, by year.
    same : float
        Sum of the estimates of the years that were counted.
    pair : Pair or None
        The largest counted net migration with one other country that is more than the estimate
        has of that year with all of them, where the year has no count of all.
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
    same: float
    pair: Pair | None
    run: tuple[int, int, float]
    here: Ends
    abroad: Ends

    @property
    def clear(self) -> bool:
        """Whether nothing speaks against the sign of the sum."""
        return not self.against

    @property
    def apart(self) -> bool:
        """Whether counts and estimates of the same years are apart, in sign or in size."""
        counted = self.counted_sum
        low, high = sorted((abs(counted), abs(self.same)))
        return self.pair is not None or counted * self.same < 0 or is_larger(high, low)

    @property
    def agreed(self) -> bool:
        """Whether nothing speaks against the sum, neither its sign nor its size."""
        return self.clear and not self.apart

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
    same = sum(known[year] for year in counted)
    pair = _pair(
        tables["migration_flows"],
        country,
        {y: known[y] for y in range(start, end + 1) if y not in counted},
    )
    against: Against = ""
    if sum(counted.values()) * same < 0:
        against = "count"
    elif _contradicted(total, here, abroad):
        against = "stocks"
    elif abs(total - run[2]) < MAJORITY * abs(total) or (total - run[2]) * total < 0:
        against = "few_years"
    return NetVerdict(start, end, total, against, counted, same, pair, run, here, abroad)


def counted_balances(flows: pd.DataFrame, country: str, start: int, end: int) -> dict[int, float]:
    """Return counted net migration by year: arrivals less departures of one source, else a net."""
    both = counted_ratios(counted_totals(flows, country), WORLD, country)
    both = both.drop_duplicates("year", keep="last")
    known = {
        int(r.year): float(r.value)
        for r in net_rows(flows, country).itertuples()
        if r.origin == WORLD
    }
    known |= {int(r.year): float(r.stream) - float(r.counter) for r in both.itertuples()}
    return {year: known[year] for year in sorted(known) if start <= year <= end}


def net_rows(flows: pd.DataFrame, country: str) -> pd.DataFrame:
    """Return the rows that give a counted net migration of whole years to or from a country."""
    rows = flows["indicator"].isin(NET) & flows["sex"].eq("total")
    rows &= flows["period_type"].eq(WHOLE)
    return flows.loc[rows & (flows["origin"].eq(country) | flows["destination"].eq(country))]


def rows_against(flows: pd.DataFrame, country: str, net: NetVerdict) -> pd.DataFrame:
    """Return the rows behind the counts of a verdict."""
    totals, nets = total_rows(flows, country), net_rows(flows, country)
    of_all = nets["origin"].eq(WORLD) & nets["year"].isin(list(net.counted))
    if net.pair:
        ends = nets["origin"].eq(net.pair.partner) | nets["destination"].eq(net.pair.partner)
        of_all |= ends & nets["year"].eq(net.pair.year)
    return pd.concat([totals.loc[totals["year"].isin(list(net.counted))], nets.loc[of_all]])


def _pair(flows: pd.DataFrame, country: str, estimates: Mapping[int, float]) -> Pair | None:
    """Return the largest counted net of one pair that is more than the estimate of its year."""
    found = []
    for row in net_rows(flows, country).itertuples():
        into = row.destination == country
        partner, value = (row.origin, row.value) if into else (row.destination, -row.value)
        if partner != WORLD and int(row.year) in estimates:
            estimate = estimates[int(row.year)]
            if is_larger(abs(value), abs(estimate)):
                found.append(Pair(str(partner), int(row.year), float(value), estimate))
    return max(found, key=lambda pair: abs(pair.value), default=None)


def heaviest_run(known: Mapping[int, float], start: int, end: int) -> tuple[int, int, float]:
    """Return first year, last year and sum of the years in a row that weigh most."""
    runs = [
        (y, y + RUN - 1, sum(known[x] for x in range(y, y + RUN)))
        for y in range(start, end - RUN + 2)
    ]
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
