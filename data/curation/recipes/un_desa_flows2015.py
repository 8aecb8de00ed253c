"""UN DESA, International Migration Flows, 2015 revision: yearly totals of the post-Soviet area."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import calendar_year, observations

REPORTERS = ("ARM", "AZE", "BLR", "EST", "KAZ", "KGZ", "LTU", "LVA", "MDA", "RUS", "UKR")
INDICATORS = {
    "immigration": "immigration_total_counted",
    "emigration": "emigration_total_counted",
}
BASES = {"residence": "residence", "citizenship": "citizenship"}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the yearly totals of the reporting countries.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``migration_flows``: persons in a calendar year; the other side is WLD, the series is
        criterion and coverage, such as ``residence_both`` or ``citizenship_foreigners``.
    """
    frame = raw.read("undesa2015_flow_totals.csv").rename(columns={"persons": "value"})
    frame = frame.loc[frame["iso3"].isin(REPORTERS)]
    arrivals = frame["direction"] == "immigration"
    frame = frame.assign(
        origin=frame["iso3"].mask(arrivals, "WLD"),
        destination=frame["iso3"].where(arrivals, "WLD"),
        indicator=[INDICATORS[name] for name in frame["direction"]],
        origin_basis=[BASES[name] for name in frame["criterion"]],
        series=frame["criterion"] + "_" + frame["coverage"],
    )
    return {
        "migration_flows": observations(
            calendar_year(frame),
            "migration_flows",
            sex="total",
            age="total",
            measure="flow",
            method="collection",
            unit="persons",
            obs_status="normal",
            confidence="machine_checked",
            source_id=raw.source_id,
        )
    }
