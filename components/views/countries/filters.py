"""What a reader can choose on the page of one country."""

from dataclasses import dataclass, replace

from data.measures.corridors import FIVE

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
    """

    country: str = "KAZ"
    beside: tuple[str, ...] = ()
    per: str = "absolute"

    @property
    def countries(self) -> tuple[str, ...]:
        """The country and those beside it, the country first."""
        return (self.country, *self.beside)


def alone(filters: CountryFilters) -> CountryFilters:
    """Return the choice of the country only, for views that read nothing else."""
    return replace(CountryFilters(), country=filters.country)
