"""Choices with which the views of what drives return are tested."""

from dataclasses import replace

from components.views.drivers.filters import POOLS, DriversFilters
from data.areas import FIVE
from data.measures.drivers import KINDS

EACH = tuple(DriversFilters(group) for group in (FIVE, *((code,) for code in FIVE)))
HOSTED = (*EACH, *(replace(one, host=host) for one in EACH for host in ("POL", "GBR", "MNE")))
CASES = {
    "drivers-bans": tuple(replace(one, kind=kind) for one in EACH for kind in KINDS),
    "drivers-found": (*HOSTED, *(replace(one, year=year) for one in EACH for year in (2013, 2019))),
    "drivers-found-years": HOSTED,
    "drivers-ordered": HOSTED,
    "drivers-refused": HOSTED,
    "drivers-pool": tuple(replace(one, pool=host) for one in EACH for host in POOLS),
}
