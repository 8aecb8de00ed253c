"""Views of counter-streams."""

from components.views.counterstreams.balance import balance
from components.views.counterstreams.counted import counted, totals
from components.views.counterstreams.editions import editions
from components.views.counterstreams.history import history
from components.views.counterstreams.map import counter_map
from components.views.counterstreams.ranked import ranked
from components.views.counterstreams.return_share import return_share
from components.views.counterstreams.revision import revision
from components.views.spec import ViewSpec

FLOWS = ("migration_flows",)
VIEWS: dict[str, ViewSpec] = {
    "counter-map": ViewSpec(
        counter_map,
        FLOWS,
        ("countries", "method", "year", "least", "start", "end", "picked"),
        lambda filters: filters.countries,
    ),
    "counter-ranked": ViewSpec(ranked, FLOWS, ("countries", "method", "year", "least")),
    "counter-history": ViewSpec(history, FLOWS, ("method", "year", "start", "end")),
    "counter-counted": ViewSpec(counted, (*FLOWS, "returns"), ("start", "end")),
    "counter-editions": ViewSpec(editions, FLOWS, ("method", "year", "start", "end")),
    "counter-revision": ViewSpec(
        revision,
        FLOWS,
        ("countries", "method", "year", "least", "start", "end", "picked"),
        lambda filters: filters.countries,
    ),
    "counter-totals": ViewSpec(totals, FLOWS, ("countries",)),
    "counter-return-share": ViewSpec(return_share, FLOWS, ("countries", "method", "side")),
    "counter-balance": ViewSpec(balance, FLOWS, ("countries", "method", "balance")),
}
