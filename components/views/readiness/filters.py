"""What a reader can choose on the page on readiness for assisted return."""

from dataclasses import dataclass

from data.areas import FIVE


@dataclass(frozen=True)
class ReadinessFilters:
    """The state of the page; every field stands in the link.

    Attributes
    ----------
    countries : tuple of str
        Which of the five.
    country : str
        The one of the five that the chain and the comparison with peers are about.
    """

    countries: tuple[str, ...] = FIVE
    country: str = FIVE[0]
