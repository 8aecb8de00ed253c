"""Abel and Cohen, edition on the 2024 stocks: modelled five-year flows, 1990-2020."""

import pandas as pd

from data.curation.flow_steps import country_totals, modelled_flows, pairs
from data.curation.raw import RawFolder

TOGETHER = {"SDN_SSD", "SCG"}
NOTE = "abel_cohen_2024_together"


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the modelled flows.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``migration_flows``: persons over five years; pairs by sex and six methods, and totals of
        countries (the other side is WLD).
    """
    found = pairs(raw.read("abel_cohen_ims2024_flows_central_asia.csv"))
    both = found["origin"].isin(TOGETHER) | found["destination"].isin(TOGETHER)
    return {
        "migration_flows": modelled_flows(
            raw,
            found.assign(note_id=both.map({True: NOTE, False: ""})),
            country_totals(raw.read("abel_cohen_ims2024_country_totals.csv")),
        )
    }
