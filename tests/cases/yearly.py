from components.views.counterstreams.filters import CounterFilters
from components.views.countries.filters import SIX, CountryFilters
from data.areas import FIVE

PAIRS = (
    ("KAZ", "RUS"),
    ("RUS", "UZB"),
    ("TJK", "RUS"),
    ("KAZ", "DEU"),
    ("TKM", "TUR"),
    ("KGZ", "TKM"),
    ("UZB", "KOR"),
    ("TKM", "UZB"),
    ("USA", "KGZ"),
    ("AUS", "TKM"),
)
YEARS = (1990, 1993, 2008, 2022, 2023)
RANKED = (
    *(CounterFilters(in_year=year) for year in YEARS),
    *(CounterFilters(countries=(code,)) for code in FIVE),
    CounterFilters(("TKM",), in_year=1992),
)
CASES = {
    "yearly-pair": tuple(CounterFilters(start=start, end=end) for start, end in PAIRS),
    "yearly-ravenstein": (
        *(CounterFilters(start=start, end=end) for start, end in PAIRS),
        *(CounterFilters(in_year=year) for year in YEARS),
    ),
    "yearly-map": RANKED,
    "yearly-ranked": RANKED,
    "yearly-net": tuple(CountryFilters(country) for country in SIX),
}
