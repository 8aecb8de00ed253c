"""What a reader can choose on the page of returns."""

from dataclasses import dataclass

from data.measures.corridors import FIVE


@dataclass(frozen=True)
class ReturnFilters:
    """The state of the page; every field stands in the link.

    Attributes
    ----------
    countries : tuple of str
        Nationalities.
    year : int
        Year of the shares.
    """

    countries: tuple[str, ...] = FIVE
    year: int = 2023
