"""All views that pages ask for by name, subject by subject; corridor views have their own way."""

from components.views import (
    avrr,
    counterstreams,
    countries,
    drivers,
    policy,
    readiness,
    returns,
    sdg,
    types,
)
from components.views.about import telling
from components.views.spec import ViewSpec

SPECS: dict[str, ViewSpec] = telling(
    {
        **counterstreams.VIEWS,
        **returns.VIEWS,
        **avrr.VIEWS,
        **drivers.VIEWS,
        **readiness.VIEWS,
        **sdg.VIEWS,
        **policy.VIEWS,
        **countries.VIEWS,
        **types.VIEWS,
    }
)
