"""Gaskin and Abel: modelled flows by year, 1990-2023, in two editions that are never mixed."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.yearly_steps import balances, of_size, pairs, yearly_flows

FIRST, LATEST = "edition_2025", "edition_2026"


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the flows by year, the edition as ``series``.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``yearly_flows``: persons in a year between two countries; net migration of the five and
        of Russia (from WLD), in the first edition with its standard deviation.
    """
    first = raw.read("gaskin_abel_2025_v1_flows_central_asia.csv").assign(series=FIRST)
    latest = raw.read("gaskin_abel_2026_flows_central_asia.csv").assign(series=LATEST)
    totals = raw.read("gaskin_abel_2025_v1_country_totals.csv").assign(series=FIRST)
    net = raw.read("gaskin_abel_2026_country_net.csv").assign(series=LATEST)
    return {
        "yearly_flows": yearly_flows(
            raw,
            of_size(pairs(pd.concat([first, latest], ignore_index=True), "flow")),
            balances(totals, "net_mean"),
            balances(totals, "net_sd", "net_1y_deviation"),
            balances(net, "net"),
            obs_status="modelled",
        )
    }
