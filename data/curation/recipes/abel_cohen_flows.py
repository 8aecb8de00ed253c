"""Abel and Cohen: modelled five-year flows between Central Asia and the world, 1990-2020."""

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
    pairs = longer(raw.read("abel_cohen_flows_central_asia.csv"), METHODS, "method")
    pairs = pairs.assign(indicator="flow_5y", series="pairs")
    types = raw.read("abel_cohen_flows_by_type_central_asia.csv")
    types = longer(types, METHODS_OF_TYPES, "method").assign(series="pairs", sex="total")
    types["indicator"] = [TYPES[name] for name in types["migration_type"]]
    pairs = involving(pd.concat([pairs, types], ignore_index=True), "origin", "destination")
    totals = country_totals(raw.read("abel_cohen_country_totals.csv"))
    frame = five_years(pd.concat([pairs, totals], ignore_index=True))
    return {
        "migration_flows": observations(
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
    }


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


def five_years(frame: pd.DataFrame) -> pd.DataFrame:
    """Add the period columns: from 1 July of the first year up to 30 June of the last.

    The flows join stocks of two mid-years, and successive periods share no day.
    """
    return frame.assign(
        year=frame["period_end"],
        period_start=frame["period_start"] + "-07-01",
        period_end=frame["period_end"] + "-06-30",
        period_type="five_years",
    )
