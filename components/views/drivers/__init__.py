"""Views of what drives return: bans and registers, people found in Europe, who is where."""

from components.views.drivers.bans import drivers_bans
from components.views.drivers.found import (
    drivers_found,
    drivers_found_years,
    drivers_ordered,
    drivers_refused,
)
from components.views.drivers.where import TABLES, drivers_pool
from components.views.spec import ViewSpec

VIEWS: dict[str, ViewSpec] = {
    "drivers-bans": ViewSpec(drivers_bans, ("entry_bans", "returns"), ("countries", "kind")),
    "drivers-found": ViewSpec(
        drivers_found, ("irregular_movement",), ("countries", "year", "host")
    ),
    "drivers-found-years": ViewSpec(
        drivers_found_years, ("irregular_movement",), ("countries", "host")
    ),
    "drivers-ordered": ViewSpec(drivers_ordered, ("returns",), ("countries", "host")),
    "drivers-refused": ViewSpec(drivers_refused, ("irregular_movement",), ("countries", "host")),
    "drivers-pool": ViewSpec(drivers_pool, TABLES, ("countries", "pool")),
}
