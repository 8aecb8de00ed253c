"""Agreements and programmes with dates, as read on public pages."""

import pandas as pd

from data.curation.goals_steps import full_date, worded
from data.curation.press_steps import CONFIDENCES, looked_up, references
from data.curation.raw import RawFolder
from data.curation.tidy import observations

PARTNERS = {"EU27": "EU27_2020", "DEU": "DEU", "GBR": "GBR", "KOR": "KOR", "RUS": "RUS", "": ""}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the events of migration policy that have a date.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``policy_events``: one row per country, partner and step; a month or a year alone gives
        the year without a date. No row has a value.
    """
    files = ("policy_events.csv", "policy_events_2026_addition.csv")
    frame = pd.concat([raw.read(file) for file in files], ignore_index=True)
    keys = frame["origin_iso3"] + "|" + frame["destination_iso3"] + "|" + frame["period_end"]
    if set(frame["value_kind"]) != {"flag"} or set(frame["value"]) != {""}:
        raise ValueError("policy_events: a row has a value")
    frame = frame.join(worded("policy_events", keys)).assign(
        country=frame["origin_iso3"],
        partner=looked_up(PARTNERS, frame["destination_iso3"], "partner"),
        date=full_date(frame["period_end"]),
        year=frame["period_end"].str[:4],
        confidence=looked_up(CONFIDENCES, frame["confidence"], "confidence"),
        reference=references(frame),
    )
    return {"policy_events": observations(frame, "policy_events", source_id=raw.source_id)}
