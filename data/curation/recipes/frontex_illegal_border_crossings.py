"""Frontex: monthly detections of illegal border-crossing by route and nationality."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.returns_steps import months
from data.curation.tidy import involving, observations

FILE = "frontex_ibc_monthly_central_asia_2009_apr2025.csv"
BORDERS = {"Land": "land", "Sea": "sea"}
ROUTES = {
    "Central Mediterranean Route": "Central Mediterranean",
    "Circular Route from Albania to Greece": "Albania to Greece",
    "Eastern Borders Route": "Eastern borders",
    "Eastern Mediterranean Route": "Eastern Mediterranean",
    "Western Balkan Route": "Western Balkans",
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the detections at the external borders of the European Union.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``irregular_movement``: detections (not people) by month, nationality and route.
    """
    frame = raw.read(FILE).rename(columns={"detections": "value", "nationality_iso3": "origin"})
    route = frame["route"].map(ROUTES.__getitem__)
    border = frame["border_type"].map(BORDERS.__getitem__)
    frame = months(involving(frame.assign(series=route + ", " + border), "origin"))
    table = observations(
        frame,
        "irregular_movement",
        destination="EU27_2020",
        indicator="eu_border_detections",
        sex="total",
        age="total",
        measure="event",
        origin_basis="citizenship",
        method="register",
        unit="detections",
        obs_status="normal",
        confidence="machine_single",
        source_id=raw.source_id,
    )
    return {"irregular_movement": table}
