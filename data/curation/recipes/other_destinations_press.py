"""Other destinations: Korea, the United Kingdom, Poland, the European Union, Germany."""

import pandas as pd

from data.curation.press_steps import Target, concerning_region, press_tables
from data.curation.raw import RawFolder


def labour(indicator: str, **columns: str) -> Target:
    """Return a target in the table of labour and stay."""
    return Target("labour_and_stay", indicator, columns)


TARGETS = {
    "E-9 (EPS) workers employed in the year": labour("eps_workers_hired", programme="kor_eps"),
    "EPS quota": labour("eps_quota", programme="kor_eps"),
    "First organised group of seasonal workers": labour("seasonal_workers"),
    "Seasonal Worker visas granted": labour("seasonal_worker_visas"),
    "Share of Seasonal Worker visas granted to KAZ, KGZ, TJK and UZB together": labour(
        "seasonal_worker_visas_share"
    ),
    "Work permits issued": labour("work_permits_issued"),
    "National work visas issued": labour("national_work_visas"),
    "First residence permits, all reasons": labour("first_residence_permits_press"),
    "First residence permits, employment reasons": labour("first_residence_permits_work_press"),
    "Nationals living in the country": labour("nationals_living_in_country"),
}
NOTES = {
    "28 of 60 did not return; Tajikistan was not yet in EPS.": "otherdest_group",
    "Repeated by The Economist.": None,
    "Of roughly 34,500 visas.": None,
    "CA4 = Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan together.": None,
    "Secondary source, not checked against Home Office tables.": "otherdest_secondary",
    "Ministry notes that first-half data may still be updated.": "otherdest_provisional",
    'The page uses "national" and "work" visas interchangeably.': "otherdest_visa_kind",
    "Secondary report quoting Eurostat; not checked against Eurostat tables. Shares: "
    "Poland 21%, Lithuania 17%, Germany 16%, Latvia 7%.": "otherdest_secondary",
    "Given at the signing of the Germany-Uzbekistan migration agreement.": None,
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return workers, visas and permits of the smaller destinations.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``labour_and_stay``: people, visas, permits, places of a quota and per cent.
    """
    frame = concerning_region(raw.read("other_destinations_press.csv"))
    return press_tables(frame, TARGETS, NOTES, raw.source_id, origin_basis="citizenship")
