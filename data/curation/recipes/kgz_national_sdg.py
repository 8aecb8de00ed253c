"""Kyrgyzstan's national SDG platform: headline values of four migration indicators."""

import pandas as pd

from data.curation.press_steps import Target, press_tables
from data.curation.raw import RawFolder

TABLE = "sdg_indicators"
TARGETS = {
    "SDG 10.7.2, migration policies (1 requires further progress, 2 partially meets, 3 meets, "
    "4 fully meets), headline": Target(
        TABLE, "sdg_10_7_2_national", {"series": "national", "method": "questionnaire"}
    ),
    "SDG 10.7.4, refugees by country of origin, proportion of the population, headline": Target(
        TABLE,
        "sdg_10_7_4",
        {"series": "national", "method": "collection", "unit": "per_100000"},
    ),
    "SDG 17.3.2, remittances as a proportion of GDP, headline": Target(
        TABLE, "sdg_17_3_2", {"series": "national", "method": "balance_of_payments"}
    ),
    "SDG 16.2.2, detected victims of human trafficking, headline": Target(
        TABLE, "sdg_16_2_2_all", {"series": "national", "method": "register"}
    ),
}
COMMIT = "07c005c4869eadf29dd7e612e1038c85e4074d57"
NOTES = {f"read from the platform repository, commit {COMMIT}": None}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the headline series of the national platform.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``sdg_indicators``: score, rate per 100,000 people, per cent of gross domestic product
        and persons, by year; the series is ``national``.
    """
    frame = raw.read("kgz_national_sdg_migration.csv")
    table = press_tables(frame, TARGETS, NOTES, raw.source_id)[TABLE]
    begun = (table["indicator"] == "sdg_16_2_2_all") & (table["year"] == "2025")
    unnamed = table["indicator"] == "sdg_10_7_4"
    table = table.assign(
        period_type=table["period_type"].mask(begun, "unknown"),
        note_id=table["note_id"].mask(begun, "kgz_sdg_2025").mask(unnamed, "kgz_sdg_unit"),
    )
    return {TABLE: table}
