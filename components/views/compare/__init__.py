"""Views that set sources side by side: one corridor, one indicator, and where they differ most."""

from components.views.compare.filters import CompareFilters
from components.views.compare.over_time import compare_time
from components.views.compare.sources import compare_country, compare_sources
from components.views.compare.why import compare_why
from components.views.compare.widest import compare_widest
from components.views.spec import ViewSpec
from data.areas import FIVE
from data.measures.source_figures import tables_of
from data.measures.source_subjects import INDICATORS, SUBJECTS

OF_CORRIDORS = tables_of([piece for pieces in SUBJECTS.values() for piece in pieces])
OF_COUNTRIES = tables_of([piece for one in INDICATORS.values() for piece in one.pieces])
CORRIDOR = ("start", "end", "subject")


def _country(filters: CompareFilters) -> tuple[str, ...]:
    return (filters.country,)


def _ends(filters: CompareFilters) -> tuple[str, ...]:
    return (filters.start, filters.end)


VIEWS: dict[str, ViewSpec] = {
    "compare-sources": ViewSpec(compare_sources, OF_CORRIDORS, (*CORRIDOR, "in_year"), _ends),
    "compare-time": ViewSpec(compare_time, OF_CORRIDORS, CORRIDOR, _ends),
    "compare-why": ViewSpec(compare_why, OF_CORRIDORS, (*CORRIDOR, "in_year"), _ends),
    "compare-country": ViewSpec(
        compare_country, OF_COUNTRIES, ("country", "series", "at"), _country
    ),
    "compare-widest": ViewSpec(compare_widest, OF_CORRIDORS, ("subject",), lambda _: FIVE),
}
