"""Russia: figures of its authorities on entries, patents, citizenship, removals and bans."""

import pandas as pd

from data.curation.press_steps import Target, concerning_region, press_tables
from data.curation.raw import RawFolder

COMPATRIOTS = {"origin_basis": "not_stated", "programme": "rus_compatriots"}
BORDER_ENTRIES = Target("frontier_and_transit", "border_entries")
IN_REGISTER = Target("labour_and_stay", "in_migration_register")
BANNED = Target("entry_bans", "banned_from_entry")
TARGETS = {
    'Entries into Russia with purpose "work"': Target("labour_and_stay", "entries_for_work"),
    "Work patents issued": Target("labour_and_stay", "work_patents_issued"),
    "Registrations of foreigners in the migration register (facts)": Target(
        "labour_and_stay", "migration_registrations"
    ),
    "Labour contracts concluded with citizens in Russia": Target(
        "labour_and_stay", "labour_contracts"
    ),
    "Citizens officially registered in Russia": IN_REGISTER,
    "Citizens present in Russia (FMS register)": IN_REGISTER,
    "Entries into Russia, all purposes": BORDER_ENTRIES,
    "Entries of foreigners into Russia, all purposes": BORDER_ENTRIES,
    "Foreign citizens who entered Russia in the year": Target(
        "frontier_and_transit", "foreigners_entered"
    ),
    "Share of foreign citizens who entered Russia in the year": Target(
        "frontier_and_transit", "foreigners_entered_share"
    ),
    "Foreign citizens staying irregularly in Russia": Target(
        "irregular_movement", "irregular_stay_stated"
    ),
    "Foreigners removed from Russia": Target("returns", "removals_all_decisions"),
    "Foreigners removed from Russia by court decision (bailiffs)": Target(
        "returns", "removals_court"
    ),
    "Citizens removed from Russia": Target("returns", "removals_reported_by_origin"),
    "Foreigners banned from entering Russia, stock": BANNED,
    'Citizens banned from entering Russia ("black list")': BANNED,
    "Entry bans lifted (2021 amnesty)": Target("entry_bans", "entry_bans_lifted"),
    "Persons in the Russian register of controlled persons": Target(
        "entry_bans", "controlled_persons_register"
    ),
    "Acquisitions of Russian citizenship by former citizenship": Target(
        "repatriation", "citizenship_acquired"
    ),
    "Participants of the State Programme for compatriots registered in period": Target(
        "repatriation", "compatriots_registered", COMPATRIOTS
    ),
    "Arrivals under the State Programme for compatriots in period": Target(
        "repatriation", "compatriots_resettled", COMPATRIOTS
    ),
    "Persons resettled under the Russian State Programme for compatriots, cumulative": None,
    "Migrants arrived in Russia (Rosstat)": Target(
        "migration_flows", "arrivals_rosstat", {"origin_basis": "not_stated"}
    ),
    "Net migration of Russia with the country (Rosstat)": Target(
        "migration_flows", "net_migration_counted", {"origin_basis": "not_stated"}
    ),
}
CROSSINGS = "Entries are border crossings: one person is counted at each crossing."
SINCE_START = f'{CROSSINGS} "Since the start of 2025"; end date not stated in the excerpt.'
NOTES = {
    CROSSINGS: None,
    f"{CROSSINGS} AKIpress, 17 Aug 2019.": None,
    f'{CROSSINGS} First half of 2019, first publication by purpose "work".': None,
    f'{CROSSINGS} From the 2025 data the purposes "work" and "study" are no longer '
    "published.": None,
    SINCE_START: "ruspress_no_end",
    f"{SINCE_START} 70% of Uzbek entries.": "ruspress_no_end",
    "CA5 = the five Central Asian states. From August 2024 Rosstat stopped publishing these "
    "figures in its bulletins.": None,
    "Kazakhstan and Kyrgyzstan citizens need no patent (EAEU).": None,
    "Programme in force since 2006; as-of date is the publication date.": None,
    "Ten months, as the page compares January-October.": None,
    "About 50% came to work.": None,
    "As-of date not given beyond the year 2024.": "ruspress_date",
    "End of first quarter 2025.": "ruspress_month",
    '"as of June 2025". Register in force since 5 February 2025.': "ruspress_month",
    '"early July 2025"': "ruspress_month",
    '"as of November 2025"': "ruspress_month",
    "All removal decisions; differs from bailiff (court) removals.": None,
    "36% below the same months of 2024.": None,
    "Uzbekistan 40%, Tajikistan up to 20%.": None,
    "Repeated by Interfax the same day.": None,
    "One person may hold several contracts.": None,
    "Stored copy of the page carries no address (Novosti Tsentralnoi Azii). The five figures "
    "sum exactly to the printed total of 4,494,378.": "ruspress_no_address",
    "The page argues the true number is at least twice as large.": "ruspress_registered_low",
    "Kazakhstan, Tajikistan and Armenia lead.": None,
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return what Russian authorities told the press.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``labour_and_stay``, ``frontier_and_transit``, ``irregular_movement``,
        ``migration_flows`` and ``repatriation`` with Russia as the destination; ``returns`` and
        ``entry_bans`` with Russia as the host. Units are people, border crossings, patents,
        registrations, contracts and per cent.
    """
    frame = concerning_region(raw.read("rus_official_press.csv"))
    return press_tables(frame, TARGETS, NOTES, raw.source_id, origin_basis="citizenship")
