"""Eurostat: citizens of Central Asia who live, arrive, hold permits or ask for asylum in Europe."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import calendar_year, observations, on_day

SIDES = {"citizenship": "origin", "reporting_country": "destination"}
STATUSES = {"": "", "p": "provisional", "b": "break", "e": "estimated", "ep": "estimated"}
COMMON = {
    "sex": "total",
    "age": "total",
    "origin_basis": "citizenship",
    "method": "collection",
    "unit": "persons",
    "obs_status": "normal",
    "confidence": "machine_single",
    "source_id": "eurostat",
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return four counts of citizens of Central Asia in Europe.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``migrant_stocks``: residents on 1 January, persons. ``migration_flows``: immigrants in the
        year, persons. ``labour_and_stay``: valid permits on 31 December. ``forced_displacement``:
        first-time asylum applicants in the year, persons by sex.
    """
    return {
        "migrant_stocks": residents(raw),
        "migration_flows": immigrants(raw),
        "labour_and_stay": permits(raw),
        "forced_displacement": applicants(raw),
    }


def residents(raw: RawFolder) -> pd.DataFrame:
    """Return the population by citizenship on 1 January, in persons."""
    frame = sides(raw.read("eurostat_population_by_citizenship.csv"), "population")
    frame = on_day(frame, "01-01", "start_year")
    options = {"indicator": "citizens_resident", "measure": "stock"}
    return observations(frame, "migrant_stocks", **COMMON | options)


def immigrants(raw: RawFolder) -> pd.DataFrame:
    """Return immigrants of the calendar year by citizenship, in persons.

    Citizens who moved to their own country are marked with a note.
    """
    frame = sides(raw.read("eurostat_immigration_by_citizenship.csv"), "immigrants")
    frame = calendar_year(frame)
    own = frame["origin"] == frame["destination"]
    frame["note_id"] = own.map({True: "eurostat_own_citizens", False: ""})
    options = {"indicator": "immigration_counted", "measure": "flow"}
    return observations(frame, "migration_flows", **COMMON | options)


def permits(raw: RawFolder) -> pd.DataFrame:
    """Return all valid residence permits on 31 December by citizenship, in permits."""
    frame = sides(raw.read("eurostat_valid_residence_permits.csv"), "permits")
    frame = on_day(frame, "12-31", "end_year")
    options = {"indicator": "residence_permits_valid", "measure": "permit", "unit": "permits"}
    return observations(frame, "labour_and_stay", **COMMON | options)


def applicants(raw: RawFolder) -> pd.DataFrame:
    """Return first-time asylum applicants of the calendar year by sex, rounded to five persons."""
    frame = sides(raw.read("eurostat_asylum_applications.csv"), "applications")
    frame = calendar_year(frame)
    options = {
        "indicator": "asylum_first_applications",
        "measure": "flow",
        "obs_status": "rounded",
        "confidence": "machine_checked",
    }
    return observations(frame, "forced_displacement", **COMMON | options)


def sides(frame: pd.DataFrame, value: str) -> pd.DataFrame:
    """Name the citizenship origin, the reporting country destination and the count value.

    A flag of the publisher, where the file has one, becomes the status of the figure.
    """
    if "flag" in frame:
        frame = frame.assign(obs_status=frame["flag"].map(STATUSES.__getitem__))
    return frame.rename(columns=SIDES | {value: "value"})
