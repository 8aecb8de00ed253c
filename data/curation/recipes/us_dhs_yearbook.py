"""US Department of Homeland Security: returns and removals by nationality and fiscal year."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import observations

RETURNED = "us_dhs_returns_fy2009_2013_central_asia.csv"
REMOVED = "us_dhs_removals_fy1993_2014_central_asia.csv"
INDICATORS = {
    "returns": ("us_returns", "returns", "returns"),
    "removals": ("us_removals", "returns", "persons"),
    "apprehensions": ("us_apprehensions", "irregular_movement", "persons"),
    "inadmissible_at_port": ("us_inadmissible", "irregular_movement", "persons"),
}
PARTS = {
    "total": "total",
    "criminal": "with a criminal record",
    "non-criminal": "without a criminal record",
    "": "",
}
YEARBOOKS = {
    "2003": "Yearbook 2003",
    "2008": "Yearbook 2008",
    "2005-2014 (CORGIS)": "Yearbooks 2005–2014",
    "2013": "Yearbook 2013",
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return returns, removals and detections by nationality and fiscal year.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``returns``: returns of 2009–2013, and removals of 1993–2014 in the Yearbooks that they
        were read from, which are told apart by ``series``. ``irregular_movement``: people
        apprehended, and people found inadmissible, 2005–2014.
    """
    returned = raw.read(RETURNED).assign(vintage="2013", criminal_status="")
    frame = pd.concat([returned, raw.read(REMOVED)], ignore_index=True)
    frame = frame.loc[frame["value_type"].ne("not_shown")]
    coded = frame["measure"].map(INDICATORS.__getitem__)
    part = frame["criminal_status"].map(PARTS.__getitem__)
    frame = frame.assign(
        origin=frame["origin_iso3"],
        host=frame["host_iso3"],
        destination=frame["host_iso3"],
        indicator=coded.str[0],
        table=coded.str[1],
        unit=coded.str[2],
        measure=coded.str[1].map({"returns": "flow", "irregular_movement": "event"}),
        series=(part + ", " + frame["vintage"].map(YEARBOOKS.__getitem__)).str.strip(", "),
        year=frame["fiscal_year"],
    )
    constants = {
        "period_type": "fiscal_year",
        "sex": "total",
        "age": "total",
        "origin_basis": "citizenship",
        "method": "register",
        "obs_status": "normal",
        "confidence": "machine_single",
        "source_id": raw.source_id,
    }
    return {
        str(table): observations(rows, str(table), **constants)
        for table, rows in frame.groupby("table")
    }
