"""What a reader can choose on the page of counter-streams."""

from dataclasses import dataclass, replace

from data.areas import FIVE
from data.measures.catalogue import METHODS

LEASTS = (1_000, 5_000, 10_000, 50_000, 100_000)
BALANCES = ("effectiveness", "net")
SIDES = ("to", "from")


@dataclass(frozen=True)
class CounterFilters:
    """The state of the page; every field stands in the link.

    Attributes
    ----------
    countries : tuple of str
        Which of the five are at an end of the corridors.
    method : str
        Method of the modelled flows.
    year : int
        Last year of the period of five years.
    least : int
        Smallest main current shown, in persons over the five years.
    start, end : str
        The corridor in hand.
    picked : bool
        Whether the reader picked it; if not, it is the largest.
    balance : {"effectiveness", "net"}
        What is shown of a country's balance.
    side : {"to", "from"}
        Whether the return share is that of arrivals or of departures.
    """

    countries: tuple[str, ...] = FIVE
    method: str = METHODS[0]
    year: int = 2020
    least: int = 10_000
    start: str = "KAZ"
    end: str = "RUS"
    picked: bool = False
    balance: str = "effectiveness"
    side: str = "to"


READ = {
    "counter-map": ("countries", "method", "year", "least", "start", "end", "picked"),
    "counter-ranked": ("countries", "method", "year", "least"),
    "counter-history": ("method", "year", "start", "end"),
    "counter-counted": ("start", "end"),
    "counter-editions": ("method", "year", "start", "end"),
    "counter-totals": ("countries",),
    "counter-return-share": ("countries", "method", "side"),
    "counter-balance": ("countries", "method", "balance"),
}


def read_by(name: str, filters: CounterFilters) -> CounterFilters:
    """Return the choices that a view reads, the others left at their defaults.

    Views are built once per choice; what a view does not read must not build it anew.
    """
    return replace(CounterFilters(), **{one: getattr(filters, one) for one in READ[name]})
