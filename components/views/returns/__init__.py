"""Views of returns by kind."""

from components.views.returns.crisis import crisis
from components.views.returns.dated import dated
from components.views.returns.eu import eu_years
from components.views.returns.eu_hosts import eu_hosts
from components.views.returns.flights import flights
from components.views.returns.known import overview
from components.views.returns.refugees import refugees
from components.views.returns.tracked import TABLES, tracked_migrants
from components.views.returns.uk import share_over_years
from components.views.returns.uk_beside import uk_arrivals, uk_detention
from components.views.returns.uk_by import uk_by
from components.views.returns.uk_people import share_in_a_year
from components.views.returns.usa import usa_found, usa_returns
from components.views.spec import ViewSpec

VIEWS: dict[str, ViewSpec] = {
    "returns-overview": ViewSpec(
        overview, ("returns", "avrr", "forced_displacement"), ("countries",)
    ),
    "returns-uk-share": ViewSpec(share_in_a_year, ("returns",), ("countries", "year")),
    "returns-uk-by": ViewSpec(uk_by, ("returns",), ("countries", "year", "by", "uk_kind")),
    "returns-uk-years": ViewSpec(share_over_years, ("returns",), ("countries",)),
    "returns-uk-detention": ViewSpec(uk_detention, ("returns",), ("countries",)),
    "returns-uk-arrivals": ViewSpec(uk_arrivals, ("irregular_movement",), ("countries",)),
    "returns-eu-years": ViewSpec(eu_years, ("returns",), ("countries", "host")),
    "returns-eu-hosts": ViewSpec(eu_hosts, ("returns",), ("countries", "year", "series")),
    "returns-usa": ViewSpec(usa_returns, ("returns",), ("countries",)),
    "returns-usa-found": ViewSpec(usa_found, ("irregular_movement",), ("countries",)),
    "returns-dated": ViewSpec(dated, ("returns", "entry_bans", "avrr"), ("countries", "kind")),
    "returns-crisis": ViewSpec(crisis, ("returns", "avrr"), ("countries",)),
    "returns-flights": ViewSpec(flights, ("returns",), ("countries",)),
    "returns-refugees": ViewSpec(refugees, ("forced_displacement", "repatriation"), ("countries",)),
    "returns-tracked": ViewSpec(tracked_migrants, TABLES, ("countries",)),
}
