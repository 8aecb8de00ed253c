"""What a reader can choose on the page on readiness for assisted return."""

from dataclasses import dataclass

from data.areas import FIVE

VIEW_NAMES = (
    "readiness-mechanisms",
    "readiness-chain",
    "readiness-peers",
    "readiness-factors",
    "readiness-obstacles",
)
CLAIMS = ("factors", "obstacles")


@dataclass(frozen=True)
class ReadinessFilters:
    """The state of the page; every field stands in the link.

    Attributes
    ----------
    countries : tuple of str
        Which of the five.
    country : str
        The one of the five that the chain and the comparison with peers are about.
    claims : {"factors", "obstacles"}
        Which claims of the literature are shown.
    """

    countries: tuple[str, ...] = FIVE
    country: str = FIVE[0]
    claims: str = CLAIMS[0]
