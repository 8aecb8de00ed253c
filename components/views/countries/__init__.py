"""Views of one country."""

from components.views.countries.ages import country_ages
from components.views.countries.ages_abroad import ages_destinations
from components.views.countries.ages_pyramid import ages_pyramid
from components.views.countries.compare import country_compare
from components.views.countries.costs import country_sending_cost
from components.views.countries.deaths import country_deaths
from components.views.countries.eaeu import country_eaeu
from components.views.countries.events import country_events
from components.views.countries.flow_profile import country_strip
from components.views.countries.forced import (
    country_asylum_claims,
    country_forced_host,
    country_forced_origin,
    country_solutions,
)
from components.views.countries.money import country_remittances
from components.views.countries.net import country_net
from components.views.countries.people import country_abroad, country_here, country_unnamed
from components.views.countries.recognition import country_recognition
from components.views.countries.regions import country_regions
from components.views.countries.regions_list import country_regions_list
from components.views.countries.senders import country_remittance_senders
from components.views.countries.status import country_status
from components.views.countries.stocks import country_stocks
from components.views.countries.transit import country_transit
from components.views.countries.women import country_women
from components.views.countries.women_corridors import country_women_corridors
from components.views.spec import ViewSpec
from data.areas import FIVE
from data.measures.country_series import READ as SERIES
from data.measures.events import READ as EVENTS
from data.measures.flow_types import TABLES as TYPES
from data.measures.net_verdict import READ as WEIGHED

ONE = ("country",)
BESIDE = ("country", "beside", "per")
STOCKS = ("migrant_stocks",)
FORCED = ("forced_displacement", "population")
IN_UNION = ("memberships", "migrant_stocks", "migration_flows", "remittances")
VIEWS: dict[str, ViewSpec] = {
    "country-status": ViewSpec(
        country_status, ("migrant_stocks", "population", "migration_flows"), ONE
    ),
    "country-stocks": ViewSpec(country_stocks, ("migrant_stocks", "population"), BESIDE),
    "country-net": ViewSpec(country_net, WEIGHED, BESIDE),
    "country-transit": ViewSpec(country_transit, ("migration_flows",), ONE),
    "country-abroad": ViewSpec(country_abroad, STOCKS, ("country", "sex")),
    "country-here": ViewSpec(country_here, STOCKS, ("country", "sex")),
    "country-unnamed": ViewSpec(country_unnamed, STOCKS, ONE),
    "country-women": ViewSpec(country_women, STOCKS, ("country", "beside")),
    "country-women-corridors": ViewSpec(country_women_corridors, STOCKS, ONE),
    "country-ages": ViewSpec(country_ages, STOCKS, ONE),
    "ages-destinations": ViewSpec(ages_destinations, (*STOCKS, "ages_abroad"), ONE),
    "ages-pyramid": ViewSpec(ages_pyramid, ("ages_abroad",), ("country", "host")),
    "country-regions": ViewSpec(country_regions, ("by_region",), ("country", "regional")),
    "country-regions-list": ViewSpec(country_regions_list, ("by_region",), ("country", "regional")),
    "country-strip": ViewSpec(country_strip, TYPES, ONE),
    "country-events": ViewSpec(
        country_events,
        tuple(dict.fromkeys((*EVENTS, *SERIES))),
        ("country", "measure"),
    ),
    "country-eaeu": ViewSpec(country_eaeu, IN_UNION, (), lambda _filters: FIVE),
    "country-compare": ViewSpec(
        country_compare,
        tuple(dict.fromkeys((*WEIGHED, *SERIES))),
        (*BESIDE, "measure"),
        lambda filters: (filters.country, *(filters.beside or FIVE)),
    ),
    "country-remittances": ViewSpec(country_remittances, ("remittances", "population"), BESIDE),
    "country-remittance-senders": ViewSpec(country_remittance_senders, ("remittances",), ONE),
    "country-sending-cost": ViewSpec(
        country_sending_cost, ("remittance_costs",), ("country", "beside")
    ),
    "country-forced-origin": ViewSpec(country_forced_origin, FORCED, BESIDE),
    "country-forced-host": ViewSpec(country_forced_host, FORCED, BESIDE),
    "country-asylum-claims": ViewSpec(country_asylum_claims, FORCED, BESIDE),
    "country-recognition": ViewSpec(country_recognition, ("forced_displacement",), ONE),
    "country-solutions": ViewSpec(country_solutions, FORCED, BESIDE),
    "country-deaths": ViewSpec(country_deaths, ("sdg_indicators", "missing_migrants"), ONE),
}
