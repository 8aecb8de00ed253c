from components.views.countries.filters import CountryFilters
from data.areas import FIVE
from data.measures.regions import REGIONAL

EACH = tuple(CountryFilters(country) for country in FIVE)
WAYS = tuple(CountryFilters(told.country, regional=key) for key, told in REGIONAL.items())
CASES = {
    "country-regions": (*EACH, *WAYS, CountryFilters("RUS")),
    "country-regions-list": (*EACH, *WAYS),
}
