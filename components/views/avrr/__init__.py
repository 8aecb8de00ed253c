"""Views of assisted voluntary return and reintegration."""

from components.views.avrr.cases import avrr_cases
from components.views.avrr.coverage import avrr_coverage
from components.views.avrr.differs import avrr_differs
from components.views.avrr.figures import avrr_origins, avrr_profile
from components.views.avrr.hosts import avrr_hosts
from components.views.avrr.kazakhstan import avrr_kazakhstan_help, avrr_kazakhstan_hosts
from components.views.avrr.known import avrr_known
from components.views.avrr.what import avrr_principles, avrr_stages
from components.views.avrr.world import avrr_world
from components.views.spec import ViewSpec
from data.areas import FIVE

WORLD, KAZAKHSTAN = ("WLD",), ("KAZ",)
VIEWS: dict[str, ViewSpec] = {
    "avrr-stages": ViewSpec(avrr_stages, (), ()),
    "avrr-world": ViewSpec(avrr_world, ("avrr",), (), lambda _filters: WORLD),
    "avrr-hosts": ViewSpec(avrr_hosts, ("avrr", "returns"), (), lambda _filters: WORLD),
    "avrr-origins": ViewSpec(avrr_origins, ("avrr", "returns"), (), lambda _filters: WORLD),
    "avrr-profile": ViewSpec(avrr_profile, ("avrr",), (), lambda _filters: WORLD),
    "avrr-coverage": ViewSpec(avrr_coverage, ("avrr", "returns"), ("role", "countries")),
    "avrr-known": ViewSpec(avrr_known, ("avrr", "returns"), ("role", "countries")),
    "avrr-cases": ViewSpec(avrr_cases, ("avrr",), (), lambda _filters: FIVE),
    "avrr-kazakhstan-help": ViewSpec(avrr_kazakhstan_help, (), (), lambda _filters: KAZAKHSTAN),
    "avrr-kazakhstan-hosts": ViewSpec(
        avrr_kazakhstan_hosts, ("avrr", "returns"), (), lambda _filters: KAZAKHSTAN
    ),
    "avrr-principles": ViewSpec(avrr_principles, (), ()),
    "avrr-differs": ViewSpec(avrr_differs, (), ()),
}
