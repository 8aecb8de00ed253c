"""Who died on the way in a country, or from it: the measure of the page of target 10.7."""

from dataclasses import replace

from components.context import RenderContext
from components.view import View
from components.views.countries.filters import CountryFilters
from components.views.sdg.deaths import deaths
from components.views.sdg.filters import SdgFilters
from components.views.spec import Tables


def country_deaths(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return the recorded deaths during migration in a country, and those of its people."""
    chosen = SdgFilters(countries=(filters.country,))
    return replace(deaths(tables, chosen, context), name="country-deaths")
