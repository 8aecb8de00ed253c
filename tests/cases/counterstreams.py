from components.views.counterstreams.filters import BALANCES, LEASTS, SIDES, CounterFilters
from data.measures.catalogue import METHODS
from data.measures.corridors import FIVE

GROUPS = (FIVE, *((code,) for code in FIVE), ("KAZ", "TKM"))
YEARS = (1995, 2000, 2005, 2010, 2015, 2020)
PAIRS = (
    ("KAZ", "RUS"), ("RUS", "KAZ"), ("UZB", "RUS"), ("UZB", "KAZ"), ("KAZ", "DEU"), ("DEU", "KAZ"),
    ("TKM", "TUR"), ("KGZ", "TJK"), ("TJK", "RUS"), ("UZB", "KOR"), ("KGZ", "USA"), ("AUS", "TKM"),
)  # fmt: skip
CHOSEN = tuple(
    CounterFilters(countries=group, method=method) for group in GROUPS for method in METHODS
)
MAPS = (
    *CHOSEN,
    *(CounterFilters(year=year, method=method) for year in YEARS for method in METHODS),
    *(CounterFilters(least=least) for least in LEASTS),
    CounterFilters(("TJK",), least=100_000, method="sd_drop_neg"),
    CounterFilters(picked=True, start="RUS", end="UZB"),
)
CASES = {
    "counter-map": MAPS,
    "counter-ranked": MAPS,
    "counter-history": tuple(
        CounterFilters(start=start, end=end, method=method, year=year)
        for start, end in PAIRS for method in METHODS for year in (1995, 2020)
    ),
    "counter-counted": tuple(CounterFilters(start=start, end=end) for start, end in PAIRS),
    "counter-totals": tuple(CounterFilters(countries=group) for group in GROUPS),
    "counter-return-share": tuple(
        CounterFilters(group, method, side=side)
        for group in GROUPS for method in METHODS for side in SIDES
    ),
    "counter-balance": tuple(
        CounterFilters(group, method, balance=balance)
        for group in GROUPS for method in METHODS for balance in BALANCES
    ),
}  # fmt: skip
