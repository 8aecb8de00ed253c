from components.views.countries.filters import SIX, CountryFilters
from data.areas import FIVE
from data.measures.catalogue import BESIDE_EVENTS

EACH = tuple(CountryFilters(country) for country in SIX)
BY_MEASURE = tuple(CountryFilters(c, measure=measure) for c in SIX for measure in BESIDE_EVENTS)
BESIDE = tuple(
    CountryFilters(country, beside, per, measure=measure)
    for country, beside in (
        ("KAZ", ("KGZ",)),
        ("TKM", ("RUS",)),
        ("RUS", ("KAZ", "KGZ", "TJK", "UZB")),
    )
    for per in ("absolute", "per_1000")
    for measure in BESIDE_EVENTS
)
CASES = {
    "country-events": BY_MEASURE,
    "country-strip": tuple(CountryFilters(country) for country in FIVE),
    "country-eaeu": EACH,
    "country-compare": (*BY_MEASURE, *BESIDE),
}
