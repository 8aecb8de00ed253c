"""Steps that the recipes of both editions of Abel and Cohen's flows share."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.stock_steps import compared
from data.curation.tidy import involving, longer, observations

METHODS = {
    "da_pb_closed": "da_pb_closed",
    "da_min_closed": "da_min_closed",
    "da_min_open": "da_min_open",
    "mig_rate": "mig_rate",
    "sd_drop_neg": "sd_drop_neg",
    "sd_rev_neg": "sd_rev_neg",
}


def pairs(frame: pd.DataFrame) -> pd.DataFrame:
    """Turn one row a pair, period and sex into one row a method; pairs of Central Asia only."""
    long = longer(frame, METHODS, "method").assign(indicator="flow_5y", series="pairs")
    return involving(long, "origin", "destination")


def country_totals(frame: pd.DataFrame) -> pd.DataFrame:
    """Turn inflow and outflow of countries into flows from and to the world.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row for each period, country, sex and method.

    Returns
    -------
    pandas.DataFrame
        Inflows have origin WLD, outflows have destination WLD; Central Asia and its main partners.
    """
    frame = compared(frame, "country")
    inflow = frame.assign(origin="WLD", destination=frame["country"], value=frame["inflow"])
    outflow = frame.assign(origin=frame["country"], destination="WLD", value=frame["outflow"])
    both = pd.concat([inflow, outflow], ignore_index=True)
    return both.assign(indicator="flow_5y", series="country_totals")


def modelled_flows(raw: RawFolder, *parts: pd.DataFrame) -> pd.DataFrame:
    """Return parts of an edition as rows of ``migration_flows``, with their periods.

    A period runs from 1 July of its first year to 30 June of its last: the flows join stocks of
    two mid-years, and successive periods share no day.
    """
    frame = pd.concat(parts, ignore_index=True)
    frame = frame.assign(
        year=frame["period_end"],
        period_start=frame["period_start"] + "-07-01",
        period_end=frame["period_end"] + "-06-30",
        period_type="five_years",
    )
    return observations(
        frame,
        "migration_flows",
        age="total",
        measure="flow",
        origin_basis="residence",
        unit="persons",
        obs_status="modelled",
        confidence="machine_single",
        source_id=raw.source_id,
    )
