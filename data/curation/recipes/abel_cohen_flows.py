"""Abel and Cohen, edition on the 2020 stocks: modelled five-year flows, 1990-2020."""

import pandas as pd

from data.curation.flow_steps import country_totals, modelled_flows, pairs
from data.curation.raw import RawFolder
from data.curation.tidy import involving, longer

METHODS_OF_TYPES = {m: m for m in ("da_pb_closed", "da_min_closed", "da_min_open")}
TYPES = {
    "outward": "flow_5y_outward",
    "return": "flow_5y_return",
    "transit": "flow_5y_transit",
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the modelled flows.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``migration_flows``: persons over five years; pairs by sex and six methods, pairs by type
        of migration and three methods, and totals of countries (the other side is WLD).
    """
    types = raw.read("abel_cohen_flows_by_type_central_asia.csv")
    types = longer(types, METHODS_OF_TYPES, "method").assign(series="pairs", sex="total")
    types["indicator"] = [TYPES[name] for name in types["migration_type"]]
    return {
        "migration_flows": modelled_flows(
            raw,
            pairs(raw.read("abel_cohen_flows_central_asia.csv")),
            involving(types, "origin", "destination"),
            country_totals(raw.read("abel_cohen_country_totals.csv")),
        )
    }
