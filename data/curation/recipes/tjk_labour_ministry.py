"""Tajikistan: labour migrants who left and returned, Ministry of Labour."""

import pandas as pd

from data.curation.press_steps import Target, press_tables
from data.curation.raw import RawFolder

RETURNED = "Labour migrants who returned in the year"
TARGETS = {
    "Labour migrants who left in the year": Target("labour_and_stay", "labour_migrants_left"),
    "Citizens who left in search of seasonal work": Target("labour_and_stay", "left_for_work"),
    RETURNED: Target("returns", "labour_migrants_returned"),
}
NOTES = {
    "Destinations sum to the total. -16% on 2022.": None,
    "+7% on 2022.": None,
    "98.5% to Russia; -16%.": None,
    "About 95% to Russia.": None,
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return departures for work and returns.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``labour_and_stay``: people who left by destination and by sex; ``returns``: people who
        came home, with all hosts together (WLD).
    """
    frame = raw.read("tjk_labour_ministry.csv")
    hosts = frame["destination_iso3"].mask(frame["indicator"] == RETURNED, "WLD")
    return press_tables(
        frame.assign(destination_iso3=hosts),
        TARGETS,
        NOTES,
        raw.source_id,
        origin_basis="citizenship",
    )
