from dataclasses import replace

from components.views.counterstreams.filters import BALANCES, LEASTS, SIDES, CounterFilters
from data.areas import FIVE
from data.measures.catalogue import METHODS

GROUPS = (FIVE, *((code,) for code in FIVE), ("KAZ", "TKM"))
YEARS = (1995, 2000, 2005, 2010, 2015, 2020)
PAIRS = (
    ("KAZ", "RUS"),
    ("RUS", "KAZ"),
    ("UZB", "RUS"),
    ("UZB", "KAZ"),
    ("KAZ", "DEU"),
    ("DEU", "KAZ"),
    ("TKM", "TUR"),
    ("KGZ", "TJK"),
    ("TJK", "RUS"),
    ("UZB", "KOR"),
    ("KGZ", "USA"),
    ("AUS", "TKM"),
)
CHOSEN = (
    *(CounterFilters(countries=group) for group in GROUPS),
    *(CounterFilters(method=method) for method in METHODS),
    CounterFilters(("TKM",), "sd_drop_neg"),
)
MAPS = (
    *CHOSEN,
    *(CounterFilters(year=year) for year in YEARS),
    *(CounterFilters(least=least) for least in LEASTS),
    CounterFilters(("TJK",), least=100_000, method="sd_drop_neg"),
    CounterFilters(picked=True, start="RUS", end="UZB"),
)
CASES = {
    "counter-map": MAPS,
    "counter-ranked": MAPS,
    "counter-history": (
        *(CounterFilters(start=start, end=end) for start, end in PAIRS),
        *(CounterFilters(method=method) for method in METHODS),
        CounterFilters(year=1995),
    ),
    "counter-editions": (
        *(CounterFilters(start=start, end=end) for start, end in PAIRS),
        *(CounterFilters(method=method) for method in METHODS),
        CounterFilters(year=1995),
    ),
    "counter-revision": MAPS,
    "counter-counted": tuple(CounterFilters(start=start, end=end) for start, end in PAIRS),
    "counter-totals": tuple(CounterFilters(countries=group) for group in GROUPS),
    "counter-return-share": tuple(
        replace(chosen, side=side) for chosen in CHOSEN for side in SIDES
    ),
    "counter-balance": tuple(
        replace(chosen, balance=balance) for chosen in CHOSEN for balance in BALANCES
    ),
}
