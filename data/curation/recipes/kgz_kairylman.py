"""Kyrgyzstan: kairylman, ethnic Kyrgyz who come to live in the country."""

import pandas as pd

from data.curation.press_steps import Target, press_tables
from data.curation.raw import RawFolder

GRANTED = Target("repatriation", "kairylman_status_granted")
CERTIFICATES = Target("repatriation", "kairylman_certificates_issued")
CITIZENSHIP = Target("repatriation", "citizenship_acquired_ethnic_kyrgyz")
TARGETS = {
    "Ethnic Kyrgyz granted kairylman status in period": GRANTED,
    "Kairylman status grants by country of origin": GRANTED,
    "Ethnic Kyrgyz granted kairylman status, multi-year": GRANTED,
    "Kairylman certificates issued, cumulative": CERTIFICATES,
    "Kairylman certificates issued in period": CERTIFICATES,
    "Ethnic Kyrgyz resettled since independence, cumulative": Target(
        "repatriation", "ethnic_kyrgyz_resettled"
    ),
    "Ethnic Kyrgyz granted Kyrgyz citizenship by country of origin": CITIZENSHIP,
    "Ethnic Kyrgyz resettlers who received Kyrgyz citizenship, cumulative": CITIZENSHIP,
}
NOTES = {
    "Listed origins sum to 983 of 1,023.": "kairylman_sum",
    "Main origins only; they sum to 934 of 935.": "kairylman_sum",
    "XXA = stateless.": None,
    '"more than 70 thousand"': None,
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return status grants, certificates and grants of citizenship.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``repatriation``: persons; the destination is Kyrgyzstan.
    """
    return press_tables(
        raw.read("kgz_kairylman.csv"),
        TARGETS,
        NOTES,
        raw.source_id,
        origin_basis="ethnic",
        programme="kairylman",
    )
