"""OECD, International Migration Database: outflows of foreign nationals in 2012."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import involving, observations

PERIODS = {"full_year": "calendar_year"}
STATUSES = {"exact": "normal"}
CONFIDENCES = {"single copy": "machine_single"}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the outflows of nationals of Central Asia.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``returns``: persons who left an OECD country (host) in 2012, by nationality (origin).
    """
    frame = raw.read("oecd_outflows_by_nationality_2012.csv").drop(columns="indicator")
    frame = frame.rename(columns={"origin_iso3": "origin", "destination_iso3": "host"})
    frame = involving(frame, "origin")
    frame = frame.assign(
        year=frame["period_end"].str[:4],
        period_type=[PERIODS[name] for name in frame["period_type"]],
        obs_status=[STATUSES[name] for name in frame["value_kind"]],
        confidence=[CONFIDENCES[name] for name in frame["confidence"]],
    )
    return {
        "returns": observations(
            frame,
            "returns",
            indicator="outflow_foreign_nationals",
            age="total",
            measure="flow",
            origin_basis="citizenship",
            method="collection",
            source_id=raw.source_id,
        )
    }
