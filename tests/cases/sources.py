"""Choices with which the views of sources and methods are tested."""

from components.views.sources.filters import LICENCES, SourceFilters
from components.views.sources.methods import METHODS

# Of one table and of many, with many caveats and none, of numbers and of acts, large and small.
SOME = (
    "un_desa_ims2024",
    "unhcr_refugee_statistics",
    "avrr_found_2026",
    "citizenship_rules",
    "iom_avrr_details",
    "rus_official_press",
    "kaz_flows_and_foreign_labour",
    "japan_foreign_residents",
)
OF_SOURCES = tuple(SourceFilters(source=one) for one in SOME)
CASES = {
    "sources-catalogue": (
        SourceFilters(),
        *(SourceFilters(licence=one) for one in LICENCES),
        *(SourceFilters(subject=one) for one in ("labour_and_stay", "votes", "context_events")),
        SourceFilters(subject="votes", licence="unstated"),
    ),
    "source-entry": OF_SOURCES,
    "sources-coverage": (SourceFilters(), *OF_SOURCES),
    "sources-methods": (None,),
    "source-method": tuple(SourceFilters(method=one) for one in METHODS),
    "sources-corrections": (None,),
}
