"""What a reader can choose on the page of one country."""

from dataclasses import dataclass

from data.areas import FIVE
from data.measures.catalogue import BESIDE_EVENTS
from data.measures.measure import CountrySeries
from data.measures.regions import REGIONAL

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
    host : str
        Where the people live whose ages are shown; empty for the largest count.
    measure : str
        One of `data.measures.catalogue.BESIDE_EVENTS`, the series that events and other countries
        are set beside.
    regional : str
        One of `data.measures.regions.REGIONAL`, what is shown by region; where the country has no
        such figure, its first, or none.
    part : str
        The part of the page that is shown.
    """

    country: str = "KAZ"
    beside: tuple[str, ...] = ()
    per: str = "absolute"
    sex: str = "total"
    host: str = ""
    measure: str = next(iter(BESIDE_EVENTS))
    regional: str = next(iter(REGIONAL))
    part: str = "status"

    @property
    def countries(self) -> tuple[str, ...]:
        """The country and those beside it, the country first."""
        return (self.country, *self.beside)

    @property
    def definition(self) -> CountrySeries:
        """The entry of the series in the catalogue of measures."""
        return BESIDE_EVENTS[self.measure]
