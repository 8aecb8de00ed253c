from components.views.types.filters import TypesFilters
from data.areas import FIVE
from data.measures.catalogue import RANKED, TYPES, of_type

EVERY_SERIES = tuple(TypesFilters(measure=one.id) for one in RANKED)
PER_HEAD = tuple(TypesFilters(measure=one.id, per="per_1000") for one in RANKED)
ALONE = tuple(
    TypesFilters(countries=(country,), measure=of_type(flow_type)[0].id)
    for country in FIVE
    for flow_type in TYPES
)
NOT_THERE = (
    TypesFilters(countries=("TJK", "UZB"), measure="kandas"),  # a status of another country
    TypesFilters(countries=("TKM",), measure="patents_russia"),  # no figure found
    TypesFilters(countries=("KAZ", "TKM"), measure="citizenship_russia", per="per_1000"),
)
CASES = {
    "types-compare": (*EVERY_SERIES, *PER_HEAD, *ALONE, *NOT_THERE),
}
