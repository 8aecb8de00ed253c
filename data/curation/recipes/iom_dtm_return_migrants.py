"""IOM Displacement Tracking Matrix: return migrants and migrant workers in communities."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.returns_steps import collected
from data.curation.tidy import involving, observations

FILE = "iom_dtm_return_migrants.csv"
SHARE = "Share of return migrants "
SHARES = {
    SHARE + "who came from Russia": "came from Russia",
    SHARE + "with upper secondary education": "upper secondary education",
    SHARE + "who are the main breadwinner": "main breadwinner",
    SHARE + "who worked in construction abroad": "worked in construction abroad",
    SHARE + "who move back and forth (circular)": "move back and forth",
}
RETURNED = "Return migrants from abroad in the assessed communities"
ABROAD = "Nationals living abroad, reported in the assessed communities"
WORKERS = "International migrant workers in the assessed communities"
BY_REGION = "Share of international migrant workers by region of Kazakhstan"
INDICATORS = {
    RETURNED: "return_migrants_communities",
    "Change of the number of returned migrants on the previous year": "return_migrants_change",
    **dict.fromkeys(SHARES, "return_migrants_share"),
    ABROAD: "nationals_abroad_communities",
    WORKERS: "migrant_workers_communities",
    "International migrant workers present (Baseline Assessment)": "migrant_workers_communities",
    BY_REGION: "migrant_workers_share_region",
    "Share of international migrant workers by country of origin": "migrant_workers_share_origin",
}
INTERNAL = "Internal migrants in the assessed communities"
TABLES = {
    "return_migrants_communities": "returns",
    "return_migrants_change": "returns",
    "return_migrants_share": "returns",
    "nationals_abroad_communities": "migrant_stocks",
    "migrant_workers_communities": "labour_and_stay",
    "migrant_workers_share_region": "labour_and_stay",
    "migrant_workers_share_origin": "labour_and_stay",
}
BASES = {"returns": "return_place", "migrant_stocks": "residence", "labour_and_stay": "not_stated"}
UNITS = {"persons": "persons", "%": "percent", "% of respondents": "percent"}
MEASURES = {"persons": "stock", "percent": "rate"}
METHODS = {"% of respondents": "survey", "%": "key_informant", "persons": "key_informant"}
REGION = "region: "
ROUND_6 = "Round 6"


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return what informants and returnees reported in the assessed communities.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``returns``: return migrants (persons; host WLD is any country) and shares of those
        interviewed (per cent); ``migrant_stocks``: nationals abroad; ``labour_and_stay``:
        migrant workers (persons) and their shares (per cent).
    """
    frame = raw.read(FILE)
    frame = involving(frame, "origin_iso3", "destination_iso3")
    frame = coded(frame.loc[frame["indicator"] != INTERNAL])
    return {
        table: observations(
            frame.loc[frame["indicator"].map(TABLES.__getitem__) == table],
            table,
            age="total",
            origin_basis=BASES[table],
            source_id=raw.source_id,
        )
        for table in BASES
    }


def coded(frame: pd.DataFrame) -> pd.DataFrame:
    """Add codes, countries, method, unit and notes to the raw rows."""
    frame = collected(frame)
    home = frame["origin_iso3"].eq(frame["destination_iso3"])
    unit = frame["unit"].map(UNITS.__getitem__)
    round_6 = frame["primary_source"].str.contains(ROUND_6)
    return frame.assign(
        series=series(frame),
        indicator=frame["indicator"].map(INDICATORS.__getitem__),
        origin=frame["origin_iso3"],
        destination=frame["destination_iso3"],
        host=frame["destination_iso3"].mask(home, "WLD"),
        method=frame["unit"].map(METHODS.__getitem__),
        measure=unit.map(MEASURES.__getitem__),
        unit=unit,
        note_id=round_6.map({True: "dtm_round_6_month", False: ""}),
    )


def series(frame: pd.DataFrame) -> pd.Series:
    """Return the assessment, and the share or region that the figure is about."""
    assessment = frame["primary_source"].str.split(", ", n=1).str[1]
    assessment = assessment.str.replace(r" \(.*\)$", "", regex=True)
    share = frame["indicator"].map(SHARES).fillna("")
    region = frame["note"].where(frame["note"].str.startswith(REGION), "")
    detail = share + region.str.removeprefix(REGION)
    return (assessment + ": " + detail).str.removesuffix(": ")
