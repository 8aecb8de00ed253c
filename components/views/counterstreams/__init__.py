"""Views of counter-streams."""

from components.views.counterstreams.balance import balance
from components.views.counterstreams.counted import counted, totals
from components.views.counterstreams.editions import editions
from components.views.counterstreams.history import history
from components.views.counterstreams.map import counter_map
from components.views.counterstreams.ranked import ranked
from components.views.counterstreams.return_share import return_share
from components.views.spec import ViewSpec

FLOWS = ("migration_flows",)
VIEWS: dict[str, ViewSpec] = {
    "counter-map": ViewSpec(counter_map, FLOWS),
    "counter-ranked": ViewSpec(ranked, FLOWS),
    "counter-history": ViewSpec(history, FLOWS),
    "counter-counted": ViewSpec(counted, (*FLOWS, "returns")),
    "counter-editions": ViewSpec(editions, FLOWS),
    "counter-totals": ViewSpec(totals, FLOWS),
    "counter-return-share": ViewSpec(return_share, FLOWS),
    "counter-balance": ViewSpec(balance, FLOWS),
}
