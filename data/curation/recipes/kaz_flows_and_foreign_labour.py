"""Kazakhstan: yearly flows, foreign labour and border entries."""

import pandas as pd

from data.curation.press_steps import Target, press_tables
from data.curation.raw import RawFolder

RESIDENTS = {"origin_basis": "residence"}
TARGETS = {
    "Immigrants (arrived for permanent residence)": Target(
        "migration_flows", "arrivals_for_residence", RESIDENTS
    ),
    "Emigrants (left for permanent residence)": Target(
        "migration_flows", "departures_for_residence", RESIDENTS
    ),
    "Net migration": Target("migration_flows", "net_migration_counted", RESIDENTS),
    "Entries of foreign citizens into Kazakhstan": Target("frontier_and_transit", "border_entries"),
    "Exits of foreign citizens from Kazakhstan": Target("frontier_and_transit", "border_exits"),
    "Foreigners forcibly removed from Kazakhstan": Target("returns", "removals_border_authority"),
    "Foreign workers employed under permits of local executive bodies, stock": Target(
        "labour_and_stay", "foreign_workers_on_permits"
    ),
    "Foreign labour permits issued or extended by local executive bodies": Target(
        "labour_and_stay", "foreign_labour_permits"
    ),
    "Permits issued to labour immigrants working for households": Target(
        "labour_and_stay", "household_work_permits"
    ),
    "Quota for foreign labour (employer permits)": Target(
        "labour_and_stay", "foreign_labour_quota"
    ),
    "Quota for foreign labour (employer permits), share of labour force": Target(
        "labour_and_stay", "foreign_labour_quota_share"
    ),
    "Quota for labour immigrants working for households": Target(
        "labour_and_stay", "household_labour_quota"
    ),
    "Quota for labour immigrants working for households, share of labour force": Target(
        "labour_and_stay", "household_labour_quota_share"
    ),
    "Temporary residence permits granted": Target("labour_and_stay", "temporary_residence_granted"),
}
NOTES = {
    "Year to date, autumn 2022; end date not stated in the excerpt. The entry figure for "
    "Tajikistan on the page (20 thousand) contradicts its exits and was left "
    "out.": "kazflows_2022_no_end",
    'Year inferred from the comparison with "the same period of 2023".': "kazflows_date",
    "Year to date 2023; end date not stated in the excerpt.": "kazflows_2023_no_end",
    "Year to date; period_end is the publication date. The release describes transit attempts "
    "towards Russia.": "kazflows_date",
    "3.1% of the labour force": None,
    "0.23% of the labour force": None,
    "78.5% of the quota as redistributed (18 thousand)": None,
    "Raised to 0.25% in August 2025 (baq.kz).": "kazflows_quota_raised",
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return flows, foreign labour and border crossings of Kazakhstan.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``migration_flows``: people; ``labour_and_stay``: people, permits and per cent;
        ``frontier_and_transit``: crossings by citizenship; ``returns``: foreigners removed.
    """
    return press_tables(
        raw.read("kaz_flows_and_foreign_labour.csv"),
        TARGETS,
        NOTES,
        raw.source_id,
        origin_basis="citizenship",
    )
