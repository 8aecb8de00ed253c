"""Net migration of one country by year in all sources that have it, side by side.

They contradict one another, in sign too; none is taken for the truth and none is added to another.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.measures.countries import net_migration
from data.measures.net_verdict import counted_balances
from data.measures.yearly import EDITIONS, META

RESIDUAL, COUNTED = "residual", "counted"
NETS = (RESIDUAL, *EDITIONS, META, COUNTED)
READ = ("population", "yearly_flows", "migration_flows")
NET, DEVIATION = "net_1y", "net_1y_deviation"
Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Nets:
    """Net migration of one country.

    Attributes
    ----------
    by_source : dict of str to dict of int to float
        For each of `NETS`, people who came less people who left, by year; empty where the source
        has none.
    deviation : dict of int to float
        Standard deviation of the first edition.
    """

    by_source: dict[str, dict[int, float]]
    deviation: dict[int, float]

    @property
    def compared(self) -> tuple[int, ...]:
        """Years of which at least two sources have a figure."""
        every = {year for own in self.by_source.values() for year in own}
        return tuple(sorted(year for year in every if len(self.of_year(year)) > 1))

    @property
    def agreed(self) -> tuple[int, ...]:
        """Years in which all sources that have a figure give the same sign."""
        return tuple(year for year in self.compared if len(self.signs(year)) == 1)

    def of_year(self, year: int) -> dict[str, float]:
        """Return the figures of a year by source."""
        return {name: own[year] for name, own in self.by_source.items() if year in own}

    def signs(self, year: int) -> set[int]:
        """Return the signs that sources give a year: 1, −1, or 0 for exactly nobody."""
        return {(value > 0) - (value < 0) for value in self.of_year(year).values()}

    def widest(self) -> int:
        """Return the year in which the highest and the lowest figure are farthest apart.

        Of years in which signs differ, where there are any.
        """
        split = [year for year in self.compared if year not in self.agreed]

        def span(year: int) -> float:
            values = self.of_year(year).values()
            return max(values) - min(values)

        return max(split or self.compared, key=span)

    def unsure(self, year: int) -> bool:
        """Say whether the first edition is within one standard deviation of nobody at all."""
        value, own = self.by_source[EDITIONS[0]].get(year), self.deviation.get(year)
        return value is not None and own is not None and abs(value) < own


def net_rows(yearly: pd.DataFrame, country: str) -> pd.DataFrame:
    """Return the rows of ``yearly_flows`` on the net migration of a country."""
    rows = yearly["indicator"].isin((NET, DEVIATION)) & yearly["destination"].eq(country)
    return yearly.loc[rows]


def nets(tables: Tables, country: str) -> Nets:
    """Return a country's net migration by year in each source.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name, those of `READ`.
    country : str
        ISO code.
    """
    rows = net_rows(tables["yearly_flows"], country)
    of_net = rows.loc[rows["indicator"].eq(NET)]
    residual = net_migration(tables["population"], country)
    first, last = min(residual), max(residual)
    by_source = {
        RESIDUAL: residual,
        **{one: _by_year(of_net.loc[of_net["series"].eq(one)]) for one in EDITIONS},
        META: _by_year(of_net.loc[of_net["source_id"].eq(META)]),
        COUNTED: counted_balances(tables["migration_flows"], country, first, last),
    }
    return Nets(by_source, _by_year(rows.loc[rows["indicator"].eq(DEVIATION)]))


def _by_year(rows: pd.DataFrame) -> dict[int, float]:
    return {int(row.year): float(row.value) for row in rows.sort_values("year").itertuples()}
