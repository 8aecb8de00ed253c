"""Views of flows by year: estimates of which none is taken for the truth, side by side."""

from components.views.spec import ViewSpec
from components.views.yearly.map import yearly_map
from components.views.yearly.net import yearly_net
from components.views.yearly.pair import yearly_pair
from components.views.yearly.ranked import yearly_ranked
from components.views.yearly.ratio import yearly_ravenstein
from data.measures.yearly_net import READ

BESIDE_COUNTS = ("yearly_flows", "migration_flows", "returns")
VIEWS: dict[str, ViewSpec] = {
    "yearly-pair": ViewSpec(yearly_pair, BESIDE_COUNTS, ("start", "end")),
    "yearly-ravenstein": ViewSpec(yearly_ravenstein, BESIDE_COUNTS, ("start", "end", "in_year")),
    "yearly-map": ViewSpec(yearly_map, ("yearly_flows",), ("countries", "in_year")),
    "yearly-ranked": ViewSpec(yearly_ranked, ("yearly_flows",), ("countries", "in_year")),
    "yearly-net": ViewSpec(yearly_net, READ, ("country",)),
}
