"""Uzbekistan: money transfers, migration, study, travel and labour migration."""

import pandas as pd

from data.curation.press_steps import Target, press_tables
from data.curation.raw import RawFolder

CITIZENS = {"origin_basis": "citizenship"}
RESIDENTS = {"origin_basis": "residence"}
OWN_SITE = "https://stat.uz/"
TARGETS = {
    "Cross-border money transfers received by Uzbekistan, by sending country": Target(
        "remittances", "transfers_received_central_bank"
    ),
    "Emigrants for permanent residence": Target(
        "migration_flows", "departures_for_residence", RESIDENTS
    ),
    "Immigrants for permanent residence": Target(
        "migration_flows", "arrivals_for_residence", RESIDENTS
    ),
    "Citizens who went abroad for study": Target(
        "education", "study_trips", CITIZENS | {"unit": "trips"}
    ),
    "Departures of citizens abroad, all purposes": Target(
        "frontier_and_transit", "departures_all_purposes", CITIZENS
    ),
    "Foreign citizens who visited for tourist purposes": Target(
        "frontier_and_transit", "tourist_visits", CITIZENS
    ),
    "Citizens of Uzbekistan temporarily registered in Kyrgyzstan": Target(
        "labour_and_stay", "temporary_registrations", CITIZENS
    ),
    "Citizens who went abroad to work": Target("labour_and_stay", "left_for_work", CITIZENS),
    "Labour migrants, stock estimate": Target("labour_and_stay", "working_abroad", CITIZENS),
    "Organised recruitment: citizens employed abroad": Target(
        "labour_and_stay",
        "organised_recruitment",
        CITIZENS | {"programme": "organised_recruitment"},
    ),
}
TRIPS = (
    "Count of trips with the declared purpose of study (border statistics), not enrolled students."
)
NOTES = {
    TRIPS: None,
    f"{TRIPS} 19.3% below 2024.": None,
    "origin_iso3 = sending country. ": None,
    "origin_iso3 = sending country. RUS confirmed by TASS.": None,
    "origin_iso3 = sending country. +27.2% on 2024.": None,
    "origin_iso3 = sending country. RBC, 28 Jan 2023.": None,
    "Destinations sum to the total.": None,
    "Origins sum to the total.": None,
    'Page gives the total only as "nearly 11 thousand"; listed destinations sum to '
    "10,842.": "uzbpress_2024_total",
    "1.38 times the same months of 2024.": None,
    "60-day registrations; mostly construction work according to the ministry.": "uzbpress_60_days",
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return what Uzbek authorities published or told the press.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``remittances``: million US dollars by sender; ``migration_flows`` and
        ``labour_and_stay``: people; ``education`` and ``frontier_and_transit``: trips.
        Rows read on the statistical office's own site have the confidence ``official_text``.
    """
    frame = raw.read("uzb_official_press.csv")
    own_site = frame["read_from_url"].str.startswith(OWN_SITE)
    frame = frame.assign(
        confidence=own_site.map({True: "text-verbatim", False: "secondary press"}),
        method=own_site.map({True: "register", False: ""}),
    )
    return press_tables(frame, TARGETS, NOTES, raw.source_id)
