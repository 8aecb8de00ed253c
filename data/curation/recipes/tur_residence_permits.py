"""Türkiye: holders of a residence permit by citizenship."""

import pandas as pd

from data.curation.press_steps import Target, concerning_region, press_tables
from data.curation.raw import RawFolder

TARGETS = {
    "Foreigners holding a residence permit, stock": Target(
        "labour_and_stay", "residence_permit_holders"
    ),
}
NOTES = {
    '"January 2023" on the page, day not stated; period_end set to the end of the '
    "month.": "tur_date",
    '"September 2023"; date is the publication date.': "tur_date",
    "As-of date not in the excerpt; January 2024 inferred from the article number.": "tur_no_date",
    "As-of date and total from sonmuhur.com, which quotes the same release.": None,
    "Of Turkmen holders 86,188 short-term, 12,613 student, 5,419 family.": None,
    "Same figures in a second outlet.": None,
    "Year-end as listed by the directorate.": None,
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the holders of a residence permit on single days.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``labour_and_stay``: people; citizens of Kazakhstan, Turkmenistan and Uzbekistan, and all
        citizenships together (WLD).
    """
    frame = concerning_region(raw.read("tur_residence_permits.csv"))
    return press_tables(frame, TARGETS, NOTES, raw.source_id, origin_basis="citizenship")
