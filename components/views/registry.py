"""All views that pages ask for by name, subject by subject."""

from components.views import (
    avrr,
    compare,
    corridors,
    counterstreams,
    countries,
    drivers,
    explore,
    policy,
    readiness,
    returns,
    sdg,
    sources,
    types,
    yearly,
)
from components.views.spec import ViewSpec

SPECS: dict[str, ViewSpec] = {
    **corridors.VIEWS,
    **counterstreams.VIEWS,
    **returns.VIEWS,
    **avrr.VIEWS,
    **drivers.VIEWS,
    **readiness.VIEWS,
    **sdg.VIEWS,
    **policy.VIEWS,
    **countries.VIEWS,
    **types.VIEWS,
    **yearly.VIEWS,
    **explore.VIEWS,
    **sources.VIEWS,
    **compare.VIEWS,
}
