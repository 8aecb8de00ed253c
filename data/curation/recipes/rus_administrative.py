"""Russia: citizenship, entry bans, removals, registrations and patents in the press."""

import pandas as pd

from data.curation.press_steps import Target, concerning_region, press_tables
from data.curation.raw import RawFolder

TARGETS = {
    "Acquisitions of Russian citizenship by former citizenship": Target(
        "repatriation", "citizenship_acquired"
    ),
    "Acquisitions of Russian citizenship by the simplified procedure, cumulative": Target(
        "repatriation", "citizenship_acquired_simplified"
    ),
    "Foreigners with changed names stopped at entry despite a ban": Target(
        "entry_bans", "stopped_at_entry_despite_ban"
    ),
    "Persons in the Russian register of controlled persons": Target(
        "entry_bans", "controlled_persons_register"
    ),
    "Submissions on refusing entry to foreigners (entry bans) by the MVD": Target(
        "entry_bans", "entry_ban_submissions"
    ),
    "Decisions on expulsion, deportation and readmission": Target(
        "entry_bans", "expulsion_decisions"
    ),
    "Decisions that a stay is undesirable": Target("entry_bans", "undesirable_stay_decisions"),
    "Deportation decisions carried out (deportation only, without court expulsions)": Target(
        "returns", "deportations_carried_out"
    ),
    "Net migration of Russia (Rosstat, preliminary)": Target(
        "migration_flows", "net_migration_counted", {"origin_basis": "not_stated"}
    ),
    "Work patents issued": Target("labour_and_stay", "work_patents_issued"),
    "Work patents issued in Moscow": Target("labour_and_stay", "work_patents_issued_moscow"),
    "Share of work patents issued in Moscow": Target(
        "labour_and_stay", "work_patents_moscow_share"
    ),
    "Work permits issued": Target("labour_and_stay", "work_permits_issued"),
    "Valid residence permits (VNZh)": Target("labour_and_stay", "vnzh_permits_valid"),
    "Valid temporary residence permits (RVP)": Target("labour_and_stay", "rvp_permits_valid"),
    "Foreigners in the migration register": Target("labour_and_stay", "in_migration_register"),
    "Registrations of foreigners in the migration register (facts)": Target(
        "labour_and_stay", "migration_registrations"
    ),
    "Citizens who entered Russia": Target("frontier_and_transit", "border_entries"),
    "Foreigners and stateless persons who entered Russia": Target(
        "frontier_and_transit", "border_entries", {"unit": "crossings"}
    ),
}
NOTES = {
    "2019, end month not printed": "rusadm_no_end",
    "date of the page: first quarter 2022": "rusadm_date",
    'printed "as of November"': "rusadm_date",
    "printed: 93.8 thousand more than in 2023": None,
    "the 2021 figure is garbled on the page and was left out": None,
    "the page does not name the statistical source": "rusadm_no_source",
    'printed "moved"; entries as reported by the MVD on 19 April 2017': "rusadm_entries",
    'printed "more than 3 million Uzbekistanis entered"': "rusadm_entries",
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the administrative figures.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``repatriation``, ``labour_and_stay``, ``frontier_and_transit`` and ``migration_flows``
        with Russia as the destination; ``entry_bans`` and ``returns`` with Russia as the host.
        Units are people, decisions, patents, permits, registrations, crossings and per cent.
    """
    frame = concerning_region(raw.read("rus_administrative.csv"))
    return press_tables(frame, TARGETS, NOTES, raw.source_id, origin_basis="citizenship")
