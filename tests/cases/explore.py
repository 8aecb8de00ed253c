from components.views.explore.filters import ExploreFilters

BORN = "origin=KAZ,UZB&source_id=un_desa_ims2024&sex=total"
ASKED = (
    ExploreFilters("remittance_costs", "sender=RUS&_by=receiver&_how=count", "bars"),
    ExploreFilters("votes", "_by=status,country&_how=count", "heat"),
    ExploreFilters("population", "indicator=population&country=UZB,KAZ", "lines"),
    ExploreFilters("migrant_stocks", f"{BORN}&destination=RUS", "slope"),
    ExploreFilters("migrant_stocks", f"{BORN}&year=2024", "map"),
    ExploreFilters("by_region", "indicator=region_working_abroad", "map"),
    ExploreFilters("avrr", "host=GBR&_sort=-value", "rows"),
    ExploreFilters("avrr", "year=1990..2030", "rows", 2),
    ExploreFilters("votes", "_by=country,status&_across=country", "rows"),
    ExploreFilters("votes", "country=TKM", "rows", 1, True),
    ExploreFilters("votes", "country=TKM&status=none", "rows"),
    ExploreFilters("returns", "_by=host&_how=sum", "bars"),
    ExploreFilters(),
)
CASES = {
    "explore-coverage": (ExploreFilters(),),
    "explore-places": (
        ExploreFilters("votes"),
        ExploreFilters("citizenship_rules"),
        ExploreFilters("by_region"),
        ExploreFilters("trafficking_tiers"),
    ),
    "explore-answer": ASKED,
}
