"""Frontex: return operations to Central Asia, one row per operation, state and destination."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import involving, observations

OPERATIONS = "frontex_return_operations_central_asia_2006_2024.csv"
INDICATORS = {
    "JRO": "frontex_operation_enforced",
    "NRO": "frontex_operation_enforced",
    "CRO": "frontex_operation_enforced",
    "Humanitarian VR": "frontex_humanitarian_voluntary",
}
STATES = {
    "Austria": "AUT",
    "Finland": "FIN",
    "Lithuania": "LTU",
    "Poland": "POL",
    "Sweden": "SWE",
    "Switzerland": "CHE",
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the people taken back in each operation that Frontex coordinated.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``returns``: persons by day of departure, returning state and destination; enforced
        operations and humanitarian voluntary flights are two indicators.
    """
    frame = raw.read(OPERATIONS).rename(columns={"persons_returned": "value"})
    frame = involving(frame, "destination_iso3")
    frame = frame.assign(
        host=frame["returning_state"].map(STATES.__getitem__),
        origin=frame["destination_iso3"],
        indicator=frame["operation_type"].map(INDICATORS.__getitem__),
        series=frame["operation_id"] + ", " + frame["operation_type"],
        year=frame["departure_date"].str[:4],
        period_start=frame["departure_date"],
        period_end=frame["departure_date"],
        reference="Frontex, " + frame["source_document"],
    )
    table = observations(
        frame,
        "returns",
        period_type="event",
        sex="total",
        age="total",
        measure="event",
        origin_basis="return_place",
        method="register",
        unit="persons",
        obs_status="normal",
        confidence="machine_checked",
        source_id=raw.source_id,
    )
    return {"returns": table}
