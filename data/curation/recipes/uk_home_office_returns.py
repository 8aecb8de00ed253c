"""UK Home Office: returns from the United Kingdom by nationality and by destination."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import calendar_year, involving, observations

TABLE = "returns"
VOLUNTARY = {
    "Assisted returns": "return_voluntary_assisted",
    "Controlled returns": "return_voluntary_controlled",
    "Other verified returns": "return_voluntary_other_verified",
}
ENFORCED = {
    "Enforced removals": "enforced removals",
    "Enforced removals from detention": "enforced removals from detention",
    "Non-detained enforced removals": "enforced removals, not detained",
    "Non-detained Enforced removals": "enforced removals, not detained",
    "Other returns from detention": "other returns from detention",
}
REFUSED = {
    "Departed from Juxtaposed controls": "juxtaposed controls",
    "Departed from UK Ports": "UK ports",
    "N/A - pre-2007": "place of refusal not recorded before 2007",
    "Not available": "place of refusal not available",
}
INDICATORS = (
    VOLUNTARY
    | dict.fromkeys(ENFORCED, "return_enforced")
    | dict.fromkeys(REFUSED, "refused_entry_departed")
)
DETAILS = dict.fromkeys(VOLUNTARY, "") | ENFORCED | REFUSED
WORLD = {
    "Enforced return": "return_enforced",
    "Voluntary return": "return_voluntary_all",
    "Refused entry at port and subsequently departed": "refused_entry_departed",
}
WENT_TO = {
    "Home country": "to the home country",
    "EU Member State": "to an EU member state",
    "Other country": "to another country",
}
SEXES = {"Female": "female", "Male": "male", "Unknown": "unknown"}
AGES = {
    "17 and under": "0-17",
    "18 to 29": "18-29",
    "30 to 49": "30-49",
    "50 to 69": "50-69",
    "70 and over": "70+",
    "Unknown": "unknown",
}
QUARTER_STARTS = {"1": "-01-01", "2": "-04-01", "3": "-07-01", "4": "-10-01"}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the returns from the United Kingdom since 2004.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``returns``: number of returns by quarter; by nationality with type, sex and age, and
        by country of destination with type; world totals by year and group of types.
    """
    parts = [by_nationality(raw), by_destination(raw), world(raw)]
    frame = pd.concat(parts, ignore_index=True)
    late = frame["period_end"].str[:4] == frame["period_end"].str[:4].max()
    frame["obs_status"] = late.map({True: "provisional", False: "normal"})
    constants = {"sex": "total", "age": "total", "measure": "flow", "unit": "returns"}
    table = observations(
        frame,
        TABLE,
        host="GBR",
        method="register",
        confidence="machine_checked",
        source_id=raw.source_id,
        **constants,
    )
    return {TABLE: table}


def by_nationality(raw: RawFolder) -> pd.DataFrame:
    """Return the quarters by nationality, type, sex, age and group of destinations.

    One combination stands in two rows of the raw file; both are kept and the second is named.
    """
    frame = raw.read("uk_returns_by_nationality_2004_2023_central_asia.csv")
    frame["origin"] = frame["nationality_iso3"]
    frame["sex"] = frame["sex"].map(SEXES.__getitem__)
    frame["age"] = frame["age"].map(AGES.__getitem__)
    frame = quarters(involving(frame, "origin"))
    went_to = frame["return_destination_group"].map(WENT_TO.__getitem__)
    frame["series"] = labels(frame["series"], went_to)
    keys = ["origin", "indicator", "series", "period_end", "sex", "age"]
    again = frame.duplicated(keys).map({True: "second row", False: ""})
    return frame.assign(series=labels(frame["series"], again), origin_basis="citizenship")


def by_destination(raw: RawFolder) -> pd.DataFrame:
    """Return the quarters by country that people went to: the same returns in another split."""
    frame = raw.read("uk_returns_by_destination_central_asia.csv")
    frame["origin"] = frame["return_destination_iso3"]
    frame = quarters(involving(frame, "origin"))
    frame["indicator"] = frame["indicator"] + "_by_destination"
    return frame.assign(origin_basis="return_place")


def world(raw: RawFolder) -> pd.DataFrame:
    """Return the totals of all nationalities by year and group of types."""
    frame = raw.read("uk_returns_world_totals_by_year.csv")
    frame["indicator"] = frame["return_type_group"].map(WORLD.__getitem__)
    frame = frame.rename(columns={"number_of_returns": "value"})
    frame = frame.assign(origin="WLD", series="all nationalities", origin_basis="citizenship")
    return calendar_year(frame)


def quarters(frame: pd.DataFrame) -> pd.DataFrame:
    """Add the indicator, the detail of the type, and the quarter."""
    return frame.assign(
        indicator=frame["return_type"].map(INDICATORS.__getitem__),
        series=frame["return_type"].map(DETAILS.__getitem__),
        value=frame["number_of_returns"],
        period_start=frame["year"] + frame["quarter"].map(QUARTER_STARTS.__getitem__),
        period_end=frame["date"],
        period_type="quarter",
    )


def labels(first: pd.Series, second: pd.Series) -> pd.Series:
    """Join two labels of a series with a comma; an empty one leaves no comma."""
    return (first + ", " + second).str.strip(", ")
