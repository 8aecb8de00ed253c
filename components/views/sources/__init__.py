"""Views of the sources and methods of the atlas."""

from components.views.sources.catalogue import source_catalogue
from components.views.sources.corrections import correction_list
from components.views.sources.coverage import source_coverage
from components.views.sources.entry import source_entry
from components.views.sources.filters import TABLES
from components.views.sources.methods import method_in_full, method_list
from components.views.spec import ViewSpec

VIEWS: dict[str, ViewSpec] = {
    "sources-catalogue": ViewSpec(source_catalogue, TABLES, ("subject", "licence")),
    "source-entry": ViewSpec(source_entry, TABLES, ("source",)),
    "sources-coverage": ViewSpec(source_coverage, TABLES, ("source",)),
    "sources-methods": ViewSpec(method_list, TABLES, ()),
    "source-method": ViewSpec(method_in_full, TABLES, ("method",)),
    "sources-corrections": ViewSpec(correction_list, (), ()),
}
