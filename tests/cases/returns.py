from components.views.returns.filters import KINDS, SPLITS, ReturnFilters
from data.measures.corridors import FIVE

CHOSEN = (
    ReturnFilters(),
    *(ReturnFilters((code,)) for code in FIVE),
    ReturnFilters(("TJK",), 2013),  # nobody returned
)
SPLIT = (
    ReturnFilters(by="type"),
    *(ReturnFilters(by=by, uk_kind=kind) for by in SPLITS[1:] for kind in KINDS),
    *(ReturnFilters((code,), by=by) for code in FIVE for by in SPLITS),
    ReturnFilters(("TKM",), by="sex", uk_kind="assisted"),  # none in the year
    ReturnFilters(("TJK",), 2013, by="age", uk_kind="enforced"),
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
    "returns-eu-years": YEARS,
    "returns-eu-hosts": HOSTS,
}
