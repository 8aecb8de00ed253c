from components.views.returns.filters import KINDS, SPLITS, ReturnFilters
from data.areas import FIVE

CHOSEN = (
    ReturnFilters(),
    *(ReturnFilters((code,)) for code in FIVE),
    ReturnFilters(("TJK",), 2013),  # nobody returned
    *(ReturnFilters(who, year) for who in (FIVE, ("UZB",), ("TKM",)) for year in (2024, 2025)),
)
SPLIT = (
    ReturnFilters(by="type"),
    *(ReturnFilters(by=by, uk_kind=kind) for by in SPLITS[1:] for kind in KINDS),
    *(ReturnFilters((code,), by=by) for code in FIVE for by in SPLITS),
    ReturnFilters(("TKM",), by="sex", uk_kind="assisted"),  # none in the year
    ReturnFilters(("TJK",), 2013, by="age", uk_kind="enforced"),
    *(ReturnFilters(year=year, by=by) for year in (2024, 2025) for by in SPLITS),
)
HOSTS = (
    ReturnFilters(),
    ReturnFilters(series="all", year=2012),
    *(ReturnFilters((code,), series="all", year=2016) for code in FIVE),
    *(ReturnFilters((code,), year=2021) for code in FIVE),
    ReturnFilters(("TKM",), 1990),  # no row at all
)
YEARS = (
    ReturnFilters(),
    *(ReturnFilters((code,)) for code in FIVE),
    *(ReturnFilters(host=host) for host in ("DEU", "GBR", "NOR", "MNE", "LIE", "USA")),
    ReturnFilters(("KGZ", "TKM"), host="SVK"),
)
CASES = {
    "returns-overview": CHOSEN[:6],
    "returns-uk-share": CHOSEN,
    "returns-uk-by": SPLIT,
    "returns-uk-years": CHOSEN,
    "returns-uk-detention": CHOSEN[:6],
    "returns-uk-arrivals": CHOSEN[:6],
    "returns-usa": CHOSEN[:6],
    "returns-usa-found": CHOSEN[:6],
    "returns-eu-years": YEARS,
    "returns-eu-hosts": HOSTS,
}
