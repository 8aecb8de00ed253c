"""What a reader can choose on the page of counter-streams."""

from dataclasses import dataclass

from data.areas import FIVE
from data.measures.catalogue import METHODS

LEASTS = (1_000, 5_000, 10_000, 50_000, 100_000)
BALANCES = ("effectiveness", "net")
SIDES = ("to", "from")
BY_YEAR = ("pair", "ratio", "map", "ranked")


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
    whole : {"counted", "to", "from", "effectiveness", "net"}
        What is shown of whole countries.
    balance : {"effectiveness", "net"}
        What is shown of a country's balance.
    side : {"to", "from"}
        Whether the return share is that of arrivals or of departures.
    by_year : {"pair", "ratio", "map", "ranked"}
        What is shown of flows by year.
    in_year : int
        The year of flows by year; another choice than the five years of the modelled ones.
    """

    countries: tuple[str, ...] = FIVE
    method: str = METHODS[0]
    year: int = 2020
    least: int = 10_000
    start: str = "KAZ"
    end: str = "RUS"
    picked: bool = False
    whole: str = "counted"
    balance: str = "effectiveness"
    side: str = "to"
    by_year: str = "pair"
    in_year: int = 2023
