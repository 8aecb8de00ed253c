"""What a reader can choose on the corridor pages."""

from dataclasses import dataclass

from data.areas import FIVE
from data.measures.catalogue import CORRIDORS
from data.measures.measure import Direction, Measure

TOPS = (10, 15, 20)
MINIMUMS = (0, 100, 1_000, 10_000, 100_000)


@dataclass(frozen=True)
class CorridorFilters:
    """The state of the corridor page; every field stands in the link.

    Attributes
    ----------
    measure : str
        Id of a measure of the catalogue.
    year : int
        Year, or last year of a period.
    direction : {"from", "to", "both", "within"}
        Seen from `countries`.
    countries : tuple of str
        Which of the five.
    partners : tuple of str
        Other ends; empty for all.
    sex : str
        ``total``, ``male`` or ``female``.
    method : str or None
        Method of a modelled measure.
    minimum : float
        Smallest corridor to show.
    top : int
        How many corridors to show.
    world : bool
        Whether the map shows the whole world.
    start, end : str or None
        The corridor in hand.
    place : str or None
        The place that the map is centred on.
    """

    measure: str = "stock"
    year: int = 2024
    direction: Direction = "from"
    countries: tuple[str, ...] = FIVE
    partners: tuple[str, ...] = ()
    sex: str = "total"
    method: str | None = None
    minimum: float = 0
    top: int = 15
    world: bool = False
    start: str | None = None
    end: str | None = None
    place: str | None = None

    @property
    def definition(self) -> Measure:
        """The measure's entry in the catalogue."""
        return CORRIDORS[self.measure]
