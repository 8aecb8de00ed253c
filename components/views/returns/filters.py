"""What a reader can choose on the page of returns."""

from dataclasses import dataclass

from data.measures.corridors import FIVE


@dataclass(frozen=True)
class ReturnFilters:
    """The state of the page; every field stands in the link.

    Attributes
    ----------
    who : tuple of str
        Countries of origin, of the five.
    year : int
        Year of the shares.
    kind : str
        Kind of return of the single figures; ``all`` for all kinds.
    """

    who: tuple[str, ...] = FIVE
    year: int = 2023
    kind: str = "all"
