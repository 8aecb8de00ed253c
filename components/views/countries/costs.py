"""What sending money to a country costs: the measure of the page of target 10.7."""

from dataclasses import replace

from components.context import RenderContext
from components.view import View
from components.views.countries.filters import CountryFilters
from components.views.sdg.costs import cost
from components.views.sdg.filters import SdgFilters
from components.views.spec import Tables
from data.areas import FIVE


def country_sending_cost(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return the cost of sending money by corridor and quarter, beside the official limits.

    For Russia, from which the money is sent, all surveyed corridors are shown.
    """
    chosen = tuple(c for c in filters.countries if c in FIVE)
    if filters.country not in FIVE:
        chosen = FIVE
    return replace(cost(tables, SdgFilters(countries=chosen), context), name="country-sending-cost")
