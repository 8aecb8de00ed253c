"""Tiers of the Trafficking in Persons report of the US Department of State."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import observations

TIERS = {
    "Tier 1": "tier_1",
    "Tier 2": "tier_2",
    "Tier 2 Watch List": "tier_2_watch_list",
    "Tier 3": "tier_3",
}
# where a single source was read: how sure the copying is
SOURCES = {
    "heiss_kelley": "machine_single",
    "sure2018": "machine_single",
    "cia_factbook": "machine_single",
    "gvnet": "press",
    "tier_list_2021": "press",
    "fergana": "press",
}
NOTES = {
    "heiss_kelley": "",
    "sure2018": "",
    "cia_factbook": "",
    "gvnet": "tip_republished",
    "tier_list_2021": "tip_undated_list",
    "fergana": "tip_news",
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the tier of each country in each report.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``trafficking_tiers``: one row per country and year of the report, for the five countries
        and five partner countries; the year is that of the report.
    """
    frame = (
        raw.read("us_tip_tier_by_year.csv")
        .drop(columns="country")
        .rename(columns={"iso3": "country", "report_year": "year"})
    )
    twice = frame["second_source_agrees"] == "yes"
    frame = frame.assign(
        status=frame["tier"].map(lambda tier: TIERS[tier]),
        confidence=frame["source_key"].map(lambda key: SOURCES[key]).mask(twice, "machine_checked"),
        note_id=frame["source_key"].map(lambda key: NOTES[key]),
    )
    return {"trafficking_tiers": observations(frame, "trafficking_tiers", source_id=raw.source_id)}
