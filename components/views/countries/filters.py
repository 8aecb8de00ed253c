"""What a reader can choose on the page of one country."""

from dataclasses import dataclass

from data.areas import FIVE
from data.measures.country_series import MEASURES

SIX = (*FIVE, "RUS")
PER = ("absolute", "per_1000")
MOST_BESIDE = 4


@dataclass(frozen=True)
class CountryFilters:
    """The state of the page; every field stands in the link.

    Attributes
    ----------
    country : str
        One of the five, or Russia as the hub of the region.
    beside : tuple of str
        Up to four further countries of `SIX`, put beside the country.
    per : {"absolute", "per_1000"}
        Whether figures are people, or people per 1,000 inhabitants.
    sex : str
        ``total``, ``female`` or ``male``, for views of people by country of birth.
    measure : str
        One of ``MEASURES``, the series that events and other countries are set beside.
    """

    country: str = "KAZ"
    beside: tuple[str, ...] = ()
    per: str = "absolute"
    sex: str = "total"
    measure: str = MEASURES[0]

    @property
    def countries(self) -> tuple[str, ...]:
        """The country and those beside it, the country first."""
        return (self.country, *self.beside)
