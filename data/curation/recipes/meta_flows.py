"""Meta: flows by year estimated from where users of Facebook live, 2019-2022."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.yearly_steps import balances, pairs, yearly_flows


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the flows by year.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``yearly_flows``: persons in a year between two countries, and net migration of the five
        and of Russia (from WLD).
    """
    return {
        "yearly_flows": yearly_flows(
            raw,
            pairs(raw.read("meta_flows_yearly_central_asia.csv"), "migrants"),
            balances(raw.read("meta_flows_country_net.csv"), "net"),
            obs_status="estimated",
        )
    }
