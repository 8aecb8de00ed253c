"""Bank of Russia: transfers of individuals to Central Asia, as quoted by the press."""

import pandas as pd

from data.curation.press_steps import Target, press_tables
from data.curation.raw import RawFolder

TARGETS = {
    "Transfers of individuals from Russia (money transfer systems)": Target(
        "remittances", "transfers_from_russia_systems"
    ),
    "Transfers of individuals from Russia": Target("remittances", "transfers_from_russia_all"),
}
NOTES = {
    "origin_iso3 = sending country, destination_iso3 = receiving country.": None,
    "origin_iso3 = sending country. UZB/TJK/KGZ confirmed by eadaily.com (18 Apr 2018).": None,
    "Third quarter 2018; all transfers of individuals.": None,
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the transfers from Russia that news media quote from the Bank of Russia.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``remittances``: million US dollars, rounded; money transfer systems in 2011 and 2017,
        all transfers of individuals in the third quarter of 2018.
    """
    return press_tables(raw.read("cbr_transfers_press.csv"), TARGETS, NOTES, raw.source_id)
