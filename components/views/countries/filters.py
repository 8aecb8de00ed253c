"""What a reader can choose on the page of one country."""

from dataclasses import dataclass, replace
from typing import Any

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
    part : str
        One of `PARTS`: the part of the page that is shown.
    """

    country: str = "KAZ"
    beside: tuple[str, ...] = ()
    per: str = "absolute"
    sex: str = "total"
    measure: str = MEASURES[0]
    part: str = "status"

    @property
    def countries(self) -> tuple[str, ...]:
        """The country and those beside it, the country first."""
        return (self.country, *self.beside)


# What each view reads beside the country; a view that is not named here reads everything.
READS: dict[str, tuple[str, ...]] = {
    "country-status": (),
    "country-stocks": ("beside", "per"),
    "country-net": ("beside", "per"),
    "country-transit": (),
    "country-abroad": ("sex",),
    "country-here": ("sex",),
    "country-unnamed": (),
    "country-women": (),
    "country-ages": (),
    "country-strip": (),
    "country-events": ("measure",),
    "country-eaeu": (),
    "country-compare": ("beside", "per", "measure"),
    "country-remittances": ("beside", "per"),
    "country-remittance-senders": (),
    "country-sending-cost": ("beside",),
    "country-forced-origin": ("beside", "per"),
    "country-forced-host": ("beside", "per"),
    "country-asylum-claims": ("beside", "per"),
    "country-recognition": (),
    "country-solutions": ("beside", "per"),
}


def compares(name: str) -> bool:
    """Return whether a view draws all countries that are put side by side by itself."""
    return name == "country-eaeu" or "beside" in READS.get(name, ())


def read_by(name: str, filters: CountryFilters) -> CountryFilters:
    """Return the choices that a view reads, the others left at their defaults.

    Views are built once per choice; what a view does not read must not build it anew.
    """
    if name not in READS:
        return filters
    kept: dict[str, Any] = {field: getattr(filters, field) for field in READS[name]}
    return replace(CountryFilters(country=filters.country), **kept)
