"""Eurostat, enforcement of immigration legislation: citizens of the five countries."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import calendar_year, involving, observations

EARLIER = "eurostat_eil_2012_2016_central_asia.csv"
RETURNED = "eurostat_migr_eirtn_third_country_2014_2023_central_asia.csv"
PRESENT = "eurostat_migr_eipre_2013_2024_central_asia.csv"
EARLIER_INDICATORS = {
    "migr_eirtn": "returned_after_order_all_destinations",
    "migr_eiord": "ordered_to_leave",
    "migr_eirfs": "refused_entry_external_border",
}
OLDER_VINTAGE = "migr_eipre"
MEASURES = {
    "returned_after_order_all_destinations": "flow",
    "returned_after_order_third_country": "flow",
    "ordered_to_leave": "case",
    "found_illegally_present": "event",
    "refused_entry_external_border": "event",
}
BORDER = ("found_illegally_present", "refused_entry_external_border")
SINGLE_COPY = ("ordered_to_leave", "refused_entry_external_border")
STATUSES = {"": "rounded", "d": "rounded", "p": "provisional", "b": "break"}
AGGREGATES = ("EU28", "EU27_2007")


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return enforcement figures by citizenship, reporting country and year.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``returns``: persons returned after an order to leave (two separate series) and ordered
        to leave; ``irregular_movement``: persons found illegally present and refused entry.
        Persons in steps of five, by calendar year.
    """
    returned = raw.read(RETURNED).assign(indicator="returned_after_order_third_country")
    present = raw.read(PRESENT).assign(indicator="found_illegally_present")
    frame = pd.concat([earlier(raw), returned, present], ignore_index=True)
    frame["flag"] = frame["flag"].fillna("")
    frame = described(calendar_year(involving(frame, "citizen_iso3")))
    border = frame["indicator"].isin(BORDER)
    back = frame.loc[~border].rename(columns={"reporter_iso3": "host"})
    found = frame.loc[border].rename(columns={"reporter_iso3": "destination"})
    constants = {
        "sex": "total",
        "age": "total",
        "origin_basis": "citizenship",
        "method": "register",
        "unit": "persons",
        "source_id": raw.source_id,
    }
    return {
        "returns": observations(back, "returns", **constants),
        "irregular_movement": observations(found, "irregular_movement", **constants),
    }


def earlier(raw: RawFolder) -> pd.DataFrame:
    """Return the tables extracted in 2017, without empty cells and without the older vintage."""
    frame = raw.read(EARLIER)
    frame = frame.loc[(frame["value"] != "") & (frame["eurostat_table"] != OLDER_VINTAGE)]
    differing = frame["flag"].eq("d") & ~frame["reporter_iso3"].isin(AGGREGATES)
    if differing.any():
        raise ValueError("a country's figure is flagged d (definition differs) and has no note")
    return frame.assign(indicator=frame["eurostat_table"].map(EARLIER_INDICATORS.__getitem__))


def described(frame: pd.DataFrame) -> pd.DataFrame:
    """Add the measure, the status, the note and the confidence of each row."""
    single = frame["indicator"].isin(SINGLE_COPY)
    union = frame["reporter_iso3"].isin(AGGREGATES)
    return frame.assign(
        origin=frame["citizen_iso3"],
        series=frame["eurostat_table"],
        measure=frame["indicator"].map(MEASURES.__getitem__),
        obs_status=frame["flag"].map(STATUSES.__getitem__),
        note_id=union.map({True: "eurostat_eil_union", False: ""}),
        confidence=single.map({True: "machine_single", False: "machine_checked"}),
    )
