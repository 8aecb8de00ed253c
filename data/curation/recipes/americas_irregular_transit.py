"""Mexico, Honduras and Panama: irregular transit and returns of Central Asian nationals."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.returns_steps import months
from data.curation.tidy import involving, observations

FILE = "americas_irregular_central_asia_monthly.csv"
# raw series -> table, country, indicator, unit
SERIES = {
    "Honduras: irregular entries": (
        "irregular_movement",
        "HND",
        "honduras_irregular_entries",
        "detections",
    ),
    "Panama: irregular transits through Darien": (
        "irregular_movement",
        "PAN",
        "panama_darien_transits",
        "detections",
    ),
    "Mexico: irregular-migration proceedings (events)": (
        "irregular_movement",
        "MEX",
        "mexico_irregular_proceedings",
        "detections",
    ),
    "Mexico: expulsions - deportation": ("returns", "MEX", "mexico_deportations", "returns"),
    "Mexico: expulsions - assisted return": (
        "returns",
        "MEX",
        "mexico_assisted_returns",
        "returns",
    ),
    "Mexico: expulsions - assisted return of children": (
        "returns",
        "MEX",
        "mexico_assisted_returns_children",
        "returns",
    ),
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the events of irregular transit and of return by month and nationality.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``irregular_movement``: events in Honduras, Panama and Mexico; ``returns``: deportations
        and assisted returns from Mexico. Events by month, only months above zero. Where the
        raw file has two rows for one month and nationality, both are kept.
    """
    frame = raw.read(FILE)
    frame = frame.rename(columns={"persons_or_events": "value", "nationality_iso3": "origin"})
    coded = frame["series"].map(SERIES.__getitem__)
    frame = frame.assign(
        table=coded.str[0],
        host=coded.str[1],
        destination=coded.str[1],
        indicator=coded.str[2],
        unit=coded.str[3],
    )
    keys = ["origin", "indicator", "month"]
    again, twice = frame.duplicated(keys), frame.duplicated(keys, keep=False)
    frame = frame.assign(
        series=again.map({True: "second row", False: ""}),
        note_id=twice.map({True: "americas_two_rows", False: ""}),
    )
    constants = {
        "sex": "total",
        "age": "total",
        "measure": "event",
        "origin_basis": "citizenship",
        "method": "register",
        "obs_status": "normal",
        "confidence": "machine_single",
        "source_id": raw.source_id,
    }
    return {
        str(table): observations(part, str(table), **constants)
        for table, part in months(involving(frame, "origin")).groupby("table")
    }
