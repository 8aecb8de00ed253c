"""UK Home Office: people leaving immigration detention, and irregular arrivals, by nationality."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.recipes.uk_home_office_returns import QUARTER_STARTS, SEXES, labels
from data.curation.tidy import observations

LATEST = "2023"
REASONS = {
    "Returned": "returned",
    "Bailed (SoS)": "bailed by the Home Office",
    "Bailed (IJ)": "bailed by a judge",
    "Granted LTE/LTR": "granted leave to enter or remain",
    "Other": "other",
}
METHODS = {
    "Small boat arrivals": "small boats",
    "Inadequately documented air arrivals": "by air without adequate documents",
    "Recorded detections in the UK": "found in the country",
}
AGES = {
    "17 and under": "0-17",
    "18 to 24": "18-24",
    "25 to 39": "25-39",
    "40 and over": "40+",
    "18 to 29": "18-29",
    "30 to 49": "30-49",
    "50 to 69": "50-69",
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return people leaving detention since 2010 and irregular arrivals since 2018.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``returns``: times somebody left detention, by quarter, reason, time detained, sex and
        age. ``irregular_movement``: detections by quarter, way of arrival, sex and age.
    """
    constants = {
        "period_type": "quarter",
        "measure": "event",
        "origin_basis": "citizenship",
        "method": "register",
        "confidence": "machine_single",
        "source_id": raw.source_id,
    }
    left, arrived = detention(raw), arrivals(raw)
    return {
        "returns": observations(left, "returns", host="GBR", unit="persons", **constants),
        "irregular_movement": observations(
            arrived, "irregular_movement", destination="GBR", unit="detections", **constants
        ),
    }


def detention(raw: RawFolder) -> pd.DataFrame:
    """Return people leaving detention, by reason and time detained."""
    frame = quarters(raw.read("uk_people_leaving_detention_2010_2023_central_asia.csv"))
    reason = frame["reason_for_leaving_detention"].map(REASONS.__getitem__)
    detained = frame["length_of_detention"].str.partition(": ")[2]
    return frame.assign(
        indicator="left_detention",
        series=labels(reason, "detained " + detained),
        age=frame["age"].map(AGES.__getitem__),
        value=frame["leaving"],
    )


def arrivals(raw: RawFolder) -> pd.DataFrame:
    """Return irregular arrivals, by the way of arrival."""
    frame = quarters(raw.read("uk_irregular_arrivals_2018_2023_central_asia.csv"))
    return frame.assign(
        indicator="uk_irregular_arrivals",
        series=frame["method_of_entry"].map(METHODS.__getitem__),
        age=frame["age_group"].map(AGES.__getitem__),
        value=frame["number_of_detections"],
    )


def quarters(frame: pd.DataFrame) -> pd.DataFrame:
    """Add nationality, sex, quarter and status; figures of the last year are first releases."""
    late = frame["year"].eq(LATEST)
    return frame.assign(
        origin=frame["nationality_iso3"],
        sex=frame["sex"].map(SEXES.__getitem__),
        period_start=frame["year"] + frame["quarter"].map(QUARTER_STARTS.__getitem__),
        period_end=frame["date"],
        obs_status=late.map({True: "provisional", False: "normal"}),
    )
