from components.views.types.filters import TypesFilters
from data.areas import FIVE
from data.measures.yardsticks import TYPES, YARDSTICKS, of_type

EVERY_YARDSTICK = tuple(TypesFilters(yardstick=one.id) for one in YARDSTICKS)
PER_HEAD = tuple(TypesFilters(yardstick=one.id, per="per_1000") for one in YARDSTICKS)
ALONE = tuple(
    TypesFilters(countries=(country,), yardstick=of_type(flow_type)[0].id)
    for country in FIVE
    for flow_type in TYPES
)
NOT_THERE = (
    TypesFilters(countries=("TJK", "UZB"), yardstick="kandas"),  # a status of another country
    TypesFilters(countries=("TKM",), yardstick="patents_russia"),  # no figure found
    TypesFilters(countries=("KAZ", "TKM"), yardstick="citizenship_russia", per="per_1000"),
)
CASES = {
    "types-compare": (*EVERY_YARDSTICK, *PER_HEAD, *ALONE, *NOT_THERE),
    "types-women": (
        TypesFilters(),
        *(TypesFilters(countries=(country,)) for country in FIVE),
        TypesFilters(countries=("KGZ", "TKM")),
    ),
    "types-women-corridors": tuple(TypesFilters(country=country) for country in FIVE),
}
