"""What the tables say of one country's migration status."""

from dataclasses import dataclass
from functools import cached_property

from components.views.spec import Tables
from data.areas import FIVE
from data.measures.catalogue import TYPED_METHODS
from data.measures.countries import (
    hub_shares,
    partners,
    standing,
    stock_ratio,
    stock_totals,
    transit_moves,
)
from data.measures.net_verdict import NetVerdict, net_verdict


@dataclass(frozen=True)
class Evidence:
    """What the tables say of one country.

    Attributes
    ----------
    country : str
        ISO code.
    tables : mapping
        Curated tables by name.
    """

    country: str
    tables: Tables

    @cached_property
    def here(self) -> dict[int, float]:
        """People born abroad who live in the country, by year."""
        return stock_totals(self.tables["migrant_stocks"], self.country, "here")

    @cached_property
    def abroad(self) -> dict[int, float]:
        """People born in the country who live abroad, by year."""
        return stock_totals(self.tables["migrant_stocks"], self.country, "abroad")

    @property
    def first(self) -> int:
        """First year of the stocks."""
        return min(self.here)

    @property
    def last(self) -> int:
        """Last year of the stocks."""
        return max(self.here)

    def ratio(self, year: int) -> float | None:
        """Return immigrants for each emigrant in a year."""
        return stock_ratio(self.here.get(year), self.abroad.get(year))

    def standing(self, year: int) -> str | None:
        """Return which side of the stocks is the larger in a year."""
        return standing(self.here.get(year), self.abroad.get(year))

    @cached_property
    def net(self) -> NetVerdict:
        """What the sources say of the last ten years of net migration."""
        return net_verdict(self.tables, self.country)

    @cached_property
    def onward(self) -> dict[str, dict[int, float]]:
        """Moves on to a third country by method and last year of the period; empty for Russia."""
        if self.country not in FIVE:
            return {}
        flows = self.tables["migration_flows"]
        return {m: transit_moves(flows, self.country, "from", m) for m in TYPED_METHODS}

    @cached_property
    def hub(self) -> dict[str, float]:
        """Share of each of the five's people abroad who live in the country."""
        return hub_shares(self.tables["migrant_stocks"], FIVE, self.country)

    @cached_property
    def leads(self) -> list[str]:
        """Which of the five have more people here than in any other country."""
        stocks = self.tables["migrant_stocks"]
        firsts = {c: partners(stocks, c, "abroad", self.last).iloc[0]["partner"] for c in FIVE}
        return [country for country, host in firsts.items() if host == self.country]

    @property
    def of_the_five(self) -> tuple[float, float]:
        """People born in the five living abroad: those who live in the country, and all."""
        stocks = self.tables["migrant_stocks"]
        totals = {c: stock_totals(stocks, c, "abroad")[self.last] for c in FIVE}
        return sum(self.hub.get(c, 0.0) * totals[c] for c in FIVE), sum(totals.values())
