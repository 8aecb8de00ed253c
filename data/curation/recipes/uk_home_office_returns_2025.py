"""UK Home Office: returns of 2025 by nationality; voluntary ones are one total, not split."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import calendar_year, observations

TABLE = "returns"
RELEASE = "2026-03"
INDICATORS = {
    "Enforced return": "return_enforced",
    "Voluntary return": "return_voluntary_all",
    "Refused entry at port and subsequently departed": "refused_entry_departed",
    "All returns": "returns_all_kinds",
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the returns of 2025 as the newer of two releases prints them.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``returns``: number of returns by nationality and group of types in 2025, and of all
        nationalities and types together in 2024 and 2025.
    """
    frame = raw.read("uk_returns_2025_central_asia.csv")
    frame = frame.loc[frame["release"].eq(RELEASE)]
    world = frame["origin_iso3"].eq("WLD")
    frame = frame.assign(
        origin=frame["origin_iso3"],
        host=frame["host_iso3"],
        indicator=frame["return_type_group"].map(INDICATORS.__getitem__),
        series=world.map({True: "all nationalities", False: ""}),
        value=frame["number_of_returns"],
    )
    table = observations(
        calendar_year(frame),
        TABLE,
        sex="total",
        age="total",
        measure="flow",
        origin_basis="citizenship",
        method="register",
        unit="returns",
        obs_status="provisional",
        confidence="machine_single",
        source_id=raw.source_id,
    )
    return {TABLE: table}
