"""IOM, Central Asia regional report: participants of events on reintegration in Kyrgyzstan."""

import pandas as pd

from data.curation.press_steps import Target, press_tables
from data.curation.raw import RawFolder

PARTICIPANTS = "Participants of community events on the reintegration of returnees"
TARGETS = {
    PARTICIPANTS: Target("avrr", "avrr_event_participants", {"origin_basis": "return_place"})
}
NOTES = {"not all are returnees": "iomdet_not_all_returnees"}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the rows that no other source has.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``avrr``: persons by sex in March 2021. Returnees may come from any country, so the host
        is WLD; the country of the event is the origin.
    """
    frame = raw.read("iom_avrr_details.csv")
    frame = frame.loc[frame["indicator"] == PARTICIPANTS].assign(destination_iso3="WLD")
    frame = frame.assign(period_type="part_year")
    constants = {"method": "register", "programme": "iom_ca_humanitarian"}
    tables = press_tables(frame, TARGETS, NOTES, raw.source_id, **constants)
    return {"avrr": tables["avrr"].assign(period_type="month")}
